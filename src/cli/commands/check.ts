import { checkHall, type HallCheck } from '../../coverage/hall-check';
import { RULES } from '../../geometry/rules/catalogue';
import { EMPTYING_PROVENANCE } from '../../geometry/rules/emptying';
import { checkSheet } from '../../report/check-sheet';
import { CHECK_WORDS, countBroken } from '../../report/check-words';
import { provenanceText } from '../../report/provenance-text';
import type { FloorPlan } from '../../scenarios/floorplan';
import { HALLS } from '../../scenarios/halls';
import { loadDrawing } from '../documents';
import { oneOf } from '../options';
import { answerJson, type Output } from '../output';
import { table } from '../table';
import { checkTables, type TableFlags, writeTables } from '../tables';
import { tidy } from '../tidy';

export interface CheckFlags extends TableFlags {
  readonly hall?: string;
  readonly json?: boolean;
}

/**
 * Whether a hall keeps the rules.
 *
 * @returns whether it keeps all that have to be kept
 * @throws InputError for a plan that is none, or an option that is wrong
 */
export async function check(output: Output, name: string, flags: CheckFlags): Promise<boolean> {
  checkTables(flags);
  const hall =
    flags.hall === undefined
      ? undefined
      : oneOf(
          '--hall',
          flags.hall,
          HALLS.map(({ id }) => id),
        );
  const plan = loadDrawing(name);
  const checked = checkHall(
    plan,
    HALLS.find(({ id }) => id === hall),
  );
  await writeTables(flags, () => [checkSheet(plan, checked, output.language)]);
  if (flags.json) answerJson(output, document(plan, checked));
  else print(output, checked);
  return checked.passes;
}

function document(plan: FloorPlan, { passes, rules, emptying }: HallCheck) {
  return tidy({
    floorplan: plan.id,
    passes,
    rules: rules.map(({ id, outcome, findings }) => ({
      id,
      severity: RULES[id].severity,
      outcome,
      findings: findings.map(({ rule: _, ...finding }) => finding),
      source: RULES[id].source,
    })),
    emptying: emptying && { ...emptying, provenance: EMPTYING_PROVENANCE },
  });
}

function print(output: Output, checked: HallCheck): void {
  const { language } = output;
  const words = CHECK_WORDS[language];
  output.answer(
    table(
      checked.rules.map(({ id, outcome, findings }) => [
        words.rules[id],
        words.severities[RULES[id].severity],
        words.outcomes[outcome] + (findings.length > 1 ? ` × ${findings.length}` : ''),
        provenanceText(RULES[id].source, language),
      ]),
    ),
  );
  for (const { id, findings } of checked.rules) {
    if (findings.length === 0) continue;
    output.answer(`\n${words.rules[id]}`);
    for (const { path, message, remedy } of findings)
      output.answer(`  ${path}: ${message[language]}\n    → ${remedy[language]}`);
  }
  if (checked.emptying) output.answer(`\n${words.emptying(checked.emptying)}`);
  const broken = countBroken(checked, (rule) => RULES[rule].severity);
  output.answer(`\n${words.verdict(checked, broken.must, broken.advice)}`);
}
