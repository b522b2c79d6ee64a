import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { dateOf, dayNumberOf } from '../../scenarios/work-calendar';
import type { SnapshotLog } from '../log/types';
import { fitArrivals } from './arrivals';
import { HALF_HOURS, type Looks, readLooks } from './looks';
import { positiveEstimate } from './numeric/estimates';
import { arrivalsAgain, type DayAgain, findPace, timesWithin } from './pace';
import { type Pool, poolsOf } from './pools';
import { QUARTER_S } from './presence';
import { readable } from './provenance';
import { assembleScenario, type WindowPart } from './scenario-parts';
import { sourceOf } from './source';
import { type OpenCounts, openCounts, openOn, positionsOf, profilesOf } from './staffing';
import { stepper } from './steps';
import type { CalibrateOptions, Calibration, QueueFit, Unknown } from './types';
import { BIN_S, emptyVisits, weekdayIndexOf } from './visits';

const QUARTERS = 96;
/** Queues with fewer visits in the whole log are left out. */
const FEWEST_VISITS = 10;
/** What calls while people wait weigh against the display's average: so many calls count as much. */
const SHOWN_WEIGHS = 20;
/** How far a pool's pace is expected to lie from one. */
const SCATTER = 0.3;
/** Without either, a visit is taken for ten minutes. */
const UNKNOWN_SERVICE_S = 600;

