import type { WindowArea } from '../../scenarios/floorplan';
import type { Rect } from './rect';

/** A window's place: the middle of its piece of counter in the frame. */
export interface Slot {
  readonly area: WindowArea;
  readonly u: number;
  readonly v: number;
  readonly widthM: number;
}

/** Slots side by side that share a counter; all face one way. */
export interface Counter {
  /** Direction in the frame from clerk to visitor, degrees. */
  readonly facingDeg: number;
  readonly slots: readonly Slot[];
}

/** A low wall that keeps visitors out of the staff's floor, or, full height, of the back office. */
export interface Rail {
  readonly from: readonly [u: number, v: number];
  readonly to: readonly [u: number, v: number];
  readonly full: boolean;
  /** Middle of a staff door in it, metres from `from`; absent for none. */
  readonly gateM?: number;
}

/** Another part of the room and what becomes of it; its ground is what walls leave of it. */
export interface RestPart {
  readonly part: Rect;
  readonly use: 'visitors' | 'staff';
  readonly ground: Rect;
}

/** What a layout makes of the frame before anything but counters stands in it. */
export interface Skeleton {
  readonly counters: readonly Counter[];
  readonly rails: readonly Rail[];
  /** Floor for visitors, in rectangles that don't overlap; the first is where they come in. */
  readonly floor: readonly [Rect, ...Rect[]];
  readonly clerks: readonly Rect[];
  /** Back offices, the one beside the clerks first. */
  readonly offices: readonly Rect[];
  /** Other parts of the room that are in use; their ground is among floor and offices. */
  readonly rest: readonly RestPart[];
  /** Sides of the first rectangle that are walls of the room. */
  readonly walls: readonly ('near' | 'right' | 'far' | 'left')[];
}
