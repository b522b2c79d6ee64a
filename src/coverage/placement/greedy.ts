import { placeOf, timesCovered } from './instance';
import type { Instance } from './problem';

/** What the greedy rule arrives at. */
export interface Greedy {
  /** In the order of choice. */
  readonly chosen: readonly number[];
  /** Whether every need is met; mounting places may have led it into a dead end. */
  readonly complete: boolean;
}

/**
 * Chvátal's rule (Mathematics of Operations Research 4, 1979): always the candidate that costs
 * least for each need it still meets, the first of equals. Without places it costs at most
 * 1 + 1/2 + … + 1/d times the least, for candidates that cover up to d, also where elements are
 * needed several times (Dobson, Mathematics of Operations Research 7, 1982).
 */
export function greedyCover(instance: Instance): Greedy {
  const { covers, cost, places } = instance;
  const left = [...instance.need];
  const place = placeOf(instance);
  const free = covers.map(() => true);
  const chosen: number[] = [];
  let open = left.reduce((sum, n) => sum + n, 0);
  while (open > 0) {
    let best = -1;
    let bestGain = 0;
    for (const [c, elements] of covers.entries()) {
      if (!free[c]) continue;
      let gain = 0;
      for (const e of elements) if (left[e]! > 0) gain++;
      if (gain > 0 && (best < 0 || gain * cost[best]! > bestGain * cost[c]!)) {
        best = c;
        bestGain = gain;
      }
    }
    if (best < 0) return { chosen, complete: false };
    chosen.push(best);
    free[best] = false;
    if (place[best]! >= 0) for (const c of places[place[best]!]!) free[c] = false;
    for (const e of covers[best]!) left[e]!--;
    open -= bestGain;
  }
  return { chosen, complete: true };
}

/** A cover without the candidates it can do without: the dearest first, of equals the latest. */
export function withoutSpare(instance: Instance, chosen: readonly number[]): number[] {
  const { need, covers, cost } = instance;
  const times = timesCovered(instance, chosen);
  const kept = new Set(chosen);
  const order = [...chosen].reverse().sort((a, b) => cost[b]! - cost[a]!);
  for (const c of order) {
    if (covers[c]!.some((e) => times[e]! <= need[e]!)) continue;
    kept.delete(c);
    for (const e of covers[c]!) times[e]!--;
  }
  return [...kept].sort((a, b) => a - b);
}
