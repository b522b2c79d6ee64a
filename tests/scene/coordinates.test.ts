import fc from 'fast-check';
import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import {
  faceYawOf,
  frameMatrix,
  fromOwnAxes,
  intoOwnAxes,
  toPlan,
  toScene,
  yawOf,
} from '../../src/scene/coordinates';

const metre = fc.double({ min: -100, max: 100, noNaN: true });
const degrees = fc.double({ min: -360, max: 360, noNaN: true });

describe('plan and scene', () => {
  it('puts the plan’s height up and its y away from the viewer', () => {
    expect(toScene([3, 4], 2)).toEqual([3, 2, -4]);
    expect(toPlan(3, -4)).toEqual([3, 4]);
  });

  it('turns models into plan directions', () => {
    fc.assert(
      fc.property(degrees, (facing) => {
        const angle = (facing * Math.PI) / 180;
        const [x, y, z] = toScene([Math.cos(angle), Math.sin(angle)]);
        const model = new Vector3(1, 0, 0).applyAxisAngle(new Vector3(0, 1, 0), yawOf(facing));
        const face = new Vector3(0, 0, 1).applyAxisAngle(new Vector3(0, 1, 0), faceYawOf(facing));
        expect(model.distanceTo(new Vector3(x, y, z))).toBeLessThan(1e-9);
        expect(face.distanceTo(new Vector3(x, y, z))).toBeLessThan(1e-9);
      }),
      { seed: 1 },
    );
  });

  it('agrees with itself on own axes', () => {
    fc.assert(
      fc.property(metre, metre, degrees, metre, metre, (ax, ay, turn, x, y) => {
        const point = fromOwnAxes([ax, ay], turn, x, y);
        const [bx, by] = intoOwnAxes([ax, ay], turn, point);
        expect(bx).toBeCloseTo(x, 8);
        expect(by).toBeCloseTo(y, 8);
        // A model's own back (plan y) is the scene's −z before it is placed.
        const placed = new Vector3(x, 0, -y).applyMatrix4(frameMatrix([ax, ay], turn));
        expect(placed.distanceTo(new Vector3(...toScene(point)))).toBeLessThan(1e-8);
      }),
      { seed: 2 },
    );
  });
});
