import type { WindowArea } from '../../scenarios/floorplan';

/** Layouts that can be made to measure. */
export const LAYOUTS = ['straight', 'l', 'u', 'island'] as const;
export type LayoutKind = (typeof LAYOUTS)[number];

/** Windows to be placed. */
export interface WindowCounts {
  readonly comprehensive: number;
  readonly department: number;
  readonly issuing: number;
}

/** The notice's 8 and 5, and one that issues. */
export const NOTICE_COUNTS: WindowCounts = { comprehensive: 8, department: 5, issuing: 1 };

/** Areas of the windows in the order of their numbers. */
export function areasOf(counts: WindowCounts): WindowArea[] {
  return (['comprehensive', 'department', 'issuing'] as const).flatMap((area) =>
    Array.from({ length: counts[area] }, () => area),
  );
}

/** Why a layout can't be made in a room. */
export type Misfit =
  | { readonly why: 'noFloor' }
  /** Room for so many windows only. */
  | { readonly why: 'windows'; readonly fit: number }
  /** A door for visitors lies behind the counters. */
  | { readonly why: 'door' };
