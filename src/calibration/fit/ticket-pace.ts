import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import type { TicketLog } from '../log/types';
import { type Manning, manningByPart, type PartOfDay, partsOfDay } from './day-parts';
import { arrivalsAgain, type DayAgain, findPace, simulatedOf } from './pace';
import type { WindowPart } from './scenario-parts';
import { cameAt } from './ticket-samples';
import { serviceOf, waitEnds, wasCalled } from './ticket-times';
import { BIN_S, type Visits } from './visits';

/** Days with fewer known waits say nothing of how fast the windows were. */
const FEWEST_WAITS = 20;
/** How far the pace of windows that are inferred from who served is expected to lie from one. */
const SCATTER = 0.15;

/** What the pace of a ticket log is found from. */
export interface TicketPaceParts {
  readonly scenario: Scenario;
  readonly log: TicketLog;
  readonly classOf: Int32Array;
  readonly visits: Visits;
  /** Days that are left out. */
  readonly special: ReadonlySet<number>;
  readonly edgesS: readonly number[];
  readonly seed: number;
  readonly isTrial?: boolean | undefined;
  /** Who was at the windows on one day, as fast as turns leave them: a known service holds its window's own speed. */
  readonly staffOn: (day: number) => readonly WindowPart[];
  /** The scenario with so many times the windows by part of the day; null where each window's own hours are known. */
  readonly staffUsually: ((manning: Manning) => Scenario) | null;
}

/** What makes simulated days wait as the log's. */
export interface TicketPace {
  /** Factor on the speed of all windows, on the log's own days and for what usual days leave out besides. */
  readonly ofDays: number;
  readonly foreseen: number;
  /** Factor on the number of windows by part of the day; none where each window's own hours are known. */
  readonly parts: readonly PartOfDay[];
  /** The scenario with windows as they are by part of the day; their speed has still to be multiplied. */
  readonly scenario: Scenario;
}

/**
 * The speed of all windows that makes the log's own days, every visitor with the arrival and the service
 * that the log tells, wait as they did; and what the scenario needs besides. It knows the usual day only: who is at
 * the windows and who comes go together and scatter in a hall, and waits grow faster than either, so that usual days
 * alone would wait too little. Where only the number of windows is known, it is set by part of the day: they are
 * short of hands at some times more often than at others.
 */
export function ticketPace(asked: TicketPaceParts): TicketPace {
  const { edgesS, seed, staffUsually, isTrial } = asked;
  const days = daysAgain(asked);
  if (days.length === 0) return { ofDays: 1, foreseen: 1, parts: [], scenario: asked.scenario };
  const classesOf = [asked.scenario.classes.map((_, c) => c)];
  const question = { classesOf, edgesS, seed, isTrial };
  const own = findPace({ ...question, days, alike: 'people', scatter: SCATTER })[0]!.factor;
  const usual = (scenario: Scenario) =>
    days.map(({ scenario: day, serviceS: _, ...seen }): DayAgain => {
      const windows = scenario.windows.map((w) => ({
        ...w,
        efficiency: numberOf(w.efficiency) * own,
      }));
      return {
        ...seen,
        scenario: { ...scenario, windows, horizon: day.horizon },
        groupOf: windows.map(() => 0),
      };
    });
  const found = staffUsually && partsOfDay(asked.log, edgesS);
  const { manning, parts } = manningByPart({
    parts: found ?? [],
    daysWith: (some) => usual(staffUsually!(some)),
    edgesS,
    seed,
  });
  const scenario = manning ? staffUsually!(manning) : asked.scenario;
  const foreseen = findPace({
    ...question,
    days: usual(scenario),
    alike: 'people',
    scatter: 'asSeen',
  })[0]!.factor;
  return { ofDays: own, foreseen, parts, scenario };
}

/** Days of the log, as many as are simulated, with their visitors and windows. */
function daysAgain({
  scenario,
  log,
  classOf,
  visits,
  special,
  edgesS,
  staffOn,
}: TicketPaceParts): DayAgain[] {
  const { horizon } = scenario;
  if (horizon.kind !== 'day') return [];
  const ids = scenario.classes.map(({ id }) => id);
  const people = new Float64Array(log.days.length);
  for (let i = 0; i < log.rows; i++)
    if (waitEnds(log, i) - log.ticketS[i]! >= 0) people[log.day[i]!]!++;
  const picked = simulatedOf(
    [...log.days.keys()].filter((d) => !special.has(d) && people[d]! >= FEWEST_WAITS),
  );
  const toS = visits.fromS + visits.bins * BIN_S;
  const bins = edgesS.length - 1;
  const again = new Map(
    picked.map((d) => [
      d,
      {
        came: visits.classes.map((): [atS: number, serviceS: number][] => []),
        waitingS: 0,
        byBin: { waitSumS: new Float64Array(bins), calls: new Float64Array(bins) },
      },
    ]),
  );
  for (let i = 0; i < log.rows; i++) {
    const day = again.get(log.day[i]!);
    if (!day) continue;
    const s = cameAt(log, i);
    if (s >= visits.fromS && s < toS) day.came[classOf[i]!]!.push([s, serviceOf(log, i)]);
    const wait = waitEnds(log, i) - log.ticketS[i]!;
    if (!(wait >= 0)) continue;
    day.waitingS += wait;
    const b = Math.floor((log.ticketS[i]! - edgesS[0]!) / BIN_S);
    if (!wasCalled(log, i) || !(b >= 0 && b < bins)) continue;
    day.byBin.waitSumS[b]! += wait;
    day.byBin.calls[b]!++;
  }
  const classIndex = ids.map((id) => visits.classes.findIndex((c) => c.id === id));
  return [...again].flatMap(([d, { came, waitingS, byBin }]): DayAgain[] => {
    const windows = staffOn(d).map((w) => ({
      ...scenario.windows[0]!,
      ...w,
      shifts: [...w.shifts],
      serves: w.serves.filter((id) => ids.includes(id)),
    }));
    if (ids.some((id) => windows.every((w) => !w.serves.includes(id)))) return [];
    const ofDay = classIndex.map((c) => came[c]!.sort((a, b) => a[0] - b[0]));
    return [
      {
        scenario: {
          ...scenario,
          horizon: { ...horizon, date: log.days[d]! },
          classes: arrivalsAgain(
            scenario,
            ofDay.map((visitors) => visitors.map(([atS]) => atS)),
          ),
          windows,
        },
        groupOf: windows.map(() => 0),
        waitingS: [waitingS],
        people: [people[d]!],
        byBin,
        serviceS: ofDay.map((visitors) => visitors.map(([, serviceS]) => serviceS)),
      },
    ];
  });
}
