import { type TurningAway, turningAway } from '../../theory/birth-death';
import { erlangB } from '../../theory/erlang';
import { erlangA } from '../../theory/erlang-a';
import { meanRow, value } from '../chance';
import { exponential, poisson, question, steady, windows } from '../questions';
import { byEffort, figuresOf, meanOf } from '../runs';
import type { VerificationCase, VerificationContext } from '../types';
import { of, WORDS } from '../words';

const SERVICES = [
  { id: 'exponential', name: { zh: '指数分布', en: 'Exponential' }, service: exponential(1) },
  {
    id: 'constant',
    name: { zh: '固定时间', en: 'Constant' },
    service: { dist: 'deterministic', valueS: 1 } as const,
  },
  {
    id: 'lognormal',
    name: { zh: '对数正态分布', en: 'Lognormal' },
    service: { dist: 'lognormal', meanS: 1, cv: 1.2 } as const,
  },
];

const impatient: VerificationCase = {
  id: 'erlang-a',
  group: 'theory',
  name: { zh: 'Erlang A：会放弃的等候', en: 'Erlang A: waiting that is given up' },
  about: {
    zh: '每秒到达 8.8 人，超过 8 个窗口的能力；办理平均 1 秒，耐心平均 2 秒，均为指数分布。',
    en: 'Arrivals at 8.8 a second, more than 8 windows can serve; service of mean 1 s and patience of mean 2 s, both exponential.',
  },
  source:
    'Palm 1957; Mandelbaum and Zeltyn, Service engineering in action: the Palm/Erlang-A queue (2007)',
  run: (context) => {
    const rate = 8.8;
    const customers = byEffort(context.effort, 120_000, 900_000);
    const runs = figuresOf(
      question('erlangA', {
        horizon: steady(Math.ceil(customers / 40 / rate)),
        classes: [
          {
            id: 'customer',
            name: 'customer',
            arrivals: poisson(rate),
            service: exponential(1),
            patience: exponential(2),
          },
        ],
        windows: windows(8, ['customer']),
      }),
      context,
    );
    const theory = erlangA(rate, 1, 8, 0.5);
    const { servedWait, ...names } = {
      ...WORDS,
      servedWait: { zh: '办成者的平均等候', en: 'Mean wait of those served' },
    };
    return [
      meanRow(
        names.gaveUp,
        'share',
        runs.map((r) => r.all.abandonedShare),
        value(theory.abandonProbability),
      ),
      meanRow(
        servedWait,
        's',
        runs.map((r) => r.all.waitMeanS),
        value(theory.servedWaitMean),
      ),
      meanRow(
        names.queue,
        'number',
        runs.map((r) => r.all.queueMean),
        value(theory.queueMean),
      ),
    ];
  },
};

const loss: VerificationCase = {
  id: 'erlang-b',
  group: 'theory',
  name: { zh: 'Erlang B：无处等候', en: 'Erlang B: no room to wait' },
  about: {
    zh: '每秒到达 6 人，8 个窗口，等候区容量为 0：窗口全忙时来的人被谢绝。办理时间依次为指数、固定、对数正态分布，平均 1 秒；被谢绝的比例只与均值有关。',
    en: 'Arrivals at 6 a second, 8 windows, a waiting zone for nobody: who finds all windows busy is turned away. Exponential, constant and lognormal services of mean 1 s in turn; the share turned away depends on the mean alone.',
  },
  source: "Erlang 1917; Sevast'yanov, Theory of Probability and its Applications 2 (1957) 104–112",
  run: (context) => {
    const rate = 6;
    const customers = byEffort(context.effort, 60_000, 400_000);
    const blocked = erlangB(rate, 8);
    return SERVICES.flatMap(({ id, name, service }) => {
      const runs = figuresOf(
        question(`erlangB-${id}`, {
          horizon: steady(Math.ceil(customers / 40 / rate)),
          classes: [{ id, name: id, arrivals: poisson(rate), service }],
          windows: windows(8, [id]),
          waitingZone: { capacity: 0 },
        }),
        context,
      );
      return [
        meanRow(
          of(name, WORDS.turnedAway),
          'share',
          runs.map((r) => r.all.turnedAwayShare),
          value(blocked),
        ),
        meanRow(
          of(name, WORDS.utilisation),
          'share',
          runs.map((r) => meanOf(r.utilisation)),
          value((rate * (1 - blocked)) / 8),
        ),
      ];
    });
  },
};

