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

/** One day of the log again: who came in each half hour, and who was at the windows. */
export interface DayAgain {
  readonly scenario: Scenario;
  /** Group by window. */
  readonly groupOf: readonly number[];
  /** Person-seconds waited, by group, and people. */
  readonly waitingS: readonly number[];
  readonly people: readonly number[];
}

/**
 * How fast groups of windows work so that people wait as long as they did: the speed at which the
 * log's own days (their arrivals, their windows), simulated, wait as long as they did (simulated moments;
 * the chance is the same in every round): all people together, or day by day on the average of logarithms,
 * so that one day of crowds does not outweigh all others where waits are only known roughly. It takes up what no log tells: clerks who
 * are at their window and not free, papers finished between two visitors, waits for a colleague.
 * Source: McFadden, A method of simulated moments, Econometrica 57 (1989) 995–1026.
 *
 * @param classesOf classes (indices) of each group
 * @param alike what is to wait as it did
 * @returns factor on the speed of each group
 */
export function findPace(
  all: readonly DayAgain[],
  classesOf: readonly (readonly number[])[],
  edgesS: readonly number[],
  seed: number,
  alike: 'days' | 'people' = 'people',
): number[] {
  const pace = classesOf.map(() => 1);
  const bins = Math.max(1, edgesS.length - 1);
  const days = spread(all, MOST_DAYS);
  const visitors = days.reduce((sum, { people }) => sum + people.reduce((a, b) => a + b, 0), 0);
  const replications = visitors * REPLICATIONS > VISITORS_A_ROUND ? 1 : REPLICATIONS;
  for (let round = 0; round < ROUNDS; round++) {
    const off = new Float64Array(classesOf.length);
    const weight = new Float64Array(classesOf.length);
    const seenS = new Float64Array(classesOf.length);
    const againS = new Float64Array(classesOf.length);
    for (const [d, { scenario, groupOf, waitingS, people }] of days.entries()) {
      const windows = scenario.windows.map((w, i) => ({
        ...w,
        efficiency: Math.min(100, numberOf(w.efficiency) * pace[groupOf[i]!]!),
      }));
      const waiting = new Float64Array(classesOf.length);
      const tickets = new Float64Array(classesOf.length);
      for (let r = 0; r < replications; r++) {
        const day = simulateWaits({ ...scenario, windows }, seed, d * REPLICATIONS + r, edgesS);
        for (const [g, classes] of classesOf.entries())
          for (const c of classes)
            for (let b = c * bins; b < (c + 1) * bins; b++) {
              waiting[g]! += day.waitingS[b]!;
              tickets[g]! += day.tickets[b]!;
            }
      }
      for (let g = 0; g < classesOf.length; g++) {
        if (people[g]! < FEWEST_PEOPLE || tickets[g] === 0) continue;
        // Waits of a few seconds are told too roughly to say more than that they are short.
        const seen = waitingS[g]! / people[g]! + TRIFLE_S;
        const ratio = Math.log((waiting[g]! / tickets[g]! + TRIFLE_S) / seen);
        off[g]! += Math.max(-1.5, Math.min(1.5, ratio)) * Math.sqrt(people[g]!);
        weight[g]! += Math.sqrt(people[g]!);
        seenS[g]! += people[g]! * seen;
        againS[g]! += people[g]! * (waiting[g]! / tickets[g]! + TRIFLE_S);
      }
    }
    let furthest = 0;
    for (let g = 0; g < classesOf.length; g++) {
      if (weight[g] === 0) continue;
      const ratio =
        alike === 'days'
          ? off[g]! / weight[g]!
          : Math.max(-1.5, Math.min(1.5, Math.log(againS[g]! / seenS[g]!)));
      furthest = Math.max(furthest, Math.abs(ratio));
      const step = (round < 6 ? STEP : 0.6 * STEP) * ratio;
      pace[g] = Math.max(SLOWEST, Math.min(FASTEST, pace[g]! * Math.exp(step)));
    }
    if (furthest < NEAR_ENOUGH) break;
  }
  return pace;
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

function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / most)]!);
}
