import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/sim/kernel/normal';
import { Streams } from '../../../src/sim/kernel/streams';
import { meanWithInterval } from '../../../src/sim/stats/confidence';

describe('mean with interval', () => {
  it('agrees with a worked example', () => {
    // Mean 3, variance 2.5, t(0.975, 4) = 2.776445: half width 2.776445 × sqrt(0.5).
    const { mean, ci95, n } = meanWithInterval([1, 2, 3, 4, 5]);
    expect(mean).toBe(3);
    expect(n).toBe(5);
    expect(ci95![0]).toBeCloseTo(3 - 2.7764451 * Math.sqrt(0.5), 6);
    expect(ci95![1]).toBeCloseTo(3 + 2.7764451 * Math.sqrt(0.5), 6);
  });

  it.each([
    [2, 12.7062047],
    [3, 4.3026527],
    [10, 2.2621572],
    [30, 2.0452296],
    [121, 1.9799304],
  ])('uses the table of t for %i replications', (n, t) => {
    const values = Array.from({ length: n }, (_, i) => i);
    const sd = Math.sqrt((n * (n + 1)) / 12);
    const { mean, ci95 } = meanWithInterval(values);
    expect(mean).toBe((n - 1) / 2);
    expect((ci95![1] - mean!) / (sd / Math.sqrt(n))).toBeCloseTo(t, 6);
  });

  it('leaves out replications that could not say', () => {
    expect(meanWithInterval([null, 4, null])).toEqual({ mean: 4, ci95: null, n: 1 });
    expect(meanWithInterval([null, null])).toEqual({ mean: null, ci95: null, n: 0 });
    expect(meanWithInterval([])).toEqual({ mean: null, ci95: null, n: 0 });
    expect(meanWithInterval([1, null, 3])).toEqual(meanWithInterval([1, 3]));
  });

  it('is exact where rounding could show', () => {
    expect(meanWithInterval([0.1, 0.1, 0.1])).toEqual({ mean: 0.1, ci95: [0.1, 0.1], n: 3 });
    const { mean, ci95 } = meanWithInterval([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(mean).toBe(1e9 + 10);
    expect(ci95![1] - mean!).toBeCloseTo(3.1824463 * Math.sqrt(30 / 4), 5);
  });

  it('does not go past what the figure can be', () => {
    const shares = [0, 0, 0.3];
    const [low, high] = meanWithInterval(shares).ci95!;
    expect(low).toBeLessThan(0);
    expect(meanWithInterval(shares, [0, 1])).toEqual({ mean: 0.1, ci95: [0, high], n: 3 });
    expect(meanWithInterval([1, 1, 0.7], [0, 1]).ci95![1]).toBe(1);
  });

  it('refuses figures that are none', () => {
    expect(() => meanWithInterval([1, Number.NaN])).toThrow(RangeError);
    expect(() => meanWithInterval([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it('covers the truth 95 times in a hundred', () => {
    const stream = new Streams(5, 0).stream('coverage');
    const trials = 4000;
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const values = Array.from({ length: 6 }, () => 10 + normalQuantile(stream.uniform()));
      const [low, high] = meanWithInterval(values).ci95!;
      if (low <= 10 && 10 <= high) covered++;
    }
    expect(Math.abs(covered / trials - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / trials));
  });
});
