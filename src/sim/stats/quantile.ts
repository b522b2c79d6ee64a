/**
 * Sample quantiles at probabilities `ps` in [0, 1] (RangeError otherwise), all null for an empty
 * sample. Type 7 of Hyndman and Fan, Sample quantiles in statistical packages, The American
 * Statistician 50 (1996) 361–365: linear between the order statistics about (n − 1) p.
 * Exact, by selection instead of sorting; `values` stay as they are.
 */
export function quantiles(values: ArrayLike<number>, ps: readonly number[]): (number | null)[] {
  for (const p of ps)
    if (!(p >= 0 && p <= 1)) throw new RangeError(`probability ${p} is not in [0, 1]`);
  const n = values.length;
  if (n === 0) return ps.map(() => null);
  const scratch = new Float64Array(values);
  const found: (number | null)[] = ps.map(() => null);
  // From the lowest to the highest, so that each selection leaves less to the next.
  const rising = ps.map((_, i) => i).sort((i, j) => ps[i]! - ps[j]!);
  let from = 0;
  for (const i of rising) {
    const position = (n - 1) * ps[i]!;
    const rank = Math.floor(position);
    select(scratch, from, rank);
    from = rank;
    const low = scratch[rank]!;
    const share = position - rank;
    found[i] = share === 0 ? low : low + share * (least(scratch, rank + 1) - low);
  }
  return found;
}

/** One sample quantile: see `quantiles`. */
export function quantile(values: ArrayLike<number>, p: number): number | null {
  return quantiles(values, [p])[0]!;
}

/**
 * Hoare's selection with the median of three as pivot: reorders `a` from `left` on so that
 * `a[rank]` is what sorting would put there, with nothing greater before and nothing less after.
 */
function select(a: Float64Array, left: number, rank: number): void {
  let low = left;
  let high = a.length - 1;
  while (low < high) {
    const pivot = median(a[low]!, a[(low + high) >> 1]!, a[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (a[i]! < pivot) i++;
      while (a[j]! > pivot) j--;
      if (i > j) break;
      const swapped = a[i]!;
      a[i++] = a[j]!;
      a[j--] = swapped;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else return;
  }
}

function median(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function least(a: Float64Array, from: number): number {
  let least = a[from]!;
  for (let i = from + 1; i < a.length; i++) if (a[i]! < least) least = a[i]!;
  return least;
}
