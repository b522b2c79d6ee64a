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
