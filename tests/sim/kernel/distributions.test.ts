import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../src/scenarios/distribution';
import {
  compileDistribution,
  gammaFactor,
  type Sampler,
  truncatedNormal,
} from '../../../src/sim/kernel/distributions';
import { normalProbability, normalQuantile } from '../../../src/sim/kernel/normal';
import { Streams } from '../../../src/sim/kernel/streams';
import { KS_LIMIT, kolmogorovSmirnov } from './goodness';

const N = 200_000;
/** Draws held against the exact distribution, whose oracle is slow. */
const TESTED = 40_000;

function sampleOf(sampler: Sampler, seed = 1, n = N): Float64Array {
  const stream = new Streams(seed, 0).stream('distribution');
  const sample = new Float64Array(n);
  for (let subject = 0; subject < n; subject++)
    sample[subject] = sampler.sample(stream.at(subject));
  return sample;
}

/** Sample mean and variance within five standard errors of what the sampler says of itself. */
function expectMoments(sampler: Sampler, x: Float64Array): void {
  const mean = x.reduce((sum, value) => sum + value, 0) / N;
  const squares = x.map((value) => (value - mean) ** 2);
  const variance = squares.reduce((sum, value) => sum + value, 0) / (N - 1);
  const spread = squares.reduce((sum, value) => sum + (value - variance) ** 2, 0) / (N - 1);
  expect(Math.abs(mean - sampler.mean)).toBeLessThan(5 * Math.sqrt(variance / N));
  expect(Math.abs(variance - sampler.variance)).toBeLessThan(5 * Math.sqrt(spread / N));
}

const provenance = { kind: 'assumption', note: 'test' } as const;
const sigma = (cv: number) => Math.sqrt(Math.log(1 + cv * cv));

const CASES: [string, Distribution, { mean: number; variance: number }, (x: number) => number][] = [
  [
    'exponential',
    { dist: 'exponential', meanS: { value: 300, provenance } },
    { mean: 300, variance: 90_000 },
    (x) => jstat.exponential.cdf(x, 1 / 300),
  ],
  [
    'Erlang of 1 stage',
    { dist: 'erlang', meanS: 300, stages: 1 },
    { mean: 300, variance: 90_000 },
    (x) => jstat.exponential.cdf(x, 1 / 300),
  ],
  [
    'Erlang of 4 stages',
    { dist: 'erlang', meanS: 300, stages: 4 },
    { mean: 300, variance: 22_500 },
    (x) => jstat.gamma.cdf(x, 4, 75),
  ],
  [
    'Erlang of 33 stages',
    { dist: 'erlang', meanS: 300, stages: 33 },
    { mean: 300, variance: 90_000 / 33 },
    (x) => jstat.gamma.cdf(x, 33, 300 / 33),
  ],
  [
    'gamma, cv 0.5',
    { dist: 'gamma', meanS: 300, cv: 0.5 },
    { mean: 300, variance: 22_500 },
    (x) => jstat.gamma.cdf(x, 4, 75),
  ],
  [
    'gamma, cv 0.05',
    { dist: 'gamma', meanS: 300, cv: 0.05 },
    { mean: 300, variance: 225 },
    (x) => jstat.gamma.cdf(x, 400, 0.75),
  ],
  [
    'gamma, cv 1',
    { dist: 'gamma', meanS: 300, cv: 1 },
    { mean: 300, variance: 90_000 },
    (x) => jstat.exponential.cdf(x, 1 / 300),
  ],
  [
    'gamma, cv 2',
    { dist: 'gamma', meanS: 300, cv: 2 },
    { mean: 300, variance: 360_000 },
    (x) => jstat.gamma.cdf(x, 0.25, 1200),
  ],
  [
    'lognormal, cv 0.8',
    { dist: 'lognormal', meanS: 300, cv: 0.8 },
    { mean: 300, variance: 57_600 },
    (x) => jstat.lognormal.cdf(x, Math.log(300) - sigma(0.8) ** 2 / 2, sigma(0.8)),
  ],
  [
    'Weibull, shape 2',
    { dist: 'weibull', shape: 2, scaleS: 300 },
    { mean: 150 * Math.sqrt(Math.PI), variance: 9e4 * (1 - Math.PI / 4) },
    (x) => jstat.weibull.cdf(x, 300, 2),
  ],
  [
    'Weibull, shape 0.5',
    { dist: 'weibull', shape: 0.5, scaleS: 300 },
    { mean: 600, variance: 9e4 * 20 },
    (x) => jstat.weibull.cdf(x, 300, 0.5),
  ],
  [
    'uniform',
    { dist: 'uniform', minS: 60, maxS: 180 },
    { mean: 120, variance: 1200 },
    (x) => jstat.uniform.cdf(x, 60, 180),
  ],
  [
    'triangular',
    { dist: 'triangular', minS: 60, modeS: 90, maxS: 240 },
    { mean: 130, variance: (180 ** 2 - 30 * 150) / 18 },
    (x) => jstat.triangular.cdf(x, 60, 240, 90),
  ],
  [
    'triangular with its mode at the start',
    { dist: 'triangular', minS: 60, modeS: 60, maxS: 240 },
    { mean: 120, variance: 1800 },
    (x) => 1 - ((240 - x) / 180) ** 2,
  ],
  [
    'triangular with its mode at the end',
    { dist: 'triangular', minS: 60, modeS: 240, maxS: 240 },
    { mean: 180, variance: 1800 },
    (x) => ((x - 60) / 180) ** 2,
  ],
  [
    'mixture',
    {
      dist: 'mixture',
      components: [
        { probability: 0.25, of: { dist: 'exponential', meanS: 100 } },
        { probability: 0, of: { dist: 'deterministic', valueS: 7 } },
        { probability: 0.75, of: { dist: 'uniform', minS: 100, maxS: 500 } },
      ],
    },
    {
      mean: 250,
      variance: 0.25 * (10_000 + 150 ** 2) + 0.75 * (400 ** 2 / 12 + 50 ** 2),
    },
    (x) => 0.25 * jstat.exponential.cdf(x, 0.01) + 0.75 * Math.min(1, Math.max(0, (x - 100) / 400)),
  ],
];

