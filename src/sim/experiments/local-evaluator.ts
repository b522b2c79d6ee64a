import type { Engine } from '../kernel/calendar';
import type { Answer, Ask, Detail, Evaluator, FiguresOf, Variant } from './evaluator';
import type { Experiment } from './simulate';
import { Workshop } from './workshop';

/**
 * Works replications out on this thread, one after the other.
 *
 * @param onDone hears of so many finished replications
 */
export function createLocalEvaluator(
  engine: Engine = 'default',
  onDone: (replications: number) => void = () => {},
): Evaluator {
  const workshop = new Workshop(engine);
  const prepared = new Map<Variant, Experiment>();
  const experimentOf = (variant: Variant) => {
    let experiment = prepared.get(variant);
    if (!experiment) {
      experiment = workshop.prepare(variant);
      prepared.set(variant, experiment);
    }
    return experiment;
  };
  return {
    async evaluate<D extends Detail>(detail: D, asks: readonly Ask[]) {
      return asks.map((ask): Answer<FiguresOf<D>> => {
        try {
          const figures = workshop.run(experimentOf(ask.variant), detail, ask);
          onDone(figures.length);
          return { ok: true, figures };
        } catch (error) {
          return { ok: false, reason: error instanceof Error ? error.message : String(error) };
        }
      });
    },
  };
}
