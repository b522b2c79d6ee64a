import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { Streams } from '../../sim/kernel/streams';
import { simulateWaits } from './simulated-waits';
import { BIN_S, type Visits } from './visits';

/** Rounds of the search, replications of a day in a round, and how far a round goes. */
const ROUNDS = 10;
const REPLICATIONS = 2;
/** Visitors simulated in a round; with more each day is simulated once. */
const VISITORS_A_ROUND = 40_000;
/** Near enough: waits off by so little on the average of logarithms. */
const NEAR_ENOUGH = 0.02;
const STEP = 0.3;
const SLOWEST = 0.3;
const FASTEST = 3;
/** Days that are simulated: spread evenly over the log. */
const MOST_DAYS = 12;
/** Of a day with fewer people nothing is asked. */
const FEWEST_PEOPLE = 5;
const TRIFLE_S = 5;
/** Logarithms of waits to those of the pace, where the search has not gone far enough to tell; and bounds of what it tells. */
const USUAL_ELASTICITY = 3;
const ELASTICITY = [1.5, 8] as const;

/** One day of the log again: who came in each half hour, and who was at the windows. */
export interface DayAgain {
  readonly scenario: Scenario;
  /** Group by window. */
  readonly groupOf: readonly number[];
  /** Person-seconds waited, by group, and people. */
  readonly waitingS: readonly number[];
  readonly people: readonly number[];
  /** Waits of those called, and their number, by half hour of the ticket; absent where only totals are known. */
  readonly byBin?: { readonly waitSumS: Float64Array; readonly calls: Float64Array };
  /** How long each service took, by class and visitor; absent: it is drawn. */
  readonly serviceS?: readonly ArrayLike<number>[];
}

/** How fast a group of windows works. */
export interface Pace {
  /** Factor on the windows' speed. */
  readonly factor: number;
  /** By how much it differs from day to day (standard deviation of its logarithm), chance of the day included. */
  readonly ofDays: number;
}

/** What is asked of `findPace`. */
export interface PaceQuestion {
  readonly days: readonly DayAgain[];
  /** Classes (indices) of each group. */
  readonly classesOf: readonly (readonly number[])[];
  readonly edgesS: readonly number[];
  readonly seed: number;
  /**
   * What is to wait as it did: all people together, or day by day on the average of logarithms, so that one
   * day of crowds does not outweigh all others where waits are only known roughly.
   */
  readonly alike: 'days' | 'people';
  /**
   * How far from one a pace may be expected to lie (standard deviation of its logarithm), or `asSeen`: as far as the
   * paces of the groups themselves lie beyond chance.
   */
  readonly scatter: number | 'asSeen';
  /** A fit that is only held against days left out: each day is simulated once. */
  readonly isTrial?: boolean | undefined;
}

/**
 * How fast groups of windows work so that people wait as long as they did: the speed at which the
 * log's own days (their arrivals, their windows, their services where they are known), simulated, wait as long as they did (simulated moments;
 * the chance is the same in every round). It takes up what no log tells: clerks who
 * are at their window and not free, papers finished between two visitors, waits for a colleague.
 * A pace that chance could have made, as days differ, is pulled towards one by as much (empirical Bayes; Robbins 1956;
 * with `asSeen` the scatter is had by moments, Efron and Morris, Journal of the American Statistical Association 70
 * (1975) 311–319).
 * Source: McFadden, A method of simulated moments, Econometrica 57 (1989) 995–1026.
 *
 * @returns by group
 */
export function findPace(question: PaceQuestion): Pace[] {
  const { classesOf, scatter } = question;
  const days = simulatedOf(question.days);
  const pace = classesOf.map(() => 1);
  const first: Misfit[] = [];
  const far = classesOf.map(() => ({ logPace: 0, off: 0, se: 0, days: 0 }));
  for (let round = 0; round < ROUNDS; round++) {
    const found = misfitOf({ ...question, days }, pace);
    let furthest = 0;
    for (const [g, misfit] of found.entries()) {
      if (misfit === null) continue;
      first[g] ??= misfit;
      far[g] = { logPace: Math.log(pace[g]!), ...misfit };
      furthest = Math.max(furthest, Math.abs(misfit.off));
      const step = (round < 6 ? STEP : 0.6 * STEP) * misfit.off;
      pace[g] = Math.max(SLOWEST, Math.min(FASTEST, pace[g]! * Math.exp(step)));
    }
    if (furthest < NEAR_ENOUGH) break;
  }
  const found = pace.map((factor, g): Found | null => {
    if (!first[g]) return null;
    const { logPace, off, se, days: n } = far[g]!;
    const [low, high] = ELASTICITY;
    const elasticity =
      Math.abs(logPace) > 0.01
        ? Math.max(low, Math.min(high, (first[g].off - off) / logPace))
        : USUAL_ELASTICITY;
    return { logPace: Math.log(factor), se: se / elasticity, days: n };
  });
  const variance = scatter === 'asSeen' ? varianceOf(found) : scatter ** 2;
  return found.map((one) => {
    if (!one) return { factor: 1, ofDays: 0 };
    const { logPace, se, days: n } = one;
    const keep = variance > 0 ? variance / (variance + se ** 2) : 0;
    return { factor: Math.exp(logPace * keep), ofDays: n > 1 ? se * Math.sqrt(n) : 0 };
  });
}

