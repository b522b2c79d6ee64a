import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFloorPlan } from '../geometry/check';
import type { FloorPlan } from '../scenarios/floorplan';
import { HALLS, hallScenario } from '../scenarios/halls';
import { InputError, type Problem } from '../scenarios/problem';
import { nearest } from '../scenarios/problems-nearest';
import { MAX_INPUT_BYTES, readFloorPlan, readScenario, tooLarge } from '../scenarios/read';
import type { Scenario } from '../scenarios/scenario';
import { validateAgainstPlan } from '../scenarios/validate-plan';
import { REFUSALS, refusal } from './refusals';

const FLOOR_PLANS = fileURLToPath(new URL('../../public/floorplans/', import.meta.url));

/** Ids of the shipped floor plans. */
export function shippedFloorPlans(): string[] {
  return readdirSync(FLOOR_PLANS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** Ids of the shipped scenarios. */
export function shippedScenarios(): string[] {
  return HALLS.map((hall) => hall.id);
}

/**
 * Text of a file. `said` tells how problems name it and which field led there.
 *
 * @throws InputError if it is missing, no file, unreadable or too large
 */
function textOf(file: string, said: { source: string; path: string; ids: readonly string[] }) {
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw refusal(said.source, said.path, REFUSALS.isFolder());
    if (found.size > MAX_INPUT_BYTES) throw tooLarge(file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const name = path.basename(file, '.json');
    throw refusal(
      said.source,
      said.path,
      code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE'
        ? REFUSALS.unknownDocument(file, nearest(name, said.ids), said.ids)
        : REFUSALS.unreadable(code),
    );
  }
}

function refuseIfAny(source: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(source, problems);
}

/** A scenario as named on the command line. */
interface NamedScenario {
  readonly scenario: Scenario;
  /** How problems name it. */
  readonly source: string;
  /** Folder that its floor plan's file is looked for in; null for a shipped one. */
  readonly folder: string | null;
}

/**
 * A scenario by the id of a shipped one, else by file.
 *
 * @throws InputError
 */
export function loadScenario(name: string): NamedScenario {
  const ids = shippedScenarios();
  if (ids.includes(name)) return { scenario: hallScenario(name), source: name, folder: null };
  const text = textOf(name, { source: name, path: '', ids });
  return { scenario: readScenario(text, name), source: name, folder: path.dirname(name) };
}

/** A floor plan that keeps the format and the rules of geometry. Throws InputError. */
function checkedPlan(text: string, source: string): FloorPlan {
  const plan = readFloorPlan(text, source);
  refuseIfAny(source, checkFloorPlan(plan));
  return plan;
}

/** Text of a shipped floor plan. */
export function shippedFloorPlanText(id: string): string {
  return readFileSync(path.join(FLOOR_PLANS, `${id}.json`), 'utf8');
}

/**
 * A floor plan by the id of a shipped one, else by file.
 *
 * @throws InputError
 */
export function loadFloorPlan(name: string): FloorPlan {
  const ids = shippedFloorPlans();
  if (ids.includes(name)) return checkedPlan(shippedFloorPlanText(name), name);
  return checkedPlan(textOf(name, { source: name, path: '', ids }), name);
}

/** The floor plan that a scenario names or holds; null for none. Throws InputError. */
function ownPlan({ scenario, source, folder }: NamedScenario): FloorPlan | null {
  const named = scenario.floorplan;
  if (named === null) return null;
  if (typeof named !== 'string') {
    refuseIfAny(
      source,
      checkFloorPlan(named).map((p) => ({
        ...p,
        path: p.path ? `floorplan.${p.path}` : 'floorplan',
      })),
    );
    return named;
  }
  const ids = shippedFloorPlans();
  if (ids.includes(named)) return loadFloorPlan(named);
  const file = folder === null ? named : path.resolve(folder, named);
  const shown = path.relative(process.cwd(), file) || file;
  return checkedPlan(textOf(file, { source, path: 'floorplan', ids }), shown);
}

/**
 * A scenario and the floor plan that it runs in, checked alone and against each other.
 *
 * @param floorplan id or file of a plan to use instead of the scenario's own
 * @throws InputError
 */
export function loadRun(
  name: string,
  floorplan?: string,
): { scenario: Scenario; plan: FloorPlan | null; source: string } {
  const named = loadScenario(name);
  const plan = floorplan === undefined ? ownPlan(named) : loadFloorPlan(floorplan);
  if (plan) refuseIfAny(named.source, validateAgainstPlan(named.scenario, plan));
  return { scenario: named.scenario, plan, source: named.source };
}
