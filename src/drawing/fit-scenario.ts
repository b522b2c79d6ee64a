import type { FloorPlan } from '../scenarios/floorplan';
import { UNSTATED } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';

type Window = Scenario['windows'][number];

/**
 * A scenario with the windows that a plan has: windows that were drawn away are not opened, and a
 * window that was drawn in serves what the first of its area does. A scenario that would be left
 * without a window for one of its classes keeps its own windows, and the plan is what is wrong.
 */
export function fitted(scenario: Scenario, plan: FloorPlan): Scenario {
  const windows = plan.windows.flatMap((drawn): Window[] => {
    const own = scenario.windows.find(({ id }) => id === drawn.id);
    if (own?.area === drawn.area) return [own];
    const like = scenario.windows.find(({ area }) => area === drawn.area);
    return like ? [{ ...like, id: drawn.id, name: drawn.name, provenance: UNSTATED }] : [];
  });
  const same =
    windows.length === scenario.windows.length &&
    windows.every((window) => scenario.windows.includes(window));
  if (same) return scenario;
  const served = new Set(windows.flatMap(({ serves }) => serves));
  const all = scenario.windows.flatMap(({ serves }) => serves).every((one) => served.has(one));
  const issues = scenario.windows.some(({ area }) => area === 'issuing');
  const stillIssues = windows.some(({ area }) => area === 'issuing');
  return all && (!issues || stillIssues) ? { ...scenario, windows } : scenario;
}