describe.each(CASES)('%s', (_, distribution, moments, cdf) => {
  const sampler = compileDistribution(distribution);
  const sample = sampleOf(sampler);

  it('has the mean and variance of the textbook', () => {
    expect(sampler.mean / moments.mean).toBeCloseTo(1, 6);
    expect(sampler.variance / moments.variance).toBeCloseTo(1, 6);
  });

  it('draws with that mean and variance', () => expectMoments(sampler, sample));

  it('draws from that distribution', () => {
    expect(kolmogorovSmirnov(sample.subarray(0, TESTED), cdf)).toBeLessThan(KS_LIMIT);
    // A shift by a twentieth of a standard deviation would be seen.
    const shift = Math.sqrt(moments.variance) / 20;
    expect(
      kolmogorovSmirnov(
        sample.subarray(0, TESTED).map((x) => x + shift),
        cdf,
      ),
    ).toBeGreaterThan(KS_LIMIT);
  });

  it('draws the same again, and other numbers from another seed', () => {
    const again = sampleOf(compileDistribution(distribution), 1, 1000);
    expect(again).toEqual(sample.subarray(0, 1000));
    expect(sampleOf(sampler, 2, 1000)).not.toEqual(again);
  });
});

describe('distributions on points', () => {
  const counts = (sampler: Sampler) => {
    const found = new Map<number, number>();
    for (const x of sampleOf(sampler)) found.set(x, (found.get(x) ?? 0) + 1);
    return found;
  };

  it('deterministic', () => {
    const sampler = compileDistribution({ dist: 'deterministic', valueS: 42 });
    expect(sampler).toMatchObject({ mean: 42, variance: 0 });
    expect(counts(sampler)).toEqual(new Map([[42, N]]));
  });

  it('empirical draws each value as often', () => {
    const sampler = compileDistribution({ dist: 'empirical', valuesS: [10, 20, 20, 50] });
    expect(sampler).toMatchObject({ mean: 25, variance: (225 + 25 + 25 + 625) / 4 });
    const found = counts(sampler);
    expect([...found.keys()].sort()).toEqual([10, 20, 50]);
    const error = 5 * Math.sqrt(N / 4);
    expect(Math.abs(found.get(10)! - N / 4)).toBeLessThan(error);
    expect(Math.abs(found.get(20)! - N / 2)).toBeLessThan(error);
    expectMoments(sampler, sampleOf(sampler));
  });

  it('uniform and triangular without width', () => {
    expect(counts(compileDistribution({ dist: 'uniform', minS: 9, maxS: 9 }))).toEqual(
      new Map([[9, N]]),
    );
    const triangle = compileDistribution({ dist: 'triangular', minS: 9, modeS: 9, maxS: 9 });
    expect(counts(triangle)).toEqual(new Map([[9, N]]));
  });

  it('a mixture whose probabilities fall short in the last digit still draws', () => {
    const tenths = Array.from({ length: 10 }, (_, i) => ({
      probability: 0.1,
      of: { dist: 'deterministic', valueS: i } as const,
    }));
    const sampler = compileDistribution({ dist: 'mixture', components: tenths });
    expect(counts(sampler).size).toBe(10);
    expect(sampler.mean).toBeCloseTo(4.5, 12);
    expect(sampler.sample({ uniform: () => 1 - 2 ** -53 } as never)).toBe(9);
  });
});

