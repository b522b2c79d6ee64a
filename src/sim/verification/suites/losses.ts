import { erlangA } from '../../theory/erlang-a';
import { meanRow, value } from '../chance';
import { exponential, poisson, question, steady, windows } from '../questions';
import { byEffort, figuresOf } from '../runs';
import type { VerificationCase } from '../types';
import { WORDS } from '../words';

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
    const customers = byEffort(context.effort, 150_000, 1_000_000);
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

/** Queues that lose part of those who come. */
export const LOSSES: readonly VerificationCase[] = [impatient];
