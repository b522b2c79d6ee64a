/** Cumulative curves of a queue: by when so many had come, and by when so many had been called. Neither falls. */
export interface Cumulative {
  readonly atS: readonly number[];
  readonly came: readonly number[];
  readonly called: readonly number[];
}

/**
 * The wait of each person, first come, first served: from when the n-th came until the n-th was called, the
 * horizontal distance of the two curves. Unlike Little's law for a half hour it is right while a queue grows
 * or shrinks; over a whole day both say the same. Who was not called by the end is left out.
 * Source: Newell, Applications of Queueing Theory (2nd ed., 1982), chapter 1.
 *
 * @param hears when somebody came, seconds since midnight, and how long they waited
 */
export function waitsInTurn(
  { atS, came, called }: Cumulative,
  hears: (cameS: number, waitS: number) => void,
): void {
  const total = Math.min(came.at(-1) ?? 0, called.at(-1) ?? 0);
  let [i, j] = [0, 0];
  for (let n = 0.5; n < total; n++) {
    while (came[i]! < n) i++;
    while (called[j]! < n) j++;
    const cameS = reached(atS, came, i, n);
    hears(cameS, Math.max(0, reached(atS, called, j, n) - cameS));
  }
}

/** When a curve reaches n, between its points i − 1 and i. */
function reached(atS: readonly number[], curve: readonly number[], i: number, n: number): number {
  if (i === 0) return atS[0]!;
  const [low, high] = [curve[i - 1]!, curve[i]!];
  return atS[i - 1]! + ((atS[i]! - atS[i - 1]!) * (n - low)) / (high - low);
}
