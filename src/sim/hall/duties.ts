import { clockToS } from '../../scenarios/clock';
import type { Scenario } from '../../scenarios/scenario';
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

/** The duties of a window's clerk on any day. */
export function dutiesOf(
  scenario: Scenario,
  sessions: readonly SessionModel[],
  window: Window,
): Duty[] {
  const { horizon } = scenario;
  if (horizon.kind === 'continuous') return [{ ...sessions[0]!, drains: false }];
  const stays = horizon.closing === 'serveInside' || window.area === 'issuing';
  const breaks = [...window.breaks, ...lunchOf(scenario, window)];
  const closings = new Set(sessions.map((s) => s.toUs));
  return spansOfDuty(sessions, window.shifts, breaks).map((span) => ({
    ...span,
    drains: stays && closings.has(span.toUs),
  }));
}

/** The lunch of a window's clerk: everybody's, or the turn that the window has in its area. */
function lunchOf(scenario: Scenario, window: Window): readonly Hours[] {
  const lunch = scenario.staff?.lunch;
  if (!lunch) return [];
  if (lunch.kind === 'together') return [lunch];
  const position = scenario.windows.filter((w) => w.area === window.area).indexOf(window);
  return [lunch.turns[position % lunch.turns.length]!];
}
