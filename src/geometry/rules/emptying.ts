import type { FloorPlan } from '../../scenarios/floorplan';
import { source } from '../../scenarios/sources';
import type { Navigator } from '../navigator';

/** People through a door, per second and metre of its width. */
const DOOR_FLOW = 2.02;
/** Of people with limited mobility, m/s. */
const SLOW_WALK_M_PER_S = 0.46;

export const EMPTYING_PROVENANCE = {
  doorFlow: source(
    'Daamen 与 Hoogendoorn 2012：含 5% 行动不便者时门口流量均值最低 2.02 人/(m·s)',
    'Daamen and Hoogendoorn 2012: lowest mean flow through doors, with 5 % disabled, 2.02 persons/(m·s)',
    'high',
  ),
  walk: source(
    'RiMEA：行动不便者步行速度 0.46–0.76 m/s，取下限',
    'RiMEA: people of limited mobility walk 0.46 to 0.76 m/s; the slower end',
    'high',
  ),
} as const;

/** How long it takes to empty a full hall. */
export interface Emptying {
  /** Everybody who is reckoned with. */
  readonly people: number;
  /** Clear width of the ways out, metres. */
  readonly doorsM: number;
  /** The longest way from a seat or window to the exit, metres. */
  readonly farthestM: number;
  /** All through the doors, one after another, seconds. */
  readonly flowS: number;
  /** The farthest on foot, slowly, seconds. */
  readonly walkS: number;
  /** The farthest walks, then the doors let everybody out: nobody is quicker than that, seconds. */
  readonly emptyS: number;
}

/**
 * The time to empty a full hall: somebody on every seat, a visitor and a clerk at every window,
 * everybody through the doors that visitors use and those for emergencies.
 *
 * Careful twice over: nobody takes the shorter way to an emergency door, and the last to arrive is
 * taken to meet the whole crowd there, so walking and flow add up. No norm for such halls was found, so it is a figure, not a rule.
 */
export function emptying(plan: FloorPlan, ways: Navigator): Emptying {
  const doors = plan.doors.filter(({ kind }) => kind !== 'staff');
  const doorsM = doors.reduce((sum, { widthM }) => sum + widthM, 0);
  const people = plan.seats.length + 2 * plan.windows.length;
  const starts = [...ways.seats, ...ways.windows.values()];
  const farthestM = starts.reduce(
    (farthest, place) =>
      ways.isReachable(place, ways.exit)
        ? Math.max(farthest, ways.route(place, ways.exit).lengthM)
        : farthest,
    0,
  );
  const flowS = people / (DOOR_FLOW * doorsM);
  const walkS = farthestM / SLOW_WALK_M_PER_S;
  return { people, doorsM, farthestM, flowS, walkS, emptyS: flowS + walkS };
}
