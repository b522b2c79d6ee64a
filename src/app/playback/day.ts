import { clockToS } from '../../scenarios/clock';
import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import type { Timeline } from '../../sim/hall/timeline';

/** Played before the doors open, so that the first visitor is seen to come in. */
const LEAD_US = 2 * 60e6;

/** First and last instant that the player shows, µs: the day with a little room around it. */
export function dayRange(
  scenario: Scenario,
  timeline: Timeline,
): { readonly startUs: number; readonly endUs: number } {
  const ends = [timeline.endUs, ...sessionsOf(scenario).map((s) => s.toUs)];
  return {
    startUs: Math.min(openingUs(scenario, timeline), timeline.startUs),
    endUs: Math.max(...ends),
  };
}

/** Where playing begins: shortly before the doors open. */
export function openingUs(scenario: Scenario, timeline: Timeline): number {
  const { horizon } = scenario;
  const early = horizon.kind === 'continuous' ? 0 : numberOf(horizon.doorsOpenBeforeS) * 1e6;
  const first = sessionsOf(scenario)[0]?.fromUs ?? timeline.startUs;
  return Math.max(0, first - early - LEAD_US);
}

/** Opening sessions of the day, µs since midnight; none where the scenario is open without end. */
export function sessionsOf(
  scenario: Scenario,
): readonly { readonly fromUs: number; readonly toUs: number }[] {
  if (scenario.horizon.kind === 'continuous') return [];
  return scenario.horizon.sessions.map((session) => ({
    fromUs: clockToS(session.from) * 1e6,
    toUs: clockToS(session.to) * 1e6,
  }));
}

/** Times at `count` even steps over a span, both ends included. */
export function evenTimes(startUs: number, endUs: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => startUs + ((endUs - startUs) * i) / (count - 1));
}
