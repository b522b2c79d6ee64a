import jstat from 'jstat';
import type { Distribution, SimpleDistribution } from '../../scenarios/distribution';
import type { Sample } from './cells';
import { quantileOf } from './numeric/estimates';
import { gammaProbability } from './numeric/gamma-function';
import { fastNormalProbability } from './numeric/normal';

/** A family of distributions over free parameters without limits (logarithms, log-odds). */
export interface Family {
  readonly dist: Distribution['dist'];
  /** Told apart from others of the same `dist`. */
  readonly id: string;
  /** Counted by the information criteria; a whole number that was chosen counts too. */
  readonly parameters: number;
  /** Where to begin looking: moments or quantiles. */
  start(sample: Sample): readonly number[];
  cdf(theta: readonly number[]): (x: number) => number;
  distribution(theta: readonly number[]): Distribution;
  /** The parameters by their names in the schema. */
  named(theta: readonly number[]): Readonly<Record<string, number>>;
  /** Mean and variance of one component or of all. */
  moments(theta: readonly number[]): readonly [meanS: number, cv: number];
}

const clamp = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));
/** Within what the scenario's schema takes. */
const cvOf = (logCv: number) => clamp(Math.exp(logCv), 1e-4, 100);
const gammaCvOf = (logCv: number) => clamp(Math.exp(logCv), 0.032, 4.4);
const positive = (log: number) => clamp(Math.exp(log), 1e-6, 1e12);

const momentStart = ({ meanS, cv }: Sample) => [
  Math.log(Math.max(1e-3, meanS)),
  Math.log(clamp(cv, 0.05, 5)),
];

export const exponential: Family = {
  dist: 'exponential',
  id: 'exponential',
  parameters: 1,
  start: ({ meanS }) => [Math.log(Math.max(1e-3, meanS))],
  cdf: ([logMean]) => {
    const mean = positive(logMean!);
    return (x) => -Math.expm1(-x / mean);
  },
  distribution: ([logMean]) => ({ dist: 'exponential', meanS: positive(logMean!) }),
  named: ([logMean]) => ({ meanS: positive(logMean!) }),
  moments: ([logMean]) => [positive(logMean!), 1],
};

export const gamma: Family = {
  dist: 'gamma',
  id: 'gamma',
  parameters: 2,
  start: momentStart,
  cdf: ([logMean, logCv]) => {
    const shape = 1 / gammaCvOf(logCv!) ** 2;
    const scale = positive(logMean!) / shape;
    const cdf = gammaProbability(shape);
    return (x) => cdf(x / scale);
  },
  distribution: ([logMean, logCv]) => ({
    dist: 'gamma',
    meanS: positive(logMean!),
    cv: gammaCvOf(logCv!),
  }),
  named: ([logMean, logCv]) => ({ meanS: positive(logMean!), cv: gammaCvOf(logCv!) }),
  moments: ([logMean, logCv]) => [positive(logMean!), gammaCvOf(logCv!)],
};

/** Erlang of a given number of stages. */
export function erlang(stages: number): Family {
  return {
    dist: 'erlang',
    id: `erlang${stages}`,
    parameters: 2,
    start: exponential.start,
    cdf: ([logMean]) => {
      const scale = positive(logMean!) / stages;
      const cdf = gammaProbability(stages);
      return (x) => cdf(x / scale);
    },
    distribution: ([logMean]) => ({ dist: 'erlang', meanS: positive(logMean!), stages }),
    named: ([logMean]) => ({ meanS: positive(logMean!) }),
    moments: ([logMean]) => [positive(logMean!), 1 / Math.sqrt(stages)],
  };
}

function lognormalCdf(mean: number, cv: number): (x: number) => number {
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const mu = Math.log(mean) - 0.5 * sigma * sigma;
  return (x) => (x > 0 ? fastNormalProbability((Math.log(x) - mu) / sigma) : 0);
}

export const lognormal: Family = {
  dist: 'lognormal',
  id: 'lognormal',
  parameters: 2,
  start: momentStart,
  cdf: ([logMean, logCv]) => lognormalCdf(positive(logMean!), cvOf(logCv!)),
  distribution: ([logMean, logCv]) => ({
    dist: 'lognormal',
    meanS: positive(logMean!),
    cv: cvOf(logCv!),
  }),
  named: ([logMean, logCv]) => ({ meanS: positive(logMean!), cv: cvOf(logCv!) }),
  moments: ([logMean, logCv]) => [positive(logMean!), cvOf(logCv!)],
};

const shapeOf = (logShape: number) => clamp(Math.exp(logShape), 0.06, 900);

