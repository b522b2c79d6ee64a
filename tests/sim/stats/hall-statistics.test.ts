import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hallScenario } from '../../../src/scenarios/halls';
import { numberOf } from '../../../src/scenarios/provenance';
import { scenarioSchema } from '../../../src/scenarios/scenario';
import {
  type Experiment,
  prepare,
  recordDay,
  replicate,
} from '../../../src/sim/experiments/simulate';
import {
  type DayRecord,
  EventKind,
  LeaveReason,
  Origin,
  Outcome,
} from '../../../src/sim/hall/record';
import { HallStatistics } from '../../../src/sim/stats/hall-statistics';
import { shippedPlan } from '../../plans';
import { anyHall, anyScenario } from '../hall/scenarios';

interface Visit {
  classIndex: number;
  origin: Origin;
  arrive: number;
  /** Stretches of waiting for a call that counts. */
  waits: { from: number; to?: number }[];
  tickets: number;
  /** When and how the wait that counts ended. */
  ended?: number;
  how?: 'called' | 'gaveUp' | 'sentAway';
  firstTicket?: number;
  counted: number;
  served: boolean;
  rating?: number;
  leave?: number;
  reason?: LeaveReason;
}

interface Case {
  classIndex: number;
  accepted: number;
  decided?: number;
  late?: boolean;
}

/** Everybody's visit in seconds, read off the record one by one. */
function visitsOf({ events }: DayRecord) {
  const visits = new Map<number, Visit>();
  const cases = new Map<number, Case>();
  for (let i = 0; i < events.length; i++) {
    const t = events.timeUs[i]! / 1e6;
    const id = events.visitor[i]!;
    const v = visits.get(id);
    const last = v?.waits.at(-1);
    switch (events.kind[i]) {
      case EventKind.Arrive:
        visits.set(id, {
          classIndex: events.place[i]!,
          origin: Origin.WalkIn,
          arrive: t,
          waits: [],
          tickets: 0,
          counted: 0,
          served: false,
        });
        break;
      case EventKind.Origin:
        v!.origin = events.value[i]!;
        break;
      case EventKind.Ticket:
        v!.tickets++;
        v!.waits.push({ from: t });
        break;
      case EventKind.Redirect:
        v!.waits.push({ from: t });
        break;
      case EventKind.PassOver:
        if (events.value[i] === 1) v!.waits.push({ from: t });
        // Called to a wrong window and gone: that call is the end of the wait.
        else if (v!.ended === undefined)
          Object.assign(v!, { ended: t, how: 'called', firstTicket: last!.from });
        break;
      case EventKind.Call:
        // No open wait: a call to the issuing window.
        if (!last || last.to !== undefined) break;
        last.to = t;
        if (v!.ended === undefined) v!.counted += t - last.from;
        if (v!.ended === undefined && events.value[i] === 0)
          Object.assign(v!, { ended: t, how: 'called', firstTicket: last.from });
        break;
      case EventKind.Abandon: {
        last!.to = t;
        if (v!.ended !== undefined) break;
        v!.counted += t - last!.from;
        const how = events.value[i] === 0 ? 'gaveUp' : 'sentAway';
        Object.assign(v!, { ended: t, how, firstTicket: last!.from });
        break;
      }
      case EventKind.ServiceEnd:
        if (events.value[i]! < Outcome.Issued) v!.served = true;
        break;
      case EventKind.Rate:
        v!.rating = events.value[i]!;
        break;
      case EventKind.CaseAccept:
        cases.set(id, { classIndex: events.place[i]!, accepted: t });
        break;
      case EventKind.CaseDecided:
        Object.assign(cases.get(id)!, { decided: t, late: events.value[i]! >= 2 });
        break;
      case EventKind.Leave:
        v!.leave = t;
        v!.reason = events.value[i]!;
        if (events.value[i] === LeaveReason.Kiosk) v!.served = true;
        break;
    }
  }
  return { visits: [...visits.values()], cases: [...cases.values()] };
}

