import type { ReactNode } from 'react';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Language } from '../scenarios/text';
import type { Timeline } from '../sim/hall/timeline';
import type { SceneView, Shot } from './view/shot';

export type { SceneView };

/** The simulated time as the scene reads it. */
export interface SceneClock {
  /** The time to draw, µs since midnight of the scenario's first day. */
  timeUs(): number;
  /** Whether time runs by itself: then every frame is drawn, otherwise only changed ones. */
  playing(): boolean;
  /** Simulated seconds a second; absent: 1. */
  readonly speed?: number;
  /** Hears of every change of the two; returns how to stop hearing. */
  subscribe(listener: () => void): () => void;
}

/** What is picked out in the scene. Windows, cameras and fixtures go by their floor plan id. */
export type Selection =
  | { readonly kind: 'visitor'; readonly visitor: number }
  | { readonly kind: 'window'; readonly window: string }
  | { readonly kind: 'camera'; readonly camera: string }
  | { readonly kind: 'fixture'; readonly fixture: string };

/** The steps of the quality ladder, cheapest first. */
export const QUALITY_LEVELS = ['low', 'medium', 'high'] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

/** Why the scene cannot be drawn: no WebGL, its context lost for now, or drawing failed. */
export interface Unavailable {
  readonly kind: 'missing' | 'lost' | 'failed';
  /** For people, in the language of the scene. */
  readonly message: string;
}

/** Colours over the floor by cells, row by row from the lower left of the plan. */
export interface HeatLayer {
  readonly grid: {
    readonly cellM: number;
    readonly minX: number;
    readonly minY: number;
    readonly columns: number;
    readonly rows: number;
  };
  /** Red, green, blue and opacity of each cell, 0 … 255. */
  readonly rgba: Uint8Array<ArrayBuffer>;
}

/** What a drawing of the hall needs, in three dimensions or two. */
export interface HallViewProps {
  readonly plan: FloorPlan;
  /** The recorded day; null draws the empty hall. */
  readonly timeline: Timeline | null;
  readonly clock: SceneClock;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly language: Language;
  /** Colours over the floor; none. */
  readonly heat?: HeatLayer | null;
  /** Whether the view follows the visitor that is selected; absent: it does not. */
  readonly following?: boolean;
}

/** The visitor that the view follows; null for none. */
export function followedVisitor({ following, selection, timeline }: HallViewProps): number | null {
  return following && timeline && selection?.kind === 'visitor' ? selection.visitor : null;
}

export interface HallSceneProps extends HallViewProps {
  /** Drawn in the hall as well. */
  readonly children?: ReactNode;
  readonly view: SceneView;
  readonly quality: 'auto' | QualityLevel;
  /** A view that the camera is sent to; none: the whole plan. */
  readonly shot?: Shot | null;
  /** Each new value brings the camera back to where the whole plan is seen. */
  readonly resetCount?: number;
  readonly onFirstFrame?: () => void;
  /** Hears of the level in use, at the start and at each step. */
  readonly onQuality?: (level: QualityLevel) => void;
  /** Hears why nothing can be drawn, and null when it can again. */
  readonly onUnavailable?: (reason: Unavailable | null) => void;
}

/** Whether two selections mean the same thing. */
export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return a === b || (a !== null && b !== null && selectionKey(a) === selectionKey(b));
}

/** A selection as a string: equal for equal selections. */
export function selectionKey(selection: Selection): string {
  switch (selection.kind) {
    case 'visitor':
      return `visitor:${selection.visitor}`;
    case 'window':
      return `window:${selection.window}`;
    case 'camera':
      return `camera:${selection.camera}`;
    case 'fixture':
      return `fixture:${selection.fixture}`;
  }
}
