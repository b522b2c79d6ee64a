import { PRODUCT } from '../../scenarios/product';
import type { LocalText } from '../../scenarios/text';
import { meanWithInterval, UNLIMITED } from '../stats/confidence';
import type { HallFigures, ReplicationFigures } from '../stats/hall-statistics';
import { HALL_MEASURE_IDS, type HallMeasures, limitsOf, MEASURE_IDS, type Measure } from './report';
import { type Experiment, replicate } from './simulate';

/** One of the scenarios compared. */
export interface Variant {
  readonly scenario: string;
  readonly name: LocalText;
  readonly floorplan: string | null;
  readonly measures: HallMeasures;
  /**
   * This one less the first, replication by replication; null for the first. The intervals of one
   * measure hold for all variants at once with 95 %.
   */
  readonly difference: HallMeasures | null;
}

/** Scenarios on the same visitors. */
export interface ComparisonReport {
  readonly product: { readonly name: string; readonly version: string };
  readonly seed: number;
  readonly replications: number;
  readonly variants: readonly Variant[];
}

/**
 * Means and paired differences to the first variant.
 *
 * Replication r of every variant has the same visitors (common random numbers), so the differences
 * are taken pair by pair, and the interval is Student's of their mean, widened for the number of
 * variants (Bonferroni). A pair in which one side cannot say is left out. Source: Law, Simulation
 * Modeling and Analysis (5th ed.), 10.2.1 and 10.3.1.
 *
 * @param runs figures of every variant, replications in the same order; RangeError if they are not
 * equally many
 */
export function compareRuns(
  experiments: readonly Experiment[],
  runs: readonly (readonly ReplicationFigures[])[],
): ComparisonReport {
  const first = runs[0] ?? [];
  if (runs.some((run) => run.length !== first.length))
    throw new RangeError('variants have different numbers of replications');
  return {
    product: PRODUCT,
    seed: experiments[0]?.seed ?? 0,
    replications: first.length,
    variants: runs.map((run, i) => ({
      scenario: experiments[i]!.model.scenario.id,
      name: experiments[i]!.model.scenario.name,
      floorplan: experiments[i]!.floorplan,
      measures: byMeasure((id) =>
        meanWithInterval(
          run.map((r) => r.all[id]),
          limitsOf(id),
        ),
      ),
      difference:
        i === 0
          ? null
          : byMeasure((id) =>
              meanWithInterval(
                run.map((r, n) => less(r.all[id], first[n]!.all[id])),
                UNLIMITED,
                runs.length - 1,
              ),
            ),
    })),
  };
}

/**
 * Runs scenarios on the same visitors and compares them.
 *
 * @param experiments prepared with the same seed
 * @param onProgress hears of each finished replication of all variants
 */
export function compare(
  experiments: readonly Experiment[],
  replications: number,
  onProgress?: (done: number, of: number) => void,
): ComparisonReport {
  const runs = experiments.map(() => [] as ReplicationFigures[]);
  for (let r = 0; r < replications; r++)
    for (const [i, experiment] of experiments.entries()) {
      runs[i]!.push(replicate(experiment, r));
      onProgress?.(r * experiments.length + i + 1, replications * experiments.length);
    }
  return compareRuns(experiments, runs);
}

type Id = keyof HallMeasures & keyof HallFigures;

function byMeasure(of: (id: Id) => Measure): HallMeasures {
  const ids = [...MEASURE_IDS, ...HALL_MEASURE_IDS];
  return Object.fromEntries(ids.map((id) => [id, of(id)])) as unknown as HallMeasures;
}

function less(value: number | null, from: number | null): number | null {
  return value === null || from === null ? null : value - from;
}
