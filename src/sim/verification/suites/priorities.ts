import type { Distribution } from '../../../scenarios/distribution';
import { mg1Priorities, mmcPriorities } from '../../theory/priorities';
import { meanRow, value } from '../chance';
import { exponential, poisson, question, steady, windows } from '../questions';
import { byEffort, figuresOf } from '../runs';
import type { VerificationCase, VerificationContext } from '../types';
import { of, WORDS } from '../words';

interface Rank {
  readonly rate: number;
  readonly service: Distribution;
}

/** Mean waits by class, the first class called first. */
function waitRows(
  context: VerificationContext,
  ranks: readonly Rank[],
  servers: number,
  waits: readonly number[],
) {
  const rate = ranks.reduce((sum, rank) => sum + rank.rate, 0);
  const customers = byEffort(context.effort, 150_000, 1_000_000);
  const ids = ranks.map((_, i) => `rank${i + 1}`);
  const runs = figuresOf(
    question('priorities', {
      horizon: steady(Math.ceil(customers / 40 / rate)),
      classes: ranks.map((rank, i) => ({
        id: ids[i]!,
        name: ids[i]!,
        arrivals: poisson(rank.rate),
        service: rank.service,
        priority: ranks.length - i,
      })),
      windows: windows(servers, ids),
    }),
    context,
  );
  return waits.map((wait, i) =>
    meanRow(
      of({ zh: `第 ${i + 1} 级`, en: `Rank ${i + 1}` }, WORDS.wait),
      's',
      runs.map((r) => r.byClass[i]!.waitMeanS),
      value(wait),
    ),
  );
}

const oneWindow: VerificationCase = {
  id: 'mg1-priority',
  group: 'theory',
  name: { zh: 'M/G/1 非抢占优先（绿色通道）', en: 'M/G/1 with non-preemptive priorities' },
  about: {
    zh: '1 个窗口，三级顾客：每秒 0.2、0.25、0.2 人，办理时间分别为伽马、固定、均匀分布；级别高的先叫。',
    en: '1 window, three ranks at 0.2, 0.25 and 0.2 a second with gamma, constant and uniform services; the higher rank is called first.',
  },
  source: 'Cobham, Operations Research 2 (1954) 70–76',
  run: (context) =>
    waitRows(
      context,
      [
        { rate: 0.2, service: { dist: 'gamma', meanS: 1.5, cv: 0.8 } },
        { rate: 0.25, service: { dist: 'deterministic', valueS: 0.8 } },
        { rate: 0.2, service: { dist: 'uniform', minS: 0, maxS: 2 } },
      ],
      1,
      mg1Priorities([
        { arrivalRate: 0.2, serviceMean: 1.5, serviceCv: 0.8 },
        { arrivalRate: 0.25, serviceMean: 0.8, serviceCv: 0 },
        { arrivalRate: 0.2, serviceMean: 1, serviceCv: 1 / Math.sqrt(3) },
      ]),
    ),
};

const severalWindows: VerificationCase = {
  id: 'mmc-priority',
  group: 'theory',
  name: { zh: 'M/M/4 非抢占优先（绿色通道）', en: 'M/M/4 with non-preemptive priorities' },
  about: {
    zh: '4 个窗口，三级顾客每秒 0.8、1.2、1 人，办理均为指数分布，平均 1 秒；级别高的先叫。',
    en: '4 windows, three ranks at 0.8, 1.2 and 1 a second, exponential service of mean 1 s; the higher rank is called first.',
  },
  source: 'Cobham 1954; Kella and Yechiali, Stochastic Models 1 (1985) 257–262',
  run: (context) => {
    const rates = [0.8, 1.2, 1];
    return waitRows(
      context,
      rates.map((rate) => ({ rate, service: exponential(1) })),
      4,
      mmcPriorities(rates, 1, 4),
    );
  },
};

/** Who may go first. */
export const PRIORITIES: readonly VerificationCase[] = [oneWindow, severalWindows];
