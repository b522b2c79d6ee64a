import { checkFloorPlan } from '../../geometry/check';
import type { FloorPlan } from '../../scenarios/floorplan';
import { InputError, type Problem } from '../../scenarios/problem';
import type { Scenario } from '../../scenarios/scenario';
import { validateAgainstPlan } from '../../scenarios/validate-plan';
import type { Settings } from './settings';
import type { Origin } from './store';

/** A floor plan that is not shipped with the page. */
export class UnknownPlan extends Error {
  constructor(readonly id: string) {
    super(`no floor plan "${id}"`);
    this.name = 'UnknownPlan';
  }
}

/** A shipped floor plan by id; rejects with `UnknownPlan` or an `InputError`. */
export type LoadPlan = (id: string) => Promise<FloorPlan>;

/** What is to be opened, or was: enough to open it again as it is. */
export interface Left {
  readonly origin: Origin;
  readonly scenario: Scenario;
  readonly plan: FloorPlan | null;
  /** Absent: the scenario's own values. */
  readonly settings?: Settings;
  /** Where its day begins, µs since midnight, and whether it plays; absent: it plays from the doors' opening. */
  readonly start?: { readonly timeUs: number; readonly playing: boolean };
}

/** The plan that a scenario names or brings along; null if it has none. */
export async function planOf(scenario: Scenario, loadPlan: LoadPlan): Promise<FloorPlan | null> {
  return typeof scenario.floorplan === 'string'
    ? await loadPlan(scenario.floorplan)
    : scenario.floorplan;
}

/** @throws InputError if there are problems */
export function refuseIfAny(source: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(source, problems);
}

/** What is wrong with a plan that a scenario brings along; paths are the scenario's. */
function ownPlanProblems({ floorplan }: Scenario): readonly Problem[] {
  if (floorplan === null || typeof floorplan === 'string') return [];
  // A hall that is too small opens, as one is drawn: the rules say that it is.
  return checkFloorPlan(floorplan, false).map((problem) => ({
    ...problem,
    path: problem.path ? `floorplan.${problem.path}` : 'floorplan',
  }));
}

/**
 * A scenario with its plan, held against each other.
 *
 * @param source what messages call it
 * @throws InputError with every problem found
 * @throws UnknownPlan if it names a plan that is not shipped
 */
export async function readied(
  scenario: Scenario,
  origin: Origin,
  source: string,
  loadPlan: LoadPlan,
): Promise<Left> {
  const plan = await planOf(scenario, loadPlan);
  refuseIfAny(source, ownPlanProblems(scenario));
  refuseIfAny(source, plan ? validateAgainstPlan(scenario, plan) : []);
  return { origin, scenario, plan };
}
