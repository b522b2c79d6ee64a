import type { LocalText } from '../../scenarios/text';
import type { IntervalLog } from '../log/types';
import { fitArrivals } from './arrivals';
import { intervalScenario } from './interval-scenario';
import { positiveEstimate } from './numeric/estimates';
import { QUARTER_S } from './presence';
import { calibrationOf } from './result';
import { spreadOver } from './simulated-waits';
import { sourceOf } from './source';
import { openCounts, profilesOf } from './staffing';
import { stepper } from './steps';
import type { CalibrateOptions, Calibration, QueueFit, Unknown } from './types';
import { BIN_S, emptyVisits, weekdayIndexOf } from './visits';
import { type WaitTable, waitTable } from './wait-table';

const QUARTERS = 96;
const SERVICE_FROM_WAITS: LocalText = {
  zh: '办理时间由实际等候反推：在记录的到来人数和开放柜台数下，使模拟的等候与记录一样长；形状按指数分布假设。',
  en: 'Service is worked out from the waits: with the people and counters of the log, simulated waits are as long as they were; the shape is assumed exponential.',
};

/**
 * From totals of stretches: who comes when, what is open when, and how long people wait by hour,
 * weekday and month. A scenario where stretches are short enough for it: totals of hours hold neither single services nor
 * how people came (in crowds or one by one), and a scenario with invented ones would foretell waits that are not there.
 */
export function calibrateIntervals(log: IntervalLog, options: CalibrateOptions): Calibration {
  const step = stepper(options);
  const source = sourceOf(log, options);
  const weekday = Uint8Array.from(log.days, weekdayIndexOf);
  step('到达', 'Arrivals', 0.1);
  const classes = log.queues.map((name, q) => ({ id: `q${q + 1}`, name }));
  const visits = emptyVisits(classes, log.days, 0, 86_400);
  const openS = log.queues.map(() => new Float64Array(log.days.length * QUARTERS));
  for (let i = 0; i < log.rows; i++) {
    const [q, d] = [log.queue[i]!, log.day[i]!];
    const [a, b] = [log.fromS[i]!, log.toS[i]!];
    if (!(b > a)) continue;
    const at = (q * log.days.length + d) * visits.bins;
    if (log.people[i]! > 0)
      spreadOver(visits.counts, at, visits.bins, 0, BIN_S, a, b, log.people[i]! / (b - a));
    if (log.open[i]! > 0)
      spreadOver(openS[q]!, d * QUARTERS, QUARTERS, 0, QUARTER_S, a, b, log.open[i]!);
  }
  const arrivals = fitArrivals(visits);
  const special = new Set(arrivals.specialDays.map(({ date }) => log.days.indexOf(date)));
  step('窗口与等候', 'Counters and waits', 0.6);
  const edgesS = arrivals.classes[0]?.edgesS ?? [];
  const all = new Float64Array(log.days.length * QUARTERS);
  for (const one of openS) for (let i = 0; i < all.length; i++) all[i]! += one[i]!;
  const counts = openCounts(all, weekday, special);
  const limits = log.queues.map((name, q): QueueFit => {
    const table = waitTable(onQueue(log, q), weekday, 'people');
    return queueOf(`q${q + 1}`, name, q, log, table);
  });
  step('与实际等候对照', 'Matching the waits seen', 0.7);
  const made = intervalScenario(
    log,
    limits.map(({ serviceS }) => serviceS.value),
    options,
  );
  const queues = limits.map((queue, q): QueueFit => {
    const serviceS = made.scenario && made.serviceS[q];
    return serviceS ? { ...queue, serviceS, remark: SERVICE_FROM_WAITS } : queue;
  });
  step('完成', 'Done', 1);
  return calibrationOf({
    kind: 'intervals',
    source,
    scenario: made.scenario,
    arrivals: arrivals.classes,
    dayFactorCv: arrivals.dayFactorCv,
    specialDays: arrivals.specialDays,
    staffing: {
      kind: 'positions',
      from: 'recorded',
      edgesS,
      profiles: profilesOf(counts, edgesS),
      windows: [],
      turnS: null,
      remark: {
        zh: '开放的柜台数取自记录；没有记录的时段按没有柜台计。',
        en: 'Open counters are the log’s; stretches without a row count as none.',
      },
    },
    queues,
    unknowns: unknowns(made.refused),
    doubts: { arrivals: arrivals.doubt, service: {}, staffing: Math.min(0.5, counts.dayCv) },
  });
}

