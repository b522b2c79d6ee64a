import { beforeAll, describe, expect, it } from 'vitest';
import type { CameraModel } from '../../../src/coverage/library';
import { CAMERA_MODELS } from '../../../src/coverage/library';
import type { Site } from '../../../src/coverage/placement/candidates';
import { solveCovering } from '../../../src/coverage/placement/covering';
import { placeCameras } from '../../../src/coverage/placement/place';
import type { MountingPlace } from '../../../src/coverage/placement/places';
import type { ProgrammeSolver } from '../../../src/coverage/placement/programme';
import { spareFloor } from '../../../src/coverage/placement/spare-cameras';
import { planeCoverage } from '../../../src/coverage/plane';
import { planeGrid } from '../../../src/coverage/plane-grid';
import { PROFILES } from '../../../src/coverage/profiles';
import { sightOf } from '../../../src/coverage/space/sight';
import type { FloorPlan } from '../../../src/scenarios/floorplan';
import { loadProgrammeSolver } from '../../../src/workers/integer-programme';
import { shippedPlan } from '../../plans';

let solver: ProgrammeSolver;
beforeAll(async () => {
  solver = await loadProgrammeSolver();
});

const wide: CameraModel = {
  ...CAMERA_MODELS[0]!,
  horizontalFovDeg: 180,
  verticalFovDeg: 180,
  resolutionPx: [3000, 3000],
};

/** A bare room of a given outline, with walls that stop the view where they are given. */
function room(outline: FloorPlan['outline'], walls: FloorPlan['walls'] = []): FloorPlan {
  const bare = {
    doors: [],
    columns: [],
    counters: [],
    windows: [],
    zones: [],
    seats: [],
    fixtures: [],
    displays: [],
    signs: [],
    cameras: [],
    pickups: [],
  };
  return { ...shippedPlan('hall-200'), ...bare, outline, walls };
}

/** Floor seen with that many cameras, none being needed for windows. */
function floorWith(plan: FloorPlan, places: readonly MountingPlace[], spare: number) {
  const problem = { requirements: [], candidates: [] };
  const covering = solveCovering<Site>(problem, solver);
  return spareFloor(
    { plan, sight: sightOf(plan), models: [wide], places, problem, covering, spare },
    solver,
  );
}

const place = (id: string, x: number, y: number): MountingPlace => ({
  id,
  support: 'walls',
  at: [x, y],
  heightM: 2.6,
});

describe('spare cameras', () => {
  it('see an L from its outer corner: 27 m² of 27', () => {
    const corner: FloorPlan['outline'] = [
      [0, 0],
      [6, 0],
      [6, 3],
      [3, 3],
      [3, 6],
      [0, 6],
    ];
    const { seenBeforeM2, seenM2, totalM2, cameras } = floorWith(
      room(corner),
      [place('a', 0.02, 0.02)],
      1,
    );
    expect(totalM2).toBeCloseTo(27, 6);
    expect(seenBeforeM2).toBe(0);
    expect(seenM2 / 27).toBeGreaterThan(0.995);
    expect(cameras).toHaveLength(1);
  });

  it('choose the two rooms of three that hold most floor', () => {
    // Three rooms in a row, 4, 3 and 2 m wide and 4 m deep, shut off from each other.
    const wall = (id: string, x: number) => ({
      id,
      from: [x, 0] as [number, number],
      to: [x, 4] as [number, number],
      thicknessM: 0.02,
    });
    const plan = room(
      [
        [0, 0],
        [9, 0],
        [9, 4],
        [0, 4],
      ],
      [wall('w1', 4), wall('w2', 7)],
    );
    const places = [place('c', 8, 0.02), place('a', 2, 0.02), place('b', 5.5, 0.02)];
    const { cameras, seenM2, upperBoundM2, guarantee } = floorWith(plan, places, 2);
    expect(cameras.map((site) => site.place.id).sort()).toEqual(['a', 'b']);
    expect(seenM2 / 28).toBeGreaterThan(0.985);
    expect(seenM2 / 28).toBeLessThan(1.005);
    expect(guarantee).toBe(1);
    expect(upperBoundM2).toBeCloseTo(seenM2, 6);
  });

  it('leave the fewest as they are and never see less, in a whole hall', () => {
    const plan = shippedPlan('hall-150-u');
    const ask = (spare: number) =>
      placeCameras(
        {
          plan,
          models: CAMERA_MODELS.slice(0, 1),
          places: { supports: ['walls', 'ceiling'], heightsM: [2.6], stepM: 2 },
          profile: PROFILES.identify,
          posture: 'standing',
          queueing: 0,
          times: 1,
          spare,
        },
        solver,
      );
    const none = ask(0);
    expect(none.spare).toBeNull();
    const [one, three] = [ask(1), ask(3)];
    for (const more of [one, three]) {
      expect(more.cameras.slice(0, none.count)).toEqual(none.cameras);
      expect(more.cameras.slice(none.count).every(({ purpose }) => purpose === 'floor')).toBe(true);
      expect(more.spare!.seenM2).toBeGreaterThan(more.spare!.seenBeforeM2);
    }
    expect(three.spare!.seenM2).toBeGreaterThanOrEqual(one.spare!.seenM2);
    // The plane's own measure agrees: coarse cells against fine ones.
    const { eyes, sight } = three.inspection;
    const { visibleM2 } = planeCoverage(eyes, sight, planeGrid(plan, sight.solids, 0, 0.1), 25);
    expect(three.spare!.seenM2 / visibleM2).toBeGreaterThan(0.95);
    expect(three.spare!.seenM2 / visibleM2).toBeLessThan(1.05);
  });
});