/** Type 7 quantile of a sorted copy. */
function quantile(values: number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

const DAY_S = 86_400;
const isFirst = (v: Visit) => v.origin === Origin.WalkIn || v.origin === Origin.Appointment;

/**
 * The measures by their definitions, without any of the product's bookkeeping.
 *
 * @param start beginning of the observation; open, close: hours of every day, all in seconds
 */
function naive(
  all: Visit[],
  cases: Case[],
  {
    start,
    open,
    close,
    days,
    targetS,
  }: Record<'start' | 'open' | 'close' | 'days' | 'targetS', number>,
) {
  const visits = all.filter((v) => v.arrive >= start);
  const ended = all.filter((v) => v.ended !== undefined && v.firstTicket! >= start);
  const waits = ended.filter((v) => v.how === 'called').map((v) => v.counted);
  const left = visits.filter((v) => v.leave !== undefined);
  let waiting = 0;
  for (const { from, to } of all.flatMap((v) => v.waits)) {
    // Within the opening hours of each measured day.
    const firstDay = Math.floor(start / DAY_S);
    for (let day = firstDay; day < firstDay + days; day++) {
      const opens = Math.max(start, day * DAY_S + open);
      const closes = day * DAY_S + close;
      waiting += Math.max(0, Math.min(to ?? closes, closes) - Math.max(from, opens));
    }
  }
  const firstServed = left.filter((v) => isFirst(v) && v.reason! <= LeaveReason.SentBack);
  const decided = cases.filter((c) => c.decided !== undefined && c.decided >= start);
  const ratings = all.filter((v) => v.rating !== undefined && v.leave! >= start);
  return {
    arrived: visits.length,
    abandonedShare: share(ended.filter((v) => v.how === 'gaveUp').length, ended.length),
    balkedShare: share(left.filter((v) => v.reason === LeaveReason.Balked).length, visits.length),
    turnedAwayShare: share(left.filter((v) => v.reason === LeaveReason.Full).length, visits.length),
    waitMeanS: share(
      waits.reduce((sum, w) => sum + w, 0),
      waits.length,
    ),
    waitP50S: quantile(waits, 0.5),
    waitP90S: quantile(waits, 0.9),
    waitP95S: quantile(waits, 0.95),
    withinTargetShare: share(ended.filter((v) => v.counted <= targetS).length, ended.length),
    timeInHallMeanS: share(
      left.reduce((sum, v) => sum + v.leave! - v.arrive, 0),
      left.length,
    ),
    queueMean: waiting / (days * (close - open)),
    oneVisitShare: share(
      firstServed.filter((v) => v.reason === LeaveReason.Done || v.reason === LeaveReason.Issued)
        .length,
      firstServed.length,
    ),
    visitsPerCase: share(visits.length, visits.filter(isFirst).length),
    promisedLateShare: share(decided.filter((c) => c.late).length, decided.length),
    caseDaysMean: share(
      decided.reduce(
        (sum, c) => sum + Math.floor(c.decided! / DAY_S) - Math.floor(c.accepted / DAY_S),
        0,
      ),
      decided.length,
    ),
    lowRatingShare: share(ratings.filter((v) => v.rating! >= 3).length, ratings.length),
  };
}

/** The most people inside at once, companions included. */
function mostPeople({ events }: DayRecord): number {
  let inside = 0;
  let most = 0;
  for (let i = 0; i < events.length; i++) {
    const kind = events.kind[i];
    if (kind === EventKind.Arrive || kind === EventKind.Accompany) inside++;
    if (kind === EventKind.Leave || kind === EventKind.CompanionLeave) inside--;
    most = Math.max(most, inside);
  }
  return most;
}

/** Metres walked by each who came in: a walk counts as far as it was walked before the next. */
function expectWalked({ walks, events }: DayRecord, walkMeanM: number | null): void {
  const next = new Map<number, number>();
  let metres = 0;
  for (let i = walks.length - 1; i >= 0; i--) {
    const visitor = walks.visitor[i]!;
    const startUs = walks.startUs[i]!;
    const endUs = walks.endUs[i]!;
    const untilUs = Math.min(endUs, next.get(visitor) ?? endUs);
    next.set(visitor, startUs);
    let lengthM = 0;
    for (let p = walks.firstPoint[i]! + 1; p < walks.firstPoint[i + 1]!; p++) {
      const [x0, y0, x1, y1] = walks.points.slice(2 * p - 2, 2 * p + 2);
      lengthM += Math.hypot(x1! - x0!, y1! - y0!);
    }
    if (endUs > startUs) metres += (lengthM * (untilUs - startUs)) / (endUs - startUs);
  }
  const people = events.kind.filter(
    (kind) => kind === EventKind.Arrive || kind === EventKind.Accompany,
  ).length;
  if (walkMeanM === null) expect(walks.length).toBe(0);
  else expect(walkMeanM).toBeCloseTo(metres / people, 5);
}

function expectSame(experiment: Experiment, replication: number): void {
  const { model } = experiment;
  const record = recordDay(experiment, replication);
  const { stopped, ...figures } = replicate(experiment, replication);
  expect(stopped).toBeNull();
  // The record holds everything that the measures need.
  const clock = new Float64Array(1);
  const again = new HallStatistics(model, clock);
  const { events } = record;
  for (let i = 0; i < events.length; i++) {
    clock[0] = events.timeUs[i]!;
    again.event(events.kind[i]!, events.visitor[i]!, events.place[i]!, events.value[i]!);
  }
  const { walkMeanM, standingMax } = figures.all;
  expect(again.figures({ walkMeanM, standingMax })).toEqual(figures);
  expectWalked(record, walkMeanM);
  const { visits, cases } = visitsOf(record);
  const open = model.sessions[0]!.doorsUs / 1e6;
  const warmUpS = model.warmUpUs / 1e6;
  const hours = {
    start: warmUpS + open,
    open,
    close: model.sessions.at(-1)!.toUs / 1e6,
    days: model.days - warmUpS / DAY_S,
    targetS: numberOf(model.scenario.targetWaitS),
  };
  const parts = [
    [figures.all, visits, cases],
    ...model.classes.map(
      (_, c) =>
        [
          figures.byClass[c]!,
          visits.filter((v) => v.classIndex === c),
          cases.filter((one) => one.classIndex === c),
        ] as const,
    ),
  ] as const;
  for (const [found, of, their] of parts) {
    const expected = naive([...of], [...their], hours);
    for (const [id, value] of Object.entries(expected)) {
      const measured = found[id as keyof typeof expected];
      if (value === null || measured === null) expect(measured, id).toBe(value);
      else expect(Math.abs(measured - value), id).toBeLessThan(1e-6 * Math.max(1, Math.abs(value)));
    }
  }
  expect(figures.all.peopleMax).toBe(mostPeople(record));
  expect(figures.all.openCases).toBe(cases.filter((c) => c.decided === undefined).length);
  if (warmUpS === 0) {
    expect(figures.all.served).toBe(visits.filter((v) => v.served).length);
    expect(figures.all.queueMax).toBeLessThanOrEqual(
      visits.reduce((sum, v) => sum + v.waits.length, 0),
    );
  }
}

describe('the measures are what their definitions say', () => {
  test.each(['quxi', 'putian'])('%s in its floor plan', (id) => {
    const scenario = hallScenario(id);
    const plan = shippedPlan(scenario.floorplan as string);
    const experiment = prepare(scenario, plan, 11);
    for (const replication of [0, 1, 2]) expectSame(experiment, replication);
  });

  test.each([
    { name: 'plain', halls: anyScenario },
    { name: 'with every mechanism', halls: anyHall },
  ])('random halls, $name (seed 20210226)', ({ halls }) => {
    fc.assert(
      fc.property(halls, fc.nat(1e6), (input, seed) => {
        expectSame(prepare(scenarioSchema.parse(input), null, seed), 0);
      }),
      { numRuns: 120, seed: 20210226 },
    );
  });

  test('a queue of three, by hand: mean, maximum, half hours and windows', () => {
    const scenario = scenarioSchema.parse({
      format: 'hall-twin/scenario',
      version: 1,
      id: 'hand',
      name: 'hand',
      floorplan: null,
      horizon: { kind: 'day', sessions: [{ from: '09:00', to: '10:00' }], closing: 'serveInside' },
      targetWaitS: 600,
      classes: [
        {
          id: 'a',
          name: 'a',
          arrivals: { kind: 'list', atS: [32400, 32400, 33600] },
          service: { dist: 'deterministic', valueS: 900 },
        },
      ],
      windows: [{ id: 'w1', name: 'w1', serves: ['a'] }],
    });
    const figures = replicate(prepare(scenario, null, 1), 0);
    // Served 9:00–9:15, 9:15–9:30, 9:30–9:45; waits 0, 900 and 600 s.
    expect(figures.all).toMatchObject({
      arrived: 3,
      served: 3,
      waitMeanS: 500,
      waitP50S: 600,
      withinTargetShare: 2 / 3,
      timeInHallMeanS: 1400,
      queueMean: 1500 / 3600,
      queueMax: 1,
    });
    expect(figures.waitMeanS).toEqual([500, null]);
    expect(figures.queueMean).toEqual([1500 / 1800, 0]);
    expect(figures.tickets).toEqual([3, 0]);
    expect(figures.utilisation).toEqual([0.75]);
  });
});
