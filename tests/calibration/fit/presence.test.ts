import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibration/fit/calibrate';
import { numberOf } from '../../../src/scenarios/provenance';
import { readScenario } from '../../../src/scenarios/read';
import type { ScenarioInput } from '../../../src/scenarios/scenario';
import { loggedHall, simulateLog } from '../simulated';

/** Two working weeks of a hall with a lunch break; `windows` equal windows, `perHour` visitors, open in the morning until `noon`. */
function hall(windows: number, perHour: number, noon = '12:00'): ScenarioInput {
  return loggedHall(
    'breaks',
    [
      { from: '09:00', to: noon },
      { from: '13:30', to: '17:00' },
    ],
    {
      classes: [
        {
          id: 'a',
          name: 'a',
          arrivals: {
            kind: 'poissonByInterval',
            intervals: [
              { from: '09:00', to: noon, perHour },
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
    },
  );
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
        expect(numberOf(efficiency)).toBeGreaterThan(0.95);
        expect(numberOf(efficiency)).toBeLessThan(1.05);
      }
    }, 60_000);

  // No half hour ends at 11:42, and what a quiet morning waits is little: neither is the windows' pace.
  for (const [perHour, seed] of [
    [30, 42],
    [22, 41],
    [34, 43],
  ] as const)
    it(`5 equal windows, 9:00–11:42 and 13:30–17:00, ${perHour} visitors an hour: each works at pace 1 (seed ${seed})`, () => {
      const { scenario } = calibrate(simulateLog(hall(5, perHour, '11:42'), seed, 0), {
        name: 'sim',
      });
      expect(scenario!.windows.length).toBe(5);
      const paces = scenario!.windows.map((w) => numberOf(w.efficiency));
      expect(Math.abs(paces.reduce((sum, x) => sum + x, 0) / 5 - 1)).toBeLessThan(0.03);
    }, 60_000);
});
