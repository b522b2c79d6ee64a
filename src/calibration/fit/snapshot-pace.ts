import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { HALF_HOURS, type Looks } from './looks';
import { arrivalsAgain, type DayAgain, findPace, type Pace, timesWithin } from './pace';
import type { Pool } from './pools';
import type { WindowPart } from './scenario-parts';
import type { Visits } from './visits';

/** How far a pool's pace is expected to lie from one: what calls tell of a service is rough. */
const SCATTER = 0.3;
/** And for what usual days leave out. */
const SCATTER_FORESEEN = 0.15;

/** What the pace of displays is found from. */
export interface SnapshotPaceParts {
  readonly scenario: Scenario;
  readonly pools: readonly Pool[];
  /** Pool of each window of the scenario. */
  readonly groupOf: readonly number[];
  readonly looks: Looks;
  readonly visits: Visits;
  /** Days that count. */
  readonly days: readonly { readonly date: string; readonly d: number }[];
  readonly edgesS: readonly number[];
  readonly seed: number;
  /** Positions on one day, and the pool of each. */
  readonly staffOn: (day: number) => readonly [readonly WindowPart[], readonly number[]];
}

/** The factor on the speed of each pool's counters that makes the log's own days wait as they did. */
export function snapshotPace(parts: SnapshotPaceParts): Pace[] {
  const { scenario, pools, looks, visits, edgesS, seed } = parts;
  const { horizon } = scenario;
  if (horizon.kind !== 'day') return pools.map(() => ({ factor: 1, ofDays: 0 }));
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
    const waits = pools.map((pool) => waitOn(pool, looks, d));
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
  const classesOf = pools.map(({ queues }) =>
    queues.map((q) => ids.indexOf(`q${q + 1}`)).filter((c) => c >= 0),
  );
  const question = { classesOf, edgesS, seed, alike: 'days' } as const;
  const own = findPace({ ...question, days, scatter: SCATTER });
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
    scatter: SCATTER_FORESEEN,
  });
  return own.map(({ factor, ofDays }, g) => ({ factor: factor * foreseen[g]!.factor, ofDays }));
}

/** Person-seconds waited in a pool on a day by those who were called, and their number. */
function waitOn(
  { queues }: Pool,
  looks: Looks,
  d: number,
): readonly [waitingS: number, people: number] {
  let [waiting, people] = [0, 0];
  for (const q of queues) {
    const at = (q * looks.days + d) * HALF_HOURS;
    for (let b = at; b < at + HALF_HOURS; b++) {
      waiting += looks.waitSumS[b]!;
      people += looks.calls[b]!;
    }
  }
  return [waiting, people];
}
