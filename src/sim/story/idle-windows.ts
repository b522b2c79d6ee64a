import type { Scenario } from '../../scenarios/scenario';
import { EventKind } from '../hall/record';
import { type Timeline, WindowState } from '../hall/timeline';

/** A spell in which windows were free while people stood in the lines of others. */
export interface IdleBesideLine {
  readonly timeUs: number;
  /** Comprehensive windows that were open and had nobody. */
  readonly free: number;
  /** People in the lines of the other comprehensive windows. */
  readonly inLine: number;
}

/**
 * When most could have been served at once had there been one queue: the middle of the longest of
 * the spells in which the smaller of the two counts was largest. null where windows have no lines,
 * or none was ever free meanwhile.
 */
export function idleBesideLine(scenario: Scenario, timeline: Timeline): IdleBesideLine | null {
  const { events } = timeline.record;
  const pooled = scenario.windows.flatMap(({ area }, i) => (area === 'comprehensive' ? [i] : []));
  /** Window in whose line somebody stands. */
  const lineOf = new Map<number, number>();
  let best: (IdleBesideLine & { readonly lasts: number }) | null = null;
  for (let i = 0; i < events.length; i++) {
    const visitor = events.visitor[i]!;
    const kind: EventKind = events.kind[i]!;
    if (kind === EventKind.LineJoin) lineOf.set(visitor, events.place[i]!);
    else if (kind === EventKind.Call || kind === EventKind.Abandon) lineOf.delete(visitor);
    const timeUs = events.timeUs[i]!;
    const lasts = (events.timeUs[i + 1] ?? timeUs) - timeUs;
    if (lasts === 0 || lineOf.size === 0) continue;
    const inLine = [...lineOf.values()].filter((window) => pooled.includes(window)).length;
    const free = freeWindows(scenario, timeline, timeUs);
    const worth = Math.min(free, inLine);
    const least = best ? Math.min(best.free, best.inLine) : 0;
    if (worth === 0 || worth < least || (worth === least && lasts <= (best?.lasts ?? 0))) continue;
    best = { timeUs: timeUs + lasts / 2, free, inLine, lasts };
  }
  return best && { timeUs: best.timeUs, free: best.free, inLine: best.inLine };
}

/** Comprehensive windows that are open and have nobody. */
function freeWindows(scenario: Scenario, timeline: Timeline, timeUs: number): number {
  return scenario.windows.filter(
    ({ area }, i) =>
      area === 'comprehensive' && timeline.windowState(i, timeUs) === WindowState.Idle,
  ).length;
}
