import { clockOf, clockToS } from '../../scenarios/clock';
import type { Scenario } from '../../scenarios/scenario';
import type { LocalText } from '../../scenarios/text';
import { sessionsOf } from '../hall/arrivals';

export const HALF_HOUR_S = 1800;
/** Half hours of a peak shift: two hours. */
const PEAK = 4;

/** Hours that one window can be staffed. */
export interface ShiftPattern {
  readonly id: string;
  readonly name: LocalText;
  readonly intervals: readonly { readonly from: string; readonly to: string }[];
}

/** A half hour of the clock, as far as the hall is open in it; seconds since midnight. */
export interface HalfHour {
  readonly fromS: number;
  readonly toS: number;
}

/** The opening half hours of a day. */
export function halfHoursOf(scenario: Scenario): HalfHour[] {
  return sessionsOf(scenario).flatMap(({ fromUs, toUs }) => {
    const [opens, closes] = [fromUs / 1e6, toUs / 1e6];
    const halfHours: HalfHour[] = [];
    for (let s = Math.floor(opens / HALF_HOUR_S) * HALF_HOUR_S; s < closes; s += HALF_HOUR_S)
      halfHours.push({ fromS: Math.max(s, opens), toS: Math.min(s + HALF_HOUR_S, closes) });
    return halfHours;
  });
}

/** Which of some half hours a pattern covers in full. */
export function coverOf(pattern: ShiftPattern, halfHours: readonly HalfHour[]): boolean[] {
  const spans = pattern.intervals.map(({ from, to }) => [clockToS(from), clockToS(to)] as const);
  return halfHours.map(({ fromS, toS }) => spans.some(([from, to]) => from <= fromS && toS <= to));
}

/** Hours of a pattern within the opening half hours. */
export function hoursOf(pattern: ShiftPattern, halfHours: readonly HalfHour[]): number {
  const covers = coverOf(pattern, halfHours);
  return (
    halfHours.reduce((sum, { fromS, toS }, t) => sum + (covers[t] ? toS - fromS : 0), 0) / 3600
  );
}

const clock = (s: number) => clockOf(s).slice(0, 5);

/**
 * Patterns to begin with (an assumption): the whole day, each session alone, and in each session
 * the two busiest hours.
 *
 * @param load offered load by half hour, in the order of {@link halfHoursOf}
 */
export function usualPatterns(scenario: Scenario, load: readonly number[]): ShiftPattern[] {
  const sessions = sessionsOf(scenario).map(({ fromUs, toUs }) => ({
    from: clock(fromUs / 1e6),
    to: clock(toUs / 1e6),
  }));
  const halfHours = halfHoursOf(scenario);
  const whole: ShiftPattern = {
    id: 'wholeDay',
    name: { zh: '全天', en: 'whole day' },
    intervals: sessions,
  };
  const alone = sessions.length > 1 ? sessions.map((session, i) => aloneOf(session, i)) : [];
  const peaks = sessions.flatMap((session): ShiftPattern[] => {
    const inside = halfHours.flatMap(({ fromS }, i) =>
      fromS >= clockToS(session.from) && fromS < clockToS(session.to) ? [i] : [],
    );
    if (inside.length <= PEAK) return [];
    let best = inside[0]!;
    const sumFrom = (i: number) => load.slice(i, i + PEAK).reduce((sum, value) => sum + value, 0);
    for (const i of inside.slice(0, inside.length - PEAK + 1))
      if (sumFrom(i) > sumFrom(best)) best = i;
    const from = clock(halfHours[best]!.fromS);
    const to = clock(halfHours[best + PEAK - 1]!.toS);
    return [
      {
        id: `peak-${from}`,
        name: { zh: `高峰 ${from}–${to}`, en: `peak ${from}–${to}` },
        intervals: [{ from, to }],
      },
    ];
  });
  return [whole, ...alone, ...peaks];
}

function aloneOf(session: { from: string; to: string }, i: number): ShiftPattern {
  const { from, to } = session;
  return {
    id: `session${i + 1}`,
    name: { zh: `${from}–${to}`, en: `${from}–${to}` },
    intervals: [session],
  };
}

const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d$/;

/**
 * Shift patterns as people write them: "09:00-12:00+13:00-17:00, 09:00-12:00" – patterns with
 * commas, two spans of one day with a plus.
 *
 * @returns the patterns, or the first text that is none
 */
export function readPatterns(
  text: string,
):
  | { readonly ok: true; readonly patterns: ShiftPattern[] }
  | { readonly ok: false; readonly wrong: string } {
  const patterns: ShiftPattern[] = [];
  for (const [i, word] of text.split(/[,，]/).entries()) {
    const intervals = word.split('+').map((span) => {
      const [from = '', to = ''] = span.split(/[-–]/).map((clock) => clock.trim().padStart(5, '0'));
      return { from, to };
    });
    if (intervals.some(({ from, to }) => !CLOCK.test(from) || !CLOCK.test(to) || from >= to))
      return { ok: false, wrong: word.trim() };
    patterns.push({ id: `shift${i + 1}`, name: word.trim(), intervals });
  }
  return { ok: true, patterns };
}

/** One pattern for each opening half hour: staff who may be called to the window at any time. */
export function halfHourPatterns(scenario: Scenario): ShiftPattern[] {
  return halfHoursOf(scenario).map(({ fromS, toS }) => {
    const [from, to] = [clock(fromS), clock(toS)];
    return {
      id: `at-${from}`,
      name: { zh: `${from}–${to}`, en: `${from}–${to}` },
      intervals: [{ from, to }],
    };
  });
}
