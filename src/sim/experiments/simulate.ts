import { createNavigator } from '../../geometry/navigator';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { HallState } from '../../scenarios/hall-state';
import { PRODUCT } from '../../scenarios/product';
import type { Scenario } from '../../scenarios/scenario';
import { RunStopped } from '../hall/floor';
import { InitialState, type Resumed } from '../hall/initial-state';
import { compileHall, type HallModel } from '../hall/model';
import { type PresentHall, takeUp } from '../hall/present-hall';
import { HallProcess } from '../hall/process';
import type { DayRecord, EventSink, WalkSink } from '../hall/record';
import { Recorder } from '../hall/recorder';
import type { Calendar, Engine } from '../kernel/calendar';
import { createCalendar } from '../kernel/engines';
import { Streams } from '../kernel/streams';
import { meanWithInterval } from '../stats/confidence';
import type { DayFigures } from '../stats/day-series';
import { HallStatistics, type ReplicationFigures } from '../stats/hall-statistics';
import { type WaitFigures, WaitLog } from '../stats/wait-log';
import { shareOf, WindowTime } from '../stats/window-times';
import {
  AMOUNT,
  type DailySeries,
  HALL_MEASURE_IDS,
  type HallMeasureId,
  limitsOf,
  MEASURE_IDS,
  type Measure,
  type MeasureId,
  SHARE,
  type SimulationReport,
} from './report';

/** A question made ready to run: replications of it may run anywhere, in any order. */
export interface Experiment {
  readonly model: HallModel;
  readonly floorplan: string | null;
  readonly seed: number;
  /** Who is there when a run begins in the middle of a day; null: it begins at midnight. */
  readonly present: PresentHall | null;
}

/**
 * Prepares a validated scenario.
 *
 * @param plan null: walking takes no time
 * @param seed whole number from 0 to 2^53 − 1
 */
export function prepare(scenario: Scenario, plan: FloorPlan | null, seed: number): Experiment {
  const model = compileHall(scenario, plan ? createNavigator(plan) : null);
  return experimentOf(model, plan?.id ?? null, seed, null);
}

/** A compiled model with its seed; `state`: where its runs begin, null for midnight. */
export function experimentOf(
  compiled: HallModel,
  floorplan: string | null,
  seed: number,
  state: HallState | null,
): Experiment {
  if (!state) return { model: compiled, floorplan, seed, present: null };
  return { ...takeUp(compiled, state), floorplan, seed };
}

/** The process of one replication, from where it begins. */
function processOf(
  { model, seed, present }: Experiment,
  replication: number,
  calendar: Calendar,
  sink: EventSink,
  walks: WalkSink | null = null,
  resumed?: Resumed,
): HallProcess {
  const streams = new Streams(seed, replication);
  const initial = present && new InitialState(present, streams, resumed);
  return new HallProcess(model, streams, calendar, sink, walks, initial);
}

/** The waits of one replication by half hour and class. */
export function replicateWaits(
  experiment: Experiment,
  replication: number,
  engine: Engine = 'default',
): WaitFigures {
  const calendar = createCalendar(engine);
  const log = new WaitLog(experiment.model, calendar.clock);
  const process = processOf(experiment, replication, calendar, log, null, (visitor, sinceUs) =>
    log.resume(visitor, sinceUs),
  );
  return log.figures(runToTheEnd(process));
}

/** Figures of one replication. */
export function replicate(
  experiment: Experiment,
  replication: number,
  engine: Engine = 'default',
): ReplicationFigures {
  const calendar = createCalendar(engine);
  const statistics = new HallStatistics(experiment.model, calendar.clock);
  const process = processOf(experiment, replication, calendar, statistics);
  const stopped = runToTheEnd(process);
  const figures = statistics.figures(
    process.floorFigures(),
    stopped ? stopped.atS * 1e6 : undefined,
  );
  return { ...figures, stopped };
}

/** Runs to the end, or to where the hall fills without end: what has happened until then stands. */
export function runToTheEnd(process: HallProcess): ReplicationFigures['stopped'] {
  try {
    process.run();
    return null;
  } catch (error) {
    if (error instanceof RunStopped) return { atS: error.atUs / 1e6, inside: error.inside };
    throw error;
  }
}

/** One replication with everything that happens in it, for drawing and export. */
export function recordDay(
  experiment: Experiment,
  replication: number,
  engine: Engine = 'default',
): DayRecord {
  const { model, seed } = experiment;
  const calendar = createCalendar(engine);
  const recorder = new Recorder(calendar.clock);
  runToTheEnd(processOf(experiment, replication, calendar, recorder, recorder));
  return recorder.record(model, seed, replication);
}

