/**
 * Poisson arrivals, exponential service, c servers, in order of arrival. Rates are per any unit
 * of time; times come in that unit.
 * Source: Erlang 1917; as in Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory,
 * 4th ed., 3.3 and 3.5.
 */
import { checkRate, checkServers, checkStable } from './checks';
import { figuresOf, type QueueFigures } from './little';

/**
 * Erlang's B: the share of customers lost when those who find all servers busy go away. `load`
 * is arrival rate over service rate. By the recursion over servers, which cannot overflow.
 */
export function erlangB(load: number, servers: number): number {
  checkRate(load, 'load');
  checkServers(servers);
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/**
 * Erlang's C: the probability that a customer has to wait. Throws RangeError unless the load is
 * below the number of servers.
 */
export function erlangC(load: number, servers: number): number {
  const blocked = erlangB(load, servers);
  checkStable(load, servers);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

export interface MmcFigures extends QueueFigures {
  /** Probability that a customer has to wait. */
  readonly waitProbability: number;
  /** Probability that a customer waits at most `time`. */
  waitAtMost(time: number): number;
  /** The wait that a share `p` in [0, 1) of customers does not exceed. */
  waitQuantile(p: number): number;
}

/** M/M/c. Throws RangeError unless the servers can keep up. */
export function mmc(arrivalRate: number, serviceRate: number, servers: number): MmcFigures {
  checkRate(arrivalRate, 'arrival rate');
  checkRate(serviceRate, 'service rate');
  const waitProbability = erlangC(arrivalRate / serviceRate, servers);
  const spareRate = servers * serviceRate - arrivalRate;
  return {
    ...figuresOf(arrivalRate, 1 / serviceRate, servers, waitProbability / spareRate),
    waitProbability,
    waitAtMost: (time) => (time < 0 ? 0 : 1 - waitProbability * Math.exp(-spareRate * time)),
    waitQuantile: (p) => {
      if (!(p >= 0 && p < 1)) throw new RangeError(`probability ${p} is not in [0, 1)`);
      return Math.max(0, Math.log(waitProbability / (1 - p)) / spareRate);
    },
  };
}

/** M/M/1. Throws RangeError unless the server can keep up. */
export function mm1(arrivalRate: number, serviceRate: number): MmcFigures {
  return mmc(arrivalRate, serviceRate, 1);
}
