import { type DayRecord, EventKind } from '../../hall/record';
import { meanRow, ratioRow, spreadOf, value, Z_ROW } from '../chance';
import { CALLS_PER_DAY, callCentre, smallHall } from '../published-scenarios';
import { byEffort, recordsOf } from '../runs';
import type { VerificationCase } from '../types';
import { WORDS } from '../words';

/** Waits of one recorded day, of the classes that `counts` accepts. */
function waitsOf(record: DayRecord, targetS: number, counts: (c: number) => boolean = () => true) {
  const { length, timeUs, kind, visitor, place } = record.events;
  const since = new Map<number, number>();
  const day = { arrived: 0, called: 0, gaveUp: 0, within: 0, waitS: 0, calledWaitS: 0 };
  for (let i = 0; i < length; i++) {
    const who = visitor[i]!;
    if (kind[i] === EventKind.Ticket && counts(place[i]!)) {
      day.arrived++;
      since.set(who, timeUs[i]!);
    }
    const began = since.get(who);
    if (began === undefined || (kind[i] !== EventKind.Call && kind[i] !== EventKind.Abandon))
      continue;
    since.delete(who);
    const waitS = (timeUs[i]! - began) / 1e6;
    day.waitS += waitS;
    if (waitS <= targetS) day.within++;
    if (kind[i] === EventKind.Abandon) day.gaveUp++;
    else {
      day.called++;
      day.calledWaitS += waitS;
    }
  }
  return day;
}

const PUBLISHED_DAYS = 10_000;

/**
 * When fewer agents are needed, whoever finishes first leaves there; here it is the one whose shift
 * ends, so the queue keeps a hand for up to a call longer. Simulating both rules side by side
 * (30,000 days each): total waits of 4.73 and 4.68 s.
 */
const LEAVING_S = 0.05;

const calls: VerificationCase = {
  id: 'ssj-call-centre',
  group: 'published',
  name: { zh: 'SSJ 教程的呼叫中心', en: 'The call centre of the SSJ tutorial' },
  about: {
    zh: '13 个小时，坐席逐小时变化，全天有随机因子，来电者会放弃。与公布的一万天结果比较；容差为公布值自身的抽样误差加四舍五入；等候时间另加 0.05 秒，因为教程里坐席减少时先办完者先走，本程序是到点者先走。',
    en: 'Thirteen hours, agents by the hour, a random factor for the day, callers who give up. Held against published figures over 10,000 days; the tolerance is their own sampling error and rounding, and for the wait 0.05 s more: there whoever finishes first leaves when fewer are needed, here the one whose shift ends.',
  },
  source: "L'Ecuyer, SSJ: stochastic simulation in Java, tutorial, call center example",
  run: (context) => {
    const days = Array.from(
      recordsOf(callCentre(), null, context, byEffort(context.effort, 250, 1000)),
      (record) => waitsOf(record, 20),
    );
    const row = (
      quantity: { zh: string; en: string },
      unit: 's' | 'share' | 'number',
      figures: readonly number[],
      published: number,
      rounding: number,
    ) => {
      const sampling = (Z_ROW * spreadOf(figures)) / Math.sqrt(PUBLISHED_DAYS);
      return meanRow(quantity, unit, figures, value(published, sampling + rounding), {
        sample: 'days',
      });
    };
    const perCall = (figure: (day: (typeof days)[number]) => number) =>
      days.map((day) => figure(day) / CALLS_PER_DAY);
    return [
      row(
        { zh: '每天来电', en: 'Calls a day' },
        'number',
        days.map((d) => d.arrived),
        1660.4,
        0.05,
      ),
      row(
        { zh: '总等候时间除以 1660', en: 'Total wait divided by 1660' },
        's',
        perCall((d) => d.waitS),
        4.713,
        0.0005 + LEAVING_S,
      ),
      row(
        { zh: '20 秒内接通或结束等候的比例', en: 'Share whose wait is over within 20 s' },
        'share',
        perCall((d) => d.within),
        0.925,
        0.0005,
      ),
      row(
        WORDS.gaveUp,
        'share',
        perCall((d) => d.gaveUp),
        0.02,
        0.0005,
      ),
    ];
  },
};

const hall: VerificationCase = {
  id: 'small-hall',
  group: 'published',
  name: { zh: '小型大厅的一天', en: "A small hall's day" },
  about: {
    zh: '8 小时；A 类 8 个综合窗口，部分转后台审批再到出件窗口；B 类 5 个单独窗口；等候者会放弃。与独立程序的结果比较。',
    en: 'Eight hours; class A at 8 pooled windows, part of it to a back office and an issuing window; class B at 5 single windows; people give up. Held against programs written for this alone.',
  },
  source: {
    zh: '同一模型的独立程序（C、TypeScript、JaamSim、SimPy、Ciw）',
    en: 'Independent programs of the same model (C, TypeScript, JaamSim, SimPy, Ciw)',
  },
  run: (context) => {
    const days = Array.from(
      recordsOf(smallHall(), null, context, byEffort(context.effort, 350, 2000)),
      (record) => ({
        a: waitsOf(record, 900, (c) => c === 0),
        b: waitsOf(record, 900, (c) => c > 0),
      }),
    );
    const sample = { sample: 'days' } as const;
    return [
      ratioRow(
        { zh: 'A 类平均等候', en: 'Class A: mean wait' },
        'min',
        days.map(({ a }) => [a.calledWaitS / 60, a.called]),
        value(0.374, 0.0005),
        sample,
      ),
      ratioRow(
        { zh: 'B 类平均等候', en: 'Class B: mean wait' },
        'min',
        days.map(({ b }) => [b.calledWaitS / 60, b.called]),
        value(5.72, 0.005),
        sample,
      ),
      ratioRow(
        WORDS.gaveUp,
        'share',
        days.map(({ a, b }) => [a.gaveUp + b.gaveUp, a.arrived + b.arrived]),
        value(0.0365, 0.00005),
        sample,
      ),
    ];
  },
};

/** Results that others have published for models with everything in them. */
export const PUBLISHED: readonly VerificationCase[] = [calls, hall];
