/** One server, arrivals that need not be Poisson, independent times between them. */
import { checkRate, checkStable } from './checks';
import { figuresOf, type QueueFigures } from './little';

/**
 * GI/M/1: exponential service. `transform` is E[exp(−s T)] of the time T between arrivals; the
 * share σ of arrivals that wait is the root of σ = transform(μ (1 − σ)) in (0, 1). Throws
 * RangeError unless the server can keep up.
 * Source: Kendall 1953; Gross et al., Fundamentals of Queueing Theory, 4th ed., 5.3.
 */
export function gim1(
  arrivalRate: number,
  transform: (s: number) => number,
  serviceRate: number,
): QueueFigures {
  checkRate(arrivalRate, 'arrival rate');
  checkRate(serviceRate, 'service rate');
  checkStable(arrivalRate / serviceRate, 1);
  // Convex with its second root at 1: below the root the transform lies above, beyond it below.
  let low = 0;
  let high = 1 - 1e-9;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (transform(serviceRate * (1 - middle)) > middle) low = middle;
    else high = middle;
  }
  return figuresOf(arrivalRate, 1 / serviceRate, 1, low / (serviceRate * (1 - low)));
}

/** Transform of a constant time. */
export function constantTransform(time: number): (s: number) => number {
  return (s) => Math.exp(-s * time);
}

/** Transform of an Erlang of `stages` with the given mean. */
export function erlangTransform(mean: number, stages: number): (s: number) => number {
  return (s) => (1 + (s * mean) / stages) ** -stages;
}

/**
 * Bounds of the mean wait of G/G/1 from two moments. Throws RangeError unless the server can keep up.
 * Source: upper: Kingman, Some inequalities for the queue GI/G/1, Biometrika 49 (1962) 315–324.
 * Lower: Marchal, Some simpler bounds on the mean queuing time, Operations Research 26 (1978)
 * 1083–1088; both as in Gross et al., 7.1.
 */
export function gg1Bounds(
  arrivalRate: number,
  arrivalCv: number,
  serviceMean: number,
  serviceCv: number,
): { readonly low: number; readonly high: number } {
  checkRate(arrivalRate, 'arrival rate');
  checkRate(serviceMean, 'mean service');
  const load = arrivalRate * serviceMean;
  checkStable(load, 1);
  const serviceSquare = load * load * serviceCv * serviceCv;
  const spare = 2 * arrivalRate * (1 - load);
  return {
    low: Math.max(0, (serviceSquare + load * (load - 2)) / spare),
    high: (arrivalCv * arrivalCv + serviceSquare) / spare,
  };
}
