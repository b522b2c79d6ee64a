import { describe, expect, it } from 'vitest';
import { cameraProblems } from '../../src/coverage/camera-problems';
import { type InspectOptions, inspect } from '../../src/coverage/inspect/inspect';
import type { Camera } from '../../src/coverage/optics/lens-of';
import { PROFILES } from '../../src/coverage/profiles';
import { BODY_SIZES } from '../../src/coverage/space/people';
import { faceTarget } from '../../src/coverage/targets/targets';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { room } from '../geometry/halls';
import { SHIPPED_PLANS, shippedPlan } from '../plans';

const FACE_M = BODY_SIZES.standing.faceM;
/** Focal length in pixels of a pinhole of 90° over 2000 px. */
const F = 1000;
const camera = (parts: Partial<Camera>): Camera => ({
  id: 'c',
  at: [5, 7.9],
  heightM: FACE_M,
  yawDeg: 270,
  pitchDeg: 0,
  horizontalFovDeg: 90,
  verticalFovDeg: 90,
  resolutionPx: [2000, 2000],
  ...parts,
});
/** A camera at the back wall over the clerk, tilted to see face and counter. */
const GOOD = camera({
  heightM: 2.2,
  pitchDeg: -40,
  horizontalFovDeg: 100,
  verticalFovDeg: 80,
  resolutionPx: [2688, 1520],
});

function window1(plan: Partial<FloorPlan>, options: InspectOptions = {}) {
  return inspect(room(plan), { lens: 'pinhole', ...options }).windows[0]!;
}

describe('the face', () => {
  it('is where the visitor looks at the clerk, at a standing or seated height', () => {
    const window = room().windows[0]!;
    const face = faceTarget(window, 'standing');
    expect(face.at).toEqual([5, 6.5, FACE_M]);
    expect(face.normal).toEqual([0, 1, 0]);
    expect(faceTarget(window, 'seated').at[2]).toBe(BODY_SIZES.seated.faceM);
  });

  it('has f/z pixels a metre before a pinhole on its level, at no angle', () => {
    const { face } = window1({ cameras: [camera({})] });
    expect(face.camera).toBe('c');
    expect(face.pxPerM).toBeCloseTo(F / 1.4, 6);
    expect(face.visibleShare).toBe(1);
    expect(face.horizontalDeg).toBeCloseTo(0, 9);
    expect(face.verticalDeg).toBeCloseTo(0, 9);
    expect(face.distanceM).toBeCloseTo(1.4, 9);
  });

  it('tells the angles apart', () => {
    const { face } = window1({
      cameras: [camera({ at: [6, 7.5], heightM: FACE_M + 0.5, yawDeg: 225, pitchDeg: -20 })],
    });
    expect(face.horizontalDeg).toBeCloseTo(45, 9);
    expect(face.verticalDeg).toBeCloseTo((Math.atan2(0.5, Math.SQRT2) * 180) / Math.PI, 9);
  });

  it('loses width when it is turned', () => {
    const { face } = window1({ cameras: [camera({ at: [6, 7.5], yawDeg: 225 })] });
    const across = (F / Math.SQRT2) * Math.SQRT1_2;
    expect(face.pxPerM).toBeLessThan(across);
    expect(face.pxPerM).toBeGreaterThan(0.9 * across);
  });

  it('is not seen from behind', () => {
    const got = window1({ cameras: [camera({ at: [5, 1], yawDeg: 90 })] });
    expect(got.face.camera).toBeNull();
    expect(got.reasons).toContainEqual({
      target: 'face',
      code: 'unseen',
      camera: null,
      value: 0,
      limit: 0,
    });
  });

  it('is seen by the share that a column leaves, which is named', () => {
    // The column's edge stands on the line from the camera to the middle of the face.
    const column = { id: 'post', at: [5.25, 7.2], widthM: 0.5, depthM: 0.1, rotationDeg: 0 };
    const got = window1({
      cameras: [camera({})],
      columns: [{ ...column, at: [5.25, 7.2] as [number, number] }],
    });
    expect(Math.abs(got.face.visibleShare - 0.5)).toBeLessThanOrEqual(got.face.shareError);
    expect(got.blockedBy[0]).toMatchObject({
      kind: 'column',
      id: 'post',
      target: 'face',
      camera: 'c',
    });
    expect(got.face.visibleShare + got.blockedBy[0]!.share).toBeCloseTo(1, 9);
    expect(got.reasons.find((r) => r.target === 'face')).toMatchObject({ code: 'visible' });
    expect(got.verdict).toBe('partly');
  });

  it('may be hidden by the visitor of the next window', () => {
    const windows = room().windows;
    const next = {
      ...windows[0]!,
      id: 'w2',
      number: 2,
      at: [6.2, 7.2] as [number, number],
      visitorSpot: [6.2, 6.6] as [number, number],
      clerkSpot: [6.2, 7.7] as [number, number],
    };
    const got = window1({
      windows: [...windows, next],
      cameras: [camera({ at: [9, 6.8], yawDeg: 180 })],
    });
    expect(got.face.visibleShare).toBe(0);
    expect(got.blockedBy[0]).toMatchObject({ kind: 'visitor', id: 'w2', share: 1 });
  });
});

