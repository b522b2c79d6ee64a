import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibration/fit/calibrate';
import type { IntervalLog, TicketLog } from '../../../src/calibration/log/types';
import { readScenario } from '../../../src/scenarios/read';
import type { ScenarioInput } from '../../../src/scenarios/scenario';
import { simulateLog } from '../simulated';

const WINDOWS = 4;
const SERVICE_S = 420;
const HALL: ScenarioInput = {
  format: 'hall-twin/scenario',
  version: 1,
  id: 'totals',
  name: 'totals',
  floorplan: null,
  horizon: {
    kind: 'days',
    firstDate: '2021-03-01',
    workingDays: 15,
    sessions: [{ from: '09:00', to: '16:00' }],
    closing: 'serveInside',
  },
  targetWaitS: 900,
  classes: [
    {
      id: 'a',
      name: 'a',
      arrivals: { kind: 'poisson', perHour: 28 },
      service: { dist: 'exponential', meanS: SERVICE_S },
    },
  ],
  windows: Array.from({ length: WINDOWS }, (_, k) => ({
    id: `w${k + 1}`,
    name: `w${k + 1}`,
    serves: ['a'],
  })),
};

/** Totals of a log's tickets by stretches: people, open counters, mean wait of those who came. */
function totalsOf(log: TicketLog, stretchS: number): IntervalLog {
  const rows = log.days.flatMap((_, day) =>
    Array.from({ length: Math.ceil(25_200 / stretchS) }, (_x, k) => {
      const fromS = 32_400 + k * stretchS;
      const waits: number[] = [];
      for (let i = 0; i < log.rows; i++)
        if (log.day[i] === day && log.ticketS[i]! >= fromS && log.ticketS[i]! < fromS + stretchS)
          waits.push(log.callS[i]! - log.ticketS[i]!);
      const mean = waits.reduce((sum, x) => sum + x, 0) / waits.length;
      return { day, fromS, people: waits.length, mean };
    }),
  );
  const floats = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  return {
    kind: 'intervals',
    days: log.days,
    queues: ['a'],
    rows: rows.length,
    queue: new Int32Array(rows.length),
    day: Int32Array.from(rows, (r) => r.day),
    fromS: floats((r) => r.fromS),
    toS: floats((r) => r.fromS + stretchS),
    people: floats((r) => r.people),
    open: floats(() => WINDOWS),
    waitMeanS: floats((r) => r.mean),
    waitMaxS: floats(() => Number.NaN),
  };
}

describe('totals by half hour of a hall that the product itself simulated', () => {
  const log = simulateLog(HALL, 61, 0);

  it('give a scenario with the service that was, found by turning the waits round (seed 61)', () => {
    const { scenario, queues, unknowns } = calibrate(totalsOf(log, 1800), { name: 'totals' });
    expect(() => readScenario(JSON.stringify(scenario), 'totals')).not.toThrow();
    expect(scenario!.windows.length).toBe(WINDOWS);
    const { value, ci95 } = queues[0]!.serviceS;
    expect(Math.abs(value / SERVICE_S - 1)).toBeLessThan(0.1);
    expect(ci95![0]).toBeLessThan(SERVICE_S);
    expect(ci95![1]).toBeGreaterThan(SERVICE_S);
    expect(JSON.stringify(unknowns)).toContain('exponential');
  });

  for (const [what, totals, reason] of [
    ['hours', totalsOf(log, 3600), '60 minutes'],
    [
      'no open counters',
      { ...totalsOf(log, 1800), open: new Float64Array(15 * 14).fill(Number.NaN) },
      'both columns',
    ],
  ] as const)
    it(`with ${what} give none, and say why`, () => {
      const { scenario, unknowns } = calibrate(totals, { name: 'totals' });
      expect(scenario).toBeNull();
      const why = unknowns.find(({ about }) => about === 'scenario')!.text;
      expect(JSON.stringify(why)).toContain(reason);
    });
});
