import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../src/scenarios/distribution';
import { compileDistribution } from '../../../src/sim/kernel/distributions';
import { upperGamma, upperGammaQuantile } from '../../../src/sim/kernel/incomplete-gamma';
import { residualOf } from '../../../src/sim/kernel/residual';
import { Streams } from '../../../src/sim/kernel/streams';
import { KS_LIMIT, kolmogorovSmirnov } from './goodness';

const N = 40_000;

/** Families, an age, and P(X ≤ x) of the whole; null: discrete. */
const CASES: [string, Distribution, number, ((x: number) => number) | null][] = [
  ['exponential', { dist: 'exponential', meanS: 300 }, 420, (x) => 1 - Math.exp(-x / 300)],
  ['erlang', { dist: 'erlang', meanS: 300, stages: 4 }, 420, (x) => jstat.gamma.cdf(x, 4, 75)],
  ['gamma, shape 4', { dist: 'gamma', meanS: 300, cv: 0.5 }, 500, (x) => jstat.gamma.cdf(x, 4, 75)],
  [
    'gamma, shape 1/4',
    { dist: 'gamma', meanS: 300, cv: 2 },
    900,
    (x) => jstat.gamma.cdf(x, 0.25, 1200),
  ],
  [
    'lognormal',
    { dist: 'lognormal', meanS: 300, cv: 0.9 },
    600,
    (x) => {
      const s = Math.sqrt(Math.log1p(0.81));
      return jstat.lognormal.cdf(x, Math.log(300) - (s * s) / 2, s);
    },
  ],
  [
    'weibull, wearing',
    { dist: 'weibull', shape: 1.7, scaleS: 300 },
    350,
    (x) => jstat.weibull.cdf(x, 300, 1.7),
  ],
  [
    'weibull, hardening',
    { dist: 'weibull', shape: 0.6, scaleS: 300 },
    350,
    (x) => jstat.weibull.cdf(x, 300, 0.6),
  ],
  [
    'uniform',
    { dist: 'uniform', minS: 100, maxS: 700 },
    250,
    (x) => jstat.uniform.cdf(x, 100, 700),
  ],
  [
    'triangular before its mode',
    { dist: 'triangular', minS: 60, modeS: 240, maxS: 900 },
    120,
    (x) => jstat.triangular.cdf(x, 60, 900, 240),
  ],
  [
    'triangular past its mode',
    { dist: 'triangular', minS: 60, modeS: 240, maxS: 900 },
    500,
    (x) => jstat.triangular.cdf(x, 60, 900, 240),
  ],
  ['empirical', { dist: 'empirical', valuesS: [60, 120, 180, 600, 900] }, 120, null],
  [
    'mixture of short and long',
    {
      dist: 'mixture',
      components: [
        { probability: 0.8, of: { dist: 'exponential', meanS: 60 } },
        { probability: 0.2, of: { dist: 'gamma', meanS: 900, cv: 0.5 } },
      ],
    },
    300,
    (x) => 0.8 * (1 - Math.exp(-x / 60)) + 0.2 * jstat.gamma.cdf(x, 4, 225),
  ],
];

function sampleOf(d: Distribution, age: number): Float64Array {
  const stream = new Streams(7, 0).stream('residual');
  const { sample } = residualOf(d, age);
  return Float64Array.from({ length: N }, (_, i) => sample(stream.at(i)));
}

describe('what is left of a duration', () => {
  it.each(CASES)('%s: the moments of a sample are the closed forms', (_, d, age) => {
    const left = residualOf(d, age);
    const x = sampleOf(d, age);
    const mean = x.reduce((sum, value) => sum + value, 0) / N;
    const squares = x.map((value) => (value - mean) ** 2);
    const variance = squares.reduce((sum, value) => sum + value, 0) / (N - 1);
    const spread = squares.reduce((sum, value) => sum + (value - variance) ** 2, 0) / (N - 1);
    expect(left.overdue).toBe(false);
    expect(Math.abs(mean - left.mean)).toBeLessThan(5 * Math.sqrt(variance / N));
    expect(Math.abs(variance - left.variance)).toBeLessThan(5 * Math.sqrt(spread / N));
  });

  it.each(CASES.filter(([, , , cdf]) => cdf !== null))(
    '%s: has the conditional distribution',
    (_, d, age, cdf) => {
      const survival = 1 - cdf!(age);
      expect(residualOf(d, age).survival).toBeCloseTo(survival, 9);
      const given = (x: number) => (cdf!(age + x) - cdf!(age)) / survival;
      expect(kolmogorovSmirnov(sampleOf(d, age), given)).toBeLessThan(KS_LIMIT);
    },
  );

  it.each(CASES)('%s: of something that has just begun it is the whole', (_, d) => {
    const left = residualOf(d, 0);
    const whole = compileDistribution(d);
    expect(left.mean).toBeCloseTo(whole.mean, 6);
    expect(left.variance / whole.variance).toBeCloseTo(1, 6);
  });

  it('an exponential does not age', () => {
    for (const age of [0, 1, 5000]) {
      const left = residualOf({ dist: 'exponential', meanS: 300 }, age);
      expect(left.mean).toBeCloseTo(300, 9);
      expect(Math.sqrt(left.variance)).toBeCloseTo(300, 4);
    }
  });

  it('a fixed duration has the rest left', () => {
    const left = residualOf({ dist: 'deterministic', valueS: 300 }, 120);
    expect([left.mean, left.variance]).toEqual([180, 0]);
  });

  it('past the longest there is it is memoryless with the mean of the whole, and says so', () => {
    for (const d of [
      { dist: 'deterministic', valueS: 300 },
      { dist: 'uniform', minS: 100, maxS: 500 },
      { dist: 'triangular', minS: 100, modeS: 300, maxS: 500 },
      { dist: 'empirical', valuesS: [200, 400] },
    ] as const) {
      const left = residualOf(
        { ...d, ...('valuesS' in d && { valuesS: [...d.valuesS] }) } as Distribution,
        600,
      );
      expect(left).toMatchObject({ overdue: true, survival: 0, mean: 300, variance: 90_000 });
    }
  });

  it('far out in the tail the draws stay finite and the mean residual falls as it should', () => {
    const means = [1000, 3000, 9000].map(
      (age) => residualOf({ dist: 'gamma', meanS: 300, cv: 0.5 }, age).mean,
    );
    // A gamma of shape 4 comes to be an exponential of its scale.
    expect(means[0]).toBeGreaterThan(means[1]!);
    expect(means[2]).toBeGreaterThan(75);
    expect(means[2]).toBeLessThan(80);
    for (const x of sampleOf({ dist: 'gamma', meanS: 300, cv: 0.5 }, 9000).subarray(0, 500))
      expect(Number.isFinite(x) && x >= 0).toBe(true);
  });

  it('the incomplete gamma function and its inverse agree with the tables', () => {
    expect(upperGamma(4, 4)).toBeCloseTo(1 - jstat.gamma.cdf(4, 4, 1), 12);
    expect(upperGamma(0.25, 3)).toBeCloseTo(1 - jstat.gamma.cdf(3, 0.25, 1), 12);
    // Of whole shape it is Poisson's sum.
    const poisson = Math.exp(-80) * (1 + 80 + 3200 + 256_000 / 3);
    expect(upperGamma(4, 80) / poisson).toBeCloseTo(1, 10);
    for (const q of [0.9, 0.3, 1e-6]) {
      const x = upperGammaQuantile(2.5, q, 0);
      expect(upperGamma(2.5, x) / q).toBeCloseTo(1, 9);
    }
  });
});
