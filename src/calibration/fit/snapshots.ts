import { numberOf } from '../../scenarios/provenance';
import { dateOf, dayNumberOf } from '../../scenarios/work-calendar';
import type { SnapshotLog } from '../log/types';
import { fitArrivals } from './arrivals';
import { countedPace } from './counted-pace';
import { HALF_HOURS, readLooks } from './looks';
import { positiveEstimate } from './numeric/estimates';
import { type Pool, poolsOf } from './pools';
import { QUARTER_S } from './presence';
import { readable } from './provenance';
import { calibrationOf } from './result';
import { assembleScenario, beforeClosing, type WindowPart } from './scenario-parts';
import {
  keptQueues,
  openingOf,
  openMeanOf,
  openOf,
  reachOf,
  serviceOfPool,
  waitOn,
} from './snapshot-queues';
import { noteSnapshotUnknowns, queueRemark } from './snapshot-remarks';
import { sourceOf } from './source';
import { type OpenCounts, openCounts, openOn, positionsOf, profilesOf } from './staffing';
import { stepper } from './steps';
import type { CalibrateOptions, Calibration, QueueFit, Unknown } from './types';
import { BIN_S, emptyVisits, weekdayIndexOf } from './visits';

const QUARTERS = 96;
/** How far a pool's pace is expected to lie from one: what calls tell of a service is rough. */
const SCATTER = 0.3;

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
  const windowsFor = (id: string) => windowParts.filter((w) => w.serves.includes(id));
  /** The longest queue ever seen before the same windows. */
  const fullAt = (id: string): number => {
    const before = windowsFor(id);
    const beside = kept.filter((_, c) => {
      const others = windowsFor(classes[c]!.id);
      return others.length === before.length && others.every((w) => before.includes(w));
    });
    return Math.max(1, Math.ceil(beside.reduce((sum, q) => sum + looks.longest[q]!, 0)));
  };
  const parts = classes.flatMap(({ id, name }, c) =>
    served.has(id)
      ? [
          {
            id,
            name,
            arrivals: beforeClosing(arrivals.classes[c]!, windowsFor(id)),
            service: { dist: 'exponential' as const, meanS: Math.max(5, serviceS[kept[c]!]!) },
            patience: null,
            fullAt: fullAt(id),
          },
        ]
      : [],
  );
  const weekdays = arrivals.classes[0]?.weekdays ?? [];
  const base =
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
  step('与实际等候对照', 'Matching the waits seen', 0.7);
  const paces = base
    ? countedPace({
        scenario: base,
        groupOf,
        classesOf: pools.map(({ queues: members }) =>
          members
            .map((q) => base.classes.findIndex(({ id }) => id === `q${q + 1}`))
            .filter((c) => c >= 0),
        ),
        waitOn: (g, d) => waitOn(pools[g]!, looks, d),
        alike: 'days',
        scatter: SCATTER,
        visits,
        days: log.days.map((date, d) => ({ date, d })).filter(({ d }) => !special.has(d)),
        edgesS,
        seed: options.seed ?? 1,
        isTrial: options.isTrial,
        staffOn: (d) => staff((open) => openOn(open, d, weekday[d]!)),
      })
    : [];
  const pace = pools.map((_, g) => paces[g]?.factor ?? 1);
  const scenario = base && {
    ...base,
    windows: base.windows.map((w, i) => ({
      ...w,
      efficiency: readable(numberOf(w.efficiency) * pace[groupOf[i]!]!, 4),
    })),
  };
  noteSnapshotUnknowns(unknowns, looks);
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
        remark: queueRemark(pool, looks, q, pace[g]!),
      };
    }),
  );
  return calibrationOf({
    kind: 'snapshots',
    source,
    scenario,
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
        zh: '开放窗口数取自显示屏；几个队列共用的窗口按同时开关推断，只算一次。',
        en: 'Counters open are the display’s; which are shared by several queues is inferred from their opening and closing together, and they are counted once.',
      },
    },
    queues,
    unknowns,
    doubts: {
      arrivals: arrivals.doubt,
      service: Object.fromEntries(
        pools.flatMap(({ queues: members }, g) =>
          members.map((q) => [
            `q${q + 1}`,
            Math.min(0.3, Math.hypot(serviceSe[q]!, paces[g]?.ofDays ?? 0)),
          ]),
        ),
      ),
      staffing: Math.min(0.3, counts.dayCv / 2),
    },
  });
}
