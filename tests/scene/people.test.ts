import fc from 'fast-check';
import {
  BoxGeometry,
  type BufferAttribute,
  Color,
  Euler,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  Quaternion,
  SRGBColorSpace,
  Vector3,
} from 'three';
import { describe, expect, it } from 'vitest';
import {
  type Clothes,
  dressStaff,
  dressVisitor,
  Figure,
  figureOf,
  pick,
} from '../../src/scene/people/appearance';
import { Baked } from '../../src/scene/people/baked';
import { PARTS, partGeometries } from '../../src/scene/people/body-parts';
import { CrowdDrawing } from '../../src/scene/people/crowd-drawing';
import {
  createPosture,
  createStance,
  gaitPhase,
  postureOf,
  SHIN_M,
  STRIDE_M,
  THIGH_M,
} from '../../src/scene/people/gait';
import { createPiece, Instances, type PartDrawing } from '../../src/scene/people/instances';
import { staffPlaces } from '../../src/scene/people/staff';
import { SKY, SUN } from '../../src/scene/view/light-values';
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
    const stance = createStance();
    let lowest = Number.POSITIVE_INFINITY;
    for (let walked = 0; walked < 2 * STRIDE_M; walked += 0.02) {
      Object.assign(stance, { figure: Figure.AdultA, pose: Pose.Walking, walkedM: walked });
      postureOf(stance, p);
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
    postureOf({ ...createStance(), figure: Figure.AdultB, pose: Pose.Sitting }, p);
    expect(p.thighLeft).toBeGreaterThan(1.4);
    postureOf({ ...createStance(), figure: Figure.Senior }, p);
    expect(p.lean).toBeGreaterThan(0.2);
    postureOf({ ...createStance(), figure: Figure.Wheelchair, pose: Pose.Walking, walkedM: 3 }, p);
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
          const turned = { cos: Math.cos(pitch), sin: Math.sin(pitch) };
          const piece = { ...createPiece(), x, y, z, ...turned, sx, sy, sz };
          instances.put(root, piece, new Color('#ff8800'));
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

describe('corners worked out by the page', () => {
  const root = { x: 3, z: -2, cos: Math.cos(0.7), sin: Math.sin(0.7), scale: 1.1 };
  const turned = { cos: Math.cos(0.4), sin: Math.sin(0.4) };
  const piece = { x: 0.2, y: 0.9, z: -0.1, ...turned, sx: 1.25, sy: 0.43, sz: 0.8 };
  const colour = new Color('#6f9b86');
  const limb = partGeometries(4).limb;

  it('lie where an instance has them, and get the light that a lamp would give', () => {
    const one = new Instances(limb, new MeshBasicMaterial(), 2);
    const baked = new Baked(limb, new MeshBasicMaterial(), 2, true);
    for (const part of [one, baked]) part.put(root, piece, colour);
    const matrix = new Matrix4();
    one.mesh.getMatrixAt(0, matrix);
    const turn = matrix.clone().invert().transpose();
    const source = limb.getAttribute('position');
    const drawn = baked.mesh.geometry.getAttribute('position');
    const dyed = baked.mesh.geometry.getAttribute('color');
    const corners = drawn.count / 2;
    // Corners that a lathe makes twice are one.
    expect(corners).toBeLessThan(source.count);
    const [sun, above, below] = [SUN.colour, SKY.above, SKY.below].map((c) => new Color(c));
    for (let i = 0; i < source.count; i++) {
      const at = new Vector3().fromBufferAttribute(source, i).applyMatrix4(matrix);
      const normal = new Vector3().fromBufferAttribute(limb.getAttribute('normal'), i);
      normal.transformDirection(turn);
      const found = Array.from({ length: corners }, (_, k) => k).filter(
        (k) => new Vector3().fromBufferAttribute(drawn, k).distanceTo(at) < 1e-4,
      );
      const lit = below!.clone().lerp(above!, 0.5 + 0.5 * normal.y);
      lit.multiplyScalar(SKY.intensity / Math.PI);
      const facing = Math.max(0, normal.dot(new Vector3(...SUN.from).normalize()));
      lit.add(sun!.clone().multiplyScalar((facing * SUN.intensity) / Math.PI));
      const shown = lit.multiply(colour).getRGB({ r: 0, g: 0, b: 0 }, SRGBColorSpace);
      const nearest = Math.min(
        ...found.map((k) =>
          Math.max(
            Math.abs(dyed.getX(k) - Math.min(1, shown.r)),
            Math.abs(dyed.getY(k) - Math.min(1, shown.g)),
            Math.abs(dyed.getZ(k) - Math.min(1, shown.b)),
          ),
        ),
      );
      expect(nearest).toBeLessThan(0.012);
    }
  });

  it('show as many as were put, and send only what has changed', () => {
    const baked = new Baked(limb, new MeshBasicMaterial(), 3, false);
    const { geometry } = baked.mesh;
    for (let i = 0; i < 3; i++) baked.put(root, piece, colour);
    baked.finish();
    expect(geometry.drawRange.count).toBe(geometry.getIndex()!.count);
    const { updateRanges } = geometry.getAttribute('position') as BufferAttribute;
    updateRanges.length = 0;
    baked.clear();
    baked.skipTo(1);
    baked.put(root, piece, colour);
    baked.finish();
    const each = geometry.getAttribute('position').count;
    expect(updateRanges).toEqual([{ start: each, count: each }]);
    expect(geometry.drawRange.count).toBe((2 * geometry.getIndex()!.count) / 3);
    const [r] = geometry.getAttribute('color').array;
    expect(r).toBe(0x6f);
  });
});

const instanced = (part: PartDrawing): InstancedMesh => {
  if (!(part.mesh instanceof InstancedMesh)) throw new Error('not drawn as instances');
  return part.mesh;
};

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
    const look = () => Array.from(instanced(drawing.bodies.parts.limb).instanceMatrix.array);
    drawing.update(hours(10));
    const before = look();
    drawing.update(hours(11));
    expect(look()).not.toEqual(before);
    drawing.update(hours(10));
    const count = 16 * drawing.bodies.parts.limb.count;
    expect(look().slice(0, count)).toEqual(before.slice(0, count));
  });

  it('draws what a drawing made afresh would, though it only writes who has stirred', () => {
    const whole = 17 * (timeline.mostPeople + places.length);
    const played = new CrowdDrawing(timeline, places, 6, materials, null);
    let frames = 0;
    for (let at = hours(9.5); frames < 600; at += 1e6 / 60, frames++) played.update(at, 1);
    expect(played.bodies.written).toBeLessThan((frames * whole) / 4);
    for (const at of [hours(9.52), hours(9.52) + 0.1e6, hours(14), hours(9.52)]) {
      const fresh = new CrowdDrawing(timeline, places, 6, materials, null);
      fresh.update(at, 1);
      played.update(at, 1);
      for (const part of PARTS) {
        const [was, is] = [fresh.bodies.parts[part], played.bodies.parts[part]];
        expect(is.count).toBe(was.count);
        const [now, then] = [instanced(is), instanced(was)];
        const end = is.count;
        const [m, c] = [now.instanceMatrix.array, now.instanceColor!.array];
        expect(m.slice(0, 16 * end)).toEqual(then.instanceMatrix.array.slice(0, 16 * end));
        expect(c.slice(0, 3 * end)).toEqual(then.instanceColor!.array.slice(0, 3 * end));
      }
      expect(played.shadows.count).toBe(played.bodies.parts.torso.count);
      expect(
        instanced(played.rings).instanceMatrix.array.slice(0, 16 * played.rings.count),
      ).toEqual(instanced(fresh.rings).instanceMatrix.array.slice(0, 16 * fresh.rings.count));
    }
  });

  it('sends the graphics card what has changed and nothing else', () => {
    const instances = new Instances(new BoxGeometry(), material, 10);
    const root = { x: 0, z: 0, cos: 1, sin: 0, scale: 1 };
    const red = new Color('#ff0000');
    for (let i = 0; i < 10; i++) instances.put(root, createPiece(), red);
    instances.finish();
    const { instanceMatrix, instanceColor } = instances.mesh;
    expect(instanceMatrix.updateRanges).toEqual([{ start: 0, count: 160 }]);
    expect(instanceColor!.updateRanges).toEqual([{ start: 0, count: 30 }]);
    const [moved, dyed] = [instanceMatrix.version, instanceColor!.version];
    instanceMatrix.clearUpdateRanges();
    instances.clear();
    instances.skipTo(4);
    instances.put(root, createPiece(), red);
    instances.skipTo(10);
    instances.finish();
    expect(instanceMatrix.updateRanges).toEqual([{ start: 64, count: 16 }]);
    expect([instanceMatrix.version, instanceColor!.version]).toEqual([moved + 1, dyed]);
    instances.clear();
    instances.skipTo(10);
    instances.finish();
    expect(instanceMatrix.version).toBe(moved + 1);
  });

  it('keeps its arrays, however often it is asked', () => {
    const arrays = PARTS.map((part) => instanced(drawing.bodies.parts[part]).instanceMatrix.array);
    for (let i = 0; i < 200; i++) drawing.update(hours(9 + i * 0.04));
    PARTS.forEach((part, i) => {
      expect(instanced(drawing.bodies.parts[part]).instanceMatrix.array).toBe(arrays[i]);
    });
  });
});
