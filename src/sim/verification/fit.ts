import jstat from 'jstat';

/**
 * p-value of a Kolmogorov–Smirnov test of a sample against a continuous distribution, from the
 * limit distribution with Stephens' correction for the size of the sample.
 * Source: Stephens, EDF statistics for goodness of fit and some comparisons, Journal of the
 * American Statistical Association 69 (1974) 730–737.
 */
export function kolmogorovSmirnov(sample: Float64Array, cdf: (x: number) => number): number {
  const sorted = sample.slice().sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const p = cdf(sorted[i]!);
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  }
  const root = Math.sqrt(n);
  const d = distance * (root + 0.12 + 0.11 / root);
  if (d < 0.3) return 1;
  let p = 0;
  for (let k = 1; k <= 20; k++) p += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * d * d);
  return Math.min(1, Math.max(0, p));
}

/**
 * p-value of Pearson's chi-square test of counts against the probabilities of their cells.
 * Source: Pearson 1900.
 */
export function chiSquare(
  counts: ArrayLike<number>,
  probability: (cell: number) => number,
): number {
  const all = Array.from(counts);
  const total = all.reduce((sum, count) => sum + count, 0);
  const distance = all.reduce((sum, count, cell) => {
    const expected = total * probability(cell);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return 1 - jstat.chisquare.cdf(distance, all.length - 1);
}

/**
 * p-value of the hypothesis that two columns of uniforms have nothing to do with each other: the
 * smaller of a chi-square test of 8 × 8 cells and of a test of the correlation, times two.
 */
export function independence(a: Float64Array, b: Float64Array): number {
  const n = Math.min(a.length, b.length);
  const counts = new Int32Array(64);
  let products = 0;
  for (let i = 0; i < n; i++) {
    products += 12 * (a[i]! - 0.5) * (b[i]! - 0.5);
    counts[8 * cellOf(a[i]!) + cellOf(b[i]!)]!++;
  }
  const correlated = 2 * jstat.normal.cdf(-Math.abs(products) / Math.sqrt(n), 0, 1);
  return smallest([chiSquare(counts, () => 1 / 64), correlated]);
}

function cellOf(u: number): number {
  return Math.min(7, Math.floor(8 * u));
}

/** The p-value of several tests together (Bonferroni): the smallest times their number. */
export function smallest(pValues: readonly number[]): number {
  return Math.min(1, pValues.length * Math.min(...pValues));
}
