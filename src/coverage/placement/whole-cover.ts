import { shortfallProgramme } from './cover-programme';
import { greedyCover } from './greedy';
import { costOf, isCover, restrict, timesCovered } from './instance';
import type { LimitedSolver } from './limits';
import { coverPart, type PartCover } from './part-cover';
import { partsOf } from './parts';
import type { Instance } from './problem';
import { reduce } from './reduce';

/** The cheapest cover of an instance that can be covered. */
export interface WholeCover {
  /** Ascending. */
  readonly chosen: readonly number[];
  readonly lowerBound: number;
  readonly provenBy: 'bound' | 'search' | null;
  /** What reduction left to be searched, and in how many parts. */
  readonly left: {
    readonly candidates: number;
    readonly elements: number;
    readonly parts: number;
  };
}

/** What a search knows while it goes on. */
export interface KnownCover {
  /** What the cheapest cover found so far costs; null if there is none yet. */
  readonly found: number | null;
  /** No cover costs less. */
  readonly atLeast: number;
}

/**
 * The cheapest cover of an instance: reduced, in its connected parts.
 *
 * @param onKnown hears what is known before each search and after each part
 * @returns `conflict` if places exclude each other, `unsettled` if no cover was found in time
 */
export function coverWhole(
  instance: Instance,
  solver: LimitedSolver,
  onKnown?: (known: KnownCover) => void,
): WholeCover | 'conflict' | 'unsettled' {
  const reduced = reduce(instance);
  if (!reduced) return 'conflict';
  const { essential, rest, candidates, elements } = reduced;
  const chosen = [...essential];
  const parts = partsOf(rest);
  const answers: PartCover[] = [];
  const cost = (choice: readonly number[]) => costOf(instance, choice);
  const tell = (atLeast: number) =>
    onKnown?.({ found: answers.length === parts.length ? cost(chosen) : null, atLeast });
  let settled = cost(essential);
  for (const part of parts) {
    const one = coverPart(
      restrict(rest, rest.need, part.candidates, part.elements),
      solver,
      (bound) => tell(settled + bound),
    );
    answers.push(one);
    settled += one.bound;
    if (one.chosen) for (const c of one.chosen) chosen.push(candidates[part.candidates[c]!]!);
  }
  if (answers.every((answer) => answer.chosen !== null)) tell(settled);
  if (answers.some(({ bound }) => bound === Number.POSITIVE_INFINITY)) return 'conflict';
  if (answers.some((answer) => answer.chosen === null)) return 'unsettled';
  chosen.sort((a, b) => a - b);
  if (!isCover(instance, chosen)) throw new Error('a choice of cameras covers less than it should');
  const proven = answers.every(({ provenBy }) => provenBy !== null);
  const sum = (of: (one: PartCover) => number) =>
    answers.reduce((total, one) => total + of(one), costOf(instance, essential));
  return {
    chosen,
    lowerBound: sum(({ rootBound, bound }) => (proven ? rootBound : bound)),
    provenBy: proven
      ? answers.some(({ provenBy }) => provenBy === 'search')
        ? 'search'
        : 'bound'
      : null,
    left: { candidates: candidates.length, elements: elements.length, parts: parts.length },
  };
}

/**
 * How often each element is to be covered where not all needs can be met: with the fewest given up
 * in all, and of such choices the cheapest.
 */
export function coverableNeeds(
  instance: Instance,
  solver: LimitedSolver,
): { readonly need: readonly number[]; readonly proven: boolean } {
  const greedy = greedyCover(instance).chosen;
  const fewest = shortfallChoice(instance, solver, greedy);
  if (!fewest.proven) return { need: met(instance, fewest.chosen), proven: false };
  const sum = (needs: readonly number[]) => needs.reduce((total, n) => total + n, 0);
  const shortfall = sum(instance.need) - sum(met(instance, fewest.chosen));
  const cheapest = shortfallChoice(instance, solver, fewest.chosen, shortfall);
  return { need: met(instance, cheapest.chosen), proven: cheapest.proven };
}

/** The best choice by the shortfall programme, from a known one on. */
function shortfallChoice(
  instance: Instance,
  solver: LimitedSolver,
  known: readonly number[],
  most?: number,
): { readonly chosen: readonly number[]; readonly proven: boolean } {
  const is = new Set(known);
  const metByKnown = met(instance, known);
  const start = [
    ...instance.covers.map((_, c) => Number(is.has(c))),
    ...instance.need.map((n, e) => n - metByKnown[e]!),
  ];
  const { status, values } = solver.solve(shortfallProgramme(instance, most), start);
  if (!values) return { chosen: known, proven: false };
  const chosen = instance.covers.flatMap((_, c) => (values[c] === 1 ? [c] : []));
  return { chosen, proven: status === 'optimal' };
}

/** What a choice meets of the needs. */
export function met(instance: Instance, chosen: readonly number[]): number[] {
  const times = timesCovered(instance, chosen);
  return instance.need.map((n, e) => Math.min(n, times[e]!));
}
