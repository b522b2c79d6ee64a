import fc from 'fast-check';
import { BoxGeometry, Color, Euler, Matrix4, MeshBasicMaterial, Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import {
  type Clothes,
  dressStaff,
  dressVisitor,
  Figure,
  figureOf,
  pick,
} from '../../src/scene/people/appearance';
import { PARTS } from '../../src/scene/people/body-parts';
import { CrowdDrawing } from '../../src/scene/people/crowd-drawing';
import {
  createPosture,
  gaitPhase,
  postureOf,
  SHIN_M,
  STRIDE_M,
  THIGH_M,
} from '../../src/scene/people/gait';
import { Instances } from '../../src/scene/people/instances';
import { staffPlaces } from '../../src/scene/people/staff';
import { Pose, WindowState } from '../../src/sim/hall/timeline';
import { day, hours, plan200 } from './day';

const emptyClothes = (): Clothes => {
  const c = new Color();
  return { torso: c, sleeve: c, leg: c, skin: c, hair: c };
};

describe('gait', () => {
  it('has a phase that repeats with each stride', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (walked) => {
        const phase = gaitPhase(walked, STRIDE_M);
        expect(phase).toBeGreaterThanOrEqual(0);
        expect(phase).toBeLessThanOrEqual(2 * Math.PI);
        expect(Math.sin(gaitPhase(walked + STRIDE_M, STRIDE_M))).toBeCloseTo(Math.sin(phase), 6);
      }),
      { seed: 3 },
    );
  });

  it('swings legs against each other and arms against legs, feet never deep in the floor', () => {
    const p = createPosture();
    let lowest = Number.POSITIVE_INFINITY;
    for (let walked = 0; walked < 2 * STRIDE_M; walked += 0.02) {
      postureOf(Figure.AdultA, Pose.Walking, walked, 0, false, p);
      expect(p.thighLeft).toBeCloseTo(-p.thighRight, 9);
      if (Math.abs(p.thighLeft) > 0.2) {
        expect(Math.sign(p.armRight - 0.08)).toBe(Math.sign(p.thighLeft));
      }
      expect(Math.min(p.kneeLeft, p.kneeRight)).toBeGreaterThanOrEqual(0);
      for (const [thigh, knee] of [
        [p.thighLeft, p.kneeLeft],
        [p.thighRight, p.kneeRight],
      ] as const) {
        const foot = p.hipHeight - THIGH_M * Math.cos(thigh) - SHIN_M * Math.cos(thigh - knee);
        lowest = Math.min(lowest, foot);
      }
    }
    expect(lowest).toBeGreaterThan(-0.05);
    expect(lowest).toBeLessThan(0.1);
  });

  it('seats people with level thighs, stoops seniors, keeps wheelchair users seated', () => {
    const p = createPosture();
    postureOf(Figure.AdultB, Pose.Sitting, 0, 0, false, p);
    expect(p.thighLeft).toBeGreaterThan(1.4);
    postureOf(Figure.Senior, Pose.Standing, 0, 0, false, p);
    expect(p.lean).toBeGreaterThan(0.2);
    postureOf(Figure.Wheelchair, Pose.Walking, 3, 0, false, p);
    expect(p.thighLeft).toBeGreaterThan(1.4);
  });
});

describe('appearance', () => {
  it('follows from the number alone and uses all silhouettes', () => {
    expect(figureOf(7, 'senior')).toBe(Figure.Senior);
    expect(figureOf(7, 'limited')).toBe(Figure.Wheelchair);
    const adults = Array.from({ length: 200 }, (_, i) => figureOf(i, 'adult'));
    const first = adults.filter((figure) => figure === Figure.AdultA).length;
    expect(first).toBeGreaterThan(60);
    expect(first).toBeLessThan(140);
    expect(pick(12, 3, 1000)).toBe(pick(12, 3, 1000));
  });

  it('never dresses a visitor like staff', () => {
    const staff = emptyClothes();
    dressStaff(0, staff);
    const visitor = emptyClothes();
    const far = (a: Color, b: Color) => Math.hypot(a.r - b.r, a.g - b.g, a.b - b.b);
    for (let i = 0; i < 300; i++) {
      dressVisitor(i, figureOf(i, 'adult'), visitor);
      expect(far(visitor.torso, staff.torso)).toBeGreaterThan(0.15);
      expect(far(visitor.sleeve, staff.sleeve)).toBeGreaterThan(0.3);
    }
  });
});

