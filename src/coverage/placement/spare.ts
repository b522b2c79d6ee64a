import type { Covering } from './covering';
import { type FloorCover, greedyFloor, seenBy } from './floor-greedy';
import { type FloorTerms, floorProgramme, unitOf } from './floor-programme';
import { costOf, isCover } from './instance';
import { LimitedSolver, type Limits } from './limits';
import { type CoveringProblem, type Instance, instanceOf } from './problem';
import type { ProgrammeSolver } from './programme';
import { checkFloor, type Floor, type Region, regionsOf } from './regions';
import { met } from './whole-cover';

export interface SpareRequest<Site> {
  readonly problem: CoveringProblem<Site>;
  /** Its answer, which sees what it has to. */
  readonly covering: Covering<Site>;
  readonly floor: Floor;
  /** Cameras more than the answer has. */
  readonly spare: number;
  /**
   * `cameras`: those of the answer stay, others join them. `number`: any choice that meets as much
   * with that many in all; with nothing to spare, the best of all optimal ones.
   */
  readonly keep: 'cameras' | 'number';
}

export interface SpareOptions extends Limits {
  /** Pairs of region and camera above which the exact programme isn't tried. */
  readonly mostPairs?: number;
}

/** Cameras beyond the fewest, and the floor that they see. */
export interface SpareAnswer<Site> {
  /** All cameras, ascending. */
  readonly chosen: readonly number[];
  readonly sites: readonly Site[];
  /** Weight of the floor that the covering alone sees, that all of these see, and of all floor. */
  readonly seenBefore: number;
  readonly seen: number;
  readonly total: number;
  /** No choice sees more. */
  readonly upperBound: number;
  /** `exact`: branch and cut, to its end; else the greedy rule, or the best found in time. */
  readonly method: 'exact' | 'greedy';
  /**
   * This gain over the covering is at least that share of the best one: 1 if that is proven,
   * 1 − 1/e by the greedy rule, 1/2 if places hold one camera each; null where the greedy rule promises
   * nothing, as the cameras of the covering could be rearranged.
   */
  readonly guarantee: number | null;
}

const MOST_PAIRS = 50_000;

/**
 * Spends cameras on blind floor: maximum coverage. By the greedy rule, which has at least 1 − 1/e of
 * the best gain (Nemhauser, Wolsey and Fisher, Mathematical Programming 14, 1978), or half of it
 * where places hold one camera each (a matroid: Fisher, Nemhauser and Wolsey, Mathematical
 * Programming Study 8, 1978); and exactly by branch and cut where the programme is small enough
 * and time allows.
 *
 * Cameras that add nothing are not spent. Spare cameras are counted, not paid for; but a
 * rearranged choice costs no more than the covering and `spare` of the dearest candidates.
 *
 * @throws RangeError naming the field that makes no sense
 */
export function spendSpare<Site>(
  { problem, covering, floor, spare, keep }: SpareRequest<Site>,
  solver: ProgrammeSolver,
  { mostPairs = MOST_PAIRS, ...limits }: SpareOptions = {},
): SpareAnswer<Site> {
  const asked = instanceOf(problem);
  checkFloor(floor, asked.covers.length);
  if (!Number.isInteger(spare) || spare < 0)
    throw new RangeError(`spare: ${spare} is not a number of cameras`);
  const instance = { ...asked, need: met(asked, covering.chosen) };
  const regions = regionsOf(floor);
  const added = greedily(instance, regions, covering.chosen, spare);
  const most = covering.count + spare;
  const greedy =
    keep === 'cameras'
      ? added
      : { ...added, upperBound: greedyFloor(instance, regions, [], most).upperBound };
  const terms: FloorTerms =
    keep === 'cameras'
      ? { kept: covering.chosen, most, mostCost: Number.POSITIVE_INFINITY }
      : { kept: [], most, mostCost: dearest(instance, covering, spare) };
  const isSmall = regions.reduce((sum, { seers }) => sum + seers.length, 0) <= mostPairs;
  const { best, method } =
    isSmall && !isBest(greedy)
      ? search(instance, regions, terms, greedy, new LimitedSolver(solver, limits))
      : { best: greedy, method: 'greedy' as const };
  const greedyShare = asked.places.length > 0 ? 1 / 2 : 1 - 1 / Math.E;
  return {
    chosen: best.chosen,
    sites: best.chosen.map((c) => problem.candidates[c]!.site),
    seenBefore: seenBy(regions, covering.chosen),
    seen: best.seen,
    total: Array.from(floor.weights).reduce((sum, weight) => sum + weight, 0),
    upperBound: best.upperBound,
    method,
    guarantee: isBest(best) ? 1 : keep === 'cameras' ? greedyShare : null,
  };
}

