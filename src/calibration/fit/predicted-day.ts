import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { dayNumberOf, weekdayOf } from '../../scenarios/work-calendar';
import { prepare, replicate } from '../../sim/experiments/simulate';
import { normalQuantile } from '../../sim/kernel/normal';
import { Streams } from '../../sim/kernel/streams';
import { quantileOf } from './numeric/estimates';
import type { Doubts } from './types';

/** A day as the scenario foresees it, by half hour of `edgesS`. */
export interface PredictedDay {
  readonly edgesS: readonly number[];
  /** Mean wait of those who take a ticket in the half hour, over the simulated days in which anybody does. */
  readonly waitS: readonly (number | null)[];
  readonly interval90S: readonly (readonly [number, number] | null)[];
  /** People waiting, time average. */
  readonly queue: readonly number[];
  readonly arrivals: readonly number[];
  readonly meanWaitS: number | null;
  readonly meanInterval90S: readonly [number, number] | null;
}

/**
 * Simulates a date of a fitted scenario `replications` times at the fitted parameters, which makes the typical day, and
 * again with parameters drawn
 * within their doubt (arrivals, service, window hours; lognormal), so that the intervals are those
 * of a day to come: chance, scatter between days and what the log leaves open. Window hours are
 * varied through the speed of the windows. Without doubts the intervals are those of the typical day.
 */
export function predictDay(
  scenario: Scenario,
  doubts: Doubts | null,
  date: string,
  seed: number,
  replications: number,
): PredictedDay {
  const daysWithin = (within: Doubts) =>
    Array.from({ length: replications }, (_, r) =>
      replicate(prepare(drawWithin(scenario, within, date, seed, r), null, seed), r),
    );
  const typical = daysWithin(NO_DOUBT);
  const days = doubts ? daysWithin(doubts) : typical;
  const edgesS = days[0]?.edgesS ?? [];
  const bins = edgesS.slice(1).map((_, b) => b);
  const waits = bins.map((b) => sorted(days.map((day) => day.waitMeanS[b]!)));
  const means = sorted(days.map((day) => day.all.waitMeanS));
  return {
    edgesS,
    waitS: bins.map((b) => meanOf(known(typical.map((day) => day.waitMeanS[b]!)))),
    interval90S: waits.map(bandOf),
    queue: bins.map((b) => meanOf(days.map((day) => day.queueMean[b]!)) ?? 0),
    arrivals: bins.map((b) => meanOf(days.map((day) => day.tickets[b]!)) ?? 0),
    meanWaitS: meanOf(known(typical.map((day) => day.all.waitMeanS))),
    meanInterval90S: bandOf(means),
  };
}

/** The fitted parameters as they are. */
export const NO_DOUBT: Doubts = { arrivals: {}, service: {}, staffing: 0 };

/** The scenario on a date with parameters drawn within their doubt. */
export function drawWithin(
  scenario: Scenario,
  doubts: Doubts,
  date: string,
  seed: number,
  replication: number,
): Scenario {
  const stream = new Streams(seed, 0).stream('doubt', date).at(replication);
  const draw = () => normalQuantile(stream.uniform());
  const weekday = weekdayOf(dayNumberOf(date));
  const more = Math.exp((doubts.arrivals[weekday] ?? (doubts === NO_DOUBT ? 0 : 0.3)) * draw());
  const staffed = Math.exp(doubts.staffing * draw() - doubts.staffing ** 2 / 2);
  const slowness = new Map(
    scenario.classes.map(({ id }) => [id, Math.exp((doubts.service[id] ?? 0) * draw())]),
  );
  const slowOf = (serves: readonly string[]) =>
    serves.reduce((sum, id) => sum + (slowness.get(id) ?? 1), 0) / Math.max(1, serves.length);
  return {
    ...scenario,
    horizon: scenario.horizon.kind === 'day' ? { ...scenario.horizon, date } : scenario.horizon,
    classes: scenario.classes.map((c) =>
      c.arrivals.kind === 'poissonByInterval'
        ? {
            ...c,
            arrivals: {
              ...c.arrivals,
              intervals: c.arrivals.intervals.map((i) => ({ ...i, perHour: i.perHour * more })),
            },
          }
        : c,
    ),
    windows: scenario.windows.map((w) => ({
      ...w,
      efficiency: Math.min(100, (numberOf(w.efficiency) * staffed) / slowOf(w.serves)),
    })),
  };
}

const known = (values: readonly (number | null)[]): number[] => values.filter((x) => x !== null);

const sorted = (values: readonly (number | null)[]): number[] =>
  known(values).sort((a, b) => a - b);

/** null for none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length;
}

function bandOf(rising: readonly number[]): readonly [number, number] | null {
  return rising.length === 0 ? null : [quantileOf(rising, 0.05), quantileOf(rising, 0.95)];
}
