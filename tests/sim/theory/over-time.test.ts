import { describe, expect, it } from 'vitest';
import { mmc } from '../../../src/sim/theory/erlang';
import {
  exponentialMoments,
  lognormalMoments,
  meanInService,
} from '../../../src/sim/theory/infinite-servers';
import { mmcTransient } from '../../../src/sim/theory/transient';

describe('M(t)/G/∞', () => {
  const arrivals = [
    { from: 0, to: 2, rate: 3 },
    { from: 2, to: 5, rate: 1 },
  ];

  it('for exponential service follows m′ = λ(t) − μ m', () => {
    const mean = 0.8;
    const step = 1e-4;
    let m = 0;
    let area = 0;
    for (let t = 0; t < 7; t += step) {
      const at = t + step / 2;
      const rate = at < 2 ? 3 : at < 5 ? 1 : 0;
      const before = m;
      m = rate * mean + (m - rate * mean) * Math.exp(-step / mean);
      if (at > 1 && at < 6) area += ((before + m) / 2) * step;
    }
    expect(meanInService(arrivals, exponentialMoments(mean), 1, 6)).toBeCloseTo(area / 5, 4);
  });

  it.each([
    ['exponential', exponentialMoments(0.7), (x: number) => Math.exp(-x / 0.7) / 0.7],
    [
      'lognormal',
      lognormalMoments(0.7, 0.8),
      (x: number) => {
        const s2 = Math.log(1.64);
        const mu = Math.log(0.7) - s2 / 2;
        return Math.exp(-((Math.log(x) - mu) ** 2) / (2 * s2)) / (x * Math.sqrt(2 * Math.PI * s2));
      },
    ],
  ] as const)('has partial moments of the %s that its density has', (_, moments, density) => {
    for (const x of [0.3, 1, 4]) {
      const sums = [0, 0, 0];
      const n = 200_000;
      for (let i = 0; i < n; i++) {
        const at = ((i + 0.5) * x) / n;
        for (const k of [0, 1, 2]) sums[k]! += (at ** k * density(at) * x) / n;
      }
      for (const k of [0, 1, 2]) expect(moments(x)[k]!).toBeCloseTo(sums[k]!, 6);
    }
    expect(moments(1e4)[1]).toBeCloseTo(0.7, 10);
  });

  it('serves all the work that came, by the end', () => {
    const service = lognormalMoments(0.5, 0.8);
    expect(meanInService(arrivals, service, 0, 200) * 200).toBeCloseTo(9 * 0.5, 6);
  });
});

describe('M/M/c from empty', () => {
  it('tends to the steady state', () => {
    const { queueMean, utilisation } = mmcTransient(2.1, 1, 3, 1500);
    const steady = mmc(2.1, 1, 3);
    expect(Math.abs(queueMean / steady.queueMean - 1)).toBeLessThan(0.02);
    expect(Math.abs(utilisation / steady.utilisation - 1)).toBeLessThan(2e-3);
  });

  it('begins like a birth: in a short time nobody waits yet', () => {
    const { queueMean, utilisation } = mmcTransient(1, 1, 1, 1e-3);
    // Busy at t with probability λ t to first order; two present with (λ t)²/2.
    expect(utilisation / 5e-4).toBeCloseTo(1, 2);
    expect(queueMean / (1e-6 / 6)).toBeCloseTo(1, 2);
  });

  it('agrees with small steps of the equations of the chain', () => {
    const [rate, servers, time] = [2.4, 2, 10];
    const step = 1e-3;
    let p: number[] = Array.from({ length: 80 }, (_, n) => (n === 0 ? 1 : 0));
    let queue = 0;
    for (let t = 0; t < time - step / 2; t += step) {
      const slope = (q: readonly number[]) =>
        q.map((x, n) => {
          const out = (n < 79 ? rate : 0) + Math.min(n, servers);
          return (q[n - 1] ?? 0) * rate + (q[n + 1] ?? 0) * Math.min(n + 1, servers) - x * out;
        });
      const middle = slope(p).map((d, n) => p[n]! + (d * step) / 2);
      queue += middle.reduce((sum, x, n) => sum + x * Math.max(0, n - servers), 0) * step;
      const d = slope(middle);
      p = p.map((x, n) => x + d[n]! * step);
    }
    expect(mmcTransient(rate, 1, servers, time).queueMean).toBeCloseTo(queue / time, 4);
  });

  it('refuses senseless parameters', () => {
    expect(() => mmcTransient(0, 1, 1, 1)).toThrow(RangeError);
    expect(() => mmcTransient(1, 1, 1, 0)).toThrow(RangeError);
    expect(() => mmcTransient(1, 1, 0.5, 1)).toThrow(RangeError);
  });
});
