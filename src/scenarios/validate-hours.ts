import { clockOf, clockToS } from './clock';
import type { Problem } from './problem';
import { MESSAGES, problemAt } from './problems-text';
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

/** Times of a fixed list: ascending, and while the hall is open. One problem of a list is enough. */
function listProblems(atS: readonly number[], open: readonly Span[] | null, at: Path): Problem[] {
  for (const [i, time] of atS.entries()) {
    const previous = atS[i - 1];
    if (previous !== undefined && time < previous)
      return [problemAt([...at, i], MESSAGES.notAscending(previous))];
    if (open && !open.some((s) => s.fromS <= time && time <= s.toS))
      return [problemAt([...at, i], MESSAGES.arrivalOutsideSessions(clockOf(time)))];
  }
  return [];
}

/** Hours and times: sessions, shifts, the demand's profile, intervals and lists of arrivals. */
export function hoursProblems(scenario: Scenario): Problem[] {
  const { horizon } = scenario;
  const problems: Problem[] = [];
  let open: Span[] | null = null;
  if (horizon.kind === 'day') {
    problems.push(...orderProblems(horizon.sessions, ['horizon', 'sessions']));
    // Measured against sessions that are wrong themselves, everything else would look wrong.
    if (problems.length > 0) return problems;
    open = openSpans(horizon.sessions);
  }
  for (const [i, window] of scenario.windows.entries()) {
    const at = ['windows', i, 'shifts'];
    if (!window.shifts) continue;
    if (open) problems.push(...intervalProblems(window.shifts, open, at));
    else problems.push(problemAt(at, MESSAGES.needsDay('班次', 'Shifts')));
  }
  if (scenario.demand) {
    const { profile } = scenario.demand;
    if (open)
      problems.push(
        ...intervalProblems(profile, open, ['demand', 'profile'], (i) => profile[i]!.weight > 0),
      );
    else problems.push(problemAt(['demand'], MESSAGES.needsDay('每日来访', 'Visits per day')));
  }
  for (const [i, { arrivals }] of scenario.classes.entries()) {
    if (arrivals.kind === 'poissonByInterval') {
      const { intervals } = arrivals;
      const at = ['classes', i, 'arrivals', 'intervals'];
      if (open)
        problems.push(...intervalProblems(intervals, open, at, (j) => intervals[j]!.perHour > 0));
      else problems.push(problemAt(at, MESSAGES.needsDay('分时段到达', 'Arrivals by interval')));
    } else if (arrivals.kind === 'list')
      problems.push(...listProblems(arrivals.atS, open, ['classes', i, 'arrivals', 'atS']));
  }
  return problems;
}
