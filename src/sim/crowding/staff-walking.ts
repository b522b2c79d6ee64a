import { staffWays } from '../../geometry/staff-ways';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { DayRecord } from '../hall/record';
import { attendanceOf } from '../stats/attendance';

/** What the clerk of one window walks in a day. */
export interface ClerkWalk {
  /** The window's id. */
  readonly window: string;
  /** Spells at the window: shifts, and what breaks cut them into. */
  readonly spells: number;
  /** From the door to the chair and back, over all spells; null if no way leads there. */
  readonly walkedM: number | null;
}

/**
 * Metres that clerks walk on a recorded day: for each spell at a window, from the nearest staff
 * door to the chair and back. What they walk to fetch papers is not simulated (an assumption: the
 * papers come to them). Windows that nobody opened are left out.
 */
export function staffWalking(plan: FloorPlan, record: DayRecord): readonly ClerkWalk[] {
  const wayTo = staffWays(plan);
  const spells = new Map<string, number>();
  for (const { kind, place, staff } of attendanceOf(record)) {
    if (kind !== 'window' || staff === 'absent') continue;
    const id = record.header.windows[place]!;
    spells.set(id, (spells.get(id) ?? 0) + 1);
  }
  return plan.windows.flatMap(({ id, clerkSpot }) => {
    const times = spells.get(id);
    if (times === undefined) return [];
    const metres = wayTo(clerkSpot);
    return [{ window: id, spells: times, walkedM: metres === null ? null : 2 * times * metres }];
  });
}
