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
import { type DayRecord, EventKind, LeaveReason, Outcome } from '../../../src/sim/hall/record';
import { HallStatistics } from '../../../src/sim/stats/hall-statistics';
import { shippedPlan } from '../../plans';
import { anyScenario } from '../hall/scenarios';

interface Visit {
  classIndex: number;
  arrive: number;
  ticket?: number;
  ended?: number;
  how?: 'called' | 'gaveUp' | 'sentAway';
  served: boolean;
  leave?: number;
}

/** Everybody's visit in seconds, read off the record one by one. */
function visitsOf({ events }: DayRecord): Visit[] {
  const visits: Visit[] = [];
  for (let i = 0; i < events.length; i++) {
    const t = events.timeUs[i]! / 1e6;
    const v = visits[events.visitor[i]!];
    switch (events.kind[i]) {
      case EventKind.Arrive:
        visits.push({ classIndex: events.place[i]!, arrive: t, served: false });
        break;
      case EventKind.Ticket:
        v!.ticket = t;
        break;
      case EventKind.Call:
        if (v!.ended === undefined) Object.assign(v!, { ended: t, how: 'called' });
        break;
      case EventKind.Abandon:
        Object.assign(v!, { ended: t, how: events.value[i] === 0 ? 'gaveUp' : 'sentAway' });
        break;
      case EventKind.ServiceEnd:
        if (events.value[i] !== Outcome.Issued) v!.served = true;
        break;
      case EventKind.Leave:
        v!.leave = t;
        if (events.value[i] === LeaveReason.Kiosk) v!.served = true;
        break;
    }
  }
  return visits;
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

/** The measures by their definitions, without any of the product's bookkeeping. */
function naive(visits: Visit[], from: number, to: number, targetS: number) {
  const ended = visits.filter((v) => v.ended !== undefined);
  const waits = ended.filter((v) => v.how === 'called').map((v) => v.ended! - v.ticket!);
  const left = visits.filter((v) => v.leave !== undefined);
  const waiting = visits
    .filter((v) => v.ticket !== undefined)
    .reduce(
      (sum, v) => sum + Math.max(0, Math.min(v.ended ?? to, to) - Math.max(v.ticket!, from)),
      0,
    );
  return {
    arrived: visits.length,
    served: visits.filter((v) => v.served).length,
    abandonedShare: share(ended.filter((v) => v.how === 'gaveUp').length, ended.length),
    waitMeanS: share(
      waits.reduce((sum, w) => sum + w, 0),
      waits.length,
    ),
    waitP50S: quantile(waits, 0.5),
    waitP90S: quantile(waits, 0.9),
    waitP95S: quantile(waits, 0.95),
    withinTargetShare: share(
      ended.filter((v) => v.ended! - v.ticket! <= targetS).length,
      ended.length,
    ),
    timeInHallMeanS: share(
      left.reduce((sum, v) => sum + v.leave! - v.arrive, 0),
      left.length,
    ),
    queueMean: waiting / (to - from),
    tickets: visits.filter((v) => v.ticket !== undefined).length,
  };
}

function expectSame(experiment: Experiment, replication: number): void {
  const { model } = experiment;
  const record = recordDay(experiment, replication);
  const figures = replicate(experiment, replication);
  // The record holds everything that the measures need.
  const again = new HallStatistics(model);
  const { events } = record;
  for (let i = 0; i < events.length; i++)
    again.event(
      events.timeUs[i]!,
      events.kind[i]!,
      events.visitor[i]!,
      events.place[i]!,
      events.value[i]!,
    );
  expect(again.figures()).toEqual(figures);
  const visits = visitsOf(record);
  const from = model.sessions[0]!.fromUs / 1e6;
  const to = model.sessions.at(-1)!.toUs / 1e6;
  const target = numberOf(model.scenario.targetWaitS);
  const parts = [
    [figures.all, visits],
    ...model.classes.map(
      (_, c) => [figures.byClass[c]!, visits.filter((v) => v.classIndex === c)] as const,
    ),
  ] as const;
  for (const [found, of] of parts) {
    const { tickets, ...expected } = naive([...of], from, to, target);
    for (const [id, value] of Object.entries(expected)) {
      const measured = found[id as keyof typeof expected];
      if (value === null || measured === null) expect(measured, id).toBe(value);
      else expect(Math.abs(measured - value), id).toBeLessThan(1e-6 * Math.max(1, Math.abs(value)));
    }
    expect(found.queueMax).toBeLessThanOrEqual(tickets);
  }
}

describe('the measures are what their definitions say', () => {
  test.each(['quxi', 'putian'])('%s in its floor plan', (id) => {
    const scenario = hallScenario(id);
    const plan = shippedPlan(scenario.floorplan as string);
    const experiment = prepare(scenario, plan, 11);
    for (const replication of [0, 1, 2]) expectSame(experiment, replication);
  });

  test('random halls (seed 20210226)', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(1e6), (input, seed) => {
        expectSame(prepare(scenarioSchema.parse(input), null, seed), 0);
      }),
      { numRuns: 80, seed: 20210226 },
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
