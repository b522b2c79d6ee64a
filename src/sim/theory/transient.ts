import { checkRate, checkServers } from './checks';

/**
 * M/M/c that begins with so many in the system, none unless told: time averages over [0, time] of the number waiting and of the share of
 * servers busy, expected over all runs. Any load. By uniformisation at the rate Λ = λ + cμ:
 * E ∫ f(X) dt = Σ P(Poisson(Λ time) > k) E f(X after k jumps) / Λ; takes
 * steps in the square of Λ time.
 * Source: Jensen 1953; Grassmann, Transient solutions in Markovian queueing systems, Computers &
 * Operations Research 4 (1977) 47–53.
 */
export function mmcTransient(
  arrivalRate: number,
  serviceRate: number,
  servers: number,
  time: number,
  present = 0,
): { readonly queueMean: number; readonly utilisation: number } {
  checkRate(arrivalRate, 'arrival rate');
  checkRate(serviceRate, 'service rate');
  checkServers(servers);
  checkRate(time, 'time');
  const rate = arrivalRate + servers * serviceRate;
  const jumps = rate * time;
  const last = Math.ceil(jumps + 12 * Math.sqrt(jumps) + 30);
  const up = arrivalRate / rate;
  let state = new Float64Array(last + present + 2);
  let next = new Float64Array(last + present + 2);
  state[present] = 1;
  let logTerm = -jumps;
  let upTo = 0;
  let queue = 0;
  let busy = 0;
  for (let k = 0; k <= last; k++) {
    upTo += Math.exp(logTerm);
    logTerm += Math.log(jumps / (k + 1));
    const more = Math.max(0, 1 - upTo);
    let queueNow = 0;
    let busyNow = 0;
    next.fill(0, 0, present + k + 2);
    for (let n = 0; n <= present + k; n++) {
      const p = state[n]!;
      const serving = Math.min(n, servers);
      queueNow += p * (n - serving);
      busyNow += p * serving;
      const down = (serving * serviceRate) / rate;
      next[n + 1]! += p * up;
      if (n > 0) next[n - 1]! += p * down;
      next[n]! += p * (1 - up - down);
    }
    queue += more * queueNow;
    busy += more * busyNow;
    [state, next] = [next, state];
  }
  return { queueMean: queue / jumps, utilisation: busy / jumps / servers };
}
