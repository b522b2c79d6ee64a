/** A simulated figure: mean over replications, 95 % confidence interval (null for one replication). */
export interface Measure {
  /** null where no replication could say (for example the wait of nobody). */
  readonly mean: number | null;
  readonly ci95: readonly [low: number, high: number] | null;
  /** Replications that the figure rests on. */
  readonly n: number;
}

/** Ids of the measures, as they stand in every table, export and `--json` document. */
export const MEASURE_IDS = [
  'arrived',
  'served',
  'abandonedShare',
  'balkedShare',
  'turnedAwayShare',
  'noShowShare',
  'waitMeanS',
  'waitP50S',
  'waitP90S',
  'waitP95S',
  'withinTargetShare',
  'calledWithinShare',
  'timeInHallMeanS',
  'queueMean',
  'queueMax',
  'oneVisitShare',
  'visitsPerCase',
  'promisedLateShare',
  'caseDaysMean',
  'lowRatingShare',
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];
export type Measures = Readonly<Record<MeasureId, Measure>>;

/** Measures of the hall as a whole, which no class has. */
export const HALL_MEASURE_IDS = [
  'overtimeS',
  'staffHours',
  'peopleMax',
  'openCases',
  'onlineShare',
  'walkMeanM',
  'standingMax',
] as const;
export type HallMeasureId = (typeof HALL_MEASURE_IDS)[number];
export type HallMeasures = Measures & Readonly<Record<HallMeasureId, Measure>>;

/** Which way each measure is better; null: it is neither. */
export const BETTER: Readonly<Record<MeasureId | HallMeasureId, 'lower' | 'higher' | null>> = {
  arrived: null,
  served: 'higher',
  abandonedShare: 'lower',
  balkedShare: 'lower',
  turnedAwayShare: 'lower',
  noShowShare: 'lower',
  waitMeanS: 'lower',
  waitP50S: 'lower',
  waitP90S: 'lower',
  waitP95S: 'lower',
  withinTargetShare: 'higher',
  calledWithinShare: 'higher',
  timeInHallMeanS: 'lower',
  queueMean: 'lower',
  queueMax: 'lower',
  oneVisitShare: 'higher',
  visitsPerCase: 'lower',
  promisedLateShare: 'lower',
  caseDaysMean: 'lower',
  lowRatingShare: 'lower',
  overtimeS: 'lower',
  staffHours: 'lower',
  peopleMax: 'lower',
  openCases: 'lower',
  onlineShare: null,
  walkMeanM: 'lower',
  standingMax: 'lower',
};

/** Least and most that a quantity can be. */
export type Limits = readonly [least: number, most: number];
export const AMOUNT: Limits = [0, Number.POSITIVE_INFINITY];
export const SHARE: Limits = [0, 1];

/** What the true value of a measure can be. */
export function limitsOf(id: MeasureId | HallMeasureId): Limits {
  return id.endsWith('Share') ? SHARE : AMOUNT;
}

/** What a mechanism must be there for: without it such a measure has nothing to say. */
const SPECIAL: Readonly<Partial<Record<MeasureId | HallMeasureId, number>>> = {
  balkedShare: 0,
  turnedAwayShare: 0,
  noShowShare: 0,
  visitsPerCase: 1,
  promisedLateShare: 0,
  caseDaysMean: 0,
  openCases: 0,
  onlineShare: 0,
  standingMax: 0,
};

/** The measures that say something about this hall, in their order. */
export function tellingMeasures(measures: HallMeasures): (MeasureId | HallMeasureId)[] {
  return [...MEASURE_IDS, ...HALL_MEASURE_IDS].filter((id) => {
    const { mean } = measures[id];
    if (id === 'promisedLateShare' || id === 'walkMeanM') return mean !== null;
    return !(id in SPECIAL) || (mean !== null && mean !== SPECIAL[id]);
  });
}

/** Figures by half hour of the day, several days laid over each other, or by twentieth of a continuous run. */
export interface IntervalSeries {
  /** Start of each interval, seconds since midnight; the last entry is the end of the last. */
  readonly edgesS: readonly number[];
  /** Mean wait of those who took a ticket in the interval. */
  readonly waitMeanS: readonly Measure[];
  /** Time average of people waiting. */
  readonly queueMean: readonly Measure[];
  /** Tickets taken. */
  readonly arrived: readonly Measure[];
  /** By window id: share of the interval spent in each state, means over replications. */
  readonly windows: Readonly<
    Record<string, readonly { serving: number; walking: number; idle: number; closed: number }[]>
  >;
}

/** What `hall simulate --json` prints. */
export interface SimulationReport {
  readonly product: { readonly name: string; readonly version: string };
  readonly scenario: string;
  readonly floorplan: string | null;
  readonly seed: number;
  readonly replications: number;
  readonly engine: string;
  readonly measures: HallMeasures & {
    /** Share of its open time that a window serves, by window id. */
    readonly utilisation: Readonly<Record<string, Measure>>;
  };
  readonly byClass: Readonly<Record<string, Measures>>;
  readonly series: IntervalSeries;
  /** By measured working day, of a run over several days; otherwise null. */
  readonly days: DailySeries | null;
  /** Replications that were stopped because the hall filled without end, and when; [] as a rule. */
  readonly stopped: readonly {
    readonly replication: number;
    readonly atS: number;
    readonly inside: number;
  }[];
}

/** Figures by working day. */
export interface DailySeries {
  /** "YYYY-MM-DD" of each day. */
  readonly dates: readonly (string | null)[];
  readonly arrived: readonly Measure[];
  readonly waitMeanS: readonly Measure[];
  readonly openCases: readonly Measure[];
  readonly overtimeS: readonly Measure[];
}
