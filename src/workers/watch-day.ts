import { eyesOf } from '../coverage/camera-problems';
import { type DayCoverage, dayCoverage } from '../coverage/day/day-coverage';
import type { LensModel } from '../coverage/optics/lens-of';
import type { Profile } from '../coverage/profiles';
import type { Posture } from '../coverage/space/people';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import { firstDayOf } from '../sim/experiments/first-day';
import { prepare, recordDay } from '../sim/experiments/simulate';
import { createTimeline } from '../sim/hall/timeline';
import { dayPeople } from './day-people';

export interface WatchDayRequest {
  readonly scenario: Scenario;
  /** With the cameras that watch; those that cannot look are left out. */
  readonly plan: FloorPlan;
  readonly seed: number;
  readonly replication: number;
  readonly profile: Profile;
  readonly posture: Posture;
  readonly lens: LensModel;
  readonly everyS: number;
}

/** Simulates a scenario's first day in a plan and watches it through the plan's cameras. */
export function watchDay(
  request: WatchDayRequest,
  onProgress?: (share: number) => void,
): DayCoverage {
  const { scenario, plan, seed, replication, profile, posture, lens, everyS } = request;
  const record = recordDay(prepare(firstDayOf(scenario), plan, seed), replication);
  return dayCoverage(
    plan,
    eyesOf(plan, lens),
    dayPeople(plan, createTimeline(record), posture),
    { profile, posture, everyS },
    onProgress,
  );
}
