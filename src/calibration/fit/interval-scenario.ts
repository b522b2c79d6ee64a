import type { Scenario } from '../../scenarios/scenario';
import type { LocalText } from '../../scenarios/text';
import { dateOf, dayNumberOf } from '../../scenarios/work-calendar';
import type { IntervalLog } from '../log/types';
import { fitArrivals } from './arrivals';
import { countedPace } from './counted-pace';
import { positiveEstimate } from './numeric/estimates';
import { QUARTER_S } from './presence';
import { readable } from './provenance';
import { assembleScenario, beforeClosing, type WindowPart } from './scenario-parts';
import { spreadOver } from './simulated-waits';
import { sourceOf } from './source';
import { type OpenCounts, openCounts, openOn, positionsOf } from './staffing';
import type { CalibrateOptions, Estimate } from './types';
import { BIN_S, emptyVisits, weekdayIndexOf } from './visits';
import { tellsWait } from './wait-table';

const QUARTERS = 96;
/** Stretches that are longer hide how people came within them. */
const LONGEST_STRETCH_S = BIN_S;
const FEWEST_DAYS = 3;
const FEWEST_PEOPLE = 200;
/** Part of the people of whom counters and wait have to be known. */
const KNOWN = 0.8;
/** Half hours with fewer of a thousandth of all people lie outside the opening hours. */
const HARDLY = 0.001;
/** The service is looked for between a third of the guess and thrice it: at the edge there is none. */
const AT_THE_EDGE = [0.35, 2.85] as const;
/** Nothing is known of the pace beforehand: the guess is an upper limit. */
const SCATTER = 1;

/** A scenario from totals of stretches, or why there is none. */
export type IntervalScenario =
  | {
      readonly scenario: Scenario;
      /** By queue of the log; null for a queue that nobody came to. */
      readonly serviceS: readonly (Estimate | null)[];
      readonly refused: null;
    }
  | { readonly scenario: null; readonly refused: LocalText };

/**
 * From half hours with people, open counters and mean wait: people come evenly within each, services are
 * exponential (assumed), and their mean is the one with which the log's own days, simulated, wait as long as they did: the wait
 * turned round by simulation.
 *
 * @param guessS by queue: counter time over people in the busiest stretches, an upper limit of the service
 */
export function intervalScenario(
  log: IntervalLog,
  guessS: readonly number[],
  options: CalibrateOptions,
): IntervalScenario {
  const refused = tooLittle(log);
  if (refused) return { scenario: null, refused };
  const source = sourceOf(log, options);
  const weekday = Uint8Array.from(log.days, weekdayIndexOf);
  const classes = log.queues.map((name, q) => ({ id: `q${q + 1}`, name }));
  const visits = emptyVisits(classes, log.days, ...openingOf(log));
  const openS = classes.map(() => new Float64Array(log.days.length * QUARTERS));
  const waited = classes.map(() => log.days.map((): [number, number] => [0, 0]));
  for (let i = 0; i < log.rows; i++) {
    const [q, d, a, b] = [log.queue[i]!, log.day[i]!, log.fromS[i]!, log.toS[i]!];
    const people = log.people[i]!;
    const at = (q * log.days.length + d) * visits.bins;
    if (people > 0)
      spreadOver(visits.counts, at, visits.bins, visits.fromS, BIN_S, a, b, people / (b - a));
    if (log.open[i]! > 0)
      spreadOver(openS[q]!, d * QUARTERS, QUARTERS, 0, QUARTER_S, a, b, log.open[i]!);
    if (!tellsWait(log, i)) continue;
    waited[q]![d]![0] += people * log.waitMeanS[i]!;
    waited[q]![d]![1] += people;
  }
  const arrivals = fitArrivals(visits);
  const special = new Set(arrivals.specialDays.map(({ date }) => log.days.indexOf(date)));
  const edgesS = arrivals.classes[0]!.edgesS;
  const quarters = [[edgesS[0]! / QUARTER_S, edgesS.at(-1)! / QUARTER_S]] as const;
  const staff = (countsOf: (open: Float64Array) => OpenCounts): [WindowPart[], number[]] => {
    const parts: WindowPart[] = [];
    const groups: number[] = [];
    for (const [q, open] of openS.entries())
      for (const shifts of positionsOf(countsOf(open), quarters)) {
        const id = `w${parts.length + 1}`;
        parts.push({ id, name: id.slice(1), serves: [classes[q]!.id], shifts, efficiency: 1 });
        groups.push(q);
      }
    return [parts, groups];
  };
  const [windows, groupOf] = staff((open) => openCounts(open, weekday, special));
  const assembled = (meanS: readonly number[]) =>
    assembleScenario({
      source,
      options,
      classes: classes.flatMap(({ id, name }, q) => {
        const own = windows.filter(({ serves }) => serves.includes(id));
        return own.length === 0 || arrivals.classes[q]!.rows < 1
          ? []
          : [
              {
                id,
                name,
                arrivals: beforeClosing(arrivals.classes[q]!, own),
                service: { dist: 'exponential' as const, meanS: readable(meanS[q]!, 4) },
                patience: null,
              },
            ];
      }),
      windows,
      dayFactorCv: arrivals.dayFactorCv?.value ?? 0,
      noShow: null,
      weekdays: arrivals.classes[0]!.weekdays,
      date: dateOf(dayNumberOf(log.days.at(-1)!) + 1),
      windowsFrom: { zh: '记录中的开放柜台数', en: 'open counters of the log' },
    });
  const base = assembled(guessS.map((s) => Math.max(5, s)));
  const paces = countedPace({
    scenario: base,
    groupOf,
    classesOf: classes.map(({ id }) => base.classes.flatMap((c, i) => (c.id === id ? [i] : []))),
    visits,
    days: log.days.map((date, d) => ({ date, d })).filter(({ d }) => !special.has(d)),
    edgesS,
    seed: options.seed ?? 1,
    waitOn: (q, d) => waited[q]![d]!,
    alike: 'people',
    scatter: SCATTER,
    staffOn: (d) => staff((open) => openOn(open, d, weekday[d]!)),
  });
  const kept = base.classes.map(({ id }) => classes.findIndex((c) => c.id === id));
  const [slowest, fastest] = AT_THE_EDGE;
  const odd = kept.find((q) => paces[q]!.factor < slowest || paces[q]!.factor > fastest);
  if (odd !== undefined) return { scenario: null, refused: noService(log.queues[odd]!) };
  const days = Math.max(1, log.days.length - special.size);
  return {
    scenario: assembled(guessS.map((s, q) => Math.max(5, s) / paces[q]!.factor)),
    serviceS: classes.map((_, q) =>
      kept.includes(q)
        ? positiveEstimate(
            guessS[q]! / paces[q]!.factor,
            Math.max(0.02, paces[q]!.ofDays / Math.sqrt(days)),
            Math.round(arrivals.classes[q]!.rows),
          )
        : null,
    ),
    refused: null,
  };
}

