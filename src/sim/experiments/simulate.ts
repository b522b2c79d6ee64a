import { createNavigator } from '../../geometry/navigator';
import type { FloorPlan } from '../../scenarios/floorplan';
import { PRODUCT } from '../../scenarios/product';
import type { Scenario } from '../../scenarios/scenario';
import { RunStopped } from '../hall/floor';
import { compileHall, type HallModel } from '../hall/model';
import { HallProcess } from '../hall/process';
import type { DayRecord } from '../hall/record';
import { Recorder } from '../hall/recorder';
import type { Engine } from '../kernel/calendar';
import { createCalendar } from '../kernel/engines';
import { Streams } from '../kernel/streams';
import { meanWithInterval } from '../stats/confidence';
import type { DayFigures } from '../stats/day-series';
import { HallStatistics, type ReplicationFigures } from '../stats/hall-statistics';
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
}

/**
 * Prepares a validated scenario.
 *
 * @param plan null: walking takes no time
 * @param seed whole number from 0 to 2^53 − 1
 */
export function prepare(scenario: Scenario, plan: FloorPlan | null, seed: number): Experiment {
  const model = compileHall(scenario, plan ? createNavigator(plan) : null);
  return { model, floorplan: plan?.id ?? null, seed };
}

/** Figures of one replication. */
export function replicate(
  experiment: Experiment,
  replication: number,
  engine: Engine = 'default',
): ReplicationFigures {
  const { model, seed } = experiment;
  const calendar = createCalendar(engine);
  const statistics = new HallStatistics(model, calendar.clock);
  const process = new HallProcess(model, new Streams(seed, replication), calendar, statistics);
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
  const streams = new Streams(seed, replication);
  runToTheEnd(new HallProcess(model, streams, calendar, recorder, recorder));
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
