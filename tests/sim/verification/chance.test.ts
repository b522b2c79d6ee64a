import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { Streams } from '../../../src/sim/kernel/streams';
import {
  exactRow,
  meanRow,
  ROW_ALPHA,
  ratioRow,
  shareRow,
  spreadOf,
  testRow,
  value,
  verdictOf,
} from '../../../src/sim/verification/chance';

const QUANTITY = { zh: '某量', en: 'Something' };

describe('verdicts', () => {
  it('a value agrees inside the interval, and as far outside as the tolerance says', () => {
    expect(verdictOf(value(2), 1, [0, 2])).toBe('agrees');
    expect(verdictOf(value(2.1), 1, [0, 2])).toBe('differs');
    expect(verdictOf(value(2.1, 0.2), 1, [0, 2])).toBe('agrees');
    expect(verdictOf(value(-0.3, 0.2), 1, [0, 2])).toBe('differs');
  });

  it('without an interval the tolerance alone decides', () => {
    expect(verdictOf(value(1, 1e-9), 1 + 1e-10, null)).toBe('agrees');
    expect(verdictOf(value(1, 1e-9), 1 + 1e-8, null)).toBe('differs');
  });

  it('bounds agree when the interval reaches into them', () => {
    const bounds = { kind: 'between', low: 1, high: 3 } as const;
    expect(verdictOf(bounds, 0.5, [0, 1.1])).toBe('agrees');
    expect(verdictOf(bounds, 0.5, [0, 0.9])).toBe('differs');
    expect(verdictOf(bounds, 4, [3.1, 5])).toBe('differs');
    expect(verdictOf({ ...bounds, high: null }, 4, [3.1, 5])).toBe('agrees');
  });

  it('a p-value has to reach its level', () => {
    expect(testRow(QUANTITY, ROW_ALPHA, { n: 9 }).verdict).toBe('agrees');
    expect(testRow(QUANTITY, ROW_ALPHA / 2, { n: 9 }).verdict).toBe('differs');
  });
});

describe('rows', () => {
  it('of a mean have Student’s interval', () => {
    const row = meanRow(QUANTITY, 's', [1, 2, 3, null, 4], value(2.5));
    const half = jstat.studentt.inv(1 - ROW_ALPHA / 2, 3) * Math.sqrt(5 / 3 / 4);
    expect(row.simulated).toBe(2.5);
    expect(row.interval![0]).toBeCloseTo(2.5 - half, 12);
    expect(row.interval![1]).toBeCloseTo(2.5 + half, 12);
    expect(row).toMatchObject({ n: 4, confidence: 1 - ROW_ALPHA, verdict: 'agrees' });
    // The quantile itself: P(T > t) is the level, from the distribution function.
    expect(1 - jstat.studentt.cdf((row.interval![1] - 2.5) / Math.sqrt(5 / 3 / 4), 3)).toBeCloseTo(
      ROW_ALPHA / 2,
      9,
    );
  });

  it('of a ratio weigh people alike, and come to the mean when all weigh the same', () => {
    const row = ratioRow(
      QUANTITY,
      's',
      [
        [10, 1],
        [30, 9],
      ],
      value(4),
    );
    expect(row.simulated).toBe(4);
    const sums = [3, 5, 4, 9];
    const ratio = ratioRow(
      QUANTITY,
      's',
      sums.map((sum) => [sum, 2] as const),
      value(2),
    );
    const mean = meanRow(
      QUANTITY,
      's',
      sums.map((sum) => sum / 2),
      value(2),
    );
    expect(ratio.interval![0]).toBeCloseTo(mean.interval![0], 12);
    expect(ratio.interval![1]).toBeCloseTo(mean.interval![1], 12);
  });

  it('of a share have Wilson’s interval, whose ends lie so many standard errors off', () => {
    const { interval, simulated } = shareRow(QUANTITY, 930, 1000, value(0.95));
    expect(simulated).toBe(0.93);
    const z = jstat.normal.inv(1 - ROW_ALPHA / 2, 0, 1);
    for (const end of interval!)
      expect(Math.abs(simulated - end) / Math.sqrt((end * (1 - end)) / 1000)).toBeCloseTo(z, 9);
  });

  it('refuse figures that are none', () => {
    expect(() => meanRow(QUANTITY, 's', [1], value(1))).toThrow(RangeError);
    expect(() => meanRow(QUANTITY, 's', [1, Number.NaN], value(1))).toThrow(RangeError);
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  it('in which chance has no part have no interval', () => {
    expect(exactRow(QUANTITY, 's', 1, value(1, 1e-9), { n: 1 })).toMatchObject({
      interval: null,
      confidence: null,
      verdict: 'agrees',
    });
  });

  it('fail by chance about as often as they say', () => {
    // Against an interval of 80 % instead, of the same t shape, so that a thousand rows can tell.
    const stream = new Streams(11, 0).stream('rows');
    let missed = 0;
    for (let row = 0; row < 1000; row++) {
      const figures = Array.from({ length: 10 }, () => jstat.normal.inv(stream.uniform(), 0, 1));
      const { interval, simulated } = meanRow(QUANTITY, 's', figures, value(0));
      const half = (interval![1] - simulated) / jstat.studentt.inv(1 - ROW_ALPHA / 2, 9);
      if (Math.abs(simulated) > half * jstat.studentt.inv(0.9, 9)) missed++;
    }
    expect(missed).toBeGreaterThan(150);
    expect(missed).toBeLessThan(250);
  });
});
