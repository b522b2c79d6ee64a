/**
 * Stationary probabilities of a birth-death chain on 0 … `last`. Throws RangeError if a rate is
 * negative or a death rate is not positive.
 * Source: Gross et al., Fundamentals of Queueing Theory, 4th ed., 3.1.
 *
 * @param birth rate from n to n + 1
 * @param death rate from n to n − 1
 */
export function birthDeath(
  last: number,
  birth: (n: number) => number,
  death: (n: number) => number,
): number[] {
  const weights = [1];
  for (let n = 1; n <= last; n++) {
    const up = birth(n - 1);
    const down = death(n);
    if (!(up >= 0 && down > 0)) throw new RangeError(`rates ${up} and ${down} at ${n}`);
    weights.push((weights[n - 1]! * up) / down);
  }
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
}

/** What a queue whose newcomers may turn away comes to. */
export interface TurningAway {
  /** Share of newcomers that does not stay. */
  readonly lostShare: number;
  /** Time average of those who wait. */
  readonly queueMean: number;
  /** Mean wait of those who stay. */
  readonly waitMean: number;
}

/**
 * Poisson arrivals, exponential service, c servers, newcomers who stay with a probability that
 * depends on how many wait already; nobody of those who stay gives up. M/M/c/K is 1 up to a number
 * and 0 from there. Levels beyond `last` waiting are left out.
 *
 * @param stays probability of staying where all servers are busy and `waiting` people wait
 */
export function turningAway(
  arrivalRate: number,
  serviceRate: number,
  servers: number,
  stays: (waiting: number) => number,
  last: number,
): TurningAway {
  const staying = (n: number) => (n < servers ? 1 : stays(n - servers));
  const p = birthDeath(
    servers + last,
    (n) => arrivalRate * staying(n),
    (n) => Math.min(n, servers) * serviceRate,
  );
  const staysShare = p.reduce((sum, x, n) => sum + x * (n < p.length - 1 ? staying(n) : 0), 0);
  const queueMean = p.reduce((sum, x, n) => sum + x * Math.max(0, n - servers), 0);
  return {
    lostShare: 1 - staysShare,
    queueMean,
    waitMean: queueMean / (arrivalRate * staysShare),
  };
}
