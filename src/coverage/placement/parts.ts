import type { Instance } from './problem';

/** Candidates and elements that have to do with each other, and with nothing else. */
export interface Part {
  readonly candidates: readonly number[];
  readonly elements: readonly number[];
}

/**
 * Connected parts of an instance, which are solved one by one: elements hang together by the
 * candidates that cover them, candidates by the places they share.
 */
export function partsOf({ need, covers, places }: Instance): Part[] {
  const count = covers.length;
  const parent = Array.from({ length: count + need.length }, (_, i) => i);
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const join = (a: number, b: number) => {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y);
    parent[high!] = low!;
  };
  for (const [c, elements] of covers.entries()) for (const e of elements) join(c, count + e);
  for (const place of places) for (const c of place) join(place[0]!, c);
  const parts = new Map<number, { candidates: number[]; elements: number[] }>();
  const partAt = (node: number) => {
    const root = find(node);
    const part = parts.get(root) ?? { candidates: [], elements: [] };
    parts.set(root, part);
    return part;
  };
  for (const c of covers.keys()) partAt(c).candidates.push(c);
  for (const e of need.keys()) partAt(count + e).elements.push(e);
  return [...parts.values()].filter(({ elements }) => elements.length > 0);
}
