import type { FloorPlan } from '../../scenarios/floorplan';
import type { Scenario } from '../../scenarios/scenario';
import { prepare, recordDay, replicate } from '../experiments/simulate';
import type { DayRecord } from '../hall/record';
import type { ReplicationFigures } from '../stats/hall-statistics';
import type { Effort, VerificationContext } from './types';

/** Replications of every figure with an interval: enough for Student's t far out in its tails. */
export const REPLICATIONS = 40;

/** Picks by effort. */
export function byEffort<T>(effort: Effort, quick: T, full: T): T {
  return effort === 'quick' ? quick : full;
}

/** Figures of replications 0 … n − 1 through the ordinary process, without a floor plan. */
export function figuresOf(
  scenario: Scenario,
  { seed }: Pick<VerificationContext, 'seed'>,
  replications = REPLICATIONS,
): ReplicationFigures[] {
  const experiment = prepare(scenario, null, seed);
  return Array.from({ length: replications }, (_, r) => replicate(experiment, r));
}

/** Recorded replications, one at a time so that only one is in memory. */
export function* recordsOf(
  scenario: Scenario,
  floorplan: FloorPlan | null,
  { seed }: Pick<VerificationContext, 'seed'>,
  replications: number,
): Generator<DayRecord> {
  const experiment = prepare(scenario, floorplan, seed);
  for (let r = 0; r < replications; r++) yield recordDay(experiment, r);
}

/** Mean of the utilisations of windows; one that never opened counts as 0. */
export function meanOf(utilisations: readonly (number | null)[]): number {
  return utilisations.reduce<number>((sum, u) => sum + (u ?? 0), 0) / utilisations.length;
}
