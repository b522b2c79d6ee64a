import { clockOf, clockToS } from './clock';
import type { Problem } from './problem';
import { MESSAGES, pathOf, problemAt } from './problems-text';
import { numberOf } from './provenance';
import type { Scenario } from './scenario';

type Path = readonly PropertyKey[];
interface Interval {
  readonly from: string;
  readonly to: string;
}
interface Span {
  readonly fromS: number;
  readonly toS: number;
}

/** Each interval ends after it begins, and none begins before the one above it has ended. */
function orderProblems(intervals: readonly Interval[], at: Path): Problem[] {
  return intervals.flatMap(({ from, to }, i) => {
    const previous = intervals[i - 1];
    if (clockToS(to) <= clockToS(from))
      return [problemAt([...at, i, 'to'], MESSAGES.backwards(from, to))];
    return previous && clockToS(from) < clockToS(previous.to)
      ? [problemAt([...at, i, 'from'], MESSAGES.overlaps(previous.to))]
      : [];
  });
}

/** Opening hours as spans, sessions that touch taken as one. */
function openSpans(sessions: readonly Interval[]): Span[] {
  const spans: { fromS: number; toS: number }[] = [];
  for (const session of sessions) {
    const last = spans.at(-1);
    const fromS = clockToS(session.from);
    const toS = clockToS(session.to);
    if (last && last.toS === fromS) last.toS = toS;
    else spans.push({ fromS, toS });
  }
  return spans;
}

/** Intervals in order, each that counts within one opening session. */
function intervalProblems(
  intervals: readonly Interval[],
  open: readonly Span[],
  at: Path,
  counts: (index: number) => boolean = () => true,
): Problem[] {
  const order = orderProblems(intervals, at);
  if (order.length > 0) return order;
  return intervals.flatMap(({ from, to }, i) =>
    !counts(i) || open.some((s) => s.fromS <= clockToS(from) && clockToS(to) <= s.toS)
      ? []
      : [problemAt([...at, i], MESSAGES.outsideSessions())],
  );
}

const DAY_S = 86_400;

/** Times of a fixed list: ascending, and while the hall is open. One problem of a list is enough. */
function listProblems(
  atS: readonly number[],
  open: readonly Span[] | null,
  days: number,
  at: Path,
): Problem[] {
  for (const [i, time] of atS.entries()) {
    const previous = atS[i - 1];
    if (previous !== undefined && time < previous)
      return [problemAt([...at, i], MESSAGES.notAscending(previous))];
    if (!open) continue;
    const timeOfDay = time % DAY_S;
    if (time >= days * DAY_S || !open.some((s) => s.fromS <= timeOfDay && timeOfDay <= s.toS))
      return [problemAt([...at, i], MESSAGES.arrivalOutsideSessions(clockOf(timeOfDay)))];
  }
  return [];
}

/** Opening sessions of a horizon, and the spans in which doors are open; null for a continuous one. */
function hoursOf(
  horizon: Scenario['horizon'],
): { sessions: Span[]; doors: Span[]; days: number } | null {
  if (horizon.kind === 'continuous') return null;
  const sessions = openSpans(horizon.sessions);
  const early = numberOf(horizon.doorsOpenBeforeS);
  return {
    sessions,
    doors: sessions.map((s, i) => ({
      fromS: Math.max(sessions[i - 1]?.toS ?? 0, s.fromS - early),
      toS: s.toS,
    })),
    days: horizon.kind === 'days' ? horizon.warmUpDays + horizon.workingDays : 1,
  };
}

/** Hours of people at their places: windows, guide desk, back offices, lunch. */
function staffProblems(scenario: Scenario, sessions: readonly Span[] | null): Problem[] {
  const problems: Problem[] = [];
  const within = (
    intervals: readonly Interval[] | undefined,
    zh: string,
    en: string,
    ...at: PropertyKey[]
  ) => {
    if (!intervals || intervals.length === 0) return;
    problems.push(
      ...(sessions
        ? intervalProblems(intervals, sessions, at)
        : [problemAt(at, MESSAGES.needsDay(zh, en))]),
    );
  };
  for (const [i, window] of scenario.windows.entries()) {
    if (window.shifts && !sessions)
      problems.push(problemAt(['windows', i, 'shifts'], MESSAGES.needsDay('班次', 'Shifts')));
    else if (window.shifts?.some((shift) => shift.days) && sessions)
      problems.push(...byWeekday(window.shifts, sessions, ['windows', i, 'shifts']));
    else within(window.shifts, '班次', 'Shifts', 'windows', i, 'shifts');
    within(window.breaks, '休息', 'Breaks', 'windows', i, 'breaks');
  }
  within(scenario.guideDesk?.shifts, '班次', 'Shifts', 'guideDesk', 'shifts');
  within(scenario.guideDesk?.breaks, '休息', 'Breaks', 'guideDesk', 'breaks');
  for (const [i, office] of scenario.backOffices.entries())
    within(office.shifts, '班次', 'Shifts', 'backOffices', i, 'shifts');
  const lunch = scenario.staff?.lunch;
  if (lunch?.kind === 'together') {
    const at = ['staff', 'lunch'];
    if (!sessions) problems.push(problemAt(at, MESSAGES.needsDay('午餐', 'Lunch hours')));
    else if (clockToS(lunch.to) <= clockToS(lunch.from))
      problems.push(problemAt([...at, 'to'], MESSAGES.backwards(lunch.from, lunch.to)));
    else if (intervalProblems([lunch], sessions, at).length > 0)
      problems.push(problemAt(at, MESSAGES.outsideSessions()));
  } else within(lunch?.turns, '午餐', 'Lunch hours', 'staff', 'lunch', 'turns');
  return problems;
}

