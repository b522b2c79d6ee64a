import type { Measure } from '../../experiments/report';
import { prepare, replicate, reportOf } from '../../experiments/simulate';
import { mmcTransient } from '../../theory/transient';
import { shareRow, value } from '../chance';
import { exponential, poisson, question, windows } from '../questions';
import { byEffort } from '../runs';
import type { VerificationCase } from '../types';

/** More come than are served: the queue grows all day, which keeps its figures near normal. */
const RATE = 2.4;
const WINDOWS = 2;
const TIME_S = 50;
const DAYS = 20;

const coverage: VerificationCase = {
  id: 'interval-coverage',
  group: 'statistics',
  name: { zh: '置信区间的覆盖率', en: 'Coverage of the confidence intervals' },
  about: {
    zh: `许多次独立试验，每次 ${DAYS} 个从空闲开始的短日，真值可精确算出；数一数 95% 区间有多少次包含真值。`,
    en: `Many independent experiments of ${DAYS} short days each, which begin empty and whose true figures are known exactly; counts how many of the 95 % intervals hold the truth.`,
  },
  source: 'Jensen 1953; Grassmann, Computers & Operations Research 4 (1977) 47–53',
  run: ({ effort, seed }) => {
    const experiments = byEffort(effort, 200, 1000);
    const scenario = question('shortDay', {
      horizon: { kind: 'continuous', durationS: TIME_S },
      classes: [
        { id: 'visitor', name: 'visitor', arrivals: poisson(RATE), service: exponential(1) },
      ],
      windows: windows(WINDOWS, ['visitor']),
    });
    const experiment = prepare(scenario, null, seed);
    const truth = mmcTransient(RATE, 1, WINDOWS, TIME_S);
    const held = { arrived: 0, served: 0, queueMean: 0 };
    const holds = ({ ci95 }: Measure, exact: number) =>
      ci95 !== null && ci95[0] <= exact && exact <= ci95[1] ? 1 : 0;
    for (let e = 0; e < experiments; e++) {
      const days = Array.from({ length: DAYS }, (_, d) => replicate(experiment, e * DAYS + d));
      const { measures } = reportOf(experiment, days);
      held.arrived += holds(measures.arrived, RATE * TIME_S);
      held.queueMean += holds(measures.queueMean, truth.queueMean);
      held.served += holds(measures.served, truth.utilisation * WINDOWS * TIME_S);
    }
    const row = (quantity: { zh: string; en: string }, count: number) =>
      shareRow(quantity, count, experiments, value(0.95));
    return [
      row(
        { zh: '到达人数的区间含真值', en: 'Intervals of the arrivals that hold the truth' },
        held.arrived,
      ),
      row(
        { zh: '等候人数的区间含真值', en: 'Intervals of the queue that hold the truth' },
        held.queueMean,
      ),
      row(
        { zh: '办结人数的区间含真值', en: 'Intervals of those served that hold the truth' },
        held.served,
      ),
    ];
  },
};

/** Whether what is said about doubt is true. */
export const INTERVALS: readonly VerificationCase[] = [coverage];
