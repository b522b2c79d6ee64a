import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { fitDurations } from '../../../src/calibration/fit/durations';
import { gamma, lognormal, weibull } from '../../../src/calibration/fit/families';
import { fastNormalProbability } from '../../../src/calibration/fit/numeric/normal';
import { kaplanMeier } from '../../../src/calibration/fit/patience';
import type { Distribution } from '../../../src/scenarios/distribution';
import { compileDistribution } from '../../../src/sim/kernel/distributions';
import { Streams } from '../../../src/sim/kernel/streams';

const TIMES = [0.5, 12, 80, 200, 333, 900, 4000];

/** `n` draws of a distribution. */
function drawn(d: Distribution, n: number, seed: number): Float64Array {
  const sampler = compileDistribution(d);
  const stream = new Streams(seed, 0).stream('drawn');
  return Float64Array.from({ length: n }, (_, i) => sampler.sample(stream.at(i)));
}

describe('the families agree with jstat', () => {
  it('gamma of mean 300 and cv 0.6', () => {
    const cdf = gamma.cdf([Math.log(300), Math.log(0.6)]);
    const shape = 1 / 0.36;
    for (const x of TIMES) expect(cdf(x)).toBeCloseTo(jstat.gamma.cdf(x, shape, 300 / shape), 9);
  });

  it('lognormal of mean 300 and cv 1.2', () => {
    const cdf = lognormal.cdf([Math.log(300), Math.log(1.2)]);
    const sigma = Math.sqrt(Math.log(1 + 1.44));
    const mu = Math.log(300) - sigma ** 2 / 2;
    for (const x of TIMES) expect(cdf(x)).toBeCloseTo(jstat.lognormal.cdf(x, mu, sigma), 6);
  });

  it('Weibull of shape 0.8 and scale 200', () => {
    const cdf = weibull.cdf([Math.log(0.8), Math.log(200)]);
    for (const x of TIMES) expect(cdf(x)).toBeCloseTo(jstat.weibull.cdf(x, 200, 0.8), 9);
  });

  it('the normal, far into the tails', () => {
    for (const z of [-9, -4, -1, 0, 0.3, 2, 6])
      expect(fastNormalProbability(z)).toBeCloseTo(jstat.normal.cdf(z, 0, 1), 7);
    expect(fastNormalProbability(-10) / 7.619853024160527e-24).toBeCloseTo(1, 6);
  });
});

describe('what tells the times', () => {
  const cases: [string, Distribution][] = [
    ['exponential', { dist: 'exponential', meanS: 240 }],
    ['gamma', { dist: 'gamma', meanS: 240, cv: 0.55 }],
    ['lognormal', { dist: 'lognormal', meanS: 240, cv: 0.9 }],
    ['weibull', { dist: 'weibull', shape: 2.2, scaleS: 240 }],
  ];
  for (const [family, d] of cases)
    it(`finds ${family} among the others (3,000 times, seed 5)`, () => {
      const fit = fitDurations({ classId: 'c', name: 'c', times: drawn(d, 3000, 5) }, 1)!;
      const found = fit.chosen.dist === 'erlang' ? 'gamma' : fit.chosen.dist;
      expect(found).toBe(family);
      expect(fit.grade).toBe('good');
      expect(fit.test!.p).toBeGreaterThan(0.02);
      expect(fit.meanS.value / compileDistribution(d).mean).toBeCloseTo(1, 1);
    });

  it('sees short calls that come to nothing beside the real ones', () => {
    const d: Distribution = {
      dist: 'mixture',
      components: [
        { probability: 0.1, of: { dist: 'exponential', meanS: 6 } },
        { probability: 0.9, of: { dist: 'lognormal', meanS: 200, cv: 1 } },
      ],
    };
    const fit = fitDurations({ classId: 'c', name: 'c', times: drawn(d, 4000, 6) }, 1)!;
    expect(fit.chosen.dist).toBe('mixture');
    expect(fit.parameters['0.probability']!.value).toBeCloseTo(0.1, 1);
  });

  it('keeps the values where no family fits: two fixed times', () => {
    const times = Float64Array.from({ length: 1000 }, (_, i) => (i % 3 === 0 ? 60 : 900) + (i % 7));
    const fit = fitDurations({ classId: 'c', name: 'c', times }, 1)!;
    expect(['empirical', 'mixture']).toContain(fit.chosen.dist);
  });

  it('takes whole minutes for what they are: the mean of times cut to minutes is not off', () => {
    const exact = drawn({ dist: 'exponential', meanS: 240 }, 4000, 7);
    const rounded = exact.map((x) => Math.round(x / 60) * 60);
    const fit = fitDurations({ classId: 'c', name: 'c', times: rounded }, 1)!;
    expect(fit.roundedToS).toBe(60);
    expect(fit.chosen.dist).toBe('exponential');
    expect(fit.meanS.ci95![0]).toBeLessThan(240);
    expect(fit.meanS.ci95![1]).toBeGreaterThan(240);
  });
});

describe('patience', () => {
  it('is the product-limit curve, by hand', () => {
    // 6 at risk: one leaves at 10, one is called at 15, one leaves at 20, then all are called.
    const curve = kaplanMeier({
      timeS: Float64Array.of(10, 15, 20, 30),
      left: Float64Array.of(1, 0, 1, 0),
      called: Float64Array.of(0, 1, 0, 3),
      n: 6,
    });
    expect(curve.map(({ survival }) => survival)).toEqual([5 / 6, (5 / 6) * (3 / 4)]);
    expect(curve.map(({ atRisk }) => atRisk)).toEqual([6, 4]);
    for (const { survival, ci95 } of curve) {
      expect(ci95[0]).toBeLessThan(survival);
      expect(ci95[1]).toBeGreaterThan(survival);
    }
  });
});
