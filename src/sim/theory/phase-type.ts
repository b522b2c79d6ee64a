import { checkRate, checkServers, checkStable } from './checks';
import { inverse, times } from './linear';
import { figuresOf, meanTime, type QueueFigures } from './little';

/**
 * A service that runs through at most two exponential phases. It begins in the first with
 * probability `first`, else in the second; after the first it goes on to the second with
 * probability `onward`, else it is over.
 */
export interface TwoPhases {
  readonly first: number;
  readonly rates: readonly [number, number];
  readonly onward: number;
}

/** Erlang of two stages with the given mean. */
export function erlang2(mean: number): TwoPhases {
  return { first: 1, rates: [2 / mean, 2 / mean], onward: 1 };
}

/** Hyperexponential of two: mean `means[0]` with probability `share`, else `means[1]`. */
export function hyperexponential2(share: number, means: readonly [number, number]): TwoPhases {
  return { first: share, rates: [1 / means[0], 1 / means[1]], onward: 0 };
}

/**
 * M/PH/c with two phases, so M/E2/c and M/H2/c: Poisson arrivals, c servers, in order of arrival.
 * Exact but for what lies beyond the last level looked at, which is below rounding: the Markov
 * chain of the number present and of the servers in the first phase is solved level by level from
 * the top, R(n) = A↑(n−1) (−C(n))⁻¹ with C(n) = A(n) + R(n+1) A↓(n+1). Throws RangeError unless
 * the servers can keep up.
 * Source: Gaver, Jacobs, Latouche, Finite birth-and-death models in randomly changing
 * environments, Advances in Applied Probability 16 (1984) 715–731.
 */
export function mphc(arrivalRate: number, service: TwoPhases, servers: number): QueueFigures {
  checkRate(arrivalRate, 'arrival rate');
  checkServers(servers);
  const { first, rates, onward } = service;
  for (const rate of rates) checkRate(rate, 'rate of a phase');
  const serviceMean = first / rates[0] + (1 - first * (1 - onward)) / rates[1];
  const load = arrivalRate * serviceMean;
  checkStable(load, servers);

  // State i of level n: i of the min(n, c) busy servers are in the first phase.
  const up = (n: number) =>
    block(Math.min(n, servers), Math.min(n + 1, servers), (i, to) => {
      if (n >= servers) return to === i ? arrivalRate : 0;
      return to === i + 1 ? arrivalRate * first : to === i ? arrivalRate * (1 - first) : 0;
    });
  const down = (n: number) => {
    const busy = Math.min(n, servers);
    const next = n > servers ? 1 : 0;
    return block(busy, Math.min(n - 1, servers), (i, to) => {
      const firstEnds = i * rates[0] * (1 - onward);
      const secondEnds = (busy - i) * rates[1];
      // Who waits takes the free server at once, in the first phase or the second.
      const loses = firstEnds * (next ? 1 - first : 1);
      const gains = next ? secondEnds * first : 0;
      const stays = next ? firstEnds * first + secondEnds * (1 - first) : secondEnds;
      return to === i - 1 ? loses : to === i + 1 ? gains : to === i ? stays : 0;
    });
  };
  const within = (n: number) => {
    const busy = Math.min(n, servers);
    return block(busy, busy, (i, to) => {
      if (to === i - 1) return i * rates[0] * onward;
      return to === i ? -(arrivalRate + i * rates[0] + (busy - i) * rates[1]) : 0;
    });
  };

  const levels = levelsFor(load / servers, Math.max(...rates) / Math.min(...rates), servers);
  const steps: number[][][] = [];
  let step: number[][] | null = null;
  for (let n = levels; n >= 1; n--) {
    let local = within(n);
    if (step) {
      const back = times(step, down(n + 1));
      local = local.map((row, i) => row.map((x, j) => x + back[i]![j]!));
    }
    step = times(up(n - 1), inverse(local.map((row) => row.map((x) => -x))));
    steps[n] = step;
  }
  let level = [[1]];
  let total = 1;
  let waiting = 0;
  for (let n = 1; n <= levels; n++) {
    level = times(level, steps[n]!);
    const weight = level[0]!.reduce((sum, x) => sum + x, 0);
    total += weight;
    waiting += Math.max(0, n - servers) * weight;
  }
  return figuresOf(arrivalRate, serviceMean, servers, meanTime(arrivalRate, waiting / total));
}

/** Rates from level to level, one row for each number in the first phase. */
function block(from: number, to: number, rate: (i: number, to: number) => number): number[][] {
  return Array.from({ length: from + 1 }, (_, i) =>
    Array.from({ length: to + 1 }, (_, j) => rate(i, j)),
  );
}

/** Levels after which less than 1e-15 is left, from how slowly the slowest such tail can fall. */
function levelsFor(load: number, contrast: number, servers: number): number {
  return servers + Math.ceil((36 * Math.max(1, contrast)) / (1 - load));
}
