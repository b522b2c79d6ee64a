import { describe, expect, it } from 'vitest';
import { eyeOf } from '../../src/coverage/eye';
import type { Camera, LensModel } from '../../src/coverage/optics/lens-of';
import { classMap, planeCoverage } from '../../src/coverage/plane';
import { planeGrid } from '../../src/coverage/plane-grid';
import { castShadows } from '../../src/coverage/shadows';
import {
  BODY_SIZES,
  Crowd,
  HEAD_RADIUS_M,
  type Person,
  TRUNK_RADIUS_M,
} from '../../src/coverage/space/people';
import { sightOf } from '../../src/coverage/space/sight';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { plant, room } from '../geometry/halls';
import { shippedPlan } from '../plans';

const camera = (parts: Partial<Camera>): Camera => ({
  id: 'c',
  at: [5, 4],
  heightM: 2.8,
  yawDeg: 90,
  pitchDeg: 0,
  horizontalFovDeg: 90,
  verticalFovDeg: 60,
  resolutionPx: [2688, 1520],
  ...parts,
});
/** A lens that sees everything below it. */
const DOWN = { pitchDeg: -90, horizontalFovDeg: 180, verticalFovDeg: 180 };

/** The empty room of 10 × 8 m with what is given. */
const empty = (parts: Partial<FloorPlan> = {}) =>
  room({ counters: [], windows: [], doors: [], ...parts });

function measure(
  plan: FloorPlan,
  cameras: readonly Camera[],
  heightM: number,
  {
    model = 'pinhole',
    people = [],
    cellM = 0.05,
    threshold = 250,
  }: { model?: LensModel; people?: Person[]; cellM?: number; threshold?: number } = {},
) {
  const sight = sightOf(plan, new Crowd(people));
  const grid = planeGrid(plan, sight.solids, heightM, cellM);
  const eyes = cameras.map((c) => eyeOf(c, model));
  return planeCoverage(eyes, sight, grid, threshold);
}

const off = (got: number, exact: number) => Math.abs(got - exact) / exact;
const RAD = Math.PI / 180;

describe('the area of a plane', () => {
  it('is the room less its walls, whatever the cells', () => {
    for (const cellM of [0.3, 0.07, 0.05])
      expect(off(planeGrid(empty(), sightOf(empty()).solids, 1, cellM).areaM2, 80)).toBeLessThan(
        0.001,
      );
  });

  it('leaves out what cuts it, and runs over what ends below it', () => {
    const plan = room({ doors: [], fixtures: [plant('p', [2, 2], 1, 1)] });
    const solids = sightOf({
      ...plan,
      fixtures: [{ ...plan.fixtures[0]!, kind: 'cabinet' }],
    }).solids;
    const area = (heightM: number) => planeGrid(plan, solids, heightM).areaM2;
    expect(off(area(0.78), 80 - 9 * 0.6 - 1)).toBeLessThan(0.002);
    expect(off(area(0.8), 80 - 1)).toBeLessThan(0.002);
    expect(off(area(1), 80)).toBeLessThan(0.002);
  });
});

