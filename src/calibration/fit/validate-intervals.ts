import type { IntervalLog } from '../log/types';
import { heldBackOf, onDays } from './held-back';
import { calibrateIntervals, onQueue } from './intervals';
import { stepper } from './steps';
import type { ValidatedDay, ValidateOptions, Validation } from './validation-types';
import { type Baseline, judge } from './verdict';
import { weekdayIndexOf } from './visits';
import { expectedWait, loadOf, slotOf, tellsWait, waitTable } from './wait-table';

const HOUR_S = 3600;
const EDGES_S = Array.from({ length: 25 }, (_, h) => h * HOUR_S);
const EMPTY = Array.from({ length: 24 }, () => null);
const NOBODY = new Array<number>(24).fill(0);
/** More days than this are shown as the mean day of each month. */
const MOST_DAYS = 62;

/**
 * Fits all days but those kept back and foretells the mean wait of each of their hours from the
 * calendar alone: the days that come are not known yet, nor who comes or what is open on them.
 */
export function validateIntervals(log: IntervalLog, options: ValidateOptions): Validation {
  const heldBack = heldBackOf(log, options);
  const held = new Set(heldBack);
  const fitLog = onDays(log, new Set(log.days.filter((day) => !held.has(day))));
  const checked = onDays(log, held);
  const fitted = calibrateIntervals(fitLog, options);
  const step = stepper(options);
  const days: ValidatedDay[] = [];
  const means: [overall: number, byHour: Float64Array, bySlot: Map<string, number>][] = [];
  const queueOf: number[] = [];
  const given: (number | null)[][] = [];
  const weekdays = Uint8Array.from(fitLog.days, weekdayIndexOf);
  const heldWeekdays = Uint8Array.from(checked.days, weekdayIndexOf);
  for (const [q, name] of log.queues.entries()) {
    step(`核对 ${name}`, `Checking ${name}`, 0.5 + (0.5 * q) / log.queues.length);
    const past = onQueue(fitLog, q);
    const table = waitTable(past, weekdays, 'stretches');
    // Of the people of a day more came in crowds: their mean is another.
    const ofPeople = waitTable(past, weekdays, 'people');
    means.push(naive(past, weekdays));
    const now = onQueue(checked, q);
    const byDay = checked.days.map(
      (): [
        (number | null)[],
        (number | null)[],
        (readonly [number, number] | null)[],
        number[],
        (number | null)[],
      ] => [[...EMPTY], [...EMPTY], [...EMPTY], [...NOBODY], [...EMPTY]],
    );
    for (let i = 0; i < now.rows; i++) {
      if (!tellsWait(now, i)) continue;
      const slot = slotOf(now, i, heldWeekdays);
      const [observed, predicted, band, people, conditional] = byDay[now.day[i]!]!;
      const wait = expectedWait(table, slot);
      observed[slot.hour] = now.waitMeanS[i]!;
      predicted[slot.hour] = wait;
      band[slot.hour] = [wait * table.band[0], wait * table.band[1]];
      people[slot.hour] = now.people[i]!;
      const more = loadOf(now, i) - table.usualLoad[slot.hour]!;
      conditional[slot.hour] = Number.isFinite(more)
        ? Math.max(0, (wait + 60) * Math.exp(table.load.value * more) - 60)
        : wait;
    }
    for (const [d, [observedS, predictedS, interval90S, people, conditional]] of byDay.entries()) {
      days.push({
        date: checked.days[d]!,
        queue: log.queues.length > 1 ? name : null,
        observedS,
        predictedS,
        interval90S,
        observedArrivals: people,
        predictedArrivals: people,
        observedMeanS: weightedMean(observedS, people),
        predictedMeanS: weightedMean(
          predictedS.map((wait, hour) =>
            wait === null
              ? null
              : expectedWait(ofPeople, { ...calendarOf(checked.days[d]!), hour }),
          ),
          people,
        ),
        meanInterval90S: null,
      });
      queueOf.push(q);
      given.push(conditional);
    }
  }
  const baselines: Baseline[] = [
    {
      by: 'given',
      name: {
        zh: '已知当时人数和柜台数的模型',
        en: 'the model told how many came and what was open',
      },
      predictedS: (k, h) => given[k]![h]!,
    },
    {
      by: 'sameWeekday',
      name: { zh: '同一星期几、同一小时的平均', en: 'mean of the same weekday and hour' },
      predictedS: (k, h) => {
        const [overall, , bySlot] = means[queueOf[k]!]!;
        return bySlot.get(`${weekdayIndexOf(days[k]!.date)} ${h}`) ?? overall;
      },
    },
    {
      by: 'halfHour',
      name: { zh: '同一小时的平均', en: 'mean of the same hour' },
      predictedS: (k, h) => means[queueOf[k]!]![1][h]!,
    },
    {
      by: 'overall',
      name: { zh: '总平均', en: 'overall mean' },
      predictedS: (k) => means[queueOf[k]!]![0],
    },
  ];
  const judged = judge(days, EDGES_S, baselines, false);
  return {
    fitted,
    heldBack,
    combined: null,
    edgesS: EDGES_S,
    ...judged,
    days: heldBack.length > MOST_DAYS ? byMonth(days) : days,
  };
}

