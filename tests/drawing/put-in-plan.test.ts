import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { putInPlan } from '../../src/drawing/put-in-plan';
import { hallDigest } from '../../src/scenarios/hall-digest';
import { hallScenario } from '../../src/scenarios/halls';
import { InputError } from '../../src/scenarios/problem';
import { readFloorPlan } from '../../src/scenarios/read';
import type { Scenario } from '../../src/scenarios/scenario';
import { validateAgainstPlan } from '../../src/scenarios/validate-plan';

const PLAN = 'hall-200';
const plan = readFloorPlan(readFileSync(`public/floorplans/${PLAN}.json`, 'utf8'), PLAN);
const hall = hallScenario('quxi');
const own: Scenario = { ...hall, floorplan: null, mobility: [] };
const first = hall.windows[0]!;
const extra = (i: number, shifts: Scenario['windows'][number]['shifts']) => ({
  ...first,
  id: `extra${i}`,
  name: `extra ${i}`,
  shifts,
});

describe('putting a scenario into a plan', () => {
  it('every window gets a place of its own, and the plan agrees', () => {
    const windows = hall.windows
      .filter(({ area }) => area !== 'issuing')
      .map((w, i) => ({ ...w, id: `w-${i}` }));
    const { scenario, leftOut } = putInPlan({ ...own, windows }, plan, hall, 'x');
    expect(leftOut).toEqual([]);
    expect(new Set(scenario.windows.map(({ id }) => id)).size).toBe(windows.length);
    expect(
      validateAgainstPlan(scenario, plan).filter(({ path }) => path.startsWith('windows')),
    ).toEqual([]);
  });

  it('past waits of a log stay those of the hall in its plan', () => {
    const windows = hall.windows.filter(({ area }) => area !== 'issuing');
    const pastWaits = {
      halfHours: [{ from: '09:00', to: '09:30', waitS: 300, days: 5 }],
      modelWeight: 0.5,
      errorQuantiles: [-1, -0.5, 0, 0.5, 1],
      leftOutDays: 5,
      ofHall: hallDigest({ ...own, windows }),
    };
    const { scenario } = putInPlan({ ...own, windows, pastWaits }, plan, hall, 'x');
    expect(scenario.pastWaits!.ofHall).toBe(hallDigest(scenario));
  });

  it('windows of moments go first; if there are still too many it is refused', () => {
    const windows = hall.windows.filter(({ area }) => area !== 'issuing');
    const moment = extra(1, [{ from: '10:00', to: '10:15', days: ['mon'] }]);
    expect(putInPlan({ ...own, windows: [moment, ...windows] }, plan, hall, 'x').leftOut).toEqual([
      'extra 1',
    ]);
    const long = extra(2, [{ from: '09:00', to: '17:00' }]);
    expect(() => putInPlan({ ...own, windows: [long, ...windows] }, plan, hall, 'x')).toThrow(
      InputError,
    );
  });
});