describe('what a camera sees of a plane', () => {
  it('is a wedge at its own height', () => {
    const reach = 9.5;
    const wide = 4 / Math.tan(30 * RAD);
    const exact = wide * wide * Math.tan(30 * RAD) + (reach - wide) * 8;
    const view = camera({ at: [0.5, 4], yawDeg: 0, horizontalFovDeg: 60 });
    const error = (cellM: number) => off(measure(empty(), [view], 2.8, { cellM }).visibleM2, exact);
    expect(error(0.05)).toBeLessThan(0.005);
    expect(error(0.02)).toBeLessThan(0.002);
  });

  it('is a trapezoid of the floor below a tilted pinhole', () => {
    const h = 2.8;
    const near = h / Math.tan(70 * RAD);
    const far = h / Math.tan(30 * RAD);
    const half = (d: number) =>
      (d * Math.cos(50 * RAD) + h * Math.sin(50 * RAD)) * Math.tan(30 * RAD);
    const exact = (far - near) * (half(near) + half(far));
    const view = camera({
      at: [5, 1],
      pitchDeg: -50,
      horizontalFovDeg: 60,
      verticalFovDeg: 40,
    });
    const errors = [0.2, 0.05, 0.0125].map((cellM) =>
      off(measure(empty(), [view], 0, { cellM }).visibleM2, exact),
    );
    expect(errors[1]).toBeLessThan(0.005);
    expect(errors[2]).toBeLessThan(0.001);
  });

  it('is less by the shadow of a box', () => {
    const plan = empty({ fixtures: [{ ...plant('b', [6.5, 4], 1, 1), kind: 'cabinet' }] });
    const view = camera({ at: [4, 4], heightM: 3, ...DOWN });
    // The box of 1 m stands from x = 6 to 7: its top's shadow is half as large again.
    const exact = 80 - (1.25 + 2.25);
    const got = measure(plan, [view], 0, { model: 'equisolid' });
    expect(off(got.areaM2, 79)).toBeLessThan(0.001);
    expect(off(got.visibleM2, exact)).toBeLessThan(0.0005);
    expect(off(80 - got.visibleM2, 3.5)).toBeLessThan(0.01);
  });

  it('is less by the shadow of somebody standing under it', () => {
    const people: Person[] = [
      { owner: { kind: 'queue', id: '1' }, at: [4, 4], posture: 'standing' },
    ];
    const { shoulderM } = BODY_SIZES.standing;
    const d = 3 - (shoulderM - TRUNK_RADIUS_M);
    const tan = TRUNK_RADIUS_M / Math.sqrt(d * d - TRUNK_RADIUS_M ** 2);
    const exact = Math.PI * (3 * tan) ** 2;
    const view = camera({ at: [4, 4], heightM: 3, ...DOWN });
    const hidden = (cellM: number) => {
      const got = measure(empty(), [view], 0, { model: 'equisolid', people, cellM });
      return got.areaM2 - got.visibleM2;
    };
    expect(off(hidden(0.01), exact)).toBeLessThan(0.005);
  });

  it('is less by the shadow of somebody standing aside', () => {
    const people: Person[] = [
      { owner: { kind: 'queue', id: '1' }, at: [6, 4.5], posture: 'standing' },
    ];
    const { shoulderM, heightM } = BODY_SIZES.standing;
    const eye = [4, 4, 3] as const;
    /** Whether a line comes nearer to an upright axis than r, by steps along the axis. */
    const near = (to: readonly [number, number, number], low: number, high: number, r: number) => {
      for (let k = 0; k <= 200; k++) {
        const c = [6, 4.5, low + ((high - low) * k) / 200] as const;
        const dir = to.map((v, i) => v - eye[i]!);
        const t =
          dir.reduce((s, v, i) => s + v * (c[i]! - eye[i]!), 0) /
          dir.reduce((s, v) => s + v * v, 0);
        const at = Math.min(1, Math.max(0, t));
        if (dir.reduce((s, v, i) => s + (eye[i]! + at * v - c[i]!) ** 2, 0) < r * r) return true;
      }
      return false;
    };
    let exact = 0;
    const step = 0.02;
    for (let x = 5 + step / 2; x < 9; x += step)
      for (let y = 3 + step / 2; y < 7; y += step)
        if (
          near([x, y, 0], TRUNK_RADIUS_M, shoulderM - TRUNK_RADIUS_M, TRUNK_RADIUS_M) ||
          near([x, y, 0], shoulderM, heightM - HEAD_RADIUS_M, HEAD_RADIUS_M)
        )
          exact += step * step;
    const view = camera({ at: [4, 4], heightM: 3, ...DOWN });
    const got = measure(empty(), [view], 0, { model: 'equisolid', people, cellM: 0.02 });
    expect(exact).toBeGreaterThan(0.5);
    expect(off(got.areaM2 - got.visibleM2, exact)).toBeLessThan(0.01);
  });

  it('is covered where the density of a pinhole, f/z, reaches the threshold', () => {
    // Looking straight down from 2.8 m at a floor: f/z everywhere, so all or nothing.
    const square = camera({
      pitchDeg: -90,
      horizontalFovDeg: 90,
      verticalFovDeg: 90,
      resolutionPx: [2688, 2688],
    });
    const f = 1344;
    const above = measure(empty(), [square], 0, { threshold: f / 2.8 - 0.01 });
    expect(off(above.visibleM2, 5.6 * 5.6)).toBeLessThan(0.005);
    expect(above.coveredM2).toBe(above.visibleM2);
    expect(measure(empty(), [square], 0, { threshold: f / 2.8 + 0.01 }).coveredM2).toBe(0);
    const map = classMap(measure(empty(), [square], 0), [125, 250, 500]);
    expect(new Set(map)).toEqual(new Set([0, 3]));
  });

  it('counts each camera and their union', () => {
    const views = [camera({ at: [0.5, 0.5], yawDeg: 45, pitchDeg: -30 }), camera({ ...DOWN })];
    const got = measure(empty(), views, 0, { model: 'equisolid' });
    expect(got.perCamera).toHaveLength(2);
    expect(off(got.visibleM2, 80)).toBeLessThan(0.001);
    expect(got.perCamera[0]!.visibleM2).toBeLessThan(got.visibleM2);
    expect(off(got.perCamera[1]!.visibleM2, 80)).toBeLessThan(0.001);
  });
});

describe('shadows', () => {
  it('are where rays end, in a shipped hall with people', () => {
    const plan = shippedPlan('hall-200');
    const people = plan.windows.flatMap((w): Person[] => [
      { owner: { kind: 'visitor', id: w.id }, at: w.visitorSpot, posture: 'standing' },
      { owner: { kind: 'clerk', id: w.id }, at: w.clerkSpot, posture: 'seated' },
    ]);
    const sight = sightOf(plan, new Crowd(people));
    // Also at the height of the cameras themselves, where the plane is seen edge on.
    for (const heightM of [0, 0.8, 1.25, 2.2, 2.6]) {
      const grid = planeGrid(plan, sight.solids, heightM, 0.11);
      const shaded = new Uint8Array(grid.free.length);
      let cells = 0;
      let wrong = 0;
      for (const c of plan.cameras) {
        const from = [c.at[0], c.at[1], c.heightM] as const;
        castShadows(sight, from, grid, shaded);
        for (let cell = 0; cell < shaded.length; cell++) {
          if (grid.free[cell] !== 1) continue;
          cells++;
          const x = grid.minX + ((cell % grid.columns) + 0.5) * grid.cellM;
          const y = grid.minY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellM;
          if (sight.blocker(...from, x, y, heightM) >= 0 !== (shaded[cell] === 1)) wrong++;
        }
      }
      expect(cells).toBeGreaterThan(10_000);
      expect(wrong / cells).toBeLessThan(0.0005);
    }
  });
});
