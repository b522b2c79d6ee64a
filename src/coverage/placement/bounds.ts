import { coverersOf } from './instance';
import type { Instance } from './problem';

/**
 * A cost that no cover stays below, found without a solver: the better of two answers to the dual
 * of the linear relaxation (most Σ need·y with Σ y ≤ cost over what each candidate covers), each of
 * which is a bound by weak duality.
 *
 * - Dual ascent: the elements with fewest coverers first, each y as large as its coverers leave
 *   room for. Where everything costs the same, these are elements of which no candidate covers
 *   two: each needs cameras of its own. Beasley, European Journal of Operational Research 31, 1987.
 * - Equal shares: each candidate's cost is shared by all it covers, and y is an element's least.
 *   Where all cover d of n elements, this is n/d.
 */
export function dualBound(instance: Instance): number {
  return roundUp(instance, Math.max(ascent(instance), shares(instance)));
}

function ascent(instance: Instance): number {
  const coverers = coverersOf(instance);
  const room = [...instance.cost];
  const order = [...instance.need.keys()].sort(
    (a, b) => coverers[a]!.length - coverers[b]!.length || a - b,
  );
  let bound = 0;
  for (const e of order) {
    const y = coverers[e]!.reduce((least, c) => Math.min(least, room[c]!), Number.MAX_VALUE);
    for (const c of coverers[e]!) room[c]! -= y;
    bound += instance.need[e]! * y;
  }
  return bound;
}

function shares(instance: Instance): number {
  const { need, covers, cost } = instance;
  return coverersOf(instance).reduce((sum, coverers, e) => {
    const share = (c: number) => cost[c]! / covers[c]!.length;
    const y = coverers.reduce((least, c) => Math.min(least, share(c)), Number.MAX_VALUE);
    return sum + need[e]! * y;
  }, 0);
}

/** Error of sums and of the solver, relative to the value. */
const TOLERANCE = 1e-7;

/** A bound made the most of: costs in whole numbers have a whole sum. */
export function roundUp({ cost }: Instance, bound: number): number {
  const safe = bound - TOLERANCE * Math.max(1, Math.abs(bound));
  return cost.every(Number.isInteger) ? Math.ceil(safe) : safe;
}

/** Whether a cost is proven the least by a bound. */
export function closes(bound: number, cost: number): boolean {
  return cost <= bound + 3 * TOLERANCE * Math.max(1, Math.abs(cost));
}
