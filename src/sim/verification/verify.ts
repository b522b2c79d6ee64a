import { PRODUCT } from '../../scenarios/product';
import { CASES } from './cases';
import { FALSE_ALARM } from './chance';
import type {
  CaseResult,
  Verdict,
  VerificationCase,
  VerificationContext,
  VerificationReport,
} from './types';

/**
 * Runs the product's acceptance: cases in the order of the table, whatever order `ids` has. The
 * same context gives the same report.
 *
 * @param options.ids absent: all cases; ids that no case has are left out
 * @param onProgress hears of each case before it starts and, with the last number, of the end;
 *   `found` is the one before
 * @param all the table
 */
export function verify(
  options: VerificationContext & { readonly ids?: readonly string[] },
  onProgress?: (
    done: number,
    of: number,
    next: VerificationCase | null,
    found: CaseResult | null,
  ) => void,
  all: readonly VerificationCase[] = CASES,
): VerificationReport {
  const { ids, ...context } = options;
  const chosen = ids ? all.filter((c) => ids.includes(c.id)) : all;
  const cases: CaseResult[] = [];
  for (const [i, c] of chosen.entries()) {
    onProgress?.(i, chosen.length, c, cases.at(-1) ?? null);
    cases.push(resultOf(c, context));
  }
  onProgress?.(chosen.length, chosen.length, null, cases.at(-1) ?? null);
  return {
    product: PRODUCT,
    seed: context.seed,
    effort: context.effort,
    falseAlarm: FALSE_ALARM,
    cases,
    verdict: jointVerdict(cases),
  };
}

function resultOf(c: VerificationCase, context: VerificationContext): CaseResult {
  const rows = c.run(context);
  const { id, group, name, about, source } = c;
  return { id, group, name, about, source, rows, verdict: jointVerdict(rows) };
}

function jointVerdict(parts: readonly { readonly verdict: Verdict }[]): Verdict {
  return parts.every((part) => part.verdict === 'agrees') ? 'agrees' : 'differs';
}