function naive(log: IntervalLog, weekday: Uint8Array): [number, Float64Array, Map<string, number>] {
  const sums = new Map<string, [number, number]>();
  const add = (key: string, wait: number) => {
    const known = sums.get(key) ?? [0, 0];
    known[0] += wait;
    known[1]++;
    sums.set(key, known);
  };
  for (let i = 0; i < log.rows; i++) {
    if (!tellsWait(log, i)) continue;
    const slot = slotOf(log, i, weekday);
    add('all', log.waitMeanS[i]!);
    add(`h${slot.hour}`, log.waitMeanS[i]!);
    add(`${slot.weekday} ${slot.hour}`, log.waitMeanS[i]!);
  }
  const mean = (key: string): number | undefined => {
    const known = sums.get(key);
    return known && known[0] / known[1];
  };
  const overall = mean('all') ?? 0;
  return [
    overall,
    Float64Array.from({ length: 24 }, (_, h) => mean(`h${h}`) ?? overall),
    new Map([...sums].map(([key, [sum, n]]) => [key, sum / n])),
  ];
}

function weightedMean(
  values: readonly (number | null)[],
  weight: readonly number[],
): number | null {
  let sum = 0;
  let n = 0;
  for (const [i, x] of values.entries())
    if (x !== null) {
      sum += x * weight[i]!;
      n += weight[i]!;
    }
  return n > 0 ? sum / n : null;
}

const calendarOf = (date: string) => ({
  weekday: weekdayIndexOf(date),
  month: Number(date.slice(5, 7)) - 1,
});

/** The mean day of each month: dates are then "YYYY-MM". */
function byMonth(days: readonly ValidatedDay[]): ValidatedDay[] {
  const groups = new Map<string, ValidatedDay[]>();
  for (const day of days) {
    const key = `${day.date.slice(0, 7)}|${day.queue ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), day]);
  }
  return [...groups].map(([key, group]) => {
    const hourly = (of: (day: ValidatedDay) => readonly (number | null)[]) =>
      EMPTY.map((_, h) =>
        weightedMean(
          group.map((day) => of(day)[h]!),
          group.map((day) => day.observedArrivals[h]!),
        ),
      );
    const people = NOBODY.map(
      (_, h) => group.reduce((sum, day) => sum + day.observedArrivals[h]!, 0) / group.length,
    );
    const observedS = hourly((day) => day.observedS);
    const predictedS = hourly((day) => day.predictedS);
    return {
      date: key.slice(0, 7),
      queue: group[0]!.queue,
      observedS,
      predictedS,
      interval90S: EMPTY,
      observedArrivals: people,
      predictedArrivals: people,
      observedMeanS: weightedMean(observedS, people),
      predictedMeanS: weightedMean(
        group.map((day) => day.predictedMeanS),
        group.map((day) => day.observedArrivals.reduce((sum, n) => sum + n, 0)),
      ),
      meanInterval90S: null,
    };
  });
}
