import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, quantiles } from '../../../src/sim/stats/quantile';

/** Type 7 over a sorted copy. */
function sorted7(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (position - low) * (sorted[high]! - sorted[low]!);
}

describe('sample quantiles', () => {
  it('are of type 7', () => {
    // R: quantile(c(1, 2, 4, 8), c(0, .25, .5, .9, 1)).
    expect(quantiles([8, 1, 4, 2], [0, 0.25, 0.5, 0.9, 1])).toEqual([
      1,
      1.75,
      3,
      expect.closeTo(6.8, 12),
      8,
    ]);
  });

  it('of nobody are null, of one are that one', () => {
    expect(quantiles([], [0.5, 0.9])).toEqual([null, null]);
    expect(quantiles([7], [0, 0.5, 1])).toEqual([7, 7, 7]);
    expect(quantile([7, 9], 0.5)).toBe(8);
  });

  it('come in the order asked for and leave the sample alone', () => {
    const sample = [5, 3, 1, 4, 2];
    expect(quantiles(sample, [1, 0, 0.5, 0.5])).toEqual([5, 1, 3, 3]);
    expect(sample).toEqual([5, 3, 1, 4, 2]);
  });

  it('refuse what is no probability', () => {
    for (const p of [-0.1, 1.1, Number.NaN])
      expect(() => quantiles([1, 2], [0.5, p])).toThrow(RangeError);
  });

  it('agree with sorting, ties included, seed 3', () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 5 }),
      fc.double({ min: 0, max: 1e4, noNaN: true }),
    );
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 300 }),
        fc.array(p, { minLength: 1, maxLength: 4 }),
        (values, ps) => {
          const found = quantiles(values, ps);
          for (const [i, asked] of ps.entries())
            expect(found[i]).toBeCloseTo(sorted7(values, asked), 8);
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });

  it.each([
    ['rising', (i: number) => i],
    ['falling', (i: number) => -i],
    ['all alike', () => 1],
    ['organ pipes', (i: number) => Math.min(i, 100_000 - i)],
    ['saw', (i: number) => i % 17],
  ])('are quick on a large sample: %s', (_, at) => {
    const values = Array.from({ length: 100_000 }, (_, i) => at(i));
    for (const p of [0.5, 0.9, 0.95])
      expect(quantile(values, p)).toBeCloseTo(sorted7(values, p), 9);
  });
});
