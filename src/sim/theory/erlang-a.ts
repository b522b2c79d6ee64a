import { checkRate, checkServers, checkStable } from './checks';
import { erlangB } from './erlang';
import { meanTime } from './little';

export interface ErlangAFigures {
  /** Share of customers who give up before service. */
  readonly abandonProbability: number;
  /** Probability that a customer finds all servers busy. */
  readonly waitProbability: number;
  /** Mean wait of all customers, until service or giving up. */
  readonly waitMean: number;
  /** Mean wait of those who are served. */
  readonly servedWaitMean: number;
  /** Time average of customers who wait. */
  readonly queueMean: number;
  /** Share of time that a server is busy. */
  readonly utilisation: number;
}

/**
 * Erlang A (M/M/c+M): as M/M/c, and each customer who waits gives up at the rate `abandonRate`
 * (one over the mean patience). By summing the stationary birth-death chain until what is left
 * out is below rounding. Throws RangeError if nobody ever gives up and the servers cannot keep up.
 * Source: Palm 1957; Mandelbaum and Zeltyn, Service engineering in action: the Palm/Erlang-A
 * queue (2007).
 */
export function erlangA(
  arrivalRate: number,
  serviceRate: number,
  servers: number,
  abandonRate: number,
): ErlangAFigures {
  checkRate(arrivalRate, 'arrival rate');
  checkRate(serviceRate, 'service rate');
  checkServers(servers);
  if (!(abandonRate >= 0 && abandonRate < Number.POSITIVE_INFINITY))
    throw new RangeError(`abandonment rate ${abandonRate} is not a number of at least 0`);
  const load = arrivalRate / serviceRate;
  if (abandonRate === 0) checkStable(load, servers);

  // Probabilities over that of "all servers busy, nobody waits". Erlang's B is that state's own
  // share of the states up to it, so they weigh 1/B together.
  const upToServers = 1 / erlangB(load, servers);
  let weight = 1;
  let waiting = 0;
  let waitingStates = 0;
  // Somebody who finds k waiting is served with probability cμ/(cμ + (k+1)θ); the steps until then
  // take 1/(cμ + jθ) each, j = 1 … k+1, whatever they end in.
  const busyRate = servers * serviceRate;
  let waitIfServed = 1 / (busyRate + abandonRate);
  let servedWait = (busyRate / (busyRate + abandonRate)) * waitIfServed;
  for (let queue = 1; ; queue++) {
    const ratio = arrivalRate / (servers * serviceRate + queue * abandonRate);
    weight *= ratio;
    waitingStates += weight;
    waiting += queue * weight;
    const nextRate = busyRate + (queue + 1) * abandonRate;
    waitIfServed += 1 / nextRate;
    servedWait += weight * (busyRate / nextRate) * waitIfServed;
    if (ratio < 1 && ((queue + 1) * weight) / (1 - ratio) ** 2 < 1e-17 * waiting) break;
  }
  const total = upToServers + waitingStates;
  const queueMean = waiting / total;
  const abandonProbability = (abandonRate * queueMean) / arrivalRate;
  return {
    abandonProbability,
    waitProbability: (1 + waitingStates) / total,
    waitMean: meanTime(arrivalRate, queueMean),
    servedWaitMean: servedWait / total / (1 - abandonProbability),
    queueMean,
    utilisation: (load * (1 - abandonProbability)) / servers,
  };
}
