import { expect, it } from 'vitest';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import { type DayRecord, EventKind, Outcome } from '../../../src/sim/hall/record';
import { createTimeline } from '../../../src/sim/hall/timeline';
import { integralsOf, staysOf } from '../../../src/sim/verification/node-times';
import { exponential, question, windows } from '../../../src/sim/verification/questions';

/** Lends its header; nobody comes. */
const empty = question('empty', {
  horizon: { kind: 'day', sessions: [{ from: '09:00', to: '10:00' }], closing: 'serveInside' },
  classes: [{ id: 'a', name: 'a', arrivals: { kind: 'list', atS: [] }, service: exponential(60) }],
  windows: windows(2, ['a']),
});

/** Two visitors: one waits 5 s and is served 10 s at window 1; the other gives up after 4 s. */
function record(): DayRecord {
  const events: [number, EventKind, number, number, number][] = [
    [0, EventKind.SessionStart, -1, 0, 0],
    [10, EventKind.Arrive, 0, 0, -1],
    [10, EventKind.StationJoin, 0, 2, 0],
    [11, EventKind.StationStart, 0, 2, 0],
    [13, EventKind.StationEnd, 0, 2, 0],
    [13, EventKind.Ticket, 0, 0, 1],
    [15, EventKind.Arrive, 1, 0, -1],
    [15, EventKind.Ticket, 1, 0, 2],
    [18, EventKind.Call, 0, 1, 0],
    [18, EventKind.ServiceStart, 0, 1, 0],
    [19, EventKind.Abandon, 1, 0, 0],
    [19, EventKind.Leave, 1, -1, 5],
    [28, EventKind.ServiceEnd, 0, 1, Outcome.Done],
    [28, EventKind.Leave, 0, -1, 0],
  ];
  const column = (at: 1 | 2 | 3 | 4) => events.map((e) => e[at]);
  return {
    header: recordDay(prepare(empty, null, 1), 0).header,
    events: {
      length: events.length,
      timeUs: Float64Array.from(events, ([s]) => s * 1e6),
      kind: Uint8Array.from(column(1)),
      visitor: Int32Array.from(column(2)),
      place: Int32Array.from(column(3)),
      value: Int32Array.from(column(4)),
    },
    walks: {
      length: 0,
      visitor: new Int32Array(0),
      startUs: new Float64Array(0),
      endUs: new Float64Array(0),
      to: new Int32Array(0),
      firstPoint: new Int32Array(1),
      points: new Float64Array(0),
    },
  };
}

it('person-seconds by hand, by both routes', () => {
  const day = record();
  const byHand = { 'station:2': 3e6, 'waiting:0': 5e6 + 4e6, 'window:1': 10e6 };
  expect(Object.fromEntries(integralsOf(day, 0, 28e6))).toEqual(byHand);
  const stays = staysOf(createTimeline(day));
  expect(Object.fromEntries([...stays].map(([node, s]) => [node, s.totalUs]))).toEqual(byHand);
  expect(stays.get('waiting:0')!.count).toBe(2);
});

it('integrals are cut at the ends of the time looked at', () => {
  expect(Object.fromEntries(integralsOf(record(), 14e6, 20e6))).toEqual({
    'station:2': 0,
    'waiting:0': 4e6 + 4e6,
    'window:1': 2e6,
  });
});
