import type { Instance } from './problem';

/** Candidates that cover each element, ascending. */
export function coverersOf({ need, covers }: Instance): number[][] {
  const coverers = need.map((): number[] => []);
  for (const [c, elements] of covers.entries()) for (const e of elements) coverers[e]!.push(c);
  return coverers;
}

/** Place of each candidate; −1 for one that excludes no other. */
export function placeOf({ covers, places }: Instance): number[] {
  const place = covers.map(() => -1);
  for (const [p, candidates] of places.entries()) for (const c of candidates) place[c] = p;
  return place;
}

/** How many different cameras could cover each element, looked at by itself. */
export function reachOf(instance: Instance): number[] {
  const place = placeOf(instance);
  return coverersOf(instance).map((coverers) => slotsOf(coverers, place).length);
}

/** Coverers of an element by what excludes each other: at most one of each can be chosen. */
export function slotsOf(coverers: readonly number[], place: readonly number[]): number[][] {
  const slots: number[][] = [];
  const shared = new Map<number, number[]>();
  for (const c of coverers) {
    const there = shared.get(place[c]!);
    if (there) there.push(c);
    else {
      const slot = [c];
      slots.push(slot);
      if (place[c]! >= 0) shared.set(place[c]!, slot);
    }
  }
  return slots;
}

/** How often each element is covered. */
export function timesCovered({ need, covers }: Instance, chosen: readonly number[]): number[] {
  const times = need.map(() => 0);
  for (const c of chosen) for (const e of covers[c]!) times[e]!++;
  return times;
}

/** Whether a choice of different candidates meets every need and no place twice. */
export function isCover(instance: Instance, chosen: readonly number[]): boolean {
  const times = timesCovered(instance, chosen);
  const is = new Set(chosen);
  return (
    is.size === chosen.length &&
    instance.need.every((n, e) => times[e]! >= n) &&
    instance.places.every((place) => place.filter((c) => is.has(c)).length <= 1)
  );
}

export function costOf({ cost }: Instance, chosen: readonly number[]): number {
  return chosen.reduce((sum, c) => sum + cost[c]!, 0);
}

/** Some candidates and elements of an instance, renumbered in their order. */
export function restrict(
  { covers, cost, places }: Instance,
  need: readonly number[],
  candidates: readonly number[],
  elements: readonly number[],
): Instance {
  const element = new Map(elements.map((e, i) => [e, i]));
  const candidate = new Map(candidates.map((c, i) => [c, i]));
  return {
    need: elements.map((e) => need[e]!),
    covers: candidates.map((c) =>
      covers[c]!.flatMap((e) => (element.has(e) ? [element.get(e)!] : [])),
    ),
    cost: candidates.map((c) => cost[c]!),
    places: places
      .map((place) => place.flatMap((c) => (candidate.has(c) ? [candidate.get(c)!] : [])))
      .filter((place) => place.length > 1),
  };
}
