import type { Distribution } from '../../scenarios/distribution';
import { type Provenance, UNSTATED } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import type { LocalText } from '../../scenarios/text';

export type ParameterValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'distribution'; readonly of: Distribution }
  | {
      readonly kind: 'intervals';
      readonly list: readonly {
        readonly from: string;
        readonly to: string;
        readonly factor: number | null;
      }[];
    }
  | { readonly kind: 'list'; readonly count: number }
  /** One of the rules that a scenario may choose. */
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'dates'; readonly dates: readonly string[] }
  | { readonly kind: 'weekdays'; readonly days: readonly string[] }
  | { readonly kind: 'names'; readonly names: readonly LocalText[] };

/** Rules by their name in the file. What only says how a number is written is not among them. */
export const CHOICES = [
  'day',
  'days',
  'continuous',
  'serveInside',
  'sendAway',
  'pooled',
  'separateLines',
  'bySkill',
  'shortest',
  'random',
  'first',
  'credit',
  'leaves',
  'rejoins',
  'firstAsked',
  'newTicket',
  'together',
  'inTurns',
  'none',
  'handedOver',
  'lunar',
] as const;
export type Choice = (typeof CHOICES)[number];
const DATE = /^\d{4}-\d\d-\d\d$/;
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)$/;

/** One parameter of a scenario, as the page lists it. */
export interface ParameterRow {
  /** Path in the scenario's file, e.g. `classes[0].service`. */
  readonly path: string;
  /** First part of the path: `demand`, `classes`, … */
  readonly group: string;
  /** Name of the class, window or office that it belongs to. */
  readonly subject: LocalText | null;
  /** Last key of the path. */
  readonly field: string;
  readonly value: ParameterValue;
  readonly provenance: Provenance;
}

/** Filled in by the schema when a scenario says nothing: no statement of the scenario's source. */
const DEFAULTED: Readonly<Record<string, number>> = {
  efficiency: 1,
  priority: 0,
  creditS: 0,
  doorsOpenBeforeS: 0,
  onlineShare: 0,
};
const DEFAULT_VALUE: Provenance = {
  kind: 'assumption',
  note: { zh: '默认值', en: 'default value' },
};

/** Not numbers of the hall: what the document is, and its floor plan, which has a page of its own. */
const SKIPPED = new Set(['format', 'version', 'id', 'provenance', 'floorplan']);

interface Context {
  readonly path: string;
  readonly group: string;
  readonly subject: LocalText | null;
  readonly field: string;
  readonly provenance: Provenance;
}

type Plain = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInterval = (value: unknown): value is { from: string; to: string } & Plain =>
  isObject(value) && typeof value.from === 'string' && typeof value.to === 'string';

/**
 * Every number of a scenario with where it comes from: its own statement, else that of the
 * nearest thing around it which makes one, else "the user's own figure". Distributions and
 * lists of intervals are one row each.
 */
export function parameterRows(scenario: Scenario): readonly ParameterRow[] {
  const rows: ParameterRow[] = [];
  for (const [key, value] of Object.entries(scenario)) {
    if (SKIPPED.has(key)) continue;
    if (key === 'windows') rows.push(...windowCounts(scenario), ...helpers(scenario));
    walk(value, { path: key, group: key, subject: null, field: key, provenance: UNSTATED }, rows);
  }
  return rows;
}

function walk(value: unknown, context: Context, rows: ParameterRow[]): void {
  if (typeof value === 'number') {
    const { field } = context;
    rows.push({
      ...context,
      value: { kind: 'number', value },
      provenance: DEFAULTED[field] === value ? DEFAULT_VALUE : context.provenance,
    });
  } else if (typeof value === 'string') {
    walkText(value, context, rows);
  } else if (Array.isArray(value)) {
    walkList(value, context, rows);
  } else if (isObject(value)) {
    walkObject(value, context, rows);
  }
}

function walkText(text: string, context: Context, rows: ParameterRow[]): void {
  const choice = CHOICES.find((one) => one === text);
  if (choice)
    rows.push({
      ...context,
      value: { kind: 'choice', choice },
      provenance: context.provenance === UNSTATED ? DEFAULT_VALUE : context.provenance,
    });
  else if (DATE.test(text)) rows.push({ ...context, value: { kind: 'dates', dates: [text] } });
}

const areAll = (list: readonly unknown[], pattern: RegExp): list is readonly string[] =>
  list.length > 0 && list.every((item) => typeof item === 'string' && pattern.test(item));

function walkList(list: readonly unknown[], context: Context, rows: ParameterRow[]): void {
  if (list.length > 0 && list.every(isInterval)) {
    rows.push({
      ...context,
      value: {
        kind: 'intervals',
        list: list.map((item) => {
          const factor = item.weight ?? item.perHour;
          return {
            from: item.from,
            to: item.to,
            factor: typeof factor === 'number' ? factor : null,
          };
        }),
      },
    });
  } else if (areAll(list, DATE)) {
    rows.push({ ...context, value: { kind: 'dates', dates: list } });
  } else if (areAll(list, WEEKDAY)) {
    rows.push({ ...context, value: { kind: 'weekdays', days: list } });
  } else if (list.length > 12 && list.every((item) => typeof item === 'number')) {
    rows.push({ ...context, value: { kind: 'list', count: list.length } });
  } else {
    list.forEach((item, index) => {
      walk(item, { ...context, path: `${context.path}[${index}]` }, rows);
    });
  }
}

function walkObject(object: Plain, outer: Context, rows: ParameterRow[]): void {
  const own = object.provenance as Provenance | undefined;
  const context: Context = {
    ...outer,
    provenance: own ?? outer.provenance,
    subject: (object.name as LocalText | undefined) ?? outer.subject,
  };
  if (typeof object.value === 'number') {
    walk(object.value, context, rows);
    return;
  }
  if (typeof object.dist === 'string') {
    rows.push({
      ...context,
      value: { kind: 'distribution', of: object as unknown as Distribution },
    });
    return;
  }
  // A group without a name of its own, like a mobility group, is called by its id.
  const subject =
    context.subject ??
    (outer.path.includes('[') ? ((object.id as string | undefined) ?? null) : null);
  for (const [key, value] of Object.entries(object)) {
    if (SKIPPED.has(key)) continue;
    walk(value, { ...context, subject, path: `${outer.path}.${key}`, field: key }, rows);
  }
}

/** How many windows there are of each area, with the source of the first of them. */
function windowCounts(scenario: Scenario): ParameterRow[] {
  const areas = ['comprehensive', 'department', 'issuing'] as const;
  return areas.flatMap((area) => {
    const windows = scenario.windows.filter((window) => window.area === area);
    const first = windows[0];
    if (!first) return [];
    return {
      path: `windows (${area})`,
      group: 'windows',
      subject: null,
      field: area,
      value: { kind: 'number' as const, value: windows.length },
      provenance: first.provenance ?? UNSTATED,
    };
  });
}

/** Which classes a window helps with. */
function helpers(scenario: Scenario): ParameterRow[] {
  return scenario.windows.flatMap(({ id, name, helps, provenance }) => {
    if (helps.length === 0) return [];
    const names = scenario.classes.filter((c) => helps.includes(c.id)).map((c) => c.name);
    return {
      path: `windows (${id}) helps`,
      group: 'windows',
      subject: name,
      field: 'helps',
      value: { kind: 'names' as const, names },
      provenance: provenance ?? UNSTATED,
    };
  });
}
