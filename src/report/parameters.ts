import { type Provenance, UNSTATED } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';
import { bothLanguages, type LocalText } from '../scenarios/text';

/** A number or a rule of a scenario, with where it comes from. */
export interface SourcedParameter {
  /** Path in the scenario's file, e.g. `classes[0].service.meanS`. */
  readonly path: string;
  /** First key of the path. */
  readonly group: ParameterGroup;
  /** Class, window, office or time of day that it belongs to. */
  readonly subject: LocalText | null;
  /** Last key of the path. */
  readonly field: string;
  /** A list of words or numbers is one value. */
  readonly value: number | string | ManyNumbers;
  readonly provenance: Provenance;
}

/** A list of observations, too long for a cell. */
export interface ManyNumbers {
  readonly count: number;
}

/** What the document is, rather than what it says of the hall. */
type Heading = 'format' | 'version' | 'id' | 'name' | 'description' | 'floorplan';
export type ParameterGroup = Exclude<keyof Scenario, Heading>;
const SKIPPED = new Set<string>([
  ...(['format', 'version', 'id', 'name', 'description', 'floorplan'] satisfies Heading[]),
  'items',
  'provenance',
  'value',
]);

/** Longer lists are counted. */
const MOST_LISTED = 40;

/**
 * Filled in by the schema when a scenario says nothing, so a source around them does not speak of
 * them, unless they state one of their own.
 */
const DEFAULTS: Readonly<Record<string, number | string>> = {
  efficiency: 1,
  priority: 0,
  creditS: 0,
  doorsOpenBeforeS: 0,
  onlineShare: 0,
  noShow: 0,
  again: 0,
  online: 0,
  agrees: 1,
  warmUpDays: 0,
  warmUpS: 0,
  reserve: 0,
  helpAtWaiting: 1,
};

export const DEFAULT_VALUE: Provenance = {
  kind: 'assumption',
  note: { zh: '默认值', en: 'default value' },
};

/** The schema fills in rules too, and a rule that was chosen looks the same. */
const RULE_UNSTATED: Provenance = {
  kind: 'assumption',
  note: {
    zh: '使用者自定或默认的规则，未注明来源',
    en: "the user's own rule or the default one, no source given",
  },
};

type Context = Omit<SourcedParameter, 'value'>;
type Plain = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Every number and rule of a scenario: with its own statement of where it comes from, else that of
 * the nearest thing around it which makes one, else as nobody's.
 */
export function sourcedParameters(scenario: Scenario): readonly SourcedParameter[] {
  const found: SourcedParameter[] = [];
  for (const [key, value] of Object.entries(scenario)) {
    if (SKIPPED.has(key)) continue;
    const group = key as ParameterGroup;
    walk(value, { path: key, group, subject: null, field: key, provenance: UNSTATED }, found);
  }
  return found;
}

function walk(value: unknown, context: Context, found: SourcedParameter[]): void {
  if (typeof value === 'number' || typeof value === 'string')
    found.push({ ...context, value, provenance: sourceOf(value, context) });
  else if (Array.isArray(value)) walkList(value, context, found);
  else if (isObject(value)) walkObject(value, context, found);
}

function sourceOf(value: number | string, { field, provenance }: Context): Provenance {
  if (DEFAULTS[field] === value) return DEFAULT_VALUE;
  return typeof value === 'string' && provenance === UNSTATED ? RULE_UNSTATED : provenance;
}

function walkList(list: readonly unknown[], context: Context, found: SourcedParameter[]): void {
  const { provenance } = context;
  if (list.length === 0) return;
  if (list.every((item) => typeof item === 'number' || typeof item === 'string'))
    found.push({
      ...context,
      value: list.length > MOST_LISTED ? { count: list.length } : list.join(' '),
      provenance,
    });
  else
    list.forEach((item, index) => {
      walk(item, { ...context, path: `${context.path}[${index}]` }, found);
    });
}

function walkObject(object: Plain, outer: Context, found: SourcedParameter[]): void {
  const own = object.provenance as Provenance | undefined;
  const context = {
    ...outer,
    provenance: own ?? outer.provenance,
    subject: subjectOf(object, outer),
  };
  const { value } = object;
  if (typeof value === 'number') {
    // A number that says itself where it comes from is no default, whatever it is.
    found.push({ ...context, value });
    return;
  }
  if (isInterval(object)) {
    const { from, to, ...rest } = object;
    const of = { ...context, subject: within(context.subject, `${from}–${to}`) };
    if (Object.keys(rest).length === 0) found.push({ ...outer, value: `${from}–${to}` });
    else walkFields(rest, of, found);
    return;
  }
  walkFields(object, context, found);
}

function walkFields(object: Plain, context: Context, found: SourcedParameter[]): void {
  for (const [key, value] of Object.entries(object))
    if (!SKIPPED.has(key))
      walk(value, { ...context, path: `${context.path}.${key}`, field: key }, found);
}

const isInterval = (object: Plain): object is { from: string; to: string } & Plain =>
  typeof object.from === 'string' && typeof object.to === 'string';

/** The time of day, and whose it is if it is somebody's. */
function within(subject: LocalText | null, span: string): LocalText {
  if (subject === null) return span;
  const { zh, en } = bothLanguages(subject);
  return { zh: `${zh} ${span}`, en: `${en} ${span}` };
}

/** By its name; what has none, like a group of walkers, by its id. */
function subjectOf(object: Plain, outer: Context): LocalText | null {
  const { name, id } = object;
  if (name !== undefined) return name as LocalText;
  return outer.path.endsWith(']') && typeof id === 'string' ? id : outer.subject;
}
