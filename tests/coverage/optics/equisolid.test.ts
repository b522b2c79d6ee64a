import { describe, expect, it } from 'vitest';
import { EQUISOLID, equisolidLens } from '../../../src/coverage/optics/equisolid';
import { offAxis, RAD, scaled } from './pictures';

const F = 1000;
/** Square pixels, 1000 px of focal length, seeing a hemisphere and a bit. */
const sideFor = (fovDeg: number) => 2 * F * 2 * Math.sin((fovDeg / 4) * RAD);
const fisheye = equisolidLens({
  horizontalFovDeg: 182,
  verticalFovDeg: 182,
  resolutionPx: [sideFor(182), sideFor(182)],
});
const centre = sideFor(182) / 2;

describe('an equisolid lens', () => {
  it('has the radius 2f·sin(θ/2)', () => {
    expect(EQUISOLID.radius(Math.PI)).toBe(2);
    expect(EQUISOLID.offAxisRad(EQUISOLID.radius(1.3))).toBeCloseTo(1.3, 12);
    for (const deg of [1, 20, 45, 60, 89, 90, 90.9])
      for (const turn of [0, 33, 180, 271]) {
        const [u, v] = fisheye.project(scaled(offAxis(deg, turn), 7.5))!;
        const radius = F * 2 * Math.sin((deg / 2) * RAD);
        expect(u - centre).toBeCloseTo(radius * Math.cos(turn * RAD), 8);
        expect(v - centre).toBeCloseTo(radius * Math.sin(turn * RAD), 8);
      }
  });

  it('gives equal areas to equal solid angles', () => {
    // On a sphere of radius 1 around the camera a metre is a radian, so the product of the two
    // densities is the area of the picture per solid angle: f² wherever one looks.
    for (const deg of [0.001, 10, 50, 90]) {
      const outward = offAxis(deg + 90);
      const { acrossPxPerM, alongPxPerM } = fisheye.density(offAxis(deg), [0, 1, 0], outward);
      expect(acrossPxPerM).toBeCloseTo(F / Math.cos((deg / 2) * RAD), 6);
      expect(alongPxPerM).toBeCloseTo(F * Math.cos((deg / 2) * RAD), 6);
      expect((acrossPxPerM * alongPxPerM) / F ** 2).toBeCloseTo(1, 9);
    }
  });

  it('has f/d on the axis, as a pinhole of the same focal length', () => {
    const { acrossPxPerM, alongPxPerM } = fisheye.density([0, 0, 4], [1, 0, 0], [0, 1, 0]);
    expect(acrossPxPerM).toBeCloseTo(F / 4, 10);
    expect(alongPxPerM).toBeCloseTo(F / 4, 10);
  });

  it('is dark in the corners of a fisheye, whose rays run along the edge of its circle', () => {
    const corner = fisheye.ray([0, 0]);
    for (const [axis, part] of offAxis(91, 225).entries())
      expect(corner[axis]).toBeCloseTo(part, 12);
    expect(fisheye.project(offAxis(91.01, 225))).toBeNull();
    expect(fisheye.project(offAxis(91, 225))).not.toBeNull();
  });

  it('sees nothing behind itself unless printed so', () => {
    // The corners would look 87° off the axis times √2.
    const wide = equisolidLens({
      horizontalFovDeg: 174,
      verticalFovDeg: 174,
      resolutionPx: [1000, 1000],
    });
    expect(wide.project(offAxis(89.9, 45))).not.toBeNull();
    expect(wide.project(offAxis(90.1, 45))).toBeNull();
    expect(wide.ray([1000, 1000])[2]).toBeCloseTo(0, 12);
    for (const point of [
      [0, 0, -1],
      [0, 0, 0],
      [0, Number.NaN, 1],
    ] as const)
      expect(fisheye.project(point)).toBeNull();
  });

  it('keeps its figures nearly straight behind', () => {
    const all = equisolidLens({
      horizontalFovDeg: 360,
      verticalFovDeg: 360,
      resolutionPx: [4 * F, 4 * F],
    });
    const tiny = 1e-7;
    const seen = all.project([tiny, 0, -1])!;
    // θ is π − 1e-7, so 2 sin(θ/2) falls short of 2 by 2.5e-15 only.
    expect(seen[0]).toBeCloseTo(4 * F, 6);
    expect(seen[1]).toBeCloseTo(2 * F, 6);
    const { acrossPxPerM } = all.density([tiny, 0, -1], [0, 1, 0], [1, 0, 0]);
    // Round the circle's edge: 2f for 1e-7 m.
    expect((acrossPxPerM * tiny) / (2 * F)).toBeCloseTo(1, 9);
  });
});
