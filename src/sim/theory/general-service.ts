/** Poisson arrivals, service that is not exponential, in order of arrival. */
import jstat from 'jstat';
import { checkRate, checkServers, checkStable } from './checks';
import { figuresOf, type QueueFigures } from './little';

/**
 * M/G/1: one server, any service with the given mean and coefficient of variation. Throws
 * RangeError unless the server can keep up.
 * Source: Pollaczek 1930, Khinchine 1932; Gross et al., Fundamentals of Queueing Theory, 5.1.
 */
export function mg1(arrivalRate: number, serviceMean: number, serviceCv: number): QueueFigures {
  checkRate(arrivalRate, 'arrival rate');
  checkRate(serviceMean, 'mean service');
  if (!(serviceCv >= 0)) throw new RangeError(`coefficient of variation ${serviceCv} is negative`);
  const load = arrivalRate * serviceMean;
  checkStable(load, 1);
  const waitMean = (load * serviceMean * (1 + serviceCv * serviceCv)) / (2 * (1 - load));
  return figuresOf(arrivalRate, serviceMean, 1, waitMean);
}

/** M/D/1: every service takes the same time. */
export function md1(arrivalRate: number, serviceTime: number): QueueFigures {
  return mg1(arrivalRate, serviceTime, 0);
}

/**
 * M/D/c: c servers, every service takes the same time. Served in order of arrival, each server
 * takes every c-th customer, so the wait is that of E_c/D/1, and by Spitzer's identity
 * W = Σ E[(n D − time of the nc-th arrival)⁺] / n = Σ E[(Poisson(n λ D) − n c)⁺] / (n λ).
 * Throws RangeError unless the servers can keep up; slow above a load of 0.99 per server.
 * Source: Crommelin, Delay probability formulae when the holding times are constant, Post Office
 * Electrical Engineers' Journal 25 (1932) 41–50.
 */
export function mdc(arrivalRate: number, serviceTime: number, servers: number): QueueFigures {
  checkRate(arrivalRate, 'arrival rate');
  checkRate(serviceTime, 'service time');
  checkServers(servers);
  const load = arrivalRate * serviceTime;
  checkStable(load, servers);
  // Terms fall at least as fast as this power; what is left out is below 1e-15 of the sum.
  const decay = Math.exp(servers - load + servers * Math.log(load / servers));
  let sum = 0;
  for (let n = 1; ; n++) {
    const term = poissonExcess(n * load, n * servers) / n;
    sum += term;
    if (term <= 1e-15 * sum * (1 - decay)) break;
  }
  return figuresOf(arrivalRate, serviceTime, servers, sum / arrivalRate);
}

/** E[(X − limit)⁺] for X Poisson with a mean below the whole number `limit`. */
function poissonExcess(mean: number, limit: number): number {
  let probability = Math.exp((limit + 1) * Math.log(mean) - mean - jstat.gammaln(limit + 2));
  let sum = 0;
  for (let excess = 1; ; excess++) {
    const term = excess * probability;
    sum += term;
    if (term <= 1e-17 * sum) return sum;
    probability *= mean / (limit + 1 + excess);
  }
}
