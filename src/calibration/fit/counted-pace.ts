import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { arrivalsAgain, type DayAgain, findPace, type Pace, timesWithin } from './pace';
import type { WindowPart } from './scenario-parts';
import type { Visits } from './visits';

/** What the pace of a log is found from that counts people and no single visits. */
export interface CountedPaceParts {
  readonly scenario: Scenario;
  /** Classes (indices of the scenario) of each group of counters. */
  readonly classesOf: readonly (readonly number[])[];
  /** Group of each window of the scenario. */
  readonly groupOf: readonly number[];
  readonly visits: Visits;
  /** Days that count. */
  readonly days: readonly { readonly date: string; readonly d: number }[];
  readonly edgesS: readonly number[];
  readonly seed: number;
  readonly isTrial?: boolean | undefined;
  /** Person-seconds waited in a group on a day, and people. */
  readonly waitOn: (group: number, day: number) => readonly [waitingS: number, people: number];
  readonly alike: 'days' | 'people';
  /** How far the pace is expected to lie from one. */
  readonly scatter: number;
  /** Positions on one day, and the group of each. */
  readonly staffOn: (day: number) => readonly [readonly WindowPart[], readonly number[]];
}

/** The factor on the speed of each group's counters that makes the log's own days wait as they did. */
export function countedPace(parts: CountedPaceParts): Pace[] {
  const { scenario, classesOf, visits, edgesS, seed, alike, isTrial } = parts;
  const { horizon } = scenario;
  if (horizon.kind !== 'day') return classesOf.map(() => ({ factor: 1, ofDays: 0 }));
  const ids = scenario.classes.map(({ id }) => id);
  const classIndex = ids.map((id) => visits.classes.findIndex((c) => c.id === id));
  const days = parts.days.flatMap(({ date, d }): DayAgain[] => {
    const [positions, groupOf] = parts.staffOn(d);
    const windows = positions.map((w) => ({
      ...scenario.windows[0]!,
      ...w,
      shifts: [...w.shifts],
      efficiency: 1,
      serves: w.serves.filter((id) => ids.includes(id)),
    }));
    // Nobody was there for a queue all day: the day says nothing of it.
    if (ids.some((id) => windows.every((w) => !w.serves.includes(id)))) return [];
    const waits = classesOf.map((_, g) => parts.waitOn(g, d));
    return [
      {
        scenario: {
          ...scenario,
          horizon: { ...horizon, date },
          classes: arrivalsAgain(
            scenario,
            classIndex.map((c) => timesWithin(visits, c, d, seed)),
          ),
          windows,
        },
        groupOf,
        waitingS: waits.map(([waiting]) => waiting),
        people: waits.map(([, people]) => people),
      },
    ];
  });
  const question = { classesOf, edgesS, seed, alike, isTrial };
  const own = findPace({ ...question, days, scatter: parts.scatter });
  const windows = scenario.windows.map((w, i) => ({
    ...w,
    efficiency: numberOf(w.efficiency) * own[parts.groupOf[i]!]!.factor,
  }));
  const foreseen = findPace({
    ...question,
    days: days.map((day) => ({
      ...day,
      scenario: { ...scenario, windows, horizon: day.scenario.horizon },
      groupOf: parts.groupOf,
    })),
    scatter: 'asSeen',
  });
  return own.map(({ factor, ofDays }, g) => ({ factor: factor * foreseen[g]!.factor, ofDays }));
}
