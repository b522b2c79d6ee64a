import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  isoDay,
  moment,
  readDuration,
  readMoment,
  readRange,
} from '../../../src/calibration/log/moments';

/** What is read, as ISO date and clock. */
function said(text: string, asDate = false): string | null {
  const at = moment();
  if (!readMoment(text, asDate, 'dmy', at)) return null;
  const day = Number.isNaN(at.day) ? '' : isoDay(at.day);
  const s = at.s;
  const clock = Number.isNaN(s) ? '' : new Date(Math.floor(s) * 1000).toISOString().slice(11, 19);
  return [day, clock].filter((part) => part !== '').join(' ');
}

describe('a moment', () => {
  it.each([
    ['2026-03-05 09:05:00', '2026-03-05 09:05:00'],
    ['2026-03-05 9:05', '2026-03-05 09:05:00'],
    ['2026-03-05T09:05:00.250+08:00', '2026-03-05 09:05:00'],
    ['2010-10-05 08:32:48.565000+02:00', '2010-10-05 08:32:48'],
    ['2026-03-05T01:05:00Z', '2026-03-05 01:05:00'],
    ['2026/3/5 9:05:00', '2026-03-05 09:05:00'],
    ['2026.3.5 9:05', '2026-03-05 09:05:00'],
    ['2026年3月5日', '2026-03-05'],
    ['2026年3月5日 上午9:05', '2026-03-05 09:05:00'],
    ['2026年3月5日下午2时05分', '2026-03-05 14:05:00'],
    ['2026年3月5日 星期四 14:05:06', '2026-03-05 14:05:06'],
    ['2026年03月05日14时05分06秒', '2026-03-05 14:05:06'],
    ['上午 9:05', '09:05:00'],
    ['下午 9:05', '21:05:00'],
    ['下午12:30', '12:30:00'],
    ['上午12:30', '00:30:00'],
    ['中午12:05', '12:05:00'],
    ['9：05：07', '09:05:07'],
    ['9:05 PM', '21:05:00'],
    ['12:05 am', '00:05:00'],
    ['9时5分', '09:05:00'],
    ['5/3/2026 9:05', '2026-03-05 09:05:00'],
    ['05-Mar-2026 09:05', '2026-03-05 09:05:00'],
    ['Mar 5, 2026 9:05 PM', '2026-03-05 21:05:00'],
    ['20260305090511', '2026-03-05 09:05:11'],
    ['46086.378472222', '2026-03-05 09:05:00'],
    ['090511', '09:05:11'],
    ['0.378472222', '09:05:00'],
    ['7:02:47', '07:02:47'],
  ])('%s is read', (text, wanted) => {
    expect(said(text)).toBe(wanted);
  });

  it.each([
    ['990201', '1999-02-01'],
    ['260305', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['46086', '2026-03-05'],
  ])('%s is read as a date', (text, wanted) => {
    expect(said(text, true)).toBe(wanted);
  });

  it.each(['2026-02-30', '25:00', '9:61', 'A012', '13月5日', '2026-13-01 09:00:00', ''])(
    '%s is none',
    (text) => {
      expect(said(text)).toBeNull();
    },
  );

  it('days are counted as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 60_000 }), (day) => {
        const [y, m, d] = isoDay(day).split('-').map(Number) as [number, number, number];
        expect(dayNumber(y, m, d)).toBe(day);
      }),
    );
  });
});

describe('a duration', () => {
  it.each([
    ['200', 's', 200],
    ['3.5', 'min', 210],
    ['00:03:20', 's', 200],
    ['3:20', 'min', 200],
    ['3分20秒', 's', 200],
    ['3分钟', 's', 180],
    ['1小时5分', 's', 3900],
    ['45s', 'min', 45],
    ['1 h 5 min', 's', 3900],
    ['-12', 's', -12],
  ] as const)('%s in %s', (text, unit, seconds) => {
    expect(readDuration(text, unit)).toBe(seconds);
  });

  it('what is none is not guessed', () => {
    expect(readDuration('A012', 's')).toBeNaN();
    expect(readDuration('-', 's')).toBeNaN();
  });
});

describe('a range', () => {
  it.each([
    ['0900 - 1000', 9, 10],
    ['9:00-9:30', 9, 9.5],
    ['09:00:00~10:00:00', 9, 10],
    ['9时至10时', 9, 10],
    ['2300 - 0000', 23, 24],
  ])('%s', (text, from, to) => {
    expect(readRange(text)).toEqual([from * 3600, to * 3600]);
  });
});
