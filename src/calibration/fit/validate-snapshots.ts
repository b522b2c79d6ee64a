import type { Scenario } from '../../scenarios/scenario';
import type { SnapshotLog } from '../log/types';
import { type Held, onDays } from './held-back';
import { HALF_HOURS, type Looks, readLooks } from './looks';
import { quantileOf } from './numeric/estimates';
import { drawWithin, meanOf, NO_DOUBT } from './predicted-day';
import { simulateWaits } from './simulated-waits';
import { calibrateSnapshots } from './snapshots';
import { stepper } from './steps';
import { validated } from './validated';
import type { ValidatedDay, ValidateOptions, Validation } from './validation-types';
import type { Baseline } from './verdict';
import { BIN_S, weekdayIndexOf } from './visits';

/** A half hour needs so many visits for a mean wait. */
const FEWEST_VISITS = 3;

/** Fits all days but those kept back and holds the waits of each queue against theirs. */
export function validateSnapshots(log: SnapshotLog, options: ValidateOptions): Validation {
  return validated(log, options, holdSnapshots);
}

/** The days `held` against a fit of all others: each queue, and the hall as a whole. */
export function holdSnapshots(
  log: SnapshotLog,
  held: ReadonlySet<string>,
  options: ValidateOptions,
): Held {
  const fitLog = onDays(log, new Set(log.days.filter((day) => !held.has(day))));
  const { onProgress } = options;
  const fitted = calibrateSnapshots(fitLog, {
    ...options,
    onProgress: onProgress && ((step, done) => onProgress(step, done / 2)),
  });
  const step = stepper(options);
  const { scenario } = fitted;
  const checked = onDays(log, held);
  const edgesS = fitted.arrivals[0]?.edgesS ?? [0, BIN_S];
  const looks = readLooks(checked);
  const past = readLooks(fitLog);
  const queues = (scenario?.classes ?? []).map(({ id }) => Number(id.slice(1)) - 1);
  const days: ValidatedDay[] = [];
  const hall: ValidatedDay[] = [];
  const hallFlows: Flow[] = [];
  const queueOf: number[] = [];
  for (const [d, date] of checked.days.entries()) {
    if (!scenario) break;
    step(`模拟 ${date}`, `Simulating ${date}`, 0.5 + (0.5 * d) / checked.days.length);
    const typical = simulated(scenario, NO_DOUBT, date, edgesS, options);
    const runs = options.isTrial
      ? typical
      : simulated(scenario, fitted.doubts, date, edgesS, options);
    const flows = queues.map((q) => seen(looks, q, d, edgesS));
    for (const [c, q] of queues.entries()) {
      const of = (run: readonly Flow[]) => run[c]!;
      days.push(dayOf(date, checked.queues[q]!, flows[c]!, runs.map(of), typical.map(of)));
      queueOf.push(q);
    }
    hallFlows.push(joined(flows));
    // The mean of all simulated days, as a forecast of the hall tells it.
    hall.push(dayOf(date, null, joined(flows), runs.map(joined), typical.map(joined), meanOf));
  }
  const flowsOf = (q: number) => fitLog.days.map((_, d) => seen(past, q, d, edgesS));
  const byQueue = queues.map(flowsOf);
  const together = fitLog.days.map((_, d) => joined(byQueue.map((flows) => flows[d]!)));
  const { days: fitDays } = fitLog;
  return {
    fitted,
    edgesS,
    days,
    baselines: baselinesOf(
      fitDays,
      new Map(queues.map((q, c) => [q, byQueue[c]!])),
      queueOf,
      days.map(({ date }) => date),
    ),
    hall,
    hallBaselines: baselinesOf(
      fitDays,
      new Map([[HALL, together]]),
      hall.map(() => HALL),
      hall.map(({ date }) => date),
    ),
    hallWaitsS: [...together, ...hallFlows].map((flow) => waitsOf(flow)),
  };
}

const HALL = -1;

/** Waits of one queue on one day, by half hour of the ticket, of those called; and who came. */
interface Flow {
  readonly waitSumS: readonly number[];
  readonly calls: readonly number[];
  readonly came: readonly number[];
}

/** All queues together. */
function joined(flows: readonly Flow[]): Flow {
  const sum = (of: (flow: Flow) => readonly number[]) =>
    flows.reduce<readonly number[]>((all, flow) => of(flow).map((x, b) => x + (all[b] ?? 0)), []);
  return { waitSumS: sum((f) => f.waitSumS), calls: sum((f) => f.calls), came: sum((f) => f.came) };
}

function seen(looks: Looks, q: number, d: number, edgesS: readonly number[]): Flow {
  const from = (q * looks.days + d) * HALF_HOURS + edgesS[0]! / BIN_S;
  const of = (column: Float64Array) => Array.from(column.subarray(from, from + edgesS.length - 1));
  return { waitSumS: of(looks.waitSumS), calls: of(looks.calls), came: of(looks.came) };
}

