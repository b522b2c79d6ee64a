import { z } from 'zod';
import { hallScenario } from '../../scenarios/halls';
import { demonstration } from '../../scenarios/mechanisms';
import { InputError, type Problem } from '../../scenarios/problem';
import { parseScenario } from '../../scenarios/read';
import type { Scenario } from '../../scenarios/scenario';
import { keyOf } from '../../workers/journal';
import { HEATS } from '../show/heat';
import { type Left, type LoadPlan, planOf, readied } from './left';
import { PAGES } from './page';
import { LARGEST_SEED, MOST_REPLICATIONS, type Settings, settingsOf } from './settings';
import type { Origin, TwinState } from './store';

const id = z.string().min(1).max(200);
const vector = z.tuple([z.number(), z.number(), z.number()]).readonly();

const hallSchema = z.discriminatedUnion('as', [
  /** A hall of the product as it is shipped, in a shipped plan. */
  z.strictObject({
    as: z.literal('named'),
    kind: z.enum(['shipped', 'demonstration']),
    id,
    plan: id.nullable(),
    /** Of what was shipped under these names: another mark, another hall. */
    mark: z.string().regex(/^[0-9a-f]{8}$/),
  }),
  /** Any other hall: the scenario itself. */
  z.strictObject({
    as: z.literal('whole'),
    origin: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('shipped'), id }),
      z.strictObject({ kind: z.literal('demonstration'), id }),
      z.strictObject({ kind: z.literal('file'), name: id }),
    ]),
    scenario: z.unknown(),
  }),
]);

const settingsSchema = z.strictObject({
  visitsPerDay: z.number().nonnegative().max(1_000_000).nullable(),
  targetWaitS: z.number().nonnegative().max(86_400),
  replications: z.int().min(1).max(MOST_REPLICATIONS),
  seed: z.int().min(0).max(LARGEST_SEED),
});

/** A question and where one stands in it, as plain data: what links hold and what is kept for the next visit. */
export const placeSchema = z.strictObject({
  hall: hallSchema,
  /** null: the scenario's own. */
  settings: settingsSchema.nullable(),
  /** The time shown, µs since midnight of the first day; null: from the doors' opening. */
  timeUs: z.int().min(0).nullable(),
  view: z.strictObject({
    kind: z.enum(['orbit', 'top']),
    /** Where the camera stands and what it looks at, metres of the scene; null: where all is seen. */
    pose: z.strictObject({ position: vector, target: vector }).nullable(),
    heat: z.enum(HEATS).nullable(),
    selection: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('visitor'), visitor: z.int().min(0) }),
        z.strictObject({ kind: z.literal('window'), window: id }),
        z.strictObject({ kind: z.literal('camera'), camera: id }),
        z.strictObject({ kind: z.literal('fixture'), fixture: id }),
      ])
      .nullable(),
    following: z.boolean(),
  }),
  page: z.enum(PAGES),
});
export type Place = z.infer<typeof placeSchema>;

/** How a hall is looked at where nobody has said anything else. */
export const PLAIN_VIEW: Place['view'] = {
  kind: 'orbit',
  pose: null,
  heat: null,
  selection: null,
  following: false,
};

/** What is shipped under a name; null if it was not shipped. */
function shipped(origin: Origin): Scenario | null {
  try {
    if (origin.kind === 'shipped') return hallScenario(origin.id);
    return origin.kind === 'demonstration' ? demonstration(origin.id) : null;
  } catch {
    // Tours are demonstrations too, and have no name that could be opened.
    return null;
  }
}

const markOf = (contents: unknown) => keyOf(contents).slice(0, 8);

/**
 * A hall as plain data: by its name where it is as it was shipped, so that links are short; else whole.
 *
 * @param plan as it is shown: with cameras as they hang, with what was drawn
 */
export async function hallOf(
  origin: Origin,
  scenario: Scenario,
  plan: TwinState['plan'],
  loadPlan: LoadPlan,
): Promise<Place['hall']> {
  const { floorplan } = scenario;
  const own = shipped(origin);
  const named = typeof floorplan === 'string' ? await loadPlan(floorplan).catch(() => null) : null;
  const hasPlan = JSON.stringify(named) === JSON.stringify(plan);
  const isShipped = JSON.stringify(own && { ...own, floorplan }) === JSON.stringify(scenario);
  if (
    isShipped &&
    hasPlan &&
    origin.kind !== 'file' &&
    (floorplan === null || typeof floorplan === 'string')
  )
    return { as: 'named', ...origin, plan: floorplan, mark: markOf([scenario, plan]) };
  return {
    as: 'whole',
    origin,
    scenario: { ...scenario, floorplan: hasPlan ? floorplan : plan },
  };
}

/** What a place opens, and whether the hall it names was shipped otherwise when it was kept. */
export interface Found {
  readonly left: Left;
  readonly isOther: boolean;
}

/**
 * What a place opens; its day stands still at its time.
 *
 * @param source what messages call it
 * @throws InputError with every problem found
 * @throws UnknownPlan if it names a plan that is not shipped
 */
export async function leftOf(place: Place, source: string, loadPlan: LoadPlan): Promise<Found> {
  const { hall, timeUs } = place;
  const start = timeUs === null ? {} : { start: { timeUs, playing: false } };
  if (hall.as === 'whole') {
    const left = await readied(parseScenario(hall.scenario, source), hall.origin, source, loadPlan);
    return {
      left: { ...left, settings: settingsFor(left.scenario, place), ...start },
      isOther: false,
    };
  }
  const origin = { kind: hall.kind, id: hall.id };
  const own = shipped(origin);
  if (!own) throw new InputError(source, [unknownHall(hall.id)]);
  const scenario = { ...own, floorplan: hall.plan };
  const plan = await planOf(scenario, loadPlan);
  return {
    left: { origin, scenario, plan, settings: settingsFor(scenario, place), ...start },
    isOther: markOf([scenario, plan]) !== hall.mark,
  };
}

const unknownHall = (id: string): Problem => ({
  path: 'hall.id',
  message: { zh: `没有内置大厅“${id}”`, en: `There is no shipped hall "${id}"` },
  remedy: { zh: '请对方发方案文件', en: 'Ask for the scenario as a file' },
});

/** The settings of a place; visits are those of the scenario where only one of both has any. */
function settingsFor(scenario: Scenario, { settings }: Place): Settings {
  const own = settingsOf(scenario);
  if (!settings) return own;
  const visitsPerDay = scenario.demand ? (settings.visitsPerDay ?? own.visitsPerDay) : null;
  return { ...settings, visitsPerDay };
}
