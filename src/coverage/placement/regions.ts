/** Floor that cameras see beside what they have to. */
export interface Floor {
  /** Weight of each cell: its area, say, or how much it matters. */
  readonly weights: ArrayLike<number>;
  /** Cells that each candidate sees. */
  readonly sees: readonly ArrayLike<number>[];
}

/** Cells that the same candidates see, taken together. */
export interface Region {
  readonly weight: number;
  /** Ascending. */
  readonly seers: readonly number[];
}

/** @throws RangeError naming the field of a floor that makes no sense */
export function checkFloor({ weights, sees }: Floor, candidates: number): void {
  if (sees.length !== candidates)
    throw new RangeError(`floor.sees: of ${sees.length} candidates, not ${candidates}`);
  for (let cell = 0; cell < weights.length; cell++)
    if (!(weights[cell]! >= 0 && Number.isFinite(weights[cell])))
      throw new RangeError(`floor.weights[${cell}]: ${weights[cell]} is not a weight`);
  for (const [c, cells] of sees.entries())
    for (let i = 0; i < cells.length; i++)
      if (!(cells[i]! in weights))
        throw new RangeError(`floor.sees[${c}][${i}]: there is no cell ${cells[i]}`);
}

/**
 * The regions of a floor that some candidate sees, in the order of their first cells: the cells
 * are split by one candidate after another, in time of the sum of all they see.
 */
export function regionsOf({ weights, sees }: Floor): Region[] {
  const classOf = new Int32Array(weights.length);
  const seers: number[][] = [[]];
  for (const [c, cells] of sees.entries()) {
    const split = new Map<number, number>();
    const seen = new Set<number>();
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (seen.has(cell)) continue;
      seen.add(cell);
      const old = classOf[cell]!;
      let fresh = split.get(old);
      if (fresh === undefined) {
        fresh = seers.length;
        split.set(old, fresh);
        seers.push([...seers[old]!, c]);
      }
      classOf[cell] = fresh;
    }
  }
  const sums = new Map<number, number>();
  for (let cell = 0; cell < weights.length; cell++) {
    const k = classOf[cell]!;
    if (k > 0 && weights[cell]! > 0) sums.set(k, (sums.get(k) ?? 0) + weights[cell]!);
  }
  return [...sums].map(([k, weight]) => ({ weight, seers: seers[k]! }));
}