/** The rows of one queue; days keep their numbers. */
export function onQueue(log: IntervalLog, q: number): IntervalLog {
  if (log.queues.length === 1) return log;
  const index: number[] = [];
  for (let i = 0; i < log.rows; i++) if (log.queue[i] === q) index.push(i);
  const floats = (column: Float64Array) => Float64Array.from(index, (i) => column[i]!);
  return {
    ...log,
    rows: index.length,
    queue: Int32Array.from(index, (i) => log.queue[i]!),
    day: Int32Array.from(index, (i) => log.day[i]!),
    fromS: floats(log.fromS),
    toS: floats(log.toS),
    people: floats(log.people),
    open: floats(log.open),
    waitMeanS: floats(log.waitMeanS),
    waitMaxS: floats(log.waitMaxS),
  };
}

/** Stretches as busy as this (90 % of all) have their counters at work nearly all the time. */
const BUSY = 0.9;

/** The pace of a counter: counter time over people in the busiest tenth of the stretches. */
function queueOf(
  classId: string,
  name: string,
  q: number,
  log: IntervalLog,
  table: WaitTable,
): QueueFit {
  const pace: number[] = [];
  let served = 0;
  let open = 0;
  let n = 0;
  for (let i = 0; i < log.rows; i++) {
    if (log.queue[i] !== q) continue;
    if (log.people[i]! > 0) served += log.people[i]!;
    if (!(log.open[i]! > 0)) continue;
    open += log.open[i]!;
    n++;
    if (log.people[i]! > 0)
      pace.push((log.open[i]! * (log.toS[i]! - log.fromS[i]!)) / log.people[i]!);
  }
  pace.sort((a, b) => a - b);
  const busy = pace.slice(0, Math.max(1, Math.floor(pace.length * (1 - BUSY))));
  const mean = busy.reduce((sum, x) => sum + x, 0) / Math.max(1, busy.length);
  const { value, ci95 } = table.load;
  return {
    classId,
    name,
    counters: 'own',
    sharedWith: [],
    served,
    serviceS: positiveEstimate(
      mean,
      busy.length > 1 ? 0.5 / Math.sqrt(busy.length) : Number.NaN,
      busy.length,
    ),
    openMean: n > 0 ? open / n : 0,
    remark: {
      zh: `平均等候 ${(table.meanS / 60).toFixed(1)} 分钟；每柜台人数增加 10 %，等候变化 ${(10 * value).toFixed(1)} %（${(10 * ci95[0]).toFixed(1)}–${(10 * ci95[1]).toFixed(1)} %）。办理时间是最忙的十分之一时段里每人占用的柜台时间，只是上限。`,
      en: `Mean wait ${(table.meanS / 60).toFixed(1)} min; 10 % more people a counter change it by ${(10 * value).toFixed(1)} % (${(10 * ci95[0]).toFixed(1)} to ${(10 * ci95[1]).toFixed(1)} %). Service is the counter time a person took in the busiest tenth of the stretches: an upper limit.`,
    },
  };
}

function unknowns(refused: LocalText | null): Unknown[] {
  const one = (about: string, zh: string, en: string): Unknown => ({ about, text: { zh, en } });
  return [
    ...(refused
      ? [
          { about: 'scenario', text: refused },
          one(
            'service',
            '办理时间只能由最忙时段的人均柜台时间估计，是上限。',
            'Service is only known as the counter time a person in the busiest stretches: an upper limit.',
          ),
        ]
      : [
          one(
            'service',
            '单次办理时间没有记录：方案假设人在每个时段内均匀随机到来、办理时间按指数分布，平均值取使模拟的等候与记录一致者；若人成批到来，办理时间就估长了。',
            'Single services are not recorded: the scenario assumes that people come at random within each stretch and that services are exponential, with the mean that makes simulated waits as long as those of the log; if people come in crowds it is too long.',
          ),
          one(
            'validation',
            '核对的是由时刻、星期和月份得出的平均等候，不是方案的模拟。',
            'What is held against the days kept back are mean waits by hour, weekday and month, not the scenario’s simulation.',
          ),
        ]),
    one('patience', '谁中途离开没有记录。', 'Who left is not recorded.'),
    one(
      'trend',
      '年与年之间的变化无法由一年的记录得知。',
      'What changes from year to year cannot be known from one year.',
    ),
  ];
}
