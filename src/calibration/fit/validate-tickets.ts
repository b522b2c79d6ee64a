import type { TicketLog } from '../log/types';
import { type Held, onDays } from './held-back';
import { predictDay } from './predicted-day';
import { stepper } from './steps';
import { rowsByDay, waitEnds, wasCalled } from './ticket-times';
import { calibrateTickets } from './tickets';
import { validated } from './validated';
import type { ValidatedDay, ValidateOptions, Validation } from './validation-types';
import type { Baseline } from './verdict';
import { BIN_S, weekdayIndexOf } from './visits';

/** Half hours with fewer calls have no mean worth comparing. */
const FEWEST_CALLS = 3;

/** Fits all days but those kept back and holds simulated waits against theirs. */
export function validateTickets(log: TicketLog, options: ValidateOptions): Validation {
  return validated(log, options, holdTickets);
}

/** The days `held` against a fit of all others. */
export function holdTickets(
  log: TicketLog,
  held: ReadonlySet<string>,
  options: ValidateOptions,
): Held {
  const fitLog = onDays(log, new Set(log.days.filter((day) => !held.has(day))));
  const { onProgress } = options;
  const fitted = calibrateTickets(fitLog, {
    ...options,
    onProgress: onProgress && ((step, done) => onProgress(step, done / 2)),
  });
  const step = stepper(options);
  const edgesS = fitted.arrivals[0]?.edgesS ?? [];
  const days: ValidatedDay[] = [];
  const checked = onDays(log, held);
  const observed = meansOf(checked, edgesS);
  const { scenario } = fitted;
  for (const [d, date] of checked.days.entries()) {
    step(`模拟 ${date}`, `Simulating ${date}`, 0.5 + (0.5 * d) / checked.days.length);
    if (!scenario) break;
    const seed = options.seed ?? 1;
    const day = predictDay(
      scenario,
      options.isTrial ? null : fitted.doubts,
      date,
      seed,
      options.replications ?? 60,
    );
    days.push({
      date,
      queue: null,
      observedS: observed.byBin[d]!,
      predictedS: day.waitS,
      interval90S: day.interval90S,
      observedArrivals: observed.arrivals[d]!,
      predictedArrivals: day.arrivals,
      observedMeanS: observed.mean[d]!,
      predictedMeanS: day.meanWaitS,
      meanInterval90S: day.meanInterval90S,
    });
  }
  const baselines = baselinesOf(fitLog, edgesS, checked.days);
  return {
    fitted,
    edgesS,
    days,
    baselines,
    hall: days,
    hallBaselines: baselines,
    hallWaitsS: [...meansOf(fitLog, edgesS).byBin, ...observed.byBin],
  };
}

/** Mean waits of days by half hour of the ticket, and who came. */
function meansOf(log: TicketLog, edgesS: readonly number[]) {
  const bins = Math.max(0, edgesS.length - 1);
  const firstRow = rowsByDay(log);
  const byBin: (number | null)[][] = [];
  const arrivals: number[][] = [];
  const mean: (number | null)[] = [];
  for (let d = 0; d < log.days.length; d++) {
    const sum = new Float64Array(bins);
    const n = new Int32Array(bins);
    const came = new Array<number>(bins).fill(0);
    let all = 0;
    let calls = 0;
    for (let i = firstRow[d]!; i < firstRow[d + 1]!; i++) {
      const b = Math.floor((log.ticketS[i]! - (edgesS[0] ?? 0)) / BIN_S);
      if (!(b >= 0 && b < bins)) continue;
      came[b]!++;
      const wait = waitEnds(log, i) - log.ticketS[i]!;
      if (!wasCalled(log, i) || !Number.isFinite(wait)) continue;
      sum[b]! += wait;
      n[b]!++;
      all += wait;
      calls++;
    }
    byBin.push(came.map((_, b) => (n[b]! >= FEWEST_CALLS ? sum[b]! / n[b]! : null)));
    arrivals.push(came);
    mean.push(calls > 0 ? all / calls : null);
  }
  return { byBin, arrivals, mean };
}

function baselinesOf(
  log: TicketLog,
  edgesS: readonly number[],
  dates: readonly string[],
): Baseline[] {
  const { byBin } = meansOf(log, edgesS);
  const meanOver = (days: readonly number[], b: number): number | null => {
    const known = days.map((d) => byBin[d]![b]!).filter((x) => x !== null && x !== undefined);
    return known.length > 0 ? known.reduce((sum, x) => sum + x, 0) / known.length : null;
  };
  const all = log.days.map((_, d) => d);
  const flat = byBin.flat().filter((x) => x !== null);
  const overall = flat.length > 0 ? flat.reduce((sum, x) => sum + x, 0) / flat.length : null;
  const alike = dates.map((date) =>
    all.filter((d) => weekdayIndexOf(log.days[d]!) === weekdayIndexOf(date)),
  );
  return [
    {
      by: 'sameWeekday',
      name: { zh: '同一星期几、同一半小时的平均', en: 'mean of the same weekday and half hour' },
      predictedS: (d, b) => meanOver(alike[d]!, b) ?? meanOver(all, b) ?? overall,
    },
    {
      by: 'halfHour',
      name: { zh: '同一半小时的平均', en: 'mean of the same half hour' },
      predictedS: (_, b) => meanOver(all, b) ?? overall,
    },
    {
      by: 'overall',
      name: { zh: '总平均', en: 'overall mean' },
      predictedS: () => overall,
    },
  ];
}
