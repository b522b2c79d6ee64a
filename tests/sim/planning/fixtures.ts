import type { Scenario } from '../../../src/scenarios/scenario';
import type {
  Answer,
  Ask,
  Detail,
  Evaluator,
  FiguresOf,
  Summary,
} from '../../../src/sim/experiments/evaluator';
import { prepare, replicate } from '../../../src/sim/experiments/simulate';
import { normalQuantile } from '../../../src/sim/kernel/normal';
import type { Stream } from '../../../src/sim/kernel/streams';
import { exponential, poisson, question, windows } from '../../../src/sim/verification/questions';

/** Times in seconds. */
export interface Queue {
  readonly perHour: number;
  readonly serviceS: number;
  /** Mean of exponential patience; null: nobody gives up. */
  readonly patienceS: number | null;
}

/** One class at equal windows, from the steady state on, for so many visitors on average. */
export function steadyHall(
  { perHour, serviceS, patienceS }: Queue,
  windowCount: number,
  visitors: number,
): Scenario {
  const durationS = (visitors * 3600) / perHour;
  return question('steady', {
    horizon: { kind: 'continuous', warmUpS: Math.max(durationS / 4, 20 * serviceS), durationS },
    classes: [
      {
        id: 'a',
        name: 'a',
        arrivals: poisson(perHour / 3600),
        service: exponential(serviceS),
        ...(patienceS === null ? {} : { patience: exponential(patienceS) }),
      },
    ],
    windows: windows(windowCount, ['a']),
  });
}

/** What every made-up summary has of a real one. */
const real: Summary = (() => {
  const { all, stopped } = replicate(
    prepare(steadyHall({ perHour: 60, serviceS: 60, patienceS: null }, 2, 20), null, 1),
    0,
  );
  return { all, stopped };
})();

/** A made-up replication. */
export function summaryWith(figures: Partial<Summary['all']>): Summary {
  return { all: { ...real.all, ...figures }, stopped: null };
}

/** An evaluator that makes replications up; a reason instead says that a hall can't be run. */
export function madeUp(
  of: (scenario: Scenario, replication: number, seed: number) => Summary | string,
): Evaluator & { readonly asks: Ask[] } {
  const asks: Ask[] = [];
  return {
    asks,
    async evaluate<D extends Detail>(_detail: D, some: readonly Ask[]) {
      asks.push(...some);
      return some.map(({ variant, from, to }): Answer<FiguresOf<D>> => {
        const figures: Summary[] = [];
        for (let r = from; r < to; r++) {
          const one = of(variant.scenario, r, variant.seed);
          if (typeof one === 'string') return { ok: false, reason: one };
          figures.push(one);
        }
        return { ok: true, figures: figures as unknown as FiguresOf<D>[] };
      });
    },
  };
}

/** A standard normal. */
export function normal(stream: Stream): number {
  return normalQuantile(stream.uniform());
}

/** The least number of successes that is no surprise at the given probability of one: 0.1 % quantile. */
export function leastSuccesses(trials: number, probability: number): number {
  let term = (1 - probability) ** trials;
  let sum = term;
  let k = 0;
  while (sum < 0.001) {
    term *= ((trials - k) / (k + 1)) * (probability / (1 - probability));
    k++;
    sum += term;
  }
  return k;
}
