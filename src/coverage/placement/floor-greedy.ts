import { placeOf } from './instance';
import type { Instance } from './problem';
import type { Region } from './regions';

/** A choice of cameras and the floor they see. */
export interface FloorCover {
  /** Ascending. */
  readonly chosen: readonly number[];
  /** Weight of what they see. */
  readonly seen: number;
  /** Nothing that could be chosen sees more. */
  readonly upperBound: number;
}

/** Weight of the regions that a choice sees. */
export function seenBy(regions: readonly Region[], chosen: readonly number[]): number {
  const is = new Set(chosen);
  return regions.reduce(
    (sum, { weight, seers }) => (seers.some((c) => is.has(c)) ? sum + weight : sum),
    0,
  );
}

/**
 * Adds cameras to those kept, always the one that sees most of what is still blind, the first of
 * equals, as long as one sees any. The upper bound is of what those kept and `spare` others see:
 * at any time, what is seen and the largest gains that are still to be had, each by itself
 * (Nemhauser, Wolsey and Fisher 1978, for any submodular function).
 */
export function greedyFloor(
  { covers, places }: Pick<Instance, 'covers' | 'places'>,
  regions: readonly Region[],
  kept: readonly number[],
  spare: number,
): FloorCover {
  const place = placeOf({ need: [], cost: [], covers, places });
  const regionsSeen = covers.map((): number[] => []);
  for (const [r, { seers }] of regions.entries()) for (const c of seers) regionsSeen[c]!.push(r);
  const blind = regions.map(() => true);
  const free = covers.map(() => true);
  const chosen: number[] = [];
  const choose = (c: number) => {
    chosen.push(c);
    free[c] = false;
    if (place[c]! >= 0) for (const other of places[place[c]!]!) free[other] = false;
    for (const r of regionsSeen[c]!) blind[r] = false;
  };
  const gainOf = (c: number) =>
    regionsSeen[c]!.reduce((sum, r) => (blind[r] ? sum + regions[r]!.weight : sum), 0);
  for (const c of kept) choose(c);
  const open = covers.flatMap((_, c) => (free[c] ? [c] : []));
  let upperBound = Number.POSITIVE_INFINITY;
  for (let added = 0; ; added++) {
    const gains = open.map(gainOf);
    const largest = [...gains].sort((a, b) => b - a).slice(0, spare);
    const bound = seenBy(regions, chosen) + largest.reduce((sum, gain) => sum + gain, 0);
    upperBound = Math.min(upperBound, bound);
    let best = -1;
    for (const [i, gain] of gains.entries())
      if (gain > 0 && free[open[i]!] && (best < 0 || gain > gains[best]!)) best = i;
    if (added === spare || best < 0) break;
    choose(open[best]!);
  }
  return { chosen: chosen.sort((a, b) => a - b), seen: seenBy(regions, chosen), upperBound };
}
