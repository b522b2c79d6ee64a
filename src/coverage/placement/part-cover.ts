import { closes, dualBound, roundUp } from './bounds';
import { coverProgramme } from './cover-programme';
import { greedyCover, withoutSpare } from './greedy';
import { costOf, isCover } from './instance';
import type { LimitedSolver } from './limits';
import type { Instance } from './problem';

/** What is known of an instance when its search ends. */
export interface PartCover {
  /** The cheapest cover found; null if none is. */
  readonly chosen: readonly number[] | null;
  /** No cover costs less; infinite where there is none. */
  readonly bound: number;
  /** The same before the search tree raised it. */
  readonly rootBound: number;
  /** What shows that nothing is cheaper: the bound alone, or the search; null if nothing does. */
  readonly provenBy: 'bound' | 'search' | null;
}

/**
 * The cheapest cover of a connected instance: the greedy one if a bound proves it, the dual one or
 * the linear relaxation's; else branch and cut, from there on.
 *
 * @param onBound hears what no cover costs less than, before the search begins
 */
export function coverPart(
  instance: Instance,
  solver: LimitedSolver,
  onBound?: (bound: number) => void,
): PartCover {
  const greedy = greedyCover(instance);
  let chosen = greedy.complete ? withoutSpare(instance, greedy.chosen) : null;
  const isProvenBy = (bound: number) => chosen !== null && closes(bound, costOf(instance, chosen));

  let bound = dualBound(instance);
  onBound?.(bound);
  if (isProvenBy(bound)) return { chosen, bound, rootBound: bound, provenBy: 'bound' };

  const relaxed = solver.solve(coverProgramme(instance, false));
  if (relaxed.status === 'infeasible') return infeasible(bound);
  if (relaxed.status === 'optimal') bound = Math.max(bound, roundUp(instance, relaxed.bound));
  if (isProvenBy(bound)) return { chosen, bound, rootBound: bound, provenBy: 'bound' };

  const rootBound = bound;
  onBound?.(bound);
  const exact = solver.solve(
    coverProgramme(instance, true),
    chosen ? columnsOf(chosen) : undefined,
  );
  if (exact.status === 'infeasible') return infeasible(rootBound);
  const found = exact.values?.flatMap((value, c) => (value === 1 ? [c] : [])) ?? null;
  // The solver works in floating point: its rounded answer has to be a cover indeed.
  const isSound = found !== null && isCover(instance, found);
  if (isSound && (!chosen || costOf(instance, found) <= costOf(instance, chosen)))
    chosen = withoutSpare(instance, found);
  bound = Math.max(bound, roundUp(instance, exact.bound));
  const isProven = isProvenBy(bound) || (isSound && exact.status === 'optimal');
  return { chosen, bound, rootBound, provenBy: isProven ? 'search' : null };

  function columnsOf(candidates: readonly number[]): number[] {
    const columns = instance.covers.map(() => 0);
    for (const c of candidates) columns[c] = 1;
    return columns;
  }
}

function infeasible(rootBound: number): PartCover {
  return { chosen: null, bound: Number.POSITIVE_INFINITY, rootBound, provenBy: 'search' };
}
