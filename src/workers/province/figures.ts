import type { Summary } from '../../sim/experiments/evaluator';

type Hall = Summary['all'];
export type FigureId = keyof Hall;

// A record, so that none can be forgotten.
const EVERY: Readonly<Record<FigureId, true>> = {
  arrived: true,
  served: true,
  abandonedShare: true,
  balkedShare: true,
  turnedAwayShare: true,
  noShowShare: true,
  waitMeanS: true,
  waitP50S: true,
  waitP90S: true,
  waitP95S: true,
  withinTargetShare: true,
  calledWithinShare: true,
  timeInHallMeanS: true,
  queueMean: true,
  queueMax: true,
  oneVisitShare: true,
  visitsPerCase: true,
  promisedLateShare: true,
  caseDaysMean: true,
  lowRatingShare: true,
  overtimeS: true,
  staffHours: true,
  peopleMax: true,
  openCases: true,
  onlineShare: true,
  walkMeanM: true,
  standingMax: true,
};

/** What is told of every run, in the order of columns. */
export const FIGURES = Object.keys(EVERY) as readonly FigureId[];

/** Runs as columns: `columns[f][r]` is figure `FIGURES[f]` of run r. */
export interface RunColumns {
  readonly columns: readonly (readonly (number | null)[])[];
  /** Runs that were stopped because the hall filled without end, and where. */
  readonly stopped: readonly (readonly [run: number, atS: number, inside: number])[];
}

export function columnsOf(runs: readonly Summary[]): RunColumns {
  return {
    columns: FIGURES.map((id) => runs.map(({ all }) => all[id])),
    stopped: runs.flatMap(({ stopped }, r): [number, number, number][] =>
      stopped ? [[r, stopped.atS, stopped.inside]] : [],
    ),
  };
}

export function runsOf({ columns, stopped }: RunColumns): Summary[] {
  const ends = new Map(stopped.map(([run, atS, inside]) => [run, { atS, inside }]));
  return columns[0]!.map((_, r) => ({
    all: Object.fromEntries(FIGURES.map((id, f) => [id, columns[f]![r]!])) as unknown as Hall,
    stopped: ends.get(r) ?? null,
  }));
}