/** What the days of a group say of the logarithm of its pace, with its standard error from day to day. */
interface Found {
  readonly logPace: number;
  readonly se: number;
  readonly days: number;
}

/** How far paces lie from one beyond what chance makes of them, by moments over the groups: nought if chance explains them. */
function varianceOf(found: readonly (Found | null)[]): number {
  const known = found.filter((one) => one !== null);
  const beyond = known.reduce((sum, { logPace, se }) => sum + logPace ** 2 - se ** 2, 0);
  return Math.max(0, beyond / Math.max(1, known.length));
}

/** How far simulated waits of a group are off (logarithm), and the standard error of that, days differing as they do. */
interface Misfit {
  readonly off: number;
  readonly se: number;
  readonly days: number;
}

/** The log's days at a pace; null for a group of which the days say nothing. */
function misfitOf(
  { days, classesOf, edgesS, seed, alike, isTrial }: PaceQuestion,
  pace: readonly number[],
): (Misfit | null)[] {
  const bins = Math.max(1, edgesS.length - 1);
  const visitors = days.reduce((sum, { people }) => sum + people.reduce((a, b) => a + b, 0), 0);
  const most = isTrial || visitors * REPLICATIONS > VISITORS_A_ROUND ? 1 : REPLICATIONS;
  const pairs = classesOf.map((): { people: number; seen: number; again: number }[] => []);
  for (const [d, { scenario, groupOf, waitingS, people, serviceS }] of days.entries()) {
    const efficiency = scenario.windows.map((w, i) =>
      Math.min(100, numberOf(w.efficiency) * pace[groupOf[i]!]!),
    );
    const waiting = new Float64Array(classesOf.length);
    const tickets = new Float64Array(classesOf.length);
    // Where services are known a day is the day itself.
    for (let r = 0; r < (serviceS ? 1 : most); r++) {
      const day = simulateWaits(scenario, seed, d * REPLICATIONS + r, edgesS, serviceS, efficiency);
      for (const [g, classes] of classesOf.entries())
        for (const c of classes)
          for (let b = c * bins; b < (c + 1) * bins; b++) {
            waiting[g]! += day.waitingS[b]!;
            tickets[g]! += day.tickets[b]!;
          }
    }
    for (let g = 0; g < classesOf.length; g++)
      // Waits of a few seconds are told too roughly to say more than that they are short.
      if (people[g]! >= FEWEST_PEOPLE && tickets[g]! > 0)
        pairs[g]!.push({
          people: people[g]!,
          seen: waitingS[g]! / people[g]! + TRIFLE_S,
          again: waiting[g]! / tickets[g]! + TRIFLE_S,
        });
  }
  const clip = (x: number) => Math.max(-1.5, Math.min(1.5, x));
  return pairs.map((group): Misfit | null => {
    const n = group.length;
    if (n === 0) return null;
    const total = (of: (p: (typeof group)[number]) => number) =>
      group.reduce((sum, p) => sum + of(p), 0);
    const seen = total((p) => p.people * p.seen);
    const again = total((p) => p.people * p.again);
    const weight = total((p) => Math.sqrt(p.people));
    const off =
      alike === 'people'
        ? clip(Math.log(again / seen))
        : total((p) => Math.sqrt(p.people) * clip(Math.log(p.again / p.seen))) / weight;
    const squares =
      alike === 'people'
        ? total((p) => (p.people * (p.again / again - p.seen / seen)) ** 2)
        : total((p) => p.people * (clip(Math.log(p.again / p.seen)) - off) ** 2) / weight ** 2;
    return { off, se: n > 1 ? Math.sqrt((squares * n) / (n - 1)) : 1, days: n };
  });
}

/**
 * The classes of the scenario with the visits of one day of the log, at the times at which they came: what is
 * known of a day is not left to chance again, which would lengthen its waits.
 *
 * @param atS by class: seconds since midnight
 */
export function arrivalsAgain(
  scenario: Scenario,
  atS: readonly (readonly number[])[],
): Scenario['classes'] {
  return scenario.classes.map((one, c) => ({
    ...one,
    arrivals: { kind: 'list', atS: [...atS[c]!] },
    // Who is in the log did take a ticket.
    balking: [],
  }));
}

/**
 * Times at which visitors may have come of whom only the half hour is known: as many as were counted,
 * spread over it by chance. What of a count is no whole visitor is carried into the next.
 */
export function timesWithin(visits: Visits, c: number, day: number, seed: number): number[] {
  const from = (c * visits.days.length + day) * visits.bins;
  const stream = new Streams(seed, 0).stream('came', `${c}`).at(day);
  const times: number[] = [];
  let carry = 0;
  for (let b = 0; b < visits.bins; b++) {
    carry += visits.counts[from + b]!;
    const n = Math.round(carry);
    carry -= n;
    for (let k = 0; k < n; k++) times.push(visits.fromS + (b + stream.uniform()) * BIN_S);
  }
  return times.sort((x, y) => x - y);
}

/** The days that are simulated: spread evenly over the log. */
export function simulatedOf<T>(all: readonly T[]): readonly T[] {
  if (all.length <= MOST_DAYS) return all;
  return Array.from(
    { length: MOST_DAYS },
    (_, i) => all[Math.floor(((i + 0.5) * all.length) / MOST_DAYS)]!,
  );
}
