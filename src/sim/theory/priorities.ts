import { checkRate, checkStable } from './checks';
import { erlangC } from './erlang';

/**
 * Mean waits by class, the first class having the highest priority, with one server and any
 * services; a service under way is never broken off. Throws RangeError unless the server can keep up.
 * Source: Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954) 70–76.
 */
export function mg1Priorities(
  classes: readonly {
    readonly arrivalRate: number;
    readonly serviceMean: number;
    readonly serviceCv: number;
  }[],
): number[] {
  const residual = classes.reduce(
    (sum, c) => sum + (c.arrivalRate * c.serviceMean ** 2 * (1 + c.serviceCv ** 2)) / 2,
    0,
  );
  return spread(
    classes.map((c) => c.arrivalRate * c.serviceMean),
    residual,
  );
}

/**
 * The same with several servers and exponential services at one rate for all classes.
 * Source: Cobham as above; Kella and Yechiali, Waiting times in the non-preemptive priority M/M/c
 * queue, Stochastic Models 1 (1985) 257–262.
 */
export function mmcPriorities(
  arrivalRates: readonly number[],
  serviceRate: number,
  servers: number,
): number[] {
  checkRate(serviceRate, 'service rate');
  const load = arrivalRates.reduce((sum, rate) => sum + rate, 0) / serviceRate;
  return spread(
    arrivalRates.map((rate) => rate / serviceRate / servers),
    erlangC(load, servers) / (servers * serviceRate),
  );
}

/** W(k) = W0 / ((1 − σ(k−1)) (1 − σ(k))), with σ the load of the classes up to k. */
function spread(loads: readonly number[], first: number): number[] {
  let before = 0;
  return loads.map((load) => {
    checkRate(load, 'load of a class');
    const upTo = before + load;
    checkStable(upTo, 1);
    const wait = first / ((1 - before) * (1 - upTo));
    before = upTo;
    return wait;
  });
}
