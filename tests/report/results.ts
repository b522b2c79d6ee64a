import { hallScenario } from '../../src/scenarios/halls';
import { demonstration } from '../../src/scenarios/mechanisms';
import type { Scenario } from '../../src/scenarios/scenario';
import { compare } from '../../src/sim/experiments/compare';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { simulate } from '../../src/sim/experiments/simulate';

export const LANGUAGES = ['zh', 'en'] as const;

const SEED = 7;

/** Few replications: what is tested is how they are told. */
export function simulated(scenario: Scenario, replications = 3) {
  return simulate({ scenario, floorplan: null, seed: SEED, replications });
}

export function compared(scenarios: readonly Scenario[], replications = 4) {
  return compare(
    scenarios.map((scenario) => ({ scenario, floorplan: null, seed: SEED })),
    { most: replications },
    createLocalEvaluator(),
  );
}

export const quxi = hallScenario('quxi');

/** Half as many visitors. */
export function quieter(scenario: Scenario): Scenario {
  const demand = scenario.demand!;
  return { ...scenario, demand: { ...demand, visitsPerDay: 169 } };
}

/** A run over several days, with cases that go on. */
export const severalDays = demonstration('site-survey-with');