/** Hours and times: sessions, shifts, the demand's profile, intervals and lists of arrivals. */
export function hoursProblems(scenario: Scenario): Problem[] {
  const { horizon, demand } = scenario;
  const problems: Problem[] = [];
  if (horizon.kind !== 'continuous') {
    problems.push(...orderProblems(horizon.sessions, ['horizon', 'sessions']));
    // Measured against sessions that are wrong themselves, everything else would look wrong.
    if (problems.length > 0) return problems;
    const { sessions } = horizon;
    const last = sessions.length - 1;
    if (
      horizon.kind === 'days' &&
      clockToS(sessions[0]!.from) === 0 &&
      clockToS(sessions[last]!.to) === DAY_S
    )
      return [problemAt(['horizon', 'sessions', last, 'to'], MESSAGES.aroundTheClock())];
  }
  const hours = hoursOf(horizon);
  problems.push(...staffProblems(scenario, hours?.sessions ?? null));
  if (demand) {
    const profiles = [
      { profile: demand.profile, at: ['demand', 'profile'] as PropertyKey[] },
      ...demand.weekdays.flatMap(({ profile }, i) =>
        profile ? [{ profile, at: ['demand', 'weekdays', i, 'profile'] }] : [],
      ),
    ];
    if (hours)
      for (const { profile, at } of profiles)
        problems.push(...intervalProblems(profile, hours.doors, at, (i) => profile[i]!.weight > 0));
    else problems.push(problemAt(['demand'], MESSAGES.needsDay('每日来访', 'Visits per day')));
  }
  for (const [i, { arrivals, appointments }] of scenario.classes.entries()) {
    if (appointments) {
      const at = ['classes', i, 'appointments', 'slots'];
      if (hours) problems.push(...intervalProblems(appointments.slots, hours.sessions, at));
      else problems.push(problemAt(at, MESSAGES.needsDay('预约', 'Appointments')));
    }
    if (arrivals.kind === 'poissonByInterval') {
      const { intervals } = arrivals;
      const at = ['classes', i, 'arrivals', 'intervals'];
      if (!hours)
        problems.push(problemAt(at, MESSAGES.needsDay('分时段到达', 'Arrivals by interval')));
      else problems.push(...byWeekday(intervals, hours.doors, at));
    } else if (arrivals.kind === 'list')
      problems.push(
        ...listProblems(arrivals.atS, hours?.doors ?? null, hours?.days ?? 1, [
          'classes',
          i,
          'arrivals',
          'atS',
        ]),
      );
  }
  return problems;
}

type WeekdayInterval = Interval & {
  readonly perHour?: number;
  readonly days?: readonly string[] | undefined;
};

/** Intervals may overlap if they hold on different days of the week. */
function byWeekday(
  intervals: readonly WeekdayInterval[],
  open: readonly Span[],
  at: Path,
): Problem[] {
  const days = [...new Set(intervals.flatMap((i) => i.days ?? []))];
  const groups = days.length > 0 ? days : [null];
  for (const day of groups) {
    const held = intervals.flatMap((interval, index) =>
      day === null || !interval.days || interval.days.includes(day) ? [{ interval, index }] : [],
    );
    const problems = intervalProblems(
      held.map(({ interval }) => interval),
      open,
      [],
      (i) => held[i]!.interval.perHour !== 0,
    );
    if (problems.length > 0)
      return problems.map((problem) => ({
        ...problem,
        // The number within the group stands first in the path.
        path: problem.path.replace(
          /^\[(\d+)\]/,
          (_, n) => `${pathOf([...at, held[Number(n)]!.index])}`,
        ),
      }));
  }
  return [];
}
