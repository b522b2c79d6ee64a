import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { grossAreaM2 } from '../../src/geometry/area';
import { FLOORPLANS, HALLS, hallScenario } from '../../src/scenarios/halls';
import { PRODUCT } from '../../src/scenarios/product';
import { numberOf } from '../../src/scenarios/provenance';
import { validateScenario } from '../../src/scenarios/validate';
import { validateAgainstPlan } from '../../src/scenarios/validate-plan';
import { SHIPPED_PLANS, shippedPlan } from '../plans';

const LARGE = ['quxi', 'pandong', 'yuhu', 'xinheng', 'xichang', 'yunlu', 'baita', 'linpan'];
const SMALL = ['putian', 'yujiao', 'yuecheng', 'guiling', 'longwei'];

describe('the 13 halls of the notice', () => {
  test('eight of at least 200 m², five of at least 150 m²', () => {
    expect(HALLS.map((h) => h.id)).toEqual([...LARGE, ...SMALL]);
    for (const hall of HALLS) {
      expect(hall.minimumAreaM2).toBe(LARGE.includes(hall.id) ? 200 : 150);
      expect(grossAreaM2(shippedPlan(hall.floorplan))).toBeGreaterThanOrEqual(hall.minimumAreaM2);
    }
  });

  test.each(HALLS)('$id: 8 pooled windows, 5 department windows, one that issues', (hall) => {
    const scenario = hallScenario(hall.id);
    const by = (area: string) => scenario.windows.filter((w) => w.area === area);
    expect(by('comprehensive')).toHaveLength(8);
    for (const window of by('comprehensive'))
      expect(window.serves).toEqual(by('comprehensive')[0]!.serves);
    expect(by('department').map((w) => w.serves)).toEqual([
      ['security'],
      ['market'],
      ['land'],
      ['justice'],
      ['tax'],
    ]);
    expect(by('issuing')).toHaveLength(1);
    const marriage = hall.id !== 'quxi' && hall.id !== 'pandong';
    expect(scenario.classes.some((c) => c.id === 'marriage')).toBe(marriage);
    expect(by('comprehensive')[0]!.serves.includes('marriage')).toBe(marriage);
    expect(validateScenario(scenario)).toEqual([]);
    expect(validateAgainstPlan(scenario, shippedPlan(hall.floorplan))).toEqual([]);
  });

  test('visits follow from 26 a window and from residents where they are known', () => {
    const visits = (id: string) => numberOf(hallScenario(id).demand!.visitsPerDay);
    expect(visits('quxi')).toBe(26 * 13);
    expect(visits('xinheng')).toBe(Math.round((338 * 84_559) / (931_719 / 13)));
    expect(() => hallScenario('nowhere')).toThrow(RangeError);
  });

  test('every number says where it comes from', () => {
    const bare: string[] = [];
    const walk = (value: unknown, path: string, told: boolean): void => {
      if (typeof value === 'number' && !told) bare.push(path);
      if (typeof value !== 'object' || value === null) return;
      const here = told || 'provenance' in value;
      for (const [key, child] of Object.entries(value))
        if (key !== 'provenance') walk(child, `${path}.${key}`, here);
    };
    walk(hallScenario('putian'), '', false);
    // What is left says nothing about the world: format, default priority and credit.
    expect(bare.filter((path) => !/^\.version$|\.priority$|\.creditS$/.test(path))).toEqual([]);
  });
});

test('the list of floor plans is the folder of floor plans', () => {
  expect(FLOORPLANS.map((p) => p.id).sort()).toEqual([...SHIPPED_PLANS].sort());
  for (const { id, areaM2 } of FLOORPLANS) expect(grossAreaM2(shippedPlan(id))).toBe(areaM2);
});

test('name and version are those of the package', () => {
  expect(PRODUCT).toEqual({ name: manifest.name, version: manifest.version });
});
