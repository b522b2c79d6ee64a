import type { Estimate } from '../types';

/** Two-sided 95 % of the standard normal. */
export const Z95 = 1.959964;

/** A share with Wilson's interval. Source: Wilson, Journal of the American Statistical Association 22 (1927) 209–212. */
export function shareOf(hits: number, n: number): Estimate {
  if (n === 0) return { value: 0, ci95: null, n };
  const p = hits / n;
  const z2 = (Z95 * Z95) / n;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (Z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n))) / (1 + z2);
  return {
    value: p,
    ci95: [
      hits === 0 ? 0 : Math.max(0, middle - half),
      hits === n ? 1 : Math.min(1, middle + half),
    ],
    n,
  };
}

/** A positive number of which the logarithm is nearly normal with this standard error. */
export function positiveEstimate(value: number, logSe: number, n: number): Estimate {
  if (!Number.isFinite(logSe)) return { value, ci95: null, n };
  return { value, ci95: [value * Math.exp(-Z95 * logSe), value * Math.exp(Z95 * logSe)], n };
}

/** Quantile of a sorted sample (type 7). NaN for none. */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const position = (n - 1) * p;
  const rank = Math.min(n - 1, Math.floor(position));
  const low = sorted[rank]!;
  return low + (position - rank) * (sorted[Math.min(n - 1, rank + 1)]! - low);
}
