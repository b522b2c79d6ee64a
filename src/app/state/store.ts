import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Problem } from '../../scenarios/problem';
import type { Language } from '../../scenarios/text';
import type { QualityLevel, SceneView, Selection } from '../../scene/types';
import type { SimulationReport } from '../../sim/experiments/report';
import type { OfficeRecord } from '../../sim/experiments/supervise';
import type { Timeline } from '../../sim/hall/timeline';
import type { SimulationRequest } from '../../workers/api';
import type { PageId } from './page';
import type { Settings } from './settings';

/** Where the open hall comes from. */
export type Origin =
  | { readonly kind: 'shipped'; readonly id: string }
  | { readonly kind: 'demonstration'; readonly id: string }
  | { readonly kind: 'file'; readonly name: string };

/** A question as asked: the scenario with the page's assumptions in it, and how to run it. */
export interface Question extends SimulationRequest {
  readonly origin: Origin;
}

/** The replication that is recorded and played. */
export const PLAYED_REPLICATION = 0;

export type WorkStatus = 'working' | 'ready' | 'failed';

/** The recorded day. While a new one is being recorded the old one stays. */
export interface DayState {
  readonly status: WorkStatus;
  readonly timeline: Timeline | null;
  /** The question that the timeline answers. */
  readonly answers: Question | null;
}

/** The measures. While new ones are being simulated the old ones stay. */
export interface FiguresState {
  /** `stopped`: by the user, before there were any. */
  readonly status: WorkStatus | 'stopped';
  readonly done: number;
  readonly of: number;
  readonly report: SimulationReport | null;
  /** The question that the report answers. */
  readonly answers: Question | null;
}

/** What the office keeps of the recorded replication. While it is being made anew the old stays. */
export interface OfficeState {
  readonly status: WorkStatus;
  readonly record: OfficeRecord | null;
  /** The question that it answers. */
  readonly answers: Question | null;
}

/** Something that the user has to be told. */
export type Notice =
  | { readonly kind: 'input'; readonly source: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'plan'; readonly id: string }
  | { readonly kind: 'thread'; readonly reason: string }
  /** A link names a hall that was shipped otherwise when the link was made. */
  | { readonly kind: 'otherHall' };

/** What the panel beside the hall shows. */
export const PANEL_TABS = ['measures', 'attendance', 'supervision', 'assumptions'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export interface TwinState {
  readonly language: Language;
  readonly page: PageId;
  /** What is being asked at present; null until the first hall is open. */
  readonly question: Question | null;
  /** The scenario as it was opened: plans that are drawn and undone are all fitted to it. */
  readonly opened: SimulationRequest['scenario'] | null;
  /** The scenario before the page's assumptions went in. */
  readonly plain: SimulationRequest['scenario'] | null;
  readonly plan: FloorPlan | null;
  readonly settings: Settings | null;
  /** Name of what is being opened. */
  readonly opening: string | null;
  readonly day: DayState;
  readonly figures: FiguresState;
  readonly office: OfficeState;
  readonly notice: Notice | null;
  readonly selection: Selection | null;
  readonly view: SceneView;
  readonly quality: 'auto' | QualityLevel;
  readonly panel: PanelTab;
}

export type TwinStore = StoreApi<TwinState>;

export const NO_DAY: DayState = { status: 'working', timeline: null, answers: null };
export const NO_OFFICE: OfficeState = { status: 'working', record: null, answers: null };
export const NO_FIGURES: FiguresState = {
  status: 'working',
  done: 0,
  of: 0,
  report: null,
  answers: null,
};

/** The page's state, without React. */
export function createTwinStore(language: Language): TwinStore {
  return createStore<TwinState>(() => ({
    language,
    page: 'hall',
    question: null,
    opened: null,
    plain: null,
    plan: null,
    settings: null,
    opening: null,
    day: NO_DAY,
    figures: NO_FIGURES,
    office: NO_OFFICE,
    notice: null,
    selection: null,
    view: 'orbit',
    quality: 'auto',
    panel: 'measures',
  }));
}

/** Whether the figures on show answer an older question than the one being asked. */
export function figuresAreOld(state: TwinState): boolean {
  return state.figures.report !== null && state.figures.answers !== state.question;
}
