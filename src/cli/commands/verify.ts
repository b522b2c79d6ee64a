import { nearest } from '../../scenarios/problems-nearest';
import { CASES } from '../../sim/verification/cases';
import { GROUPS } from '../../sim/verification/types';
import { verify as runCases } from '../../sim/verification/verify';
import { loadFloorPlan, shippedFloorPlans } from '../documents';
import { wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { REFUSALS, refusal } from '../refusals';
import { verificationText } from '../verification-text';

export interface VerifyFlags {
  readonly seed: string;
  readonly quick?: boolean;
  readonly json?: boolean;
}

/** Ids of the cases that words name: a case each, or all of a group. Throws InputError. */
function idsOf(words: readonly string[]): string[] {
  const groups: readonly string[] = GROUPS;
  return words.flatMap((word) => {
    if (groups.includes(word)) return CASES.filter((c) => c.group === word).map((c) => c.id);
    if (CASES.some((c) => c.id === word)) return [word];
    const known = [...CASES.map((c) => c.id), ...groups];
    throw refusal('hall', word, REFUSALS.unknownCase(word, nearest(word, known), groups));
  });
}

/**
 * The product's own acceptance, all of it or the cases named. Throws InputError.
 *
 * @returns whether everything agrees
 */
export function verify(output: Output, words: readonly string[], flags: VerifyFlags): boolean {
  const seed = wholeNumber('--seed', flags.seed, 0, Number.MAX_SAFE_INTEGER);
  const ids = idsOf(words);
  const report = runCases(
    {
      ...(words.length > 0 ? { ids } : {}),
      effort: flags.quick ? 'quick' : 'full',
      seed,
      floorplans: Object.fromEntries(shippedFloorPlans().map((id) => [id, loadFloorPlan(id)])),
    },
    (done, of, next) => output.progress(`${done}/${of} ${next?.name[output.language] ?? ''}`),
  );
  if (flags.json) answerJson(output, report);
  else output.answer(verificationText(report, output.language));
  return report.verdict === 'agrees';
}
