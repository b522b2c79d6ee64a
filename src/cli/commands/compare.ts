import { comparisonSheets } from '../../report/comparison-sheet';
import { compare as runVariants } from '../../sim/experiments/compare';
import type { Variant } from '../../sim/experiments/evaluator';
import { HALL_MEASURE_IDS, MEASURE_IDS } from '../../sim/experiments/report';
import type { StoppingRule } from '../../sim/experiments/stopping';
import { comparisonText } from '../comparison-text';
import { loadVariant } from '../documents';
import { MAX_REPLICATIONS, oneOf, plainNumber, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { REFUSALS, refusal } from '../refusals';
import { type SweepFlags, seedOf, withSweep } from '../sweep';
import { checkTables, type TableFlags, writeTables } from '../tables';

const MOST_VARIANTS = 8;
/** Replications of a run that stops by its precision, unless said otherwise. */
const MOST_BY_PRECISION = 2000;

export interface CompareFlags extends SweepFlags, TableFlags {
  readonly replications?: string;
  readonly precision?: string;
  readonly json?: boolean;
}

/** "waitMeanS=10": until the intervals of a measure are so many units wide, either way. */
function ruleOf({ replications, precision }: CompareFlags): StoppingRule {
  const most = (fallback: number) =>
    replications === undefined
      ? fallback
      : wholeNumber('--replications', replications, 2, MAX_REPLICATIONS);
  if (precision === undefined) return { most: most(30) };
  const [id = '', ...rest] = precision.split('=');
  const width = rest.join('=');
  const measure = oneOf('--precision', id, [...MEASURE_IDS, ...HALL_MEASURE_IDS]);
  const halfWidth = plainNumber('--precision', width, 1e-6, 1e9);
  return { most: most(MOST_BY_PRECISION), precision: { measure, halfWidth } };
}

/** Scenarios on the same visitors, each beside the first. Throws InputError. */
export async function compare(
  output: Output,
  names: readonly string[],
  flags: CompareFlags,
): Promise<void> {
  const rule = ruleOf(flags);
  const seed = seedOf(flags);
  checkTables(flags);
  if (names.length < 2 || names.length > MOST_VARIANTS)
    throw refusal('hall', '<scenarios>', REFUSALS.notSoMany(names.length, 2, MOST_VARIANTS));
  const variants = names.map((name): Variant => {
    const { scenario, plan } = loadVariant(name);
    return { scenario, floorplan: plan, seed };
  });
  const report = await withSweep(output, flags, 'compare', variants, rule, (sweep, watch) =>
    runVariants(variants, rule, sweep, ({ done, of, stopping }) =>
      watch.tell(
        done,
        of,
        stopping.halfWidth === null ? '' : `±${stopping.halfWidth.toPrecision(3)}`,
      ),
    ),
  );
  await writeTables(flags, () => comparisonSheets(report, output.language));
  if (flags.json) answerJson(output, report);
  else output.answer(comparisonText(report, names, output.language));
}
