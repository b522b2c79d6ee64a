import type { Distribution } from '../../../scenarios/distribution';
import { mmc } from '../../theory/erlang';
import { mdc } from '../../theory/general-service';
import type { QueueFigures } from '../../theory/little';
import { erlang2, hyperexponential2, mphc } from '../../theory/phase-type';
import { meanRow, value } from '../chance';
import { exponential, poisson, question, steady, windows } from '../questions';
import { byEffort, figuresOf, meanOf } from '../runs';
import type { VerificationCase, VerificationContext } from '../types';
import { WORDS } from '../words';

/** Figures of a queue of Poisson arrivals at `c` windows with one line. */
function line(
  id: string,
  context: VerificationContext,
  rate: number,
  service: Distribution,
  servers: number,
) {
  const customers = byEffort(
    context.effort,
    id === 'mm8' ? 220_000 : 110_000,
    id === 'mm8' ? 2_000_000 : 900_000,
  );
  const scenario = question(id, {
    horizon: steady(Math.ceil(customers / 40 / rate)),
    classes: [{ id, name: id, arrivals: poisson(rate), service }],
    windows: windows(servers, [id]),
  });
  return figuresOf(scenario, context);
}
type Runs = ReturnType<typeof line>;

const waitRow = (runs: Runs, seconds: number, tolerance = 0) =>
  meanRow(
    WORDS.wait,
    's',
    runs.map((r) => r.all.waitMeanS),
    value(seconds, tolerance),
  );
const queueRow = (runs: Runs, people: number, tolerance = 0) =>
  meanRow(
    WORDS.queue,
    'number',
    runs.map((r) => r.all.queueMean),
    value(people, tolerance),
  );

/** Share of open time that windows serve, the mean of all of them. */
const busyRow = (runs: Runs, share: number) =>
  meanRow(
    WORDS.utilisation,
    'share',
    runs.map((r) => meanOf(r.utilisation)),
    value(share),
  );

const inHallRow = (runs: Runs, seconds: number) =>
  meanRow(
    WORDS.inHall,
    's',
    runs.map((r) => r.all.timeInHallMeanS),
    value(seconds),
  );

const means = (runs: Runs, theory: QueueFigures) => [
  waitRow(runs, theory.waitMean),
  queueRow(runs, theory.queueMean),
  inHallRow(runs, theory.timeInSystemMean),
  busyRow(runs, theory.utilisation),
];

/** Means and the distribution of the wait. */
function mmcCase(id: string, rate: number, servers: number): VerificationCase {
  const theory = mmc(rate, 1, servers);
  return {
    id,
    group: 'theory',
    name: { zh: `M/M/${servers} 排队`, en: `M/M/${servers}` },
    about: {
      zh: `顾客随机到达，每秒 ${rate} 人；${servers} 个窗口，办理时间服从指数分布，平均 1 秒；先到先办。`,
      en: `Poisson arrivals at ${rate} a second; ${servers} window${servers > 1 ? 's' : ''}, exponential service of mean 1 s, first come, first served.`,
    },
    source:
      'Erlang 1917; Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, 4th ed., 3.3',
    run: (context) => {
      const runs = line(id, context, rate, exponential(1), servers);
      return [
        ...means(runs, theory),
        meanRow(
          WORDS.within,
          'share',
          runs.map((r) => r.all.withinTargetShare),
          value(theory.waitAtMost(1)),
        ),
        meanRow(
          WORDS.p90,
          's',
          runs.map((r) => r.all.waitP90S),
          value(theory.waitQuantile(0.9)),
        ),
        meanRow(
          WORDS.p95,
          's',
          runs.map((r) => r.all.waitP95S),
          value(theory.waitQuantile(0.95)),
        ),
      ];
    },
  };
}

const printed: VerificationCase = {
  id: 'mmc-manual',
  group: 'theory',
  name: { zh: 'M/M/3：计算器手册的例题', en: "M/M/3, a calculator manual's example" },
  about: {
    zh: '每秒到达 1.2 人；3 个窗口，平均办理 2 秒。与手册印出的两位小数比较。',
    en: 'Arrivals at 1.2 a second; 3 windows, mean service 2 s. Held against the two decimals printed.',
  },
  source: 'HP-12C manual: λ 1.2, μ 0.5, 3 servers',
  run: (context) => {
    const runs = line('mmc-manual', context, 1.2, exponential(2), 3);
    return [waitRow(runs, 2.16, 0.005), queueRow(runs, 2.59, 0.005)];
  },
};

const mm8Published: VerificationCase = {
  ...mmcCase('mm8', 7.2, 8),
  source: {
    zh: 'Erlang 1917；等候的公布值 0.87692',
    en: 'Erlang 1917; published mean wait 0.87692',
  },
};

function constantCase(servers: number, rate: number): VerificationCase {
  const id = `md${servers}`;
  return {
    id,
    group: 'theory',
    name: { zh: `M/D/${servers} 排队`, en: `M/D/${servers}` },
    about: {
      zh: `每秒到达 ${rate} 人；${servers} 个窗口，每次办理恰好 1 秒。`,
      en: `Arrivals at ${rate} a second; ${servers} window${servers > 1 ? 's' : ''}, every service takes exactly 1 s.`,
    },
    source:
      servers === 1
        ? 'Pollaczek 1930, Khinchine 1932'
        : "Crommelin, Post Office Electrical Engineers' Journal 25 (1932) 41–50",
    run: (context) =>
      means(
        line(id, context, rate, { dist: 'deterministic', valueS: 1 }, servers),
        mdc(rate, 1, servers),
      ),
  };
}

const LEVELS =
  'Gaver, Jacobs, Latouche, Advances in Applied Probability 16 (1984) 715–731 (exact solution of the Markov chain)';

const erlangService: VerificationCase = {
  id: 'me2c',
  group: 'theory',
  name: { zh: 'M/E2/3 排队', en: 'M/E2/3' },
  about: {
    zh: '每秒到达 2.1 人；3 个窗口，办理时间为两段爱尔朗分布，平均 1 秒。',
    en: 'Arrivals at 2.1 a second; 3 windows, Erlang service of two stages, mean 1 s.',
  },
  source: LEVELS,
  run: (context) =>
    means(
      line('me2c', context, 2.1, { dist: 'erlang', meanS: 1, stages: 2 }, 3),
      mphc(2.1, erlang2(1), 3),
    ),
};

const mixedService: VerificationCase = {
  id: 'mh2c',
  group: 'theory',
  name: { zh: 'M/H2/3 排队', en: 'M/H2/3' },
  about: {
    zh: '每秒到达 1.8 人；3 个窗口，二成顾客平均办理 3 秒，其余平均 0.5 秒，均为指数分布。',
    en: 'Arrivals at 1.8 a second; 3 windows, a fifth of services exponential of mean 3 s, the others of mean 0.5 s.',
  },
  source: LEVELS,
  run: (context) =>
    means(
      line(
        'mh2c',
        context,
        1.8,
        {
          dist: 'mixture',
          components: [
            { probability: 0.2, of: { dist: 'exponential', meanS: 3 } },
            { probability: 0.8, of: { dist: 'exponential', meanS: 0.5 } },
          ],
        },
        3,
      ),
      mphc(1.8, hyperexponential2(0.2, [3, 0.5]), 3),
    ),
};

/** One line, Poisson arrivals, all served in their order. */
export const WAITING_LINES: readonly VerificationCase[] = [
  mmcCase('mm1', 0.7, 1),
  printed,
  mm8Published,
  constantCase(1, 0.7),
  constantCase(8, 6.4),
  erlangService,
  mixedService,
];