/** A scenario from looks at queue displays. */
export function calibrateSnapshots(log: SnapshotLog, options: CalibrateOptions): Calibration {
  const step = stepper(options);
  const source = sourceOf(log, options);
  const unknowns: Unknown[] = [];
  step('读取排队屏', 'Reading the displays', 0);
  const looks = readLooks(log);
  const kept = keptQueues(log, looks, unknowns);
  step('共用的窗口', 'Shared counters', 0.2);
  const pools = poolsOf(log)
    .map(({ queues }): Pool => ({ queues: queues.filter((q) => kept.includes(q)) }))
    .filter(({ queues }) => queues.length > 0);
  step('到达', 'Arrivals', 0.3);
  const classes = kept.map((q) => ({ id: `q${q + 1}`, name: log.queues[q]! }));
  const visits = emptyVisits(classes, log.days, ...openingOf(looks, kept));
  const firstBin = visits.fromS / BIN_S;
  for (const [c, q] of kept.entries())
    for (let d = 0; d < looks.days; d++)
      for (let b = 0; b < visits.bins; b++)
        visits.counts[(c * looks.days + d) * visits.bins + b] =
          looks.came[(q * looks.days + d) * HALF_HOURS + firstBin + b]!;
  const arrivals = fitArrivals(visits);
  const special = new Set(arrivals.specialDays.map(({ date }) => log.days.indexOf(date)));
  step('窗口与办理时间', 'Counters and service times', 0.5);
  const weekday = Uint8Array.from(log.days, weekdayIndexOf);
  const edgesS = arrivals.classes[0]?.edgesS ?? [0, BIN_S];
  const quarters = [[edgesS[0]! / QUARTER_S, edgesS.at(-1)! / QUARTER_S]] as const;
  const serviceS = new Float64Array(looks.queues);
  const serviceSe = new Float64Array(looks.queues);
  const hall = new Float64Array(looks.days * QUARTERS);
  const opens = pools.map((pool) => openOf(pool, looks));
  /** Positions of all pools: as the profile has them, or as they were on one day. */
  const staff = (countsOf: (open: Float64Array) => OpenCounts): [WindowPart[], number[]] => {
    const parts: WindowPart[] = [];
    const groups: number[] = [];
    for (const [g, { queues }] of pools.entries()) {
      const positions = positionsOf(countsOf(opens[g]!), quarters);
      const reach = queues.map((q) => reachOf(q, looks, opens[g]!));
      for (const [k, shifts] of positions.entries()) {
        const serves = queues.filter(
          (_, i) => k === 0 || (k + 0.5) / positions.length <= reach[i]!,
        );
        parts.push({
          id: `w${parts.length + 1}`,
          name: `${parts.length + 1}`,
          serves: serves.map((q) => `q${q + 1}`),
          shifts,
          efficiency: 1,
        });
        groups.push(g);
      }
    }
    return [parts, groups];
  };
  for (const [g, pool] of pools.entries()) {
    serviceOfPool(pool, looks, serviceS, serviceSe);
    for (let i = 0; i < hall.length; i++) hall[i]! += opens[g]![i]!;
  }
  const [windowParts, groupOf] = staff((open) => openCounts(open, weekday, special));
  const counts = openCounts(hall, weekday, special);
  const served = new Set(windowParts.flatMap((w) => w.serves));
  const parts = classes.flatMap(({ id, name }, c) =>
    served.has(id)
      ? [
          {
            id,
            name,
            arrivals: arrivals.classes[c]!,
            service: { dist: 'exponential' as const, meanS: Math.max(5, serviceS[kept[c]!]!) },
            patience: null,
          },
        ]
      : [],
  );
  const weekdays = arrivals.classes[0]?.weekdays ?? [];
  let scenario: Scenario | null =
    parts.length > 0 && windowParts.length > 0
      ? assembleScenario({
          source,
          options,
          classes: parts,
          windows: windowParts,
          dayFactorCv: arrivals.dayFactorCv?.value ?? 0,
          noShow: null,
          weekdays,
          date: dateOf(dayNumberOf(log.days.at(-1)!) + 1),
          windowsFrom: { zh: '显示屏上的开放窗口数', en: 'counters open on the display' },
        })
      : null;
  let pace = pools.map(() => 1);
  if (scenario) {
    step('与实际等候对照', 'Matching the waits seen', 0.7);
    const base = scenario;
    const ids = base.classes.map(({ id }) => id);
    const classIndex = ids.map((id) => classes.findIndex((c) => c.id === id));
    const again = log.days.flatMap((date, d): DayAgain[] => {
      if (special.has(d) || base.horizon.kind !== 'day') return [];
      const [parts, groups] = staff((open) => openOn(open, d, weekday[d]!));
      const windows = parts.map((w) => ({ ...base.windows[0]!, ...w, efficiency: 1 }));
      // Nobody was there for a queue all day: the day says nothing of it.
      if (ids.some((id) => windows.every((w) => !w.serves.includes(id)))) return [];
      const waits = pools.map((pool) => waitOn(pool, looks, d));
      return [
        {
          scenario: {
            ...base,
            horizon: { ...base.horizon, date },
            classes: arrivalsAgain(
              base,
              classIndex.map((c) => timesWithin(visits, c, d, options.seed ?? 1)),
            ),
            windows: windows.map((w) => ({
              ...w,
              serves: w.serves.filter((id) => ids.includes(id)),
            })),
          },
          groupOf: groups,
          waitingS: waits.map(([waiting]) => waiting),
          people: waits.map(([, people]) => people),
        },
      ];
    });
    const pooled = pools.map(({ queues }) =>
      queues.map((q) => ids.indexOf(`q${q + 1}`)).filter((c) => c >= 0),
    );
    pace = findPace({
      days: again,
      classesOf: pooled,
      edgesS,
      seed: options.seed ?? 1,
      alike: 'days',
      scatter: SCATTER,
    });
    scenario = {
      ...scenario,
      windows: scenario.windows.map((w, i) => ({
        ...w,
        efficiency: readable(numberOf(w.efficiency) * pace[groupOf[i]!]!, 4),
      })),
    };
  }
  noteUnknowns(unknowns, looks);
  step('完成', 'Done', 1);
  const queues = pools.flatMap((pool, g): QueueFit[] =>
    pool.queues.map((q) => {
      const c = kept.indexOf(q);
      const open = openMeanOf(q, looks, special);
      return {
        classId: `q${q + 1}`,
        name: log.queues[q]!,
        counters: pool.queues.length > 1 ? 'shared' : 'own',
        sharedWith: pool.queues.filter((other) => other !== q).map((other) => log.queues[other]!),
        served: Math.round(arrivals.classes[c]!.rows),
        serviceS: positiveEstimate(
          serviceS[q]! / pace[g]!,
          serviceSe[q]!,
          Math.round(looks.busyCalls[q]!),
        ),
        openMean: open,
        remark: remarkOf(pool, looks, q, pace[g]!),
      };
    }),
  );
  return {
    kind: 'snapshots',
    source,
    scenario,
    service: [],
    arrivals: arrivals.classes,
    dayFactorCv: arrivals.dayFactorCv,
    specialDays: arrivals.specialDays,
    patience: [],
    noShow: null,
    credit: [],
    staffing: {
      kind: 'positions',
      from: 'recorded',
      edgesS,
      profiles: profilesOf(counts, edgesS),
      windows: [],
      turnS: null,
      remark: {
        zh: '开放窗口数取自显示屏；几个队列共用的窗口按同时开关推断，只算一次。',
        en: 'Counters open are the display’s; which are shared by several queues is inferred from their opening and closing together, and they are counted once.',
      },
    },
    queues,
    cases: [],
    unknowns,
    doubts: {
      arrivals: arrivals.doubt,
      service: Object.fromEntries(kept.map((q) => [`q${q + 1}`, Math.min(0.3, serviceSe[q]!)])),
      staffing: Math.min(0.3, counts.dayCv / 2),
    },
  };
}