function simulated(
  scenario: Scenario,
  doubts: Validation['fitted']['doubts'],
  date: string,
  edgesS: readonly number[],
  { seed = 1, replications = 60 }: ValidateOptions,
): Flow[][] {
  const bins = edgesS.length - 1;
  return Array.from({ length: replications }, (_, r) => {
    const one = drawWithin(scenario, doubts, date, seed, r);
    const day = simulateWaits(one, seed, r, edgesS);
    return scenario.classes.map((_c, c) => {
      const of = (column: Float64Array) => Array.from(column.subarray(c * bins, (c + 1) * bins));
      return { waitSumS: of(day.waitSumS), calls: of(day.calls), came: of(day.tickets) };
    });
  });
}

/** Mean waits by half hour; null where fewer were called than `fewest`. */
function waitsOf({ waitSumS, calls }: Flow, fewest = FEWEST_VISITS): (number | null)[] {
  return waitSumS.map((sum, b) => (calls[b]! >= fewest ? sum / calls[b]! : null));
}

function meanWait({ waitSumS, calls }: Flow): number | null {
  const people = calls.reduce((sum, n) => sum + n, 0);
  return people > 0 ? waitSumS.reduce((sum, x) => sum + x, 0) / people : null;
}

function dayOf(
  date: string,
  queue: string | null,
  observed: Flow,
  runs: readonly Flow[],
  typical: readonly Flow[],
  middle: (rising: readonly number[]) => number | null = middleOf,
): ValidatedDay {
  const observedS = waitsOf(observed);
  const waits = runs.map((run) => waitsOf(run, 1));
  const typicalWaits = typical.map((run) => waitsOf(run, 1));
  const rising = (values: readonly (number | null)[]) =>
    values.filter((x) => x !== null).sort((a, b) => a - b);
  const byBin = observedS.map((_, b) => rising(waits.map((run) => run[b]!)));
  const mean = (values: readonly number[]) =>
    values.length > 0 ? values.reduce((sum, x) => sum + x, 0) / values.length : null;
  const band = (values: readonly number[]): readonly [number, number] | null =>
    values.length > 0 ? [quantileOf(values, 0.05), quantileOf(values, 0.95)] : null;
  const means = rising(runs.map(meanWait));
  return {
    date,
    queue,
    observedS,
    predictedS: observedS.map((_, b) => middle(rising(typicalWaits.map((run) => run[b]!)))),
    interval90S: byBin.map(band),
    observedArrivals: observed.came,
    predictedArrivals: observed.came.map((_, b) => mean(typical.map((run) => run.came[b]!)) ?? 0),
    observedMeanS: meanWait(observed),
    predictedMeanS: middle(rising(typical.map(meanWait))),
    meanInterval90S: band(means),
  };
}

function baselinesOf(
  fitDays: readonly string[],
  past: ReadonlyMap<number, readonly Flow[]>,
  queueOf: readonly number[],
  dates: readonly string[],
): Baseline[] {
  const flows = new Map([...past].map(([q, of]) => [q, of.map((flow) => waitsOf(flow))]));
  const mean = (values: readonly (number | null | undefined)[]): number | null => {
    const known = values.filter((x) => x !== null && x !== undefined);
    return known.length > 0 ? known.reduce((sum, x) => sum + x, 0) / known.length : null;
  };
  const overall = new Map([...flows].map(([q, waits]) => [q, mean(waits.flat())]));
  const halfHour = (k: number, b: number) =>
    mean(flows.get(queueOf[k]!)!.map((day) => day[b])) ?? overall.get(queueOf[k]!)!;
  return [
    {
      by: 'sameWeekday',
      name: { zh: '同一星期几、同一半小时的平均', en: 'mean of the same weekday and half hour' },
      predictedS: (k, b) =>
        mean(
          flows
            .get(queueOf[k]!)!
            .filter((_, d) => weekdayIndexOf(fitDays[d]!) === weekdayIndexOf(dates[k]!))
            .map((day) => day[b]),
        ) ?? halfHour(k, b),
    },
    {
      by: 'halfHour',
      name: { zh: '同一半小时的平均', en: 'mean of the same half hour' },
      predictedS: halfHour,
    },
    {
      by: 'overall',
      name: { zh: '该队列的总平均', en: 'the queue’s overall mean' },
      predictedS: (k) => overall.get(queueOf[k]!)!,
    },
  ];
}

/**
 * The typical value of simulated days: their mean without the fifth at either end, null for none. A
 * queue that is nearly full has days on which it runs away, and they would make the mean.
 */
function middleOf(rising: readonly number[]): number | null {
  const cut = Math.floor(rising.length / 5);
  return meanOf(rising.slice(cut, rising.length - cut));
}
