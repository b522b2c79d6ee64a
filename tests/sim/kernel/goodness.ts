/** Kolmogorov–Smirnov distance of a sample from a distribution, times √n. */
export function kolmogorovSmirnov(sample: Float64Array, cdf: (x: number) => number): number {
  const sorted = sample.slice().sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const p = cdf(sorted[i]!);
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  }
  return distance * Math.sqrt(n);
}

/** √n times the distance that a true sample passes with probability 1e-4 (2 exp(−2 d²) = 1e-4). */
export const KS_LIMIT = Math.sqrt(-Math.log(0.5e-4) / 2);

/** Pearson's chi-square of counts that should be equal. */
export function chiSquare(counts: ArrayLike<number>): number {
  const all = Array.from(counts);
  const expected = all.reduce((sum, count) => sum + count, 0) / all.length;
  return all.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
