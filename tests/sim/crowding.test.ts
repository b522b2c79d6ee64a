import { describe, expect, test } from 'vitest';
import { hallScenario } from '../../src/scenarios/halls';
import { crowding, hottest, peopleAbout } from '../../src/sim/crowding/crowding';
import { levelOf } from '../../src/sim/crowding/level-of-service';
import { firstDayOf } from '../../src/sim/experiments/first-day';
import { prepare, recordDay } from '../../src/sim/experiments/simulate';
import { Activity, createTimeline, Pose, type Timeline } from '../../src/sim/hall/timeline';
import { room } from '../geometry/halls';
import { shippedPlan } from '../plans';

describe('levels of service', () => {
  test.each([
    [0, 'A'],
    [0.5, 'A'],
    [1 / 1.2, 'B'],
    [1, 'B'],
    [1.5, 'C'],
    [2.5, 'D'],
    [4, 'E'],
    [5, 'F'],
    [9, 'F'],
  ] as const)('%f persons/m² is %s', (density, level) => {
    expect(levelOf(density)).toBe(level);
  });
});

/** A day on which people stand where they are put, from second 0 to 100. */
function standing(people: readonly (readonly [x: number, y: number, pose?: Pose])[]): Timeline {
  const crowd = {
    count: 0,
    visitor: new Int32Array(50),
    x: new Float64Array(50),
    y: new Float64Array(50),
    pose: new Uint8Array(50),
    activity: new Uint8Array(50),
  };
  return {
    startUs: 0,
    endUs: 100e6,
    createCrowd: () => crowd,
    crowdAt: (timeUs: number) => {
      // Everybody is there from 40 s to 59 s only.
      crowd.count = timeUs >= 40e6 && timeUs < 60e6 ? people.length : 0;
      people.forEach(([x, y, pose = Pose.Standing], i) => {
        crowd.visitor[i] = i;
        crowd.x[i] = x;
        crowd.y[i] = y;
        crowd.pose[i] = pose;
        crowd.activity[i] = Activity.Waiting;
      });
    },
  } as unknown as Timeline;
}

describe('density', () => {
  const plan = room();
  const cellAt = ({ grid }: ReturnType<typeof crowding>, x: number, y: number) =>
    Math.floor((y - grid.minY) / grid.cellM) * grid.columns +
    Math.floor((x - grid.minX) / grid.cellM);

  test('four people close together on open floor: persons over the disc', () => {
    const found = crowding(
      plan,
      standing([
        [5, 3.2],
        [5.1, 3.2],
        [5.2, 3.2],
        [5.3, 3.2],
      ]),
      { cellM: 0.1, radiusM: 1 },
    );
    const cell = cellAt(found, 5.15, 3.2);
    expect(found.peak[cell]).toBeCloseTo(4 / Math.PI, 1);
    expect(found.peakAtS[cell]).toBe(40);
    expect(found.series.find(({ timeS }) => timeS === 50)).toMatchObject({
      standing: 4,
      sitting: 0,
    });
    expect(levelOf(found.peak[cell]!)).toBe('C');
    // Two metres away nothing is felt of them.
    expect(found.peak[cellAt(found, 7.5, 3.2)]).toBe(0);
  });

  test('seated people are counted as seated and crowd nobody', () => {
    const found = crowding(plan, standing([[5, 3.2, Pose.Sitting]]));
    expect(Math.max(...found.peak)).toBe(0);
    expect(Math.max(...found.series.map(({ sitting }) => sitting))).toBe(1);
  });

  test('the most crowded places: the worst first, not the same throng twice', () => {
    const grid = { cellM: 0.5, minX: 0, minY: 0, columns: 10, rows: 2 };
    // Two throngs three metres apart, and a lone visitor between them who stands too near to either.
    const peak = Float32Array.from([0, 2, 1.5, 0, 0.3, 0, 0, 1, 0.8, 0, ...new Array(10).fill(0)]);
    expect(hottest({ grid, peak }, 3)).toEqual([1, 7]);
    expect(hottest({ grid, peak }, 1)).toEqual([1]);
    expect(hottest({ grid, peak: new Float32Array(20) }, 3)).toEqual([]);
  });

  test('who is behind a hot cell', () => {
    const day = standing([
      [5, 3.2],
      [5.3, 3.2],
      [8, 3.2],
    ]);
    const found = crowding(plan, day);
    const cell = cellAt(found, 5.1, 3.2);
    expect(peopleAbout(found, day, cell, found.peakAtS[cell]!)).toEqual([0, 1]);
  });
});

test('a shipped day: floor by level adds up, nobody sits without a seat, same seed same map', () => {
  const plan = shippedPlan('hall-200');
  const record = recordDay(prepare(firstDayOf(hallScenario('quxi')), plan, 1), 0);
  const found = crowding(plan, createTimeline(record));
  const floor = found.floor.reduce((sum, free) => sum + free, 0) * found.grid.cellM ** 2;
  const byLevel = Object.values(found.areaM2).reduce((sum, area) => sum + area, 0);
  expect(byLevel).toBeCloseTo(floor, 6);
  expect(floor).toBeGreaterThan(120);
  expect(floor).toBeLessThan(200);
  for (const { sitting } of found.series) expect(sitting).toBeLessThanOrEqual(plan.seats.length);
  expect(Math.max(...found.peak)).toBeGreaterThan(0.5);
  const again = crowding(plan, createTimeline(record));
  expect(Buffer.from(again.peak.buffer).equals(Buffer.from(found.peak.buffer))).toBe(true);
});