/** Whether nothing sees more, but for the rounding of sums. */
function isBest({ seen, upperBound }: FloorCover): boolean {
  return seen >= upperBound * (1 - 1e-9);
}

function dearest<Site>({ cost }: Instance, covering: Covering<Site>, spare: number): number {
  return covering.cost + spare * cost.reduce((most, one) => Math.max(most, one), 0);
}

/** The best that branch and cut finds from the greedy choice on. */
function search(
  instance: Instance,
  regions: readonly Region[],
  terms: FloorTerms,
  greedy: FloorCover,
  solver: LimitedSolver,
): { best: FloorCover; method: 'exact' | 'greedy' } {
  const start = (chosen: readonly number[]) => {
    const is = new Set(chosen);
    return [
      ...instance.covers.map((_, c) => Number(is.has(c))),
      ...regions.map(({ seers }) => Number(seers.some((c) => is.has(c)))),
    ];
  };
  const programme = floorProgramme(instance, regions, terms);
  const { status, values, bound } = solver.solve(programme, start(greedy.chosen));
  const upperBound = Math.min(greedy.upperBound, -bound * unitOf(regions));
  const isBounded = (chosen: readonly number[]) =>
    chosen.length <= terms.most &&
    costOf(instance, chosen) <= terms.mostCost * (1 + 1e-9) &&
    terms.kept.every((c) => chosen.includes(c)) &&
    isCover(instance, chosen);
  const found = values
    ? withoutIdle(
        instance,
        regions,
        terms.kept,
        instance.covers.flatMap((_, c) => (values[c] === 1 ? [c] : [])),
      )
    : null;
  if (!found || !isBounded(found)) return { best: { ...greedy, upperBound }, method: 'greedy' };
  const seen = seenBy(regions, found);
  const best = seen > greedy.seen ? { chosen: found, seen } : greedy;
  return status === 'optimal'
    ? { best: { ...best, upperBound: best.seen }, method: 'exact' }
    : { best: { ...best, upperBound }, method: 'greedy' };
}

/** The greedy choice; what one made idle by later ones would do is spent again. */
function greedily(
  instance: Instance,
  regions: readonly Region[],
  kept: readonly number[],
  spare: number,
): FloorCover {
  const first = greedyFloor(instance, regions, kept, spare);
  let best = first;
  for (;;) {
    const busy = withoutIdle(instance, regions, kept, best.chosen);
    if (busy.length === best.chosen.length) return best;
    const left = kept.length + spare - busy.length;
    const { chosen, seen } = greedyFloor(instance, regions, busy, left);
    best = { chosen, seen, upperBound: first.upperBound };
  }
}

/** A choice without those that neither see floor alone nor are needed, the last first. */
function withoutIdle(
  instance: Instance,
  regions: readonly Region[],
  kept: readonly number[],
  chosen: readonly number[],
): number[] {
  let left = [...chosen];
  const seen = seenBy(regions, chosen);
  for (const c of chosen.toReversed()) {
    const others = left.filter((other) => other !== c);
    if (!kept.includes(c) && isCover(instance, others) && seenBy(regions, others) >= seen)
      left = others;
  }
  return left;
}
