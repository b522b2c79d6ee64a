import { type Cells, logLikelihoodOf } from './cells';
import type { Family } from './families';
import { Z95 } from './numeric/estimates';
import { covariance, minimise } from './numeric/minimise';
import type { Estimate } from './types';

/** A family with the parameters that make the sample likeliest. */
export interface FittedFamily {
  readonly family: Family;
  readonly theta: readonly number[];
  readonly logLikelihood: number;
}

type Theta = readonly number[];

/** Maximum likelihood over cells. */
export function fitFamily(
  family: Family,
  cells: Cells,
  start: Theta,
  most = family.parameters > 2 ? 500 : 150,
): FittedFamily {
  const loss = (theta: Theta) => -logLikelihoodOf(cells, family.cdf(theta));
  const best = minimise(loss, start, 0.2, most, 1e-6 * Math.max(1, cells.n / 1000));
  return { family, theta: best.at, logLikelihood: -best.value };
}

/** Intervals of the named parameters, and of mean and cv. */
export function intervalsOf(
  { family, theta }: FittedFamily,
  cells: Cells,
): { named: Record<string, Estimate>; meanS: Estimate; cv: Estimate } {
  const loss = (at: Theta) => -logLikelihoodOf(cells, family.cdf(at));
  const matrix = covariance(loss, theta);
  const { n } = cells;
  const named: Record<string, Estimate> = {};
  for (const name of Object.keys(family.named(theta)))
    named[name] = derived(
      matrix,
      theta,
      (at) => family.named(at)[name]!,
      name.endsWith('probability') ? 'share' : 'positive',
      n,
    );
  return {
    named,
    meanS: derived(matrix, theta, (at) => family.moments(at)[0], 'positive', n),
    cv:
      family.id === 'exponential'
        ? { value: 1, ci95: null, n }
        : derived(matrix, theta, (at) => family.moments(at)[1], 'positive', n),
  };
}

/** Who tells the 95 % intervals of figures that follow from maximum-likelihood estimates of `n` rows. */
export function intervalsOfLoss(
  loss: (theta: Theta) => number,
  theta: Theta,
  n: number,
): (figure: (theta: Theta) => number, scale: 'share' | 'positive') => Estimate {
  const matrix = covariance(loss, theta);
  return (figure, scale) => derived(matrix, theta, figure, scale, n);
}

/**
 * From the observed information by the delta method: on logarithms, of shares on log-odds, so that
 * intervals stay where the figure can be.
 * Source: Pawitan, In All Likelihood (2001), 4.7 and 9.
 */
function derived(
  matrix: readonly Theta[] | null,
  theta: Theta,
  figure: (theta: Theta) => number,
  scale: 'share' | 'positive',
  n: number,
): Estimate {
  const value = figure(theta);
  const to = scale === 'share' ? (p: number) => Math.log(p / (1 - p)) : Math.log;
  const back = scale === 'share' ? (y: number) => 1 / (1 + Math.exp(-y)) : Math.exp;
  if (!matrix) return { value, ci95: null, n };
  const h = 1e-4;
  const slope = theta.map((_, i) => {
    const moved = (by: number) => to(figure(theta.map((x, j) => (i === j ? x + by : x))));
    return (moved(h) - moved(-h)) / (2 * h);
  });
  let variance = 0;
  for (let i = 0; i < slope.length; i++)
    for (let j = 0; j < slope.length; j++) variance += slope[i]! * matrix[i]![j]! * slope[j]!;
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  if (!Number.isFinite(half)) return { value, ci95: null, n };
  return { value, ci95: [back(to(value) - half), back(to(value) + half)], n };
}