/** Joins replications, given in their order, into the report. */
export function reportOf(
  experiment: Experiment,
  replications: readonly ReplicationFigures[],
  engine: Engine = 'default',
): SimulationReport {
  const { model } = experiment;
  const intervals = replications[0]?.edgesS ?? [];
  const bins = intervals.slice(1).map((_, i) => i);
  const amount = (of: (one: ReplicationFigures) => number | null) =>
    meanWithInterval(replications.map(of), AMOUNT);
  return {
    product: PRODUCT,
    scenario: model.scenario.id,
    floorplan: experiment.floorplan,
    seed: experiment.seed,
    replications: replications.length,
    engine,
    measures: {
      ...measuresOf(
        [...MEASURE_IDS, ...HALL_MEASURE_IDS],
        replications.map((r) => r.all),
      ),
      utilisation: Object.fromEntries(
        model.windows.map((w, i) => [
          w.id,
          meanWithInterval(
            replications.map((r) => r.utilisation[i]!),
            SHARE,
          ),
        ]),
      ),
    },
    byClass: Object.fromEntries(
      model.classes.map((c, i) => [
        c.id,
        measuresOf(
          MEASURE_IDS,
          replications.map((r) => r.byClass[i]!),
        ),
      ]),
    ),
    series: {
      edgesS: intervals,
      waitMeanS: bins.map((b) => amount((r) => r.waitMeanS[b]!)),
      queueMean: bins.map((b) => amount((r) => r.queueMean[b]!)),
      arrived: bins.map((b) => amount((r) => r.tickets[b]!)),
      windows: Object.fromEntries(
        model.windows.map((w, i) => [w.id, bins.map((b) => meanShares(replications, i, b))]),
      ),
    },
    days: dailyOf(model, replications),
    stopped: replications.flatMap(({ stopped }, replication) =>
      stopped ? [{ replication, ...stopped }] : [],
    ),
  };
}

/**
 * Replications with seed and numbers 0 … n − 1, one after the other.
 *
 * @param onProgress hears of each finished replication
 */
export function simulate(
  request: {
    readonly scenario: Scenario;
    readonly floorplan: FloorPlan | null;
    readonly seed: number;
    readonly replications: number;
    readonly engine?: Engine;
  },
  onProgress?: (done: number, of: number) => void,
): SimulationReport {
  const experiment = prepare(request.scenario, request.floorplan, request.seed);
  const figures: ReplicationFigures[] = [];
  for (let r = 0; r < request.replications; r++) {
    figures.push(replicate(experiment, r, request.engine));
    onProgress?.(r + 1, request.replications);
  }
  return reportOf(experiment, figures, request.engine);
}

function measuresOf<Id extends MeasureId | HallMeasureId>(
  ids: readonly Id[],
  figures: readonly Readonly<Record<Id, number | null>>[],
): Record<Id, Measure> {
  return Object.fromEntries(
    ids.map((id) => [
      id,
      meanWithInterval(
        figures.map((f) => f[id]),
        limitsOf(id),
      ),
    ]),
  ) as Record<Id, Measure>;
}

function dailyOf(
  model: HallModel,
  replications: readonly ReplicationFigures[],
): DailySeries | null {
  const days = replications.flatMap((r) => (r.days ? [r.days] : []));
  const first = days[0];
  if (!first) return null;
  const { dates } = model;
  const series = (of: (one: DayFigures) => readonly (number | null)[]) =>
    first.arrived.map((_, day) =>
      meanWithInterval(
        days.map((one) => of(one)[day]!),
        AMOUNT,
      ),
    );
  return {
    dates: dates.slice(dates.length - first.arrived.length),
    arrived: series((one) => one.arrived),
    waitMeanS: series((one) => one.waitMeanS),
    openCases: series((one) => one.openCases),
    overtimeS: series((one) => one.overtimeS),
  };
}

/** How a window spends an interval on average; what it is not open it is closed. */
function meanShares(replications: readonly ReplicationFigures[], window: number, interval: number) {
  const mean = (state: Parameters<typeof shareOf>[3]) => {
    let sum = 0;
    for (const { windowShares, tickets } of replications)
      sum += shareOf(windowShares, tickets.length, window, state, interval);
    return sum / replications.length;
  };
  const serving = mean(WindowTime.Serving);
  const walking = mean(WindowTime.Walking);
  const idle = mean(WindowTime.Idle);
  return { serving, walking, idle, closed: Math.max(0, 1 - serving - walking - idle) };
}
