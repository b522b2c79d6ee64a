/** How many servers a promised wait takes: exactly, and by the square-root rule. */
import { normalDensity, normalProbability } from '../kernel/normal';
import { checkRate } from './checks';
import { erlangB, mmc } from './erlang';
import { erlangA } from './erlang-a';

/**
 * M/M/c+M: probability that a customer is served, and waits at most `time` for it. Without
 * abandonment that of M/M/c. The wait that a customer of endless patience would have has the
 * density λπ₍c₋₁₎ exp(λ(1 − e^(−θx))/θ − cμx); who waits x is still there with e^(−θx).
 * Source: Baccelli and Hebuterne, On queues with impatient customers, Performance '81, 159–179;
 * Zeltyn and Mandelbaum, Call centers with impatient customers, Queueing Systems 51 (2005), 361–402.
 */
export function servedWithin(
  arrivalRate: number,
  serviceRate: number,
  servers: number,
  abandonRate: number,
  time: number,
): number {
  if (time < 0) return 0;
  if (abandonRate === 0) {
    if (arrivalRate >= servers * serviceRate) return 0;
    return mmc(arrivalRate, serviceRate, servers).waitAtMost(time);
  }
  const { waitProbability } = erlangA(arrivalRate, serviceRate, servers, abandonRate);
  const blocked = erlangB(arrivalRate / serviceRate, servers);
  // Erlang's B is the share that the state of all busy has of the states up to it.
  const allBusy = ((1 - waitProbability) * blocked) / (1 - blocked);
  const busyRate = servers * serviceRate;
  const perPatience = arrivalRate / abandonRate;
  // In y = e^(−θx) the integrand is smooth, and its range is short.
  const density = (y: number) =>
    y === 0 ? 0 : Math.exp(perPatience * (1 - y) + (busyRate / abandonRate) * Math.log(y));
  const served = (busyRate / abandonRate) * integral(density, Math.exp(-abandonRate * time), 1);
  return 1 - waitProbability + allBusy * served;
}

/** Simpson's rule. */
function integral(of: (x: number) => number, from: number, to: number): number {
  const steps = 4000;
  const width = (to - from) / steps;
  let sum = of(from) + of(to);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * of(from + i * width);
  return (sum * width) / 3;
}

/** A share of customers that is to be served within a time. */
export interface WaitTarget {
  readonly time: number;
  /** Inside (0, 1). */
  readonly share: number;
}

/** The fewest servers of M/M/c (+M, with abandonment) that serve the share in time. */
export function fewestServers(
  arrivalRate: number,
  serviceRate: number,
  abandonRate: number,
  { time, share }: WaitTarget,
): number {
  checkRate(arrivalRate, 'arrival rate');
  checkRate(serviceRate, 'service rate');
  if (!(share > 0 && share < 1)) throw new RangeError(`share ${share} is not inside (0, 1)`);
  for (let servers = 1; ; servers++)
    if (servedWithin(arrivalRate, serviceRate, servers, abandonRate, time) >= share) return servers;
}

/**
 * P(wait > 0) of M/M/c in the limit of large loads with c = a + β√a servers, β > 0.
 * Source: Halfin and Whitt, Heavy-traffic limits for queues with many exponential servers,
 * Operations Research 29 (1981) 567–588.
 */
export function halfinWhitt(beta: number): number {
  checkRate(beta, 'beta');
  return 1 / (1 + (beta * normalProbability(beta)) / normalDensity(beta));
}

/**
 * Square-root staffing of M/M/c: the β, and a + β√a rounded up, at which the limit of Halfin and
 * Whitt has the share served in time.
 */
export function squareRootStaffing(
  arrivalRate: number,
  serviceRate: number,
  { time, share }: WaitTarget,
): { readonly beta: number; readonly servers: number } {
  const load = arrivalRate / serviceRate;
  const late = (beta: number) =>
    halfinWhitt(beta) * Math.exp(-beta * Math.sqrt(load) * serviceRate * time);
  let low = 0;
  let high = 1;
  while (late(high) > 1 - share) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (late(middle) > 1 - share) low = middle;
    else high = middle;
  }
  return { beta: high, servers: Math.ceil(load + high * Math.sqrt(load)) };
}
