import { pathOf } from './problems-text';
import { numberOf } from './provenance';
import {
  scaleArrivals,
  scaleBookings,
  scaleDistribution,
  scaleParameter,
  scaleService,
  shiftPapers,
  VARIED,
} from './scale-scenario';
import { type Scenario, scenarioSchema, type VisitorClass } from './scenario';
import type { LocalText } from './text';
import { validateScenario } from './validate';

/** What a sensitivity study shakes: the numbers that nobody published and that weigh most. */
export const ASSUMPTIONS = [
  'demand',
  'dayScatter',
  'service',
  'papersMissing',
  'patience',
  'absence',
] as const;
export type AssumptionId = (typeof ASSUMPTIONS)[number];

/** One assumption of a scenario, and how far it is varied. */
export interface Assumption {
  readonly id: AssumptionId;
  readonly name: LocalText;
  /**
   * What its value is: `factor` multiplies what the scenario says (positive), `share` (0 … 1) and
   * `cv` (coefficient of variation, 0 … 5) take its place.
   */
  readonly kind: 'factor' | 'share' | 'cv';
  /** The ends it is varied between unless told otherwise: assumptions of ours. */
  readonly low: number;
  readonly high: number;
  /** The value that leaves the scenario as it is; null: no single value does. */
  readonly base: number | null;
}

interface Rule extends Omit<Assumption, 'id' | 'base'> {
  readonly has: (scenario: Scenario) => boolean;
  readonly base: (scenario: Scenario) => number | null;
  readonly vary: (scenario: Scenario, value: number) => Scenario;
}

/** Largest value of each kind; a factor has no other limit than what a scenario may hold. */
const MOST = { factor: Number.POSITIVE_INFINITY, share: 1, cv: 5 } as const;

const asItIs = () => 1;

const RULES: Readonly<Record<AssumptionId, Rule>> = {
  /**
   * Everybody who comes of themselves: visits of the day, rates, gaps, bookings. A fixed list of
   * arrivals stays as it is.
   */
  demand: {
    name: { zh: '来访量', en: 'Visits' },
    kind: 'factor',
    low: 0.8,
    high: 1.2,
    has: (scenario) => scenario.classes.some((c) => comes(scenario, c)),
    base: asItIs,
    vary: (scenario, factor) => ({
      ...scenario,
      ...(scenario.demand && {
        demand: {
          ...scenario.demand,
          visitsPerDay: scaleParameter(scenario.demand.visitsPerDay, factor),
        },
      }),
      classes: scenario.classes.map((c) => ({
        ...c,
        arrivals: scaleArrivals(c.arrivals, factor),
        ...(c.appointments && { appointments: scaleBookings(c.appointments, factor) }),
      })),
    }),
  },
  dayScatter: {
    name: { zh: '日间起伏', en: 'Scatter of whole days' },
    kind: 'cv',
    low: 0,
    high: 0.25,
    has: ({ demand }) => demand !== undefined && numberOf(demand.visitsPerDay) > 0,
    base: ({ demand }) => numberOf(demand?.dayFactorCv ?? 0),
    vary: (scenario, cv) => ({
      ...scenario,
      ...(scenario.demand && {
        demand: { ...scenario.demand, dayFactorCv: { value: cv, provenance: VARIED } },
      }),
    }),
  },
  /** Whatever keeps a window busy with a visitor, the issuing window included. */
  service: {
    name: { zh: '窗口办理时间', en: 'Service times at windows' },
    kind: 'factor',
    low: 0.8,
    high: 1.2,
    has: () => true,
    base: asItIs,
    vary: (scenario, factor) => ({
      ...scenario,
      classes: scenario.classes.map((c) => scaleService(c, factor)),
      ...(scenario.wrongTicket && {
        wrongTicket: {
          ...scenario.wrongTicket,
          clarify: scaleDistribution(scenario.wrongTicket.clarify, factor),
        },
      }),
    }),
  },
  /** Who lacks a paper on a first visit; guide desk and accepted incomplete follow from it. */
  papersMissing: {
    name: { zh: '缺材料的比例', en: 'Visitors who lack a paper' },
    kind: 'factor',
    low: 0.5,
    high: 2,
    has: (scenario) => scenario.classes.some((c) => numberOf(c.outcomes?.sentBack ?? 0) > 0),
    base: asItIs,
    vary: (scenario, factor) => ({
      ...scenario,
      classes: scenario.classes.map((c) => ({
        ...c,
        ...(c.outcomes && { outcomes: shiftPapers(c.outcomes, factor) }),
      })),
    }),
  },
  patience: {
    name: { zh: '耐心', en: 'Patience' },
    kind: 'factor',
    low: 0.5,
    high: 2,
    has: (scenario) => scenario.classes.some((c) => c.patience !== null),
    base: asItIs,
    vary: (scenario, factor) => ({
      ...scenario,
      classes: scenario.classes.map((c) => ({
        ...c,
        patience: c.patience && scaleDistribution(c.patience, factor),
      })),
    }),
  },
  /** Of the clerks of all windows; who covers for them, if anybody, stays as it is. */
  absence: {
    name: { zh: '窗口人员缺勤', en: 'Absence of clerks' },
    kind: 'share',
    low: 0,
    high: 0.1,
    // Absence is of whole days: open without end, a window would be empty for ever.
    has: ({ horizon }) => horizon.kind !== 'continuous',
    base: absenceOf,
    vary: setAbsence,
  },
};