/** A queue that newcomers may not join, or may not want to join. */
function turned(
  context: VerificationContext,
  id: string,
  [servers, rate]: readonly [number, number],
  parts: {
    readonly waitingZone?: { capacity: number };
    readonly balking?: { waiting: number; share: number }[];
  },
  lost: { readonly zh: string; readonly en: string },
  theory: TurningAway,
) {
  const customers = byEffort(context.effort, 80_000, 500_000);
  const { balking = [], ...rest } = parts;
  const runs = figuresOf(
    question(id, {
      horizon: steady(Math.ceil(customers / 40 / rate)),
      classes: [{ id, name: id, arrivals: poisson(rate), service: exponential(1), balking }],
      windows: windows(servers, [id]),
      ...rest,
    }),
    context,
  );
  const share = (r: (typeof runs)[number]) =>
    balking.length > 0 ? r.all.balkedShare : r.all.turnedAwayShare;
  return [
    meanRow(lost, 'share', runs.map(share), value(theory.lostShare)),
    meanRow(
      WORDS.wait,
      's',
      runs.map((r) => r.all.waitMeanS),
      value(theory.waitMean),
    ),
    meanRow(
      WORDS.queue,
      'number',
      runs.map((r) => r.all.queueMean),
      value(theory.queueMean),
    ),
  ];
}

const ROOM = 4;

const finiteRoom: VerificationCase = {
  id: 'mmck',
  group: 'theory',
  name: { zh: 'M/M/3/7：等候区容量有限', en: 'M/M/3/7: a waiting zone that fills' },
  about: {
    zh: `每秒到达 3 人，3 个窗口，平均办理 1 秒，等候区只容 ${ROOM} 人，满了就谢绝。`,
    en: `Arrivals at 3 a second, 3 windows, mean service 1 s, room for ${ROOM} to wait; who finds it full is turned away.`,
  },
  source: 'Gross et al., Fundamentals of Queueing Theory, 4th ed., 3.5',
  run: (context) =>
    turned(
      context,
      'mmck',
      [3, 3],
      { waitingZone: { capacity: ROOM } },
      WORDS.turnedAway,
      turningAway(3, 1, 3, (waiting) => (waiting < ROOM ? 1 : 0), ROOM),
    ),
};

const STEPS = [
  { waiting: 2, share: 0.3 },
  { waiting: 5, share: 0.7 },
];

const balking: VerificationCase = {
  id: 'mmc-balking',
  group: 'theory',
  name: { zh: 'M/M/2 见长队而走', en: 'M/M/2 with balking' },
  about: {
    zh: '每秒到达 2.2 人，2 个窗口，平均办理 1 秒；已有 2 人等候时三成来人走开，5 人时七成。',
    en: 'Arrivals at 2.2 a second, 2 windows, mean service 1 s; with 2 waiting three tenths of the newcomers turn back, with 5 seven tenths.',
  },
  source: 'Haight, Queueing with balking, Biometrika 44 (1957) 360–369',
  run: (context) =>
    turned(
      context,
      'balking',
      [2, 2.2],
      { balking: STEPS },
      { zh: '走开的比例', en: 'Share who turn back' },
      turningAway(
        2.2,
        1,
        2,
        (waiting) => 1 - (STEPS.findLast((step) => waiting >= step.waiting)?.share ?? 0),
        200,
      ),
    ),
};

/** Queues that lose part of those who come. */
export const LOSSES: readonly VerificationCase[] = [loss, finiteRoom, balking, impatient];
