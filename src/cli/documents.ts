import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFloorPlan } from '../geometry/check';
import { type CameraLibrary, readCameraLibrary } from '../scenarios/camera-library';
import type { FloorPlan } from '../scenarios/floorplan';
import type { HallState } from '../scenarios/hall-state';
import { HALLS, hallScenario } from '../scenarios/halls';
import { DEMONSTRATIONS, demonstration } from '../scenarios/mechanisms';
import { InputError, type Problem } from '../scenarios/problem';
import { nearest } from '../scenarios/problems-nearest';
import {
  MAX_INPUT_BYTES,
  readFloorPlan,
  readHallState,
  readScenario,
  tooLarge,
} from '../scenarios/read';
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

/** A shipped scenario: a hall, or the demonstration of a mechanism. */
export function shippedScenario(id: string): Scenario {
  return DEMONSTRATIONS.includes(id) ? demonstration(id) : hallScenario(id);
}

/** Ids of the shipped scenarios. */
export function shippedScenarios(): string[] {
  return [...HALLS.map((hall) => hall.id), ...DEMONSTRATIONS];
}

/** Bytes of a file, also of a pipe; one more than the limit at most. */
function bytesOf(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const parts: Buffer[] = [];
    let size = 0;
    while (size <= MAX_INPUT_BYTES) {
      const part = Buffer.alloc(64 * 1024);
      const read = readSync(descriptor, part);
      if (read === 0) break;
      parts.push(part.subarray(0, read));
      size += read;
    }
    return Buffer.concat(parts);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Text of a file. `said` tells how problems name it and which field led there.
 *
 * @throws InputError if it is missing, a folder, unreadable, too large or not UTF-8
 */
function textOf(
  file: string,
  said: { readonly source: string; readonly path: string; readonly ids: readonly string[] },
): string {
  let bytes: Buffer;
  try {
    bytes = bytesOf(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'EISDIR') throw refusal(said.source, said.path, REFUSALS.isFolder());
    if (!['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE'].includes(code))
      throw refusal(said.source, said.path, REFUSALS.unreadable(code));
    if (said.ids.length === 0) throw refusal(said.source, said.path, REFUSALS.noFile(file));
    const near = nearest(path.basename(file, '.json'), said.ids);
    throw refusal(said.source, said.path, REFUSALS.unknownDocument(file, near, said.ids));
  }
  if (bytes.length > MAX_INPUT_BYTES) throw tooLarge(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal(file, '', REFUSALS.notUtf8());
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
  if (ids.includes(name)) return { scenario: shippedScenario(name), source: name, folder: null };
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
  const plan = loadDrawing(name);
  refuseIfAny(name, checkFloorPlan(plan));
  return plan;
}

/**
 * A floor plan as drawn, by the id of a shipped one, else by file: it keeps the format, and may
 * break every rule.
 *
 * @throws InputError
 */
export function loadDrawing(name: string): FloorPlan {
  const ids = shippedFloorPlans();
  const text = ids.includes(name)
    ? shippedFloorPlanText(name)
    : textOf(name, { source: name, path: '', ids });
  return readFloorPlan(text, name);
}

/** The floor plan that a scenario names or holds; null for none. Throws InputError. */
function ownPlan({ scenario, source, folder }: NamedScenario): FloorPlan | null {
  const named = scenario.floorplan;
  if (named === null) return null;
  if (typeof named !== 'string') {
    refuseIfAny(
      source,
      checkFloorPlan(named).map((p: Problem) => ({
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

/**
 * A scenario to be compared: by id or file, or `scenario@plan` to see it in another floor plan.
 *
 * @throws InputError
 */
export function loadVariant(word: string): { scenario: Scenario; plan: FloorPlan | null } {
  const at = word.lastIndexOf('@');
  if (at <= 0 || shippedScenarios().includes(word) || existsSync(word)) return loadRun(word);
  return loadRun(word.slice(0, at), word.slice(at + 1));
}

/** The state of a hall, by file, held against its scenario. Throws InputError. */
export function loadState(file: string, scenario: Scenario): HallState {
  return readHallState(textOf(file, { source: file, path: '--state', ids: [] }), file, scenario);
}

/** A library of camera models, by file. Throws InputError for a file that is none. */
export function loadCameraLibrary(file: string): CameraLibrary {
  return readCameraLibrary(textOf(file, { source: file, path: '--library', ids: [] }), file);
}
