import { clockToS } from '../../scenarios/clock';
import type { Scenario } from '../../scenarios/scenario';
import type { Timeline } from '../../sim/hall/timeline';

/** Played before the doors open, so that the first visitor is seen to come in. */
const LEAD_US = 2 * 60e6;

/** First and last instant that the player shows, µs: the day with a little room around it. */
export function dayRange(
  scenario: Scenario,
  timeline: Timeline,
): { readonly startUs: number; readonly endUs: number } {
  const sessions = sessionsOf(scenario);
  const starts = [timeline.startUs, ...sessions.map((s) => s.fromUs)];
  const ends = [timeline.endUs, ...sessions.map((s) => s.toUs)];
  return {
    startUs: Math.max(0, Math.min(...starts) - LEAD_US),
    endUs: Math.max(...ends),
  };
}

/** Where playing begins: shortly before the first session. */
export function openingUs(scenario: Scenario, timeline: Timeline): number {
  const first = sessionsOf(scenario)[0]?.fromUs ?? timeline.startUs;
  return Math.max(0, first - LEAD_US);
}

/** Opening sessions of the day, µs since midnight; none where the scenario is open without end. */
export function sessionsOf(
  scenario: Scenario,
): readonly { readonly fromUs: number; readonly toUs: number }[] {
  if (scenario.horizon.kind !== 'day') return [];
  return scenario.horizon.sessions.map((session) => ({
    fromUs: clockToS(session.from) * 1e6,
    toUs: clockToS(session.to) * 1e6,
  }));
}

/** Times at `count` even steps over a span, both ends included. */
export function evenTimes(startUs: number, endUs: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => startUs + ((endUs - startUs) * i) / (count - 1));
}