describe('factors and walking speeds', () => {
  it('a day factor has mean 1 and its cv', () => {
    const factor = gammaFactor(0.05);
    expect(factor.mean).toBe(1);
    expect(factor.variance).toBeCloseTo(0.0025, 12);
    const sample = sampleOf(factor);
    expectMoments(factor, sample);
    expect(
      kolmogorovSmirnov(sample.subarray(0, TESTED), (x) => jstat.gamma.cdf(x, 400, 1 / 400)),
    ).toBeLessThan(KS_LIMIT);
    expect(sampleOf(gammaFactor(0)).every((x) => x === 1)).toBe(true);
    expect(() => gammaFactor(-0.1)).toThrow(RangeError);
    expect(() => gammaFactor(Number.NaN)).toThrow(RangeError);
  });

  it.each([
    ['the walking speeds of adults', 1.34, 0.26, 0.5, 2.2],
    ['a narrow window right of the mean', 0, 1, 1, 1.5],
    ['a narrow window left of the mean', 5, 2, 1, 3],
    ['the far right tail', 0, 1, 9, 12],
    ['one side of the mean', 0, 1, 0, 40],
  ])('truncated normal: %s', (_, mean, sd, min, max) => {
    const sampler = truncatedNormal(mean, sd, min, max);
    const sample = sampleOf(sampler);
    expectMoments(sampler, sample);
    const upper = (x: number) => normalProbability((mean - x) / sd);
    const within = upper(min) - upper(max);
    expect(
      kolmogorovSmirnov(sample.subarray(0, TESTED), (x) => (upper(min) - upper(x)) / within),
    ).toBeLessThan(KS_LIMIT);
    expect(sample.every((x) => x >= min && x <= max)).toBe(true);
  });

  it('truncated normal refuses what it cannot draw from', () => {
    expect(() => truncatedNormal(1, 0.2, 2, 1)).toThrow(RangeError);
    expect(truncatedNormal(1, 0, 0, 2)).toMatchObject({ mean: 1, variance: 0 });
    expect(truncatedNormal(3, 0, 0, 2)).toMatchObject({ mean: 2, variance: 0 });
    expect(() => truncatedNormal(Number.NaN, 1, 0, 2)).toThrow(RangeError);
    expect(() => truncatedNormal(0, 1, 50, 51)).toThrow(RangeError);
    expect(truncatedNormal(1, 0.2, 2, 2).mean).toBe(2);
  });
});

describe('bad parameters', () => {
  it.each<[string, Distribution]>([
    ['negative value', { dist: 'deterministic', valueS: -1 }],
    ['mean of zero', { dist: 'exponential', meanS: 0 }],
    ['mean that is no number', { dist: 'exponential', meanS: Number.NaN }],
    ['no stages', { dist: 'erlang', meanS: 1, stages: 0 }],
    ['half a stage', { dist: 'erlang', meanS: 1, stages: 1.5 }],
    ['no spread', { dist: 'gamma', meanS: 1, cv: 0 }],
    ['endless spread', { dist: 'lognormal', meanS: 1, cv: 1e200 }],
    ['shape of zero', { dist: 'weibull', shape: 0, scaleS: 1 }],
    ['endless Weibull', { dist: 'weibull', shape: 0.001, scaleS: 1 }],
    ['limits out of order', { dist: 'uniform', minS: 2, maxS: 1 }],
    ['mode past the end', { dist: 'triangular', minS: 0, modeS: 3, maxS: 2 }],
    ['mode before the start', { dist: 'triangular', minS: 2, modeS: 1, maxS: 3 }],
    ['no values', { dist: 'empirical', valuesS: [] }],
    ['negative among the values', { dist: 'empirical', valuesS: [1, -1] }],
    [
      'probabilities short of one',
      {
        dist: 'mixture',
        components: [{ probability: 0.9, of: { dist: 'exponential', meanS: 1 } }],
      },
    ],
  ])('%s', (_, distribution) => {
    expect(() => compileDistribution(distribution)).toThrow(RangeError);
  });

  it('extreme spreads still draw finite numbers of at least 0', () => {
    for (const cv of [1e-200, 1e-9, 30])
      for (const dist of ['gamma', 'lognormal'] as const) {
        const sampler = compileDistribution({ dist, meanS: 10, cv });
        const stream = new Streams(1, 0).stream(dist);
        for (let i = 0; i < 1000; i++) {
          const x = sampler.sample(stream.at(i));
          expect(Number.isFinite(x) && x >= 0).toBe(true);
        }
      }
  });
});

describe('the normal distribution', () => {
  it('agrees with published quantiles', () => {
    // Wichura's own check values for PPND16.
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 13);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('quantile and probability are inverses, from tail to tail', () => {
    for (let z = -12; z <= 5; z += 0.0625) {
      const p = normalProbability(z);
      expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(z < 2 ? 1e-13 : 1e-9);
    }
  });

  it('agrees with jstat', () => {
    for (let z = -5; z <= 5; z += 0.1)
      expect(normalProbability(z)).toBeCloseTo(jstat.normal.cdf(z, 0, 1), 13);
    // Abramowitz and Stegun, table 26.2.
    expect(normalProbability(-10) / 7.619853024160527e-24).toBeCloseTo(1, 12);
  });
});