describe('the counter', () => {
  it('has f/z pixels a metre from above', () => {
    const above = camera({ at: [5, 7.2], heightM: 2.8, pitchDeg: -90 });
    const { counter } = window1({ cameras: [above] });
    expect(counter.pxPerM).toBeCloseTo(F / 2, 6);
    expect(counter.verticalDeg).toBeCloseTo(90, 9);
    expect(counter.visibleShare).toBe(1);
  });

  it('has f·h/z² along the line of sight of a level camera, least at its far edge', () => {
    const h = 1.2;
    const { counter } = window1({
      windows: [{ ...room().windows[0]!, visitorSpot: [8, 6.4] }],
      cameras: [camera({ at: [5, 5], heightM: 0.8 + h, yawDeg: 90 })],
    });
    const far = 2.2 + 0.2;
    expect(counter.pxPerM).toBeGreaterThan((F * h) / far ** 2);
    expect(counter.pxPerM).toBeLessThan((F * h) / (far - 0.05) ** 2);
    expect(counter.verticalDeg).toBeCloseTo((Math.atan2(h, 2.2) * 180) / Math.PI, 9);
    expect(counter.horizontalDeg).toBeCloseTo(0, 9);
  });

  it('may be hidden by its own visitor', () => {
    const got = window1({ cameras: [camera({ at: [5, 3], heightM: 1.6, yawDeg: 90 })] });
    expect(got.counter.visibleShare).toBeLessThan(0.5);
    expect(got.blockedBy[0]).toMatchObject({ kind: 'visitor', id: 'w1', target: 'counter' });
  });
});

describe('the verdict', () => {
  it('is clear if one camera keeps all limits', () => {
    const got = window1({ cameras: [GOOD] });
    expect(got.reasons).toEqual([]);
    expect(got.verdict).toBe('clear');
    expect(got.mount).toBeNull();
  });

  it('is clear if face and counter have a camera each', () => {
    const above = camera({ id: 'above', at: [5, 7.2], heightM: 2.8, pitchDeg: -90 });
    const level = camera({ id: 'level', verticalFovDeg: 30 });
    const got = window1({ cameras: [above, level] });
    expect(got).toMatchObject({
      verdict: 'clear',
      face: { camera: 'level', passes: true },
      counter: { camera: 'above', passes: true },
    });
    expect(window1({ cameras: [above] }).verdict).toBe('partly');
    expect(window1({ cameras: [level] }).verdict).toBe('partly');
  });

  it('is no without a camera, and where the density is not reached', () => {
    expect(window1({ cameras: [] }).verdict).toBe('no');
    const poor = { ...GOOD, resolutionPx: [320, 180] as [number, number] };
    const got = window1({ cameras: [poor] });
    expect(got.verdict).toBe('no');
    expect(got.reasons.map((r) => [r.target, r.code])).toEqual([
      ['face', 'density'],
      ['counter', 'density'],
    ]);
  });

  it('takes the best camera, not the first', () => {
    const got = window1({ cameras: [camera({ id: 'far', at: [9, 7.9], yawDeg: 200 }), GOOD] });
    expect(got.face.camera).toBe('c');
  });

  it('says how high a camera may hang where no usual mount keeps the angles', () => {
    const profile = PROFILES['face-recognition'];
    const { mount } = window1({ cameras: [GOOD] }, { profile });
    const needed = (2.5 - FACE_M) / Math.tan(Math.PI / 12);
    expect(mount).toMatchObject({ usual: false });
    expect(mount!.neededM).toBeCloseTo(needed, 9);
    // The wall behind the clerk is 1.5 m from the face.
    const straight = FACE_M + 1.5 * Math.tan(Math.PI / 12);
    expect(mount!.highestM).toBeGreaterThan(straight - 0.03);
    expect(mount!.highestM).toBeLessThan(straight + 0.03);
    const there = camera({
      at: [5, 7.95],
      heightM: mount!.highestM - 0.03,
      pitchDeg: -15,
      resolutionPx: [4000, 4000],
    });
    expect(window1({ cameras: [there] }, { profile }).face.passes).toBe(true);
  });

  it('never grows with people in the way', () => {
    const plan = shippedPlan('hall-200');
    const seen = (queueing: number) =>
      inspect(plan, { queueing }).windows.flatMap((w) => [
        ...w.views.face.map((v) => v.visibleShare),
        ...w.views.counter.map((v) => v.visibleShare),
      ]);
    const few = seen(0);
    const many = seen(60);
    expect(many).toHaveLength(few.length);
    // Both within the error of their samples.
    many.forEach((share, i) => {
      expect(share).toBeLessThanOrEqual(few[i]! + 0.13);
    });
    const sum = (shares: number[]) => shares.reduce((a, b) => a + b, 0);
    expect(sum(many)).toBeLessThan(sum(few));
  });

  it.each(SHIPPED_PLANS)('is given for every window of %s, the same every time', (id) => {
    const once = inspect(shippedPlan(id)).windows;
    expect(once).toHaveLength(shippedPlan(id).windows.length);
    expect(inspect(shippedPlan(id)).windows).toEqual(once);
  });
});