export const weibull: Family = {
  dist: 'weibull',
  id: 'weibull',
  parameters: 2,
  // Shape from the coefficient of variation, nearly: cv ≈ shape^(−1/1.086).
  start: ({ meanS, cv }) => [
    Math.log(clamp(clamp(cv, 0.05, 5) ** -1.086, 0.1, 50)),
    Math.log(Math.max(1e-3, meanS)),
  ],
  cdf: ([logShape, logScale]) => {
    const shape = shapeOf(logShape!);
    const scale = positive(logScale!);
    return (x) => (x > 0 ? -Math.expm1(-((x / scale) ** shape)) : 0);
  },
  distribution: ([logShape, logScale]) => ({
    dist: 'weibull',
    shape: shapeOf(logShape!),
    scaleS: positive(logScale!),
  }),
  named: ([logShape, logScale]) => ({ shape: shapeOf(logShape!), scaleS: positive(logScale!) }),
  moments: ([logShape, logScale]) => {
    const shape = shapeOf(logShape!);
    const first = jstat.gammaln(1 + 1 / shape);
    const second = jstat.gammaln(1 + 2 / shape);
    return [
      positive(logScale!) * Math.exp(first),
      Math.sqrt(Math.max(0, Math.expm1(second - 2 * first))),
    ];
  },
};

const chance = (logOdds: number) => 1 / (1 + Math.exp(-clamp(logOdds, -30, 30)));

/**
 * Two kinds of business under one name: a first component (short calls that come to nothing, or the
 * quicker of two services) with a probability, and a second. `theta`: log-odds of the first, then both components'.
 */
function mixtureOf(id: string, first: Family, second: Family, startAt: number): Family {
  const k = first.parameters;
  const parts = (theta: readonly number[]) =>
    [chance(theta[0]!), theta.slice(1, 1 + k), theta.slice(1 + k)] as const;
  return {
    dist: 'mixture',
    id,
    parameters: 1 + k + second.parameters,
    start(sample) {
      const { sorted } = sample;
      const cut = Math.max(1e-3, quantileOf(sorted, startAt));
      const share = startAt;
      const below = momentsWithin(sorted, 0, cut);
      const above = momentsWithin(sorted, cut, Number.POSITIVE_INFINITY);
      return [
        Math.log(share / (1 - share)),
        ...first.start({ ...sample, ...below }),
        ...second.start({ ...sample, ...above }),
      ];
    },
    cdf(theta) {
      const [p, a, b] = parts(theta);
      const [cdfA, cdfB] = [first.cdf(a), second.cdf(b)];
      return (x) => p * cdfA(x) + (1 - p) * cdfB(x);
    },
    distribution(theta) {
      const [p, a, b] = parts(theta);
      return {
        dist: 'mixture',
        components: [
          { probability: p, of: first.distribution(a) as SimpleDistribution },
          { probability: 1 - p, of: second.distribution(b) as SimpleDistribution },
        ],
      };
    },
    named(theta) {
      const [p, a, b] = parts(theta);
      const named: Record<string, number> = { '0.probability': p };
      for (const [name, value] of Object.entries(first.named(a))) named[`0.${name}`] = value;
      for (const [name, value] of Object.entries(second.named(b))) named[`1.${name}`] = value;
      return named;
    },
    moments(theta) {
      const [p, a, b] = parts(theta);
      const [m1, c1] = first.moments(a);
      const [m2, c2] = second.moments(b);
      const mean = p * m1 + (1 - p) * m2;
      const square = p * m1 * m1 * (1 + c1 * c1) + (1 - p) * m2 * m2 * (1 + c2 * c2);
      return [mean, Math.sqrt(Math.max(0, square / (mean * mean) - 1))];
    },
  };
}

function momentsWithin(sorted: Float64Array, low: number, high: number) {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const x of sorted)
    if (x >= low && x <= high) {
      n++;
      sum += x;
      squares += x * x;
    }
  const meanS = n > 0 ? sum / n : 1;
  const variance = n > 1 ? Math.max(0, squares / n - meanS * meanS) : meanS * meanS;
  return { meanS: Math.max(1e-3, meanS), cv: meanS > 0 ? Math.sqrt(variance) / meanS : 1 };
}

/** Tried when a single family leaves a difference. */
export const MIXTURES: readonly Family[] = [
  mixtureOf('short+lognormal', exponential, lognormal, 0.05),
  mixtureOf('short+gamma', exponential, gamma, 0.05),
  mixtureOf('lognormal+lognormal', lognormal, lognormal, 0.4),
];

/** The quantile of a distribution function, by halving. */
export function quantileFrom(cdf: (x: number) => number, p: number, scale: number): number {
  let high = Math.max(1e-6, scale);
  while (cdf(high) < p && high < 1e15) high *= 2;
  let low = 0;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
