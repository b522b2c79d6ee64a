import type { z } from 'zod';
import { jsonWithin } from './carried';
import { type FloorPlan, floorPlanSchema } from './floorplan';
import { type HallState, hallStateSchema } from './hall-state';
import { InputError, type Problem } from './problem';
import { findJsonFault } from './problems-json';
import { MESSAGES, problemAt } from './problems-text';
import { carryKnownKeys, problemsOfIssues } from './problems-zod';
import { type Scenario, scenarioSchema } from './scenario';
import { type SweepPlan, sweepPlanSchema } from './sweep-plan';
import { validateScenario } from './validate';
import { stateProblems } from './validate-state';

/** Largest document that is read, in bytes (and so in characters). */
export const MAX_INPUT_BYTES = 10 * 1024 * 1024;
/** Problems listed one by one; more are only counted. */
const MAX_PROBLEMS = 200;
/** The formats nest 12 levels at most; what is deeper is junk. */
const MAX_DEPTH = 40;
/** List entries looked at when a document has more mistakes than the validator can carry. */
const SAMPLE = 200;

/** The refusal of a document too large to be read. */
export function tooLarge(source: string): InputError {
  return new InputError(source, [problemAt([], MESSAGES.tooLarge(MAX_INPUT_BYTES / 1024 / 1024))]);
}

/** JSON text as a value. Throws InputError naming line and column of the fault. */
export function parseJson(text: string, source: string): unknown {
  if (text.length > MAX_INPUT_BYTES) throw tooLarge(source);
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(content);
  } catch {
    const fault = findJsonFault(content);
    throw new InputError(source, [
      problemAt(
        [],
        fault
          ? MESSAGES.notJson(fault.line, fault.column, fault.found)
          : MESSAGES.tooDeep(MAX_DEPTH),
      ),
    ]);
  }
}

/** What the validator would pass over or choke on: `__proto__` as a field, endless nesting. */
function junkIn(value: unknown, path: PropertyKey[] = [], problems: Problem[] = []): Problem[] {
  if (value === null || typeof value !== 'object') return problems;
  if (path.length >= MAX_DEPTH) {
    problems.push(problemAt(path.slice(0, 3), MESSAGES.tooDeep(MAX_DEPTH)));
    return problems;
  }
  for (const key of Object.keys(value)) {
    if (problems.length >= MAX_PROBLEMS) break;
    path.push(Array.isArray(value) ? Number(key) : key);
    if (key === '__proto__' && !Array.isArray(value))
      problems.push(problemAt(path, MESSAGES.unknownField(key, null, [])));
    else junkIn((value as Record<string, unknown>)[key], path, problems);
    path.pop();
  }
  return problems;
}

/** The document with every list cut to its first entries. */
function sampleOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, SAMPLE).map(sampleOf);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, sampleOf(child)]));
}

function refuse(source: string, problems: readonly Problem[]): never {
  const listed = problems.slice(0, MAX_PROBLEMS);
  if (problems.length > MAX_PROBLEMS)
    listed.push(problemAt([], MESSAGES.andMore(problems.length - MAX_PROBLEMS)));
  throw new InputError(source, listed);
}

/**
 * A parsed document held against its schema.
 *
 * @throws InputError with every problem found
 */
export function check<T extends z.ZodType>(schema: T, value: unknown, source: string): z.output<T> {
  const junk = junkIn(value);
  if (junk.length > 0) refuse(source, junk);
  try {
    const result = schema.safeParse(value, { error: carryKnownKeys });
    if (result.success) return result.data;
    return refuse(source, problemsOfIssues(result.error.issues, value));
  } catch (error) {
    // Zod hands the issues of a list on as arguments of one call: too many overflow the stack.
    if (!(error instanceof RangeError)) throw error;
    const sample = sampleOf(value);
    const result = schema.safeParse(sample, { error: carryKnownKeys });
    refuse(source, [
      ...(result.success ? [] : problemsOfIssues(result.error.issues, sample)),
      problemAt([], MESSAGES.tooManyProblems()),
    ]);
  }
}

/**
 * Reads a scenario that is parsed already, fills in defaults and validates it across fields.
 *
 * @param source what messages call it: a file name or an id
 * @throws InputError with every problem found
 */
export function parseScenario(value: unknown, source: string): Scenario {
  const scenario = check(scenarioSchema, value, source);
  const problems = validateScenario(scenario);
  if (problems.length > 0) refuse(source, problems);
  return scenario;
}

/**
 * Reads a floor plan that is parsed already. Geometry is checked elsewhere.
 *
 * @throws InputError with every problem found
 */
export function parseFloorPlan(value: unknown, source: string): FloorPlan {
  return check(floorPlanSchema, value, source);
}

/**
 * Reads a scenario from JSON text, or from the text of a report that carries one.
 *
 * @throws InputError with every problem found
 */
export function readScenario(text: string, source: string): Scenario {
  return parseScenario(parseJson(jsonWithin(text), source), source);
}

/**
 * Reads a floor plan from JSON text. Geometry is checked elsewhere.
 *
 * @throws InputError with every problem found
 */
export function readFloorPlan(text: string, source: string): FloorPlan {
  return parseFloorPlan(parseJson(text, source), source);
}

/**
 * Reads the state of a hall that is parsed already, and holds it against itself and its scenario.
 *
 * @throws InputError with every problem found
 */
export function parseHallState(value: unknown, source: string, scenario: Scenario): HallState {
  const state = check(hallStateSchema, value, source);
  const problems = stateProblems(state, scenario);
  if (problems.length > 0) refuse(source, problems);
  return state;
}

/**
 * Reads the state of a hall from JSON text.
 *
 * @throws InputError with every problem found
 */
export function readHallState(text: string, source: string, scenario: Scenario): HallState {
  return parseHallState(parseJson(text, source), source, scenario);
}

/**
 * Reads the plan of a sweep from JSON text; scenarios in it are validated across fields.
 *
 * @throws InputError with every problem found
 */
export function readSweepPlan(text: string, source: string): SweepPlan {
  const plan = check(sweepPlanSchema, parseJson(text, source), source);
  if (typeof plan.halls === 'string') return plan;
  const problems = plan.halls.flatMap((hall, i) =>
    typeof hall === 'string' || typeof hall.scenario !== 'object'
      ? []
      : validateScenario(hall.scenario).map((problem) => ({
          ...problem,
          path: `halls[${i}].scenario.${problem.path}`,
        })),
  );
  if (problems.length > 0) refuse(source, problems);
  return plan;
}
