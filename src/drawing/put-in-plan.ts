import { clockToS } from '../scenarios/clock';
import type { FloorPlan } from '../scenarios/floorplan';
import { hallDigest } from '../scenarios/hall-digest';
import { InputError } from '../scenarios/problem';
import { say } from '../scenarios/problems-text';
import type { Scenario } from '../scenarios/scenario';

type Window = Scenario['windows'][number];
type Place = FloorPlan['windows'][number];

/**
 * A window that a log knows of for less than this in a week is somebody who stood in for a moment
 * at another's window, and needs no place of its own.
 */
const MOMENT_S = 2 * 3600;
const WEEK_DAYS = 5;

/** A scenario in its plan, and the names of windows that found no place there. */
export interface Placed {
  readonly scenario: Scenario;
  readonly leftOut: readonly string[];
}

/**
 * A scenario whose windows are nobody's yet, put into a plan: windows for several classes at places
 * of the comprehensive area first, those for one at places of departments. Walking speeds are those
 * of the hall that the plan is from; from then on walking takes time.
 *
 * @param hall the scenario of the hall whose plan it is
 * @throws InputError if the plan has too few windows
 */
export function putInPlan(
  scenario: Scenario,
  plan: FloorPlan,
  hall: Scenario,
  source: string,
): Placed {
  const places = plan.windows.filter(({ area }) => area !== 'issuing');
  const { kept, leftOut } = thinned(scenario.windows, places.length);
  if (kept.length > places.length)
    throw new InputError(source, [
      {
        path: 'base',
        ...say(
          `记录里有 ${kept.length} 个窗口，平面图只有 ${places.length} 个`,
          `The log has ${kept.length} windows, the floor plan ${places.length}`,
          '请选更大的大厅，只取一部分业务，或不用平面图',
          'Choose a larger hall, take a part of the business, or use no floor plan',
        ),
      },
    ]);
  const at = placesOf(kept, places);
  return {
    scenario: withDigest({
      ...scenario,
      floorplan: hall.floorplan === plan.id ? plan.id : plan,
      mobility: hall.mobility,
      windows: kept.map((window) => {
        const place = at.get(window)!;
        return { ...window, id: place.id, area: place.area };
      }),
    }),
    leftOut: leftOut.map(({ name, id }) => (typeof name === 'string' ? name : (name?.zh ?? id))),
  };
}

/** It is still the hall of the log, with a plan, and without who stood in for moments. */
function withDigest(scenario: Scenario): Scenario {
  return scenario.pastWaits
    ? { ...scenario, pastWaits: { ...scenario.pastWaits, ofHall: hallDigest(scenario) } }
    : scenario;
}

/** Leaves out windows of moments, the shortest first, while there are too many for the places. */
function thinned(windows: readonly Window[], places: number) {
  const kept = [...windows];
  const leftOut: Window[] = [];
  for (const window of [...windows].sort((a, b) => weekS(a) - weekS(b))) {
    if (kept.length <= places || weekS(window) > MOMENT_S) break;
    const others = new Set(kept.filter((one) => one !== window).flatMap(({ serves }) => serves));
    if (!window.serves.every((id) => others.has(id))) continue;
    kept.splice(kept.indexOf(window), 1);
    leftOut.push(window);
  }
  return { kept, leftOut };
}

/** Seconds a week that a window is open; without shifts it is as long as the doors are. */
function weekS({ shifts }: Window): number {
  if (!shifts) return Number.POSITIVE_INFINITY;
  return shifts.reduce(
    (sum, { from, to, days }) =>
      sum + (clockToS(to) - clockToS(from)) * (days?.length ?? WEEK_DAYS),
    0,
  );
}

/** A place for each window: its own kind of area first, then whatever is left. */
function placesOf(windows: readonly Window[], places: readonly Place[]): Map<Window, Place> {
  const free = new Set(places);
  const at = new Map<Window, Place>();
  const take = (window: Window, area: Place['area'] | null) => {
    const place = [...free].find((one) => area === null || one.area === area);
    if (!place) return;
    free.delete(place);
    at.set(window, place);
  };
  for (const window of windows)
    take(window, window.serves.length > 1 ? 'comprehensive' : 'department');
  for (const window of windows) if (!at.has(window)) take(window, null);
  return at;
}