/** Why a log holds too little; null if it doesn't. */
function tooLittle(log: IntervalLog): LocalText | null {
  const lengths: number[] = [];
  let [people, known] = [0, 0];
  for (let i = 0; i < log.rows; i++) {
    if (!(log.toS[i]! > log.fromS[i]!)) continue;
    lengths.push(log.toS[i]! - log.fromS[i]!);
    if (!(log.people[i]! > 0)) continue;
    people += log.people[i]!;
    if (tellsWait(log, i) && log.open[i]! > 0) known += log.people[i]!;
  }
  lengths.sort((a, b) => a - b);
  const usual = lengths[lengths.length >> 1] ?? 0;
  if (usual > LONGEST_STRETCH_S)
    return {
      zh: `时段长 ${Math.round(usual / 60)} 分钟，看不出人在其中是成批还是逐个到来，因此不给出方案；请按半小时或更短的时段导出。等候由时刻、星期和月份预测。`,
      en: `Stretches are ${Math.round(usual / 60)} minutes long and hide whether people came in crowds within them, so no scenario is made: export half hours or shorter. Waits are foretold from hour, weekday and month.`,
    };
  if (people < FEWEST_PEOPLE || log.days.length < FEWEST_DAYS)
    return {
      zh: `只有 ${log.days.length} 天、${Math.round(people)} 人，不足以得出方案（至少 ${FEWEST_DAYS} 天、${FEWEST_PEOPLE} 人）。`,
      en: `${log.days.length} days with ${Math.round(people)} people are too little for a scenario (${FEWEST_DAYS} days and ${FEWEST_PEOPLE} people at least).`,
    };
  if (known < KNOWN * people)
    return {
      zh: `只有 ${Math.round((100 * known) / people)} % 的人同时有开放柜台数和平均等候，办理时间无从推算，因此不给出方案；请把这两列一起导出。`,
      en: `Open counters and mean wait are known together for ${Math.round((100 * known) / people)} % of the people only, so the service time cannot be worked out and no scenario is made: export both columns.`,
    };
  return null;
}

const noService = (queue: string): LocalText => ({
  zh: `队列「${queue}」：没有一个办理时间能使逐个到来的人等候得和记录一样久（可能成批到来或柜台不总在办理），因此不给出方案；等候由时刻、星期和月份预测。`,
  en: `Queue "${queue}": no service time makes people who come one by one wait as long as they did (they may come in crowds, or counters may not always serve), so no scenario is made; waits are foretold from hour, weekday and month.`,
});

/** From the first to the last half hour to which anybody to speak of comes. */
function openingOf(log: IntervalLog): [fromS: number, toS: number] {
  const total = new Float64Array(48);
  let all = 0;
  for (let i = 0; i < log.rows; i++)
    if (log.people[i]! > 0) {
      const middleS = (log.fromS[i]! + log.toS[i]!) / 2;
      total[Math.max(0, Math.min(47, Math.floor(middleS / BIN_S)))]! += log.people[i]!;
      all += log.people[i]!;
    }
  const counts = (n: number) => n >= HARDLY * all;
  return [total.findIndex(counts) * BIN_S, (total.findLastIndex(counts) + 1) * BIN_S];
}
