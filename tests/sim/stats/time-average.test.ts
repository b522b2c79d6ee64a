import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeAverage } from '../../../src/sim/stats/time-average';

describe('time average', () => {
  it('weighs each level with its time', () => {
    const waiting = new TimeAverage(0);
    waiting.add(1, 10);
    waiting.add(2, 20);
    waiting.add(-1, 30);
    expect(waiting.level).toBe(2);
    expect(waiting.max).toBe(3);
    expect(waiting.integral(40)).toBe(10 + 30 + 20);
    expect(waiting.average(40)).toBe(1.5);
    expect(waiting.average(60)).toBe(100 / 60);
  });

  it('observes nothing before its start but the level then', () => {
    const waiting = new TimeAverage(100);
    waiting.set(9, 10);
    waiting.set(4, 50);
    expect(waiting.max).toBe(4);
    expect(waiting.integral(60)).toBe(0);
    expect(waiting.integral(110)).toBe(40);
    waiting.set(1, 150);
    expect(waiting.average(200)).toBe((4 * 50 + 50) / 100);
    expect(waiting.max).toBe(4);
  });

  it('has no average over no time', () => {
    expect(new TimeAverage(100, 3).average(100)).toBeNull();
    expect(new TimeAverage(100, 3).average(101)).toBe(3);
  });

  it('refuses to go back in time', () => {
    const waiting = new TimeAverage(0);
    waiting.set(1, 10);
    expect(() => waiting.set(2, 9)).toThrow(RangeError);
    expect(() => waiting.integral(9)).toThrow(RangeError);
    expect(() => waiting.integral(Number.NaN)).toThrow(RangeError);
  });

  it('agrees with counting instant by instant, seed 4', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 0, max: 100 }),
        (steps, start) => {
          const average = new TimeAverage(start);
          const levels: number[] = [];
          let level = 0;
          let now = 0;
          for (const [delay, next] of steps) {
            for (let i = 0; i < delay; i++) levels.push(level);
            now += delay;
            level = next;
            average.set(next, now);
          }
          const end = Math.max(now, start) + 5;
          while (levels.length < end) levels.push(level);
          const sum = levels.slice(start).reduce((total, value) => total + value, 0);
          expect(average.integral(end)).toBe(sum);
        },
      ),
      { seed: 4 },
    );
  });
});
