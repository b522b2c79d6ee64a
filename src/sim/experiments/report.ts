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
  'waitMeanS',
  'waitP50S',
  'waitP90S',
  'waitP95S',
  'withinTargetShare',
  'timeInHallMeanS',
  'queueMean',
  'queueMax',
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];
export type Measures = Readonly<Record<MeasureId, Measure>>;

/** Figures by half hour of the day (or by twentieth of a continuous run). */
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
  readonly measures: Measures & {
    /** Share of its open time that a window serves, by window id. */
    readonly utilisation: Readonly<Record<string, Measure>>;
  };
  readonly byClass: Readonly<Record<string, Measures>>;
  readonly series: IntervalSeries;
}