function keptQueues(log: SnapshotLog, looks: Looks, unknowns: Unknown[]): number[] {
  const kept: number[] = [];
  const empty: string[] = [];
  for (let q = 0; q < looks.queues; q++) {
    let came = 0;
    let open = 0;
    for (let i = q * looks.days * HALF_HOURS; i < (q + 1) * looks.days * HALF_HOURS; i++)
      came += looks.came[i]!;
    for (let i = q * looks.days * QUARTERS; i < (q + 1) * looks.days * QUARTERS; i++)
      open += looks.openS[i]!;
    if (came >= FEWEST_VISITS && open > 0) kept.push(q);
    else empty.push(log.queues[q]!);
  }
  if (empty.length > 0)
    unknowns.push({
      about: 'queues',
      text: {
        zh: `${empty.length} 个队列几乎没有叫号或从未开放窗口，未计入：${empty.slice(0, 5).join('、')}${empty.length > 5 ? '……' : ''}`,
        en: `${empty.length} queues with hardly a call, or never a counter open, are left out: ${empty.slice(0, 5).join(', ')}${empty.length > 5 ? ' …' : ''}`,
      },
    });
  return kept;
}

/** From the first to the last half hour in which anybody to speak of comes. */
function openingOf(looks: Looks, kept: readonly number[]): [fromS: number, toS: number] {
  const total = new Float64Array(HALF_HOURS);
  let all = 0;
  for (const q of kept)
    for (let d = 0; d < looks.days; d++)
      for (let b = 0; b < HALF_HOURS; b++) {
        const came = looks.came[(q * looks.days + d) * HALF_HOURS + b]!;
        total[b]! += came;
        all += came;
      }
  const counts = (n: number) => n >= 0.001 * all;
  const first = Math.max(0, total.findIndex(counts));
  const last = Math.max(first, total.findLastIndex(counts));
  return [first * BIN_S, (last + 1) * BIN_S];
}

/** Counters of a pool by day and quarter of an hour: as many as the queue with most has. */
function openOf({ queues }: Pool, looks: Looks): Float64Array {
  const size = looks.days * QUARTERS;
  const open = new Float64Array(size);
  for (const q of queues)
    for (let i = 0; i < size; i++) open[i] = Math.max(open[i]!, looks.openS[q * size + i]!);
  return open;
}

/** Part of the pool's counters that serve a queue. */
function reachOf(q: number, looks: Looks, open: Float64Array): number {
  let own = 0;
  let all = 0;
  for (let i = 0; i < open.length; i++) {
    own += looks.openS[q * open.length + i]!;
    all += open[i]!;
  }
  return all > 0 ? own / all : 1;
}

/**
 * Service times of a pool's queues. A queue on its own: counter time while people waited over calls,
 * joined with the display's average. Queues that share: the display's averages, all times one factor such
 * that together they took the counter time.
 */
