import type { FloorPlan } from '../../scenarios/floorplan';
import { type Timeline, WindowState } from '../../sim/hall/timeline';
import { yawOf } from '../coordinates';
import { staffFacingDeg } from '../model/fixtures';

/** A member of staff at their place. */
export interface StaffPlace {
  readonly role: 'clerk' | 'approver' | 'guide';
  readonly x: number;
  readonly y: number;
  readonly headingRad: number;
  readonly sits: boolean;
  /** Clerk: index of the window in the record. Approver: position among the desks. */
  readonly index: number;
}

/** Every place where staff can be seen, in the order of the plan. */
export function staffPlaces(plan: FloorPlan, timeline: Timeline | null): StaffPlace[] {
  const places: StaffPlace[] = [];
  const recorded = timeline?.record.header.windows ?? [];
  for (const window of plan.windows) {
    const [x, y] = window.clerkSpot;
    const index = recorded.indexOf(window.id);
    places.push({ role: 'clerk', x, y, headingRad: yawOf(window.facingDeg), sits: true, index });
  }
  let desks = 0;
  for (const fixture of plan.fixtures) {
    if (fixture.staffSpot === undefined) continue;
    const isDesk = fixture.kind === 'approverDesk';
    if (!isDesk && fixture.kind !== 'guideDesk') continue;
    const [x, y] = fixture.staffSpot;
    const headingRad = yawOf(staffFacingDeg(fixture));
    if (isDesk) places.push({ role: 'approver', x, y, headingRad, sits: true, index: desks++ });
    else places.push({ role: 'guide', x, y, headingRad, sits: false, index: 0 });
  }
  return places;
}

/** What the record says of the staff at one instant. Changed in place. */
export interface Attendance {
  /** Whether any window is open: then guide and approvers are at their places. */
  anyOpen: boolean;
  /** Cases that approvers work on, over all back offices. */
  approving: number;
}

/** Fills `out` for a time; allocates nothing. */
export function attend(timeline: Timeline, timeUs: number, out: Attendance): void {
  const { windows, backOffices } = timeline.record.header;
  out.anyOpen = false;
  for (let i = 0; i < windows.length; i++) {
    if (timeline.windowState(i, timeUs) !== WindowState.Closed) {
      out.anyOpen = true;
      break;
    }
  }
  out.approving = 0;
  for (let i = 0; i < backOffices.length; i++) out.approving += timeline.approversBusy(i, timeUs);
}

/** Whether somebody is at a place. */
export function isPresent(
  place: StaffPlace,
  timeline: Timeline,
  timeUs: number,
  attendance: Attendance,
): boolean {
  if (place.role !== 'clerk') return attendance.anyOpen;
  return place.index >= 0 && timeline.windowState(place.index, timeUs) !== WindowState.Closed;
}

/** Whether whoever is at a place has work in hand. */
export function isWorking(
  place: StaffPlace,
  timeline: Timeline,
  timeUs: number,
  attendance: Attendance,
): boolean {
  switch (place.role) {
    case 'clerk':
      return timeline.windowState(place.index, timeUs) === WindowState.Serving;
    case 'approver':
      return place.index < attendance.approving;
    case 'guide':
      return false;
  }
}
