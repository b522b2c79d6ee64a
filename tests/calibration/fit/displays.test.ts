import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibration/fit/calibrate';
import { waitsInTurn } from '../../../src/calibration/fit/cumulative';
import { readLooks } from '../../../src/calibration/fit/looks';
import type { SnapshotLog, TicketLog } from '../../../src/calibration/log/types';
import { loggedHall, simulateLog } from '../simulated';

const WINDOWS = 3;
const HALL = loggedHall('displays', [{ from: '09:00', to: '15:00' }], {
  classes: [
    {
      id: 'a',
      name: 'a',
      arrivals: {
        kind: 'poissonByInterval',
        intervals: [
          { from: '09:00', to: '11:00', perHour: 40 },
          { from: '11:00', to: '14:30', perHour: 24 },
        ],
      },
      service: { dist: 'exponential', meanS: 300 },
    },
  ],
  windows: Array.from({ length: WINDOWS }, (_, k) => ({
    id: `w${k + 1}`,
    name: `w${k + 1}`,
    serves: ['a'],
  })),
});

/** What a display would have shown of a log's tickets every five minutes; its number lags as `shown` says. */
function displayOf(log: TicketLog, shown: (called: number) => number): SnapshotLog {
  const rows = log.days.flatMap((_, d) => {
    const tickets = Array.from({ length: log.rows }, (_x, i) => i).filter((i) => log.day[i] === d);
    return Array.from({ length: 84 }, (_x, k) => {
      const atS = 32_400 + 300 * k;
      const came = tickets.filter((i) => log.ticketS[i]! <= atS).length;
      const called = tickets.filter((i) => log.callS[i]! <= atS).length;
      const open = atS < 54_000 || came > called ? WINDOWS : 0;
      return { d, atS, waiting: came - called, open, ticket: shown(called) };
    });
  });
  return {
    kind: 'snapshots',
    days: log.days,
    queues: ['a'],
    rows: rows.length,
    queue: new Int32Array(rows.length),
    day: Int32Array.from(rows, (r) => r.d),
    atS: Float64Array.from(rows, (r) => r.atS),
    waiting: Float64Array.from(rows, (r) => r.waiting),
    open: Float64Array.from(rows, (r) => r.open),
    ticket: Float64Array.from(rows, (r) => r.ticket),
    serviceS: new Float64Array(rows.length).fill(Number.NaN),
  };
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

describe('waits read off cumulative curves', () => {
  it('by hand: ten come in the first ten minutes, one is called a minute from minute ten on', () => {
    const waits: [number, number][] = [];
    waitsInTurn({ atS: [0, 600, 1200], came: [0, 10, 10], called: [0, 0, 10] }, (cameS, waitS) =>
      waits.push([cameS, waitS]),
    );
    expect(waits.length).toBe(10);
    for (const [, waitS] of waits) expect(waitS).toBeCloseTo(600, 6);
    expect(waits[0]![0]).toBeCloseTo(30, 6);
  });

  it('leaves out who was never called', () => {
    let n = 0;
    waitsInTurn({ atS: [0, 600], came: [0, 10], called: [0, 4] }, () => n++);
    expect(n).toBe(4);
  });
});

describe('queue displays of a hall that the product itself simulated', () => {
  const log = simulateLog(HALL, 51, 0);
  const waits = Array.from({ length: log.rows }, (_, i) => log.callS[i]! - log.ticketS[i]!);
  const meanWaitS = sum(waits) / log.rows;

  for (const [name, shown] of [
    ['that follow each call', (called: number) => called],
    ['whose number stands still and jumps by eight', (called: number) => called - (called % 8)],
  ] as const)
    it(`${name}: mean waits as they were, to a tenth (seed 51)`, () => {
      const looks = readLooks(displayOf(log, shown));
      expect(sum(looks.calls) / log.rows).toBeGreaterThan(0.9);
      const seen = sum(looks.waitSumS) / sum(looks.calls);
      expect(Math.abs(seen / meanWaitS - 1)).toBeLessThan(0.1);
    });

  it('become a scenario with its service, and no queue longer than the longest that was seen', () => {
    const display = displayOf(log, (called) => called);
    const { scenario, queues } = calibrate(display, { name: 'displays' });
    expect(Math.abs(queues[0]!.serviceS.value / 300 - 1)).toBeLessThan(0.1);
    const longest = display.waiting.reduce((a, b) => Math.max(a, b), 0);
    expect(scenario!.classes[0]!.balking).toMatchObject([
      { waiting: longest, share: { value: 1 } },
    ]);
    expect(scenario!.windows.length).toBe(WINDOWS);
  });
});
