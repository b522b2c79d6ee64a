import { hallScenario } from '../../scenarios/halls';
import { demonstration } from '../../scenarios/mechanisms';
import { PRODUCT } from '../../scenarios/product';
import { Workshop } from '../../sim/experiments/workshop';
import { keyOf } from '../journal';
import { columnsOf, FIGURES } from './figures';

/** Scenarios that between them draw from most distributions. */
const PROBED = [hallScenario('guiling'), demonstration('accepted-incomplete-with')];

/**
 * What this machine makes of a few runs, in twelve characters: the same wherever a sweep would come
 * out the same, to the last bit. Another version of the product, or a runtime whose logarithm rounds
 * otherwise, has another.
 */
export function probeOf(): string {
  const workshop = new Workshop();
  const runs = PROBED.map((scenario) =>
    columnsOf(
      workshop.run(workshop.prepare({ scenario, floorplan: null, seed: 7 }), 'summary', {
        from: 0,
        to: 2,
      }),
    ),
  );
  return keyOf([PRODUCT, FIGURES, runs]).slice(0, 12);
}
