import { hallScenario } from '../../src/scenarios/halls';
import { prepare, recordDay } from '../../src/sim/experiments/simulate';
import { createTimeline, type Timeline } from '../../src/sim/hall/timeline';
import { shippedPlan } from '../plans';

export const plan200 = shippedPlan('hall-200');

let kept: Timeline | undefined;

/** A whole recorded day of a shipped hall. */
export function day(): Timeline {
  kept ??= createTimeline(recordDay(prepare(hallScenario('quxi'), plan200, 1), 0));
  return kept;
}

/** Hours of the day in µs. */
export const hours = (h: number) => h * 3600e6;
