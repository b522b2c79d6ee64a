import { HALLS, hallScenario } from '../../src/scenarios/halls';
import { MEASURE_IDS } from '../../src/sim/experiments/report';
import { simulate } from '../../src/sim/experiments/simulate';
import { shippedPlan } from '../plans';

/** The measures of every shipped hall over five days, as they stood when last looked at. */
export function summaries(): Record<string, Record<string, number | null>> {
  return Object.fromEntries(
    HALLS.map((hall) => {
      const { measures } = simulate({
        scenario: hallScenario(hall.id),
        floorplan: shippedPlan(hall.floorplan),
        seed: 1,
        replications: 5,
      });
      return [hall.id, Object.fromEntries(MEASURE_IDS.map((id) => [id, measures[id].mean]))];
    }),
  );
}