/**
 * The assumptions that a scenario makes at all, in the order of `ASSUMPTIONS`. An absolute one
 * that is higher in the scenario than our default end goes up to twice the scenario's value.
 */
export function assumptionsOf(scenario: Scenario): readonly Assumption[] {
  return ASSUMPTIONS.flatMap((id) => {
    const { name, kind, low, high, has, base: baseOf } = RULES[id];
    if (!has(scenario)) return [];
    const base = baseOf(scenario);
    const within = base === null || base < high;
    return [{ id, name, kind, low, high: within ? high : Math.min(MOST[kind], 2 * base), base }];
  });
}

/**
 * The scenario with one assumption varied, its changed numbers marked so. With the base value, or
 * where the scenario makes no such assumption, it is the very same object.
 *
 * @param scenario validated
 * @param value of the assumption's kind
 * @throws RangeError if there is no such assumption, its kind has no such value, or the scenario
 *   cannot hold what comes of it
 */
export function applyAssumption(scenario: Scenario, id: AssumptionId, value: number): Scenario {
  if (!Object.hasOwn(RULES, id)) throw new RangeError(`no assumption "${id}"`);
  const { kind, has, base, vary } = RULES[id];
  const least = kind === 'factor' ? value > 0 : value >= 0;
  if (!(least && value <= MOST[kind] && Number.isFinite(value)))
    throw new RangeError(`${id}: ${value} is not a ${kind} that it can be varied to`);
  if (!has(scenario) || value === base(scenario)) return scenario;
  const result = vary(scenario, value);
  const wrong = wrongAt(result);
  if (wrong !== null)
    throw new RangeError(`${id}: with ${value}, ${wrong} is beyond what a scenario can hold`);
  return result;
}

/** Path of the first thing wrong with a scenario; null: it is good. */
function wrongAt(scenario: Scenario): string | null {
  const { error } = scenarioSchema.safeParse(scenario);
  if (error) return pathOf(error.issues[0]!.path);
  return validateScenario(scenario)[0]?.path ?? null;
}

/** Whether anybody of a class comes, other than by a fixed list. */
function comes({ demand }: Scenario, { arrivals, appointments }: VisitorClass): boolean {
  if (appointments && numberOf(appointments.booked) > 0) return true;
  switch (arrivals.kind) {
    case 'share':
      return numberOf(arrivals.share) > 0 && numberOf(demand?.visitsPerDay ?? 0) > 0;
    case 'poisson':
      return numberOf(arrivals.perHour) > 0;
    case 'poissonByInterval':
      return arrivals.intervals.some(({ perHour }) => perHour > 0);
    case 'renewal':
      return true;
    case 'list':
      return false;
  }
}

/** Share of days on which each clerk is absent; null where that differs by window. */
function absenceOf({ windows, staff }: Scenario): number | null {
  const shares = windows.map((w) => numberOf((w.absence ?? staff?.absence)?.share ?? 0));
  return shares.every((share) => share === shares[0]) ? shares[0]! : null;
}

function setAbsence(scenario: Scenario, value: number): Scenario {
  const share = { value, provenance: VARIED };
  const { staff } = scenario;
  return {
    ...scenario,
    staff: { ...staff, absence: { cover: null, ...staff?.absence, share } },
    windows: scenario.windows.map((w) =>
      w.absence ? { ...w, absence: { ...w.absence, share } } : w,
    ),
  };
}
