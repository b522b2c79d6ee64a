import { compileDistribution } from '../../sim/kernel/distributions';
import type { Stream } from '../../sim/kernel/streams';
import { cellsOf, type Sample, sampleOf } from './cells';
import { type FittedFamily, fitFamily } from './likelihood';

/**
 * Anderson–Darling's statistic of a sorted sample.
 * Source: Anderson and Darling, Journal of the American Statistical Association 49 (1954) 765–769.
 */
export function andersonDarling(sorted: Float64Array, cdf: (x: number) => number): number {
  const n = sorted.length;
  const u = Float64Array.from(sorted, (x) => Math.min(1 - 1e-12, Math.max(1e-12, cdf(x))));
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (2 * i + 1) * (Math.log(u[i]!) + Math.log1p(-u[n - 1 - i]!));
  return -n - sum / n;
}

/** Largest distance between a sample's distribution function and another, at some 400 places; ties are one step. */
export function largestDistance({ sorted, stepS }: Sample, cdf: (x: number) => number): number {
  const n = sorted.length;
  const half = stepS / 2;
  let distance = 0;
  let last = -1;
  for (let k = 1; k <= 400; k++) {
    let i = Math.max(0, Math.ceil((n * k) / 400) - 1);
    while (i + 1 < n && sorted[i + 1] === sorted[i]) i++;
    if (i === last) continue;
    last = i;
    // After the value with all who have it: what the step could have meant ends half a step on.
    distance = Math.max(distance, Math.abs((i + 1) / n - cdf(sorted[i]! + half)));
    if (stepS === 0) distance = Math.max(distance, Math.abs(cdf(sorted[i]!) - i / n));
  }
  return distance;
}

/** Rows that a test looks at; with more every family of the world is rejected. */
const TESTED_ROWS = 250;
/** Fewer where a fit takes long: p is then told in fortieths. */
const BOOTSTRAPS = 79;
const BOOTSTRAPS_OF_MIXTURES = 39;

/**
 * Whether a family could have made the sample: Anderson–Darling with the p-value of a parametric
 * bootstrap that fits the family anew to each drawn sample and rounds as the log does (as Lilliefors
 * did for the normal). With many rows it looks at `TESTED_ROWS` of them, evenly through the sorted sample from a
 * drawn beginning.
 * Source: Stute, González Manteiga and Presedo Quindimil, Bootstrap based goodness-of-fit tests,
 * Metrika 40 (1993) 243–256.
 */
export function testOf(
  fitted: FittedFamily,
  sample: Sample,
  stream: Stream,
): { statistic: number; p: number; testedRows: number } {
  const n = Math.min(TESTED_ROWS, sample.sorted.length);
  const { stepS } = sample;
  const part = drawnFrom(sample.sorted, n, stream.at(0));
  const sampler = compileDistribution(fitted.family.distribution(fitted.theta));
  const statisticOf = (times: Float64Array) => {
    const drawn = sampleOf(times);
    const cells = cellsOf({ ...drawn, stepS }, 40, 40);
    const again = fitFamily(fitted.family, cells, fitted.theta, 30 + 15 * fitted.family.parameters);
    return andersonDarling(drawn.sorted, again.family.cdf(again.theta));
  };
  const statistic = statisticOf(part);
  let more = 0;
  const times = fitted.family.dist === 'mixture' ? BOOTSTRAPS_OF_MIXTURES : BOOTSTRAPS;
  for (let b = 1; b <= times; b++) {
    stream.at(b);
    const drawn = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const x = sampler.sample(stream);
      drawn[i] = stepS > 0 ? Math.round(x / stepS) * stepS : x;
    }
    if (statisticOf(drawn) >= statistic) more++;
  }
  return { statistic, p: (more + 1) / (times + 1), testedRows: n };
}

/** `n` rows drawn without putting back (Floyd 1987); all of them if there are no more. */
function drawnFrom(values: Float64Array, n: number, stream: Stream): Float64Array {
  if (n >= values.length) return values.slice();
  const chosen = new Set<number>();
  for (let j = values.length - n; j < values.length; j++) {
    const k = Math.floor(stream.uniform() * (j + 1));
    chosen.add(chosen.has(k) ? j : k);
  }
  return Float64Array.from(chosen, (i) => values[i]!);
}
