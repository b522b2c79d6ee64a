import type { Provenance } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import type { Summary } from '../experiments/evaluator';
import type { Constraint } from '../selection/feasibility';
import type { HallFigures } from '../stats/hall-statistics';

/** What a hall promises its visitors: of an average day, so large a share is called within so long. */
export interface ServicePromise {
  readonly withinS: number;
  /** Of all whose wait ends; who gives up has not been called in time. */
  readonly share: number;
  /** The largest share who may give up; null: not promised. */
  readonly mostAbandoned: number | null;
}

/** How a promise is judged. */
export interface Judging {
  /** Probability of being right in everything that is decided together. */
  readonly confidence: number;
  /** A share nearer to the promised one than this may be judged either way (indifference zone). */
  readonly tolerance: number;
}

/** RangeError unless the promise can be judged at all. */
export function checkPromise(promise: ServicePromise, judging: Judging): void {
  const inside = (value: number, name: string) => {
    if (!(value > 0 && value < 1)) throw new RangeError(`${name} ${value} is not between 0 and 1`);
  };
  if (!(promise.withinS >= 0 && Number.isFinite(promise.withinS)))
    throw new RangeError(`a wait of ${promise.withinS} s can't be promised`);
  inside(promise.share, 'share');
  if (promise.mostAbandoned !== null) inside(promise.mostAbandoned, 'share who give up');
  inside(judging.confidence, 'confidence');
  inside(judging.tolerance, 'tolerance');
}

const PROMISED: Provenance = {
  kind: 'assumption',
  note: { zh: '所承诺的等候时间', en: 'the wait that is promised' },
};

/** The scenario with the promised wait as its target, so that its measures speak of the promise. */
export function underPromise(scenario: Scenario, { withinS }: ServicePromise): Scenario {
  return { ...scenario, targetWaitS: { value: withinS, provenance: PROMISED } };
}

/** The promise as constraints on means, in the order of {@link observationsOf}. */
export function constraintsOf(promise: ServicePromise, { tolerance }: Judging): Constraint[] {
  const { share, mostAbandoned } = promise;
  const called: Constraint = { sense: 'atLeast', threshold: share, tolerance };
  if (mostAbandoned === null) return [called];
  return [called, { sense: 'atMost', threshold: mostAbandoned, tolerance }];
}

/** What one replication says of the promise. A day on which nobody waits keeps it. */
export function observationsOf(promise: ServicePromise, { all }: Summary): number[] {
  const called = all.calledWithinShare ?? 1;
  return promise.mostAbandoned === null ? [called] : [called, all.abandonedShare ?? 0];
}

/** Whether one day alone kept the promise. */
export function keptOn(promise: ServicePromise, all: HallFigures): boolean {
  return (
    (all.calledWithinShare ?? 1) >= promise.share &&
    (promise.mostAbandoned === null || (all.abandonedShare ?? 0) <= promise.mostAbandoned)
  );
}
