import { fitted } from '../../drawing/fit-scenario';
import { type AssumptionId, applyAssumption } from '../../scenarios/assumptions';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Scenario } from '../../scenarios/scenario';
import type { LocalText } from '../../scenarios/text';
import type { Variant } from '../../sim/experiments/evaluator';
import type { Engine } from '../../sim/kernel/calendar';
import {
  acceptingWindows,
  type Design,
  designsOf,
  ORGANISATIONS,
  type Organisation,
} from '../../sim/planning/design';
import { type Judging, type ServicePromise, underPromise } from '../../sim/planning/promise';

/** A hall of a sweep; `scenario` and `floorplan` name documents of the task. */
export interface TaskHall {
  readonly id: string;
  readonly name: LocalText;
  readonly areaM2: number | null;
  readonly residents: number | null;
  readonly scenario: string;
  /** null: walking takes no time. */
  readonly floorplan: string | null;
  /** In place of the scenario's own; null: as there. */
  readonly visitsPerDay: number | null;
  /** Accepting windows at present; null: as in the scenario. */
  readonly windows: number | null;
  /** Visits that a run is expected to hold: what it costs. */
  readonly visitsARun: number;
}

/** What is tried in every hall under the same circumstances: the hall as it is, and designs. */
export interface TaskGroup {
  /** `own`, or a document; null: walking takes no time. */
  readonly layout: string | null;
  readonly assumptions: readonly (readonly [AssumptionId, number])[];
  /** null: no designs, the hall as it is alone. */
  readonly windows: { readonly from: number; readonly to: number } | null;
  readonly organisations: readonly Organisation[];
}

/** A layout that leaves each hall in its own floor plan. */
export const OWN_LAYOUT = 'own';

/**
 * A sweep as plain data, with all that its results depend on: any machine that has it computes the
 * same.
 */
export interface SweepTask {
  /** Of the plan, for people. */
  readonly id: string;
  readonly engine: Engine;
  readonly seed: number;
  /** Runs of every variant. */
  readonly replications: number;
  readonly promise: ServicePromise;
  readonly judging: Judging;
  readonly visitsAPiece: number;
  readonly halls: readonly TaskHall[];
  readonly groups: readonly TaskGroup[];
  readonly documents: Readonly<Record<string, Scenario | FloorPlan>>;
}

/** A variant of a hall: as it is, or a design with so many windows. */
export type Point =
  | { readonly group: number; readonly kind: 'present' }
  | {
      readonly group: number;
      readonly kind: 'design';
      readonly organisation: Organisation;
      readonly windows: number;
    };

/** The variants of every hall, those of a group side by side, the present one first. */
export function pointsOf(task: Pick<SweepTask, 'groups'>): readonly Point[] {
  return task.groups.flatMap(({ windows, organisations }, group): Point[] => {
    const points: Point[] = [{ group, kind: 'present' }];
    if (windows)
      for (const organisation of organisations)
        for (let n = windows.from; n <= windows.to; n++)
          points.push({ group, kind: 'design', organisation, windows: n });
    return points;
  });
}

/** The windows of a scenario by what distinguishes designs. */
export function windowsKey(scenario: Scenario): string {
  return JSON.stringify(scenario.windows);
}

/**
 * A scenario with so many accepting windows, arranged as it is if that can be done, else by area,
 * else as one pool; null if the floor plan has no room for them.
 */
export function withWindows(
  scenario: Scenario,
  plan: FloorPlan | null,
  windows: number,
): Scenario | null {
  if (acceptingWindows(scenario) === windows) return scenario;
  for (const organisation of ORGANISATIONS) {
    const [design] = designsOf(scenario, plan, [organisation], windows, windows);
    if (design) return design.scenario;
  }
  return null;
}

function documentOf<T extends Scenario | FloorPlan>(task: SweepTask, key: string): T {
  const found = task.documents[key];
  if (!found) throw new RangeError(`no document ${key}`);
  return found as T;
}

/** Floor plan of a hall in a group. */
export function planOf(task: SweepTask, hall: TaskHall, group: TaskGroup): FloorPlan | null {
  const key = group.layout === OWN_LAYOUT ? hall.floorplan : group.layout;
  return key === null ? null : documentOf<FloorPlan>(task, key);
}

/**
 * A hall as it is, under the circumstances of a group and with the promised wait as its target.
 *
 * @throws RangeError if it can't be: the floor plan has no room, or a number is beyond what a
 *   scenario holds
 */
export function baseOf(task: SweepTask, hall: TaskHall, group: TaskGroup): Variant {
  let scenario = documentOf<Scenario>(task, hall.scenario);
  const { visitsPerDay, windows } = hall;
  if (visitsPerDay !== null && scenario.demand)
    scenario = { ...scenario, demand: { ...scenario.demand, visitsPerDay } };
  const floorplan = planOf(task, hall, group);
  if (floorplan && group.layout !== OWN_LAYOUT) scenario = fitted(scenario, floorplan);
  if (windows !== null) {
    const arranged = withWindows(scenario, floorplan, windows);
    if (!arranged) throw new RangeError(`no room for ${windows} windows in the floor plan`);
    scenario = arranged;
  }
  for (const [id, value] of group.assumptions) scenario = applyAssumption(scenario, id, value);
  return { scenario: underPromise(scenario, task.promise), floorplan, seed: task.seed };
}

/** The designs of a group for a hall; none where the hall alone is asked for. */
export function groupDesigns(base: Variant, { windows, organisations }: TaskGroup): Design[] {
  if (!windows) return [];
  return designsOf(base.scenario, base.floorplan, organisations, windows.from, windows.to);
}