describe('instances', () => {
  it('places parts as three would', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    const size = fc.double({ min: 0.1, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(number, number, number, number, number, number, number),
        fc.tuple(size, size, size, size),
        ([rx, rz, heading, x, y, z, pitch], [scale, sx, sy, sz]) => {
          const instances = new Instances(new BoxGeometry(), new MeshBasicMaterial(), 1);
          const root = { x: rx, z: rz, cos: Math.cos(heading), sin: Math.sin(heading), scale };
          instances.put(root, x, y, z, pitch, sx, sy, sz, new Color('#ff8800'));
          const body = new Matrix4().compose(
            new Vector3(rx, 0, rz),
            new Quaternion().setFromEuler(new Euler(0, heading, 0)),
            new Vector3(scale, scale, scale),
          );
          const part = new Matrix4().compose(
            new Vector3(x, y, z),
            new Quaternion().setFromEuler(new Euler(0, 0, pitch)),
            new Vector3(sx, sy, sz),
          );
          const expected = body.multiply(part).elements;
          const found = instances.mesh.instanceMatrix.array;
          for (let i = 0; i < 16; i++) expect(found[i]).toBeCloseTo(expected[i]!, 4);
        },
      ),
      { seed: 4 },
    );
  });
});

describe('the crowd of a recorded day', () => {
  const material = new MeshBasicMaterial();
  const materials = { body: material, ring: material, shadow: material, outline: material };
  const timeline = day();
  const places = staffPlaces(plan200, timeline);
  const drawing = new CrowdDrawing(timeline, places, 6, materials, null);

  it.each([8.5, 9.2, 10, 11.4, 12.5, 15, 16.9])('draws everybody at %s h', (hour) => {
    const timeUs = hours(hour);
    drawing.update(timeUs);
    const crowd = timeline.createCrowd();
    timeline.crowdAt(timeUs, crowd);
    const open = timeline.record.header.windows.filter(
      (_, i) => timeline.windowState(i, timeUs) !== WindowState.Closed,
    ).length;
    const others = places.filter((place) => place.role !== 'clerk').length;
    const staff = open + (open > 0 ? others : 0);
    const { parts } = drawing.bodies;
    expect(drawing.rings.count).toBe(crowd.count);
    expect(parts.torso.count).toBe(crowd.count + staff);
    expect(parts.limb.count).toBe(6 * parts.torso.count);
    expect(parts.hairShort.count + parts.hairLong.count).toBe(parts.torso.count);
    expect(parts.torso.mesh.count).toBe(parts.torso.count);
  });

  it('draws the same instant the same way after going back and forth', () => {
    const look = () => Array.from(drawing.bodies.parts.limb.mesh.instanceMatrix.array);
    drawing.update(hours(10));
    const before = look();
    drawing.update(hours(11));
    expect(look()).not.toEqual(before);
    drawing.update(hours(10));
    const count = 16 * drawing.bodies.parts.limb.count;
    expect(look().slice(0, count)).toEqual(before.slice(0, count));
  });

  it('keeps its arrays, however often it is asked', () => {
    const arrays = PARTS.map((part) => drawing.bodies.parts[part].mesh.instanceMatrix.array);
    for (let i = 0; i < 200; i++) drawing.update(hours(9 + i * 0.04));
    PARTS.forEach((part, i) => {
      expect(drawing.bodies.parts[part].mesh.instanceMatrix.array).toBe(arrays[i]);
    });
  });
});
