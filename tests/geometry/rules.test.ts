import { describe, expect, test } from 'vitest';
import { passages as allPassages, lowSections } from '../../src/geometry/rules/passages';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { plant, room } from './halls';

/** Passages that a hall has to have; the wider ones of crowded places are advice. */
const passages = (plan: FloorPlan) =>
  allPassages(plan).filter(({ rule }) => rule !== 'crowdedPassage');

describe('passages', () => {
  /** A room whose window is reached between two bars `widthM` apart. */
  const gap = (widthM: number) => {
    const bar = 5 - widthM / 2;
    return room({
      doors: [
        {
          id: 'door',
          kind: 'entranceExit',
          wall: 'south',
          offsetM: 5.2,
          widthM: 1.6,
          heightM: 2.1,
        },
      ],
      fixtures: [
        plant('left', [bar / 2, 4], bar, 0.5),
        plant('right', [10 - bar / 2, 4], bar, 0.5),
      ],
    });
  };

  test('an empty room has no findings', () => {
    expect(passages(room())).toEqual([]);
  });

  test('1.20 m is enough, less is measured to the centimetre', () => {
    expect(passages(gap(1.2))).toEqual([]);
    for (const width of [1.19, 1.05, 0.62]) {
      const [finding, ...more] = passages(gap(width));
      expect(more).toEqual([]);
      expect(finding).toMatchObject({ rule: 'passage', path: 'windows[0]', required: 1.2 });
      expect(finding!.measured).toBeCloseTo(width, 6);
      expect(finding!.message.en).toContain(`${width} m`);
    }
  });

  test('between 1.20 m and 1.80 m is advised against', () => {
    const advised = (widthM: number) =>
      allPassages(gap(widthM)).map(({ rule, path }) => [rule, path]);
    expect(advised(1.8)).toEqual([]);
    expect(advised(1.75)).toEqual([['crowdedPassage', 'windows[0]']]);
  });

  test('a way that is shut has no width', () => {
    expect(passages(gap(0.1))[0]!.measured).toBe(0);
  });

  test('a kiosk asks for a wheelchair’s width only', () => {
    const plan = gap(1.3);
    plan.fixtures.push(
      { ...plant('kiosk', [8, 1], 0.6, 0.6), kind: 'kiosk', userSpot: [8, 1.7] },
      plant('fence-west', [7, 1.2], 0.2, 2.4),
      plant('fence-east', [9.2, 1.2], 0.2, 2.4),
    );
    // The fences and the bars leave 1.35 m; a shelf takes that down to 0.8 m.
    expect(passages(plan)).toEqual([]);
    plan.fixtures.push(plant('shelf', [8.1, 3.0], 3.8, 0.3));
    expect(passages(plan).map((f) => f.rule)).toEqual(['wheelchair']);
  });

  test('a narrow door is found', () => {
    const plan = room();
    plan.doors[0]!.widthM = 0.89;
    expect(passages(plan).map((f) => [f.rule, f.path])).toEqual([['doorWidth', 'doors[0].widthM']]);
  });
});

describe('low sections', () => {
  test('every counter needs one', () => {
    const plan = room();
    expect(lowSections(plan)).toEqual([]);
    delete plan.counters[0]!.lowSection;
    expect(lowSections(plan).map((f) => f.path)).toEqual(['counters[0].lowSection']);
  });
});
