import { type HallState, momentOf, momentToS, type WindowNow } from '../../scenarios/hall-state';
import type { Scenario } from '../../scenarios/scenario';
import { sessionsOf } from '../../sim/hall/arrivals';
import { spansOfDuty } from '../../sim/hall/duties';

type Area = 'comprehensive' | 'department';

/** The areas of a scenario whose windows serve. */
export function areasOf(scenario: Scenario): Area[] {
  return (['comprehensive', 'department'] as const).filter((area) =>
    scenario.windows.some((w) => w.area === area),
  );
}

/** A state to begin with: mid-morning, windows as their shifts have them, nobody waiting. */
export function freshState(scenario: Scenario): HallState {
  const sessions = sessionsOf(scenario);
  const atS = Math.min((sessions[0]?.fromUs ?? 0) / 1e6 + 3900, (sessions[0]?.toUs ?? 0) / 1e6);
  const atUs = atS * 1e6;
  return {
    format: 'hall-twin/state',
    version: 1,
    scenario: scenario.id,
    at: momentOf(atS),
    waiting: [],
    approvals: [],
    issue: [],
    windows: scenario.windows.map(({ id, shifts, breaks, onDemand }) => ({
      id,
      open:
        !onDemand &&
        spansOfDuty(sessions, shifts, breaks).some(
          ({ fromUs, toUs }) => fromUs <= atUs && atUs < toUs,
        ),
    })),
  };
}

/** The area that people of an entry wait for; the first where nothing says. */
function areaOf(entry: HallState['waiting'][number], scenario: Scenario, areas: readonly Area[]) {
  if (entry.area) return entry.area;
  const window = scenario.windows.find((w) => entry.class && w.serves.includes(entry.class));
  return (window?.area as Area | undefined) ?? areas[0];
}

/** How many wait in an area, and how long the first of them has. */
export function waitingIn(state: HallState, scenario: Scenario, area: Area) {
  const areas = areasOf(scenario);
  const entries = state.waiting.filter((one) => areaOf(one, scenario, areas) === area);
  const atS = momentToS(state.at);
  return {
    count: entries.reduce((sum, { count }) => sum + count, 0),
    longestMin: Math.max(0, ...entries.map(({ since }) => (atS - momentToS(since)) / 60)),
  };
}

/** The state with so many waiting in an area, the first for so long, in place of who was entered there. */
export function withWaiting(
  state: HallState,
  scenario: Scenario,
  area: Area,
  { count, longestMin }: { readonly count: number; readonly longestMin: number },
): HallState {
  const areas = areasOf(scenario);
  const others = state.waiting.filter((one) => areaOf(one, scenario, areas) !== area);
  if (count === 0) return { ...state, waiting: others };
  const since = momentOf(Math.max(0, momentToS(state.at) - longestMin * 60));
  return { ...state, waiting: [...others, { count, area, since }] };
}

/** A window one step on: closed, open, busy since some minutes ago, closed. */
export function nextWindow(now: WindowNow, at: string): WindowNow {
  if (!now.open) return { id: now.id, open: true };
  if (!now.serving) return { id: now.id, open: true, serving: servingFor(3, at) };
  return { id: now.id, open: false };
}

export function servingFor(minutes: number, at: string): NonNullable<WindowNow['serving']> {
  return { since: momentOf(Math.max(0, momentToS(at) - minutes * 60)), phase: 'serving' };
}