function serviceOfPool(
  { queues }: Pool,
  looks: Looks,
  serviceS: Float64Array,
  se: Float64Array,
): void {
  const shown = (q: number) => (looks.shownS[q]! > 0 ? looks.shownS[q]! : UNKNOWN_SERVICE_S);
  if (queues.length === 1) {
    const q = queues[0]!;
    const calls = looks.busyCalls[q]!;
    const seen = calls > 0 ? looks.busyS[q]! / calls : shown(q);
    const weight = calls / (calls + SHOWN_WEIGHS);
    serviceS[q] = Math.exp(
      weight * Math.log(Math.max(1, seen)) + (1 - weight) * Math.log(shown(q)),
    );
    se[q] = 1 / Math.sqrt(calls + SHOWN_WEIGHS / 4);
    return;
  }
  for (const q of queues) {
    serviceS[q] = shown(q);
    se[q] = 1 / Math.sqrt(looks.busyCalls[q]! + SHOWN_WEIGHS / 4);
  }
}

/** Person-seconds waited in a pool on a day, and people: their quotient is the mean wait (Little 1961). */
function waitOn(
  { queues }: Pool,
  looks: Looks,
  d: number,
): readonly [waitingS: number, people: number] {
  let waiting = 0;
  let came = 0;
  for (const q of queues) {
    const at = (q * looks.days + d) * HALF_HOURS;
    for (let b = 0; b < HALF_HOURS; b++) {
      // People shown as waiting after the last counter has closed wait for nobody.
      if (!isOpen(q, d, b, looks)) continue;
      waiting += looks.waitingS[at + b]!;
      came += looks.came[at + b]!;
    }
  }
  return [waiting, came];
}

/** Whether a queue has a counter open in a half hour. */
export function isOpen(q: number, d: number, b: number, looks: Looks): boolean {
  const at = (q * looks.days + d) * QUARTERS + 2 * b;
  return looks.openS[at]! + looks.openS[at + 1]! > 0;
}

function openMeanOf(q: number, looks: Looks, special: ReadonlySet<number>): number {
  let sum = 0;
  let n = 0;
  for (let d = 0; d < looks.days; d++) {
    if (special.has(d)) continue;
    for (let k = 0; k < QUARTERS; k++) {
      const open = looks.openS[(q * looks.days + d) * QUARTERS + k]!;
      if (open > 0) {
        sum += open / QUARTER_S;
        n++;
      }
    }
  }
  return n > 0 ? sum / n : 0;
}

function remarkOf(pool: Pool, looks: Looks, q: number, pace: number) {
  const calls = Math.round(looks.busyCalls[q]!);
  const shared = pool.queues.length > 1;
  return {
    zh: `${shared ? `与另外 ${pool.queues.length - 1} 个队列共用窗口，办理时间取显示屏的平均` : `有人等候时叫号 ${calls} 次，由此得到办理时间`}；再按实际等候校正为 ${(1 / pace).toFixed(2)} 倍。形状按指数分布假设。`,
    en: `${shared ? `Shares counters with ${pool.queues.length - 1} other queues; service is the display’s average` : `${calls} calls while people waited give the service time`}, times ${(1 / pace).toFixed(2)} so that waits are as seen. The shape is assumed exponential.`,
  };
}

function noteUnknowns(unknowns: Unknown[], looks: Looks): void {
  const add = (about: string, zh: string, en: string) => unknowns.push({ about, text: { zh, en } });
  add(
    'service',
    '每次办理多久没有记录，只有平均；分布形状按指数分布假设。',
    'Single service times are not recorded, only their mean; the shape is assumed exponential.',
  );
  add(
    'patience',
    '谁中途离开没有记录：离开的人要到被叫号时才从队列消失。',
    'Who left is not recorded: they only vanish from the queue when they are called.',
  );
  add(
    'noShow',
    '过号无从得知：叫了没来的号和办过的号看起来一样。',
    'Unanswered calls cannot be told from served ones.',
  );
  add(
    'waits',
    '单个人的等候没有记录；平均等候由排队人数和到达率按 Little 公式得出。',
    'Single waits are not recorded; mean waits follow from queue and arrivals by Little’s law.',
  );
  if (looks.resets > 0)
    add(
      'resets',
      `号码归零 ${looks.resets} 次，按重新开始计。`,
      `Numbers were reset ${looks.resets} times and are counted anew from there.`,
    );
}
