import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibration/fit/calibrate';
import { numberOf } from '../../../src/scenarios/provenance';
import { readScenario } from '../../../src/scenarios/read';
import type { ScenarioInput } from '../../../src/scenarios/scenario';
import { simulateLog } from '../simulated';

/** Two working weeks of a hall with a lunch break; `windows` equal windows, `perHour` visitors. */
function hall(windows: number, perHour: number): ScenarioInput {
  return {
    format: 'hall-twin/scenario',
    version: 1,
    id: 'breaks',
    name: 'breaks',
    floorplan: null,
    horizon: {
      kind: 'days',
      firstDate: '2021-03-01',
      workingDays: 10,
      sessions: [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '17:00' },
      ],
      closing: 'serveInside',
    },
    targetWaitS: 900,
    classes: [
      {
        id: 'a',
        name: 'a',
        arrivals: {
          kind: 'poissonByInterval',
          intervals: [
            { from: '09:00', to: '12:00', perHour },
            { from: '13:30', to: '17:00', perHour },
          ],
        },
        service: { dist: 'lognormal', meanS: 500, cv: 0.7 },
        patience: null,
      },
    ],
    windows: Array.from({ length: windows }, (_, k) => ({
      id: `w${k + 1}`,
      name: `w${k + 1}`,
      serves: ['a'],
    })),
  };
}

describe('windows of logs that the product itself simulated', () => {
  // The second hall is so quiet that its last window hardly has anybody in the first quarters of an hour.
  for (const [windows, perHour] of [
    [5, 30],
    [5, 22],
  ] as const)
    it(`${windows} windows, ${perHour} visitors an hour: there from the beginning of a session to its end, at their pace (seed 41)`, () => {
      const { scenario } = calibrate(simulateLog(hall(windows, perHour), 41, 0), { name: 'sim' });
      expect(() => readScenario(JSON.stringify(scenario), 'sim')).not.toThrow();
      expect(scenario!.horizon).toMatchObject({
        sessions: [
          { from: '09:00', to: '12:00' },
          { from: '13:30', to: '17:00' },
        ],
      });
      expect(scenario!.windows.length).toBe(windows);
      for (const { shifts, efficiency } of scenario!.windows) {
        expect(shifts!.map(({ from, to }) => `${from}–${to}`)).toEqual([
          '09:00–12:00',
          '13:30–17:00',
        ]);
        expect(numberOf(efficiency)).toBeGreaterThan(0.9);
        expect(numberOf(efficiency)).toBeLessThan(1.1);
      }
    }, 60_000);
});
