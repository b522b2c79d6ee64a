import { compare as runVariants } from '../../sim/experiments/compare';
import { prepare } from '../../sim/experiments/simulate';
import { comparisonText } from '../comparison-text';
import { loadVariant } from '../documents';
import { MAX_REPLICATIONS, wholeNumber } from '../options';
import { answerJson, type Output, progressOf } from '../output';
import { REFUSALS, refusal } from '../refusals';

const MOST_VARIANTS = 8;

export interface CompareFlags {
  readonly replications: string;
  readonly seed: string;
  readonly json?: boolean;
}

/** Scenarios on the same visitors, each beside the first. Throws InputError. */
export function compare(output: Output, names: readonly string[], flags: CompareFlags): void {
  const replications = wholeNumber('--replications', flags.replications, 2, MAX_REPLICATIONS);
  const seed = wholeNumber('--seed', flags.seed, 0, Number.MAX_SAFE_INTEGER);
  if (names.length < 2 || names.length > MOST_VARIANTS)
    throw refusal('hall', '<scenarios>', REFUSALS.notSoMany(names.length, 2, MOST_VARIANTS));
  const experiments = names.map((name) => {
    const { scenario, plan } = loadVariant(name);
    return prepare(scenario, plan, seed);
  });
  const report = runVariants(experiments, replications, progressOf(output));
  if (flags.json) answerJson(output, report);
  else output.answer(comparisonText(report, names, output.language));
}