describe('pickups', () => {
  const pickup = (id: string, x: number) => ({
    id,
    window: 'w1',
    at: [x, 7] as [number, number],
    heightM: 0.86,
  });

  it('are the window’s own, and measured to the mouth', () => {
    const got = window1({ pickups: [pickup('far', 7), pickup('near', 5)] }).pickup;
    const { mouthM } = BODY_SIZES.standing;
    expect(got.id).toBe('near');
    expect(got.distanceM).toBeCloseTo(Math.hypot(0.5, mouthM - 0.86), 9);
    expect(got.inReach).toBe(true);
    expect(window1({ pickups: [pickup('near', 5)] }, { pickupReachM: 0.5 }).pickup.inReach).toBe(
      false,
    );
    expect(window1({ pickups: [{ ...pickup('x', 5), window: 'other' }] }).pickup.id).toBeNull();
  });

  it('say whom else they hear within a reach that is set', () => {
    const plan = {
      pickups: [pickup('p', 5)],
      seats: [{ id: 's1', at: [5, 5] as [number, number], facingDeg: 90 }],
    };
    const near = window1(plan, { pickupReachM: 1 }).pickup;
    expect(near.overhears).toEqual([]);
    expect(near.nearestWaiting).not.toBeNull();
    const wide = window1(plan, { pickupReachM: 2.5 }).pickup;
    expect(wide.overhears.map((h) => h.id)).toContain('s1');
  });
});

describe('cameras that cannot look', () => {
  const named = (parts: Partial<Camera>, plan: Partial<FloorPlan> = {}) =>
    cameraProblems(room({ ...plan, cameras: [camera({}), camera({ id: 'bad', ...parts })] }));

  it.each<[string, Partial<Camera>, string]>([
    ['outside', { at: [20, 20] }, 'cameras[1].at'],
    ['in a wall', { at: [5, 8.1] }, 'cameras[1].at'],
    ['in a counter', { heightM: 0.4, at: [5, 7.2] }, 'cameras[1].at'],
    ['above the ceiling', { heightM: 3.4 }, 'cameras[1].heightM'],
    ['of a zero angle', { horizontalFovDeg: 0 }, 'cameras[1].horizontalFovDeg'],
    ['of nothing', { resolutionPx: [0, 1080] }, 'cameras[1].resolutionPx'],
  ])('are named: %s', (_, parts, path) => {
    expect(named(parts).map((p) => p.path)).toEqual([path]);
  });

  it('are left out of an inspection, which goes on', () => {
    const plan = room({ cameras: [camera({ id: 'bad', at: [20, 20] }), GOOD] });
    const got = inspect(plan, { lens: 'pinhole' });
    expect(got.leftOut.map((p) => p.path)).toEqual(['cameras[0].at']);
    expect(got.windows[0]!.verdict).toBe('clear');
  });

  it('are not those that hang on a wall or in front of one', () => {
    expect(named({ at: [5, 8] })).toEqual([]);
    expect(inspect(room({ cameras: [{ ...GOOD, at: [5, 8] }] })).windows[0]!.face.passes).toBe(
      true,
    );
  });
});
