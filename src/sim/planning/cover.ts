/** Patterns that have to cover a need. */
export interface CoverProblem {
  /** Windows needed in each half hour. */
  readonly need: readonly number[];
  readonly patterns: readonly { readonly covers: readonly boolean[]; readonly hours: number }[];
  /** Windows there are: those of patterns that do not overlap may be the same. */
  readonly most: number;
}

/**
 * The fewest hours that cover a need: how many windows work each pattern; null if it can't be
 * covered. Dantzig's set covering of shifts (Operations Research 2, 1954), solved exactly.
 */
export type CoverSolver = (problem: CoverProblem) => number[] | null;

/** A cover problem as a linear programme in whole numbers, in CPLEX's LP format. */
export function coverModel({ need, patterns, most }: CoverProblem): string {
  const x = (p: number) => `x${p}`;
  const sum = (terms: readonly string[]) => (terms.length > 0 ? terms.join(' + ') : '0 x0');
  // Of equally many hours, fewer windows; a window weighs less than any half hour.
  const cost = patterns.map(({ hours }, p) => `${hours + 0.001} ${x(p)}`);
  const rows = need.flatMap((n, t) => {
    const covering = patterns.flatMap(({ covers }, p) => (covers[t] ? [x(p)] : []));
    return [` n${t}: ${sum(covering)} >= ${n}`, ` w${t}: ${sum(covering)} <= ${most}`];
  });
  return [
    'Minimize',
    ` hours: ${sum(cost)}`,
    'Subject To',
    ...rows,
    'General',
    ` ${patterns.map((_, p) => x(p)).join(' ')}`,
    'End',
  ].join('\n');
}
