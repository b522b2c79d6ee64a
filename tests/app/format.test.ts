import { describe, expect, it } from 'vitest';
import {
  clockTime,
  formatter,
  hourMinute,
  MEASURE_KINDS,
  minuteSecond,
  NOTHING,
} from '../../src/app/format';
import { HALL_MEASURE_IDS, MEASURE_IDS } from '../../src/sim/experiments/report';

describe('numbers', () => {
  const format = formatter('zh');

  it('show waits in minutes, shares in per cent, with one decimal', () => {
    const wait = { mean: 372, ci95: [348, 396] as const, n: 30 };
    expect(format.mean('duration', wait)).toBe('6.2');
    expect(format.interval('duration', wait)).toBe('5.8–6.6');
    const share = { mean: 0.9251, ci95: [0.9, 0.95] as const, n: 30 };
    expect(format.mean('share', share)).toBe('92.5');
    expect(format.interval('share', share)).toBe('90.0–95.0');
    expect(format.percent(1)).toBe('100.0%');
    expect(format.fixed(-0.001, 1)).toBe('0.0');
    expect(format.fixed(-0.1, 1)).toBe('-0.1');
  });

  it('say nothing where nothing is known', () => {
    const unknown = { mean: null, ci95: null, n: 0 };
    expect(format.mean('duration', unknown)).toBe(NOTHING);
    expect(format.interval('count', { mean: 3, ci95: null, n: 1 })).toBe(NOTHING);
  });

  it('group thousands and cut decimals', () => {
    expect(format.number(1660.4)).toBe('1,660.4');
    expect(formatter('en').number(0.123456, 2)).toBe('0.12');
  });

  it('know every measure', () => {
    expect(Object.keys(MEASURE_KINDS).sort()).toEqual([...MEASURE_IDS, ...HALL_MEASURE_IDS].sort());
  });
});

describe('times', () => {
  it('are cut, not rounded, on the clock', () => {
    expect(clockTime(9 * 3600e6 + 59_999_999)).toBe('09:00:59');
    expect(clockTime(0)).toBe('00:00:00');
  });

  it('read as hours, minutes and seconds elsewhere', () => {
    expect(hourMinute(13 * 3600 + 30 * 60)).toBe('13:30');
    expect(minuteSecond(65e6)).toBe('1:05');
    expect(minuteSecond(61 * 60e6)).toBe('61:00');
  });
});
