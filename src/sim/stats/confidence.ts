import jstat from 'jstat';
import type { Limits, Measure } from '../experiments/report';

export const UNLIMITED: Limits = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/**
 * Mean over independent replications with its 95 % confidence interval, from Student's t with
 * n − 1 degrees of freedom. null entries (replications that could not say) are left out; the
 * mean of none is null, and one alone has no interval. Sums run in the order given. Throws
 * RangeError on an entry that is not finite.
 *
 * @param limits least and most that the true mean can be: an interval does not go past them, and
 *   holds the truth as often as before
 * @param together so many intervals hold their truths all at once with 95 % (Bonferroni)
 */
export function meanWithInterval(
  values: readonly (number | null)[],
  [least, most]: Limits = UNLIMITED,
  together = 1,
): Measure {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  if (n === 0) return { mean: null, ci95: null, n };
  for (const value of known)
    if (!Number.isFinite(value)) throw new RangeError(`${value} is not a finite figure`);
  const mean = meanOf(known);
  if (n === 1) return { mean, ci95: null, n };
  let squares = 0;
  for (const value of known) squares += (value - mean) ** 2;
  const half = tQuantile(1 - 0.025 / together, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean, ci95: [Math.max(least, mean - half), Math.min(most, mean + half)], n };
}

/** The mean, corrected by the mean of what is left over, which takes out the rounding of the first. */
function meanOf(values: readonly number[]): number {
  const n = values.length;
  // Around the first value, so that equal values have exactly their own mean.
  const first = values[0]!;
  let sum = 0;
  for (const value of values) sum += value - first;
  const rough = first + sum / n;
  let rest = 0;
  for (const value of values) rest += value - rough;
  return rough + rest / n;
}

const quantilesKept = new Map<string, number>();

/** Each quantile of Student's t takes a while to find, and few are ever asked for. */
function tQuantile(probability: number, degreesOfFreedom: number): number {
  const key = `${probability} ${degreesOfFreedom}`;
  let t = quantilesKept.get(key);
  if (t === undefined) {
    t = jstat.studentt.inv(probability, degreesOfFreedom);
    quantilesKept.set(key, t);
  }
  return t;
}
