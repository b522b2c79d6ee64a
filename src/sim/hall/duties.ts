import { clockToS } from '../../scenarios/clock';
import type { Scenario } from '../../scenarios/scenario';
import type { Weekday } from '../../scenarios/schema-parts';
import type { WorkDay } from '../../scenarios/work-calendar';
import type { SessionModel } from './arrivals';

/** A span of duty on any day, µs since its midnight; `drains`: those inside are served before it really ends. */
export interface Duty {
  readonly fromUs: number;
  readonly toUs: number;
  readonly drains: boolean;
}

interface Span {
  readonly fromUs: number;
  readonly toUs: number;
}

interface Hours {
  readonly from: string;
  readonly to: string;
}

const ALWAYS: readonly Hours[] = [{ from: '00:00', to: '24:00' }];

const spanOf = ({ from, to }: Hours): Span => ({
  fromUs: clockToS(from) * 1e6,
  toUs: clockToS(to) * 1e6,
});

/**
 * When somebody is on duty: the sessions cut with the shifts, touching spans joined, less the
 * breaks.
 *
 * @param shifts absent: whenever the hall is open
 */
export function spansOfDuty(
  sessions: readonly Span[],
  shifts: readonly Hours[] = ALWAYS,
  breaks: readonly Hours[] = [],
): Span[] {
  const ordered = shifts.map(spanOf).sort((a, b) => a.fromUs - b.fromUs);
  const away = breaks.map(spanOf);
  return sessions.flatMap((session) => {
    const spans: { fromUs: number; toUs: number }[] = [];
    for (const shift of ordered) {
      const fromUs = Math.max(session.fromUs, shift.fromUs);
      const toUs = Math.min(session.toUs, shift.toUs);
      if (fromUs >= toUs) continue;
      const last = spans.at(-1);
      if (last && last.toUs >= fromUs) last.toUs = Math.max(last.toUs, toUs);
      else spans.push({ fromUs, toUs });
    }
    return away.reduce<Span[]>((left, gap) => left.flatMap((span) => without(span, gap)), spans);
  });
}

function without(span: Span, gap: Span): Span[] {
  if (gap.toUs <= span.fromUs || span.toUs <= gap.fromUs) return [span];
  return [
    { fromUs: span.fromUs, toUs: gap.fromUs },
    { fromUs: gap.toUs, toUs: span.toUs },
  ].filter(({ fromUs, toUs }) => fromUs < toUs);
}

type Window = Scenario['windows'][number];

/**
 * Who tells the duties of a window's clerk by day of the run; one entry for all days if they are alike. Where
 * shifts differ by day of the week, who goes last on a day stays for those inside as at a closing.
 */
export function dutiesOf(
  scenario: Scenario,
  sessions: readonly SessionModel[],
  days: readonly WorkDay[],
): (window: Window) => Duty[][] {
  const { horizon } = scenario;
  if (horizon.kind === 'continuous') return () => [[{ ...sessions[0]!, drains: false }]];
  const closings = new Set(sessions.map((s) => s.toUs));
  const differs = byWeekday(scenario);
  const lastOf = lastBy(scenario, sessions);
  return (window) => {
    const stays = horizon.closing === 'serveInside' || window.area === 'issuing';
    const breaks = [...window.breaks, ...lunchOf(scenario, window)];
    const on = (weekday: Weekday | null): Duty[] => {
      const lastUs = differs ? lastOf(window, weekday) : -1;
      return spansOfDuty(sessions, shiftsOn(window, weekday), breaks).map((span) => ({
        ...span,
        drains: stays && (closings.has(span.toUs) || span.toUs === lastUs),
      }));
    };
    if (!differs) return [on(null)];
    const known = new Map<Weekday | null, Duty[]>();
    return days.map(({ weekday }) => {
      if (!known.has(weekday)) known.set(weekday, on(weekday));
      return known.get(weekday)!;
    });
  };
}

const byWeekday = ({ windows }: Scenario): boolean =>
  windows.some(({ shifts }) => shifts?.some(({ days }) => days));

/** The shifts of a window on a day of the week (null: a day that nobody can name). */
export function shiftsOn(
  { shifts }: Pick<Window, 'shifts'>,
  weekday: Weekday | null,
): Window['shifts'] {
  return shifts?.filter(({ days }) => !days || (weekday !== null && days.includes(weekday)));
}

/** When the last window goes that serves any class of a given one's, on a day of the week. */
function lastBy(
  { windows }: Scenario,
  sessions: readonly SessionModel[],
): (window: Window, weekday: Weekday | null) => number {
  const ends = new Map<Weekday | null, readonly number[]>();
  return (window, weekday) => {
    let ofAll = ends.get(weekday);
    if (!ofAll) {
      ofAll = windows.map((w) =>
        Math.max(...spansOfDuty(sessions, shiftsOn(w, weekday), w.breaks).map(({ toUs }) => toUs)),
      );
      ends.set(weekday, ofAll);
    }
    let last = Number.NEGATIVE_INFINITY;
    for (const [i, w] of windows.entries())
      if (ofAll[i]! > last && (w === window || w.serves.some((id) => window.serves.includes(id))))
        last = ofAll[i]!;
    return last;
  };
}

/** The lunch of a window's clerk: everybody's, or the turn that the window has in its area. */
function lunchOf(scenario: Scenario, window: Window): readonly Hours[] {
  const lunch = scenario.staff?.lunch;
  if (!lunch) return [];
  if (lunch.kind === 'together') return [lunch];
  const position = scenario.windows.filter((w) => w.area === window.area).indexOf(window);
  return [lunch.turns[position % lunch.turns.length]!];
}
