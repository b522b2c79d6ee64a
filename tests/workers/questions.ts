import { hallScenario } from '../../src/scenarios/halls';
import { demonstration } from '../../src/scenarios/mechanisms';
import type { Variant } from '../../src/sim/experiments/evaluator';
import { exponential, poisson, question, windows } from '../../src/sim/verification/questions';
import { shippedPlan } from '../plans';

/** One queue, a replication of which takes no time worth speaking of. */
export function smallVariant(windowCount: number, seed = 1): Variant {
  const scenario = question(`small-${windowCount}`, {
    horizon: { kind: 'continuous', warmUpS: 600, durationS: 7200 },
    classes: [{ id: 'a', name: 'a', arrivals: poisson(1 / 60), service: exponential(110) }],
    windows: windows(windowCount, ['a']),
  });
  return { scenario, floorplan: null, seed };
}

/** A whole hall, where walking takes no time unless a plan is named. */
export function hallVariant(id = 'quxi', plan: string | null = null): Variant {
  const floorplan = plan === null ? null : shippedPlan(plan);
  return { scenario: hallScenario(id), floorplan, seed: 1 };
}

/** A run over several days. */
export function daysVariant(): Variant {
  return { scenario: demonstration('market-days-with'), floorplan: null, seed: 1 };
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
