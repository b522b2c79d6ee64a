import { describe, expect, it } from 'vitest';
import { type Camera, lensOf } from '../../src/coverage/optics/lens-of';
import { fullWalls } from '../../src/scene/camera-picture/full-walls';
import { viewOfRegion } from '../../src/scene/camera-picture/region-view';
import type { PictureLens, PictureRegion } from '../../src/scene/camera-picture/types';
import { shippedPlan } from '../plans';

const printed = (horizontalFovDeg: number, verticalFovDeg: number) =>
  ({ horizontalFovDeg, verticalFovDeg, resolutionPx: [2688, 1520] }) as unknown as Camera;

function pictureLens(camera: Camera): PictureLens {
  const lens = lensOf(camera);
  return {
    projection: 'equisolid',
    resolutionPx: lens.resolutionPx,
    focalPx: [1, 1],
    circle: 2,
    ray: lens.ray,
  };
}

const whole: PictureRegion = { left: 0, top: 0, width: 2688, height: 1520 };

describe('the flat picture behind a lens', () => {
  it.each([
    ['the whole of a wide lens', whole],
    ['a part at the edge', { left: 2200, top: 1100, width: 336, height: 190 }],
    ['a part above the middle', { left: 1000, top: 40, width: 336, height: 190 }],
  ] as const)('holds every pixel of %s, each where the shader looks for it', (_, region) => {
    const lens = pictureLens(printed(103, 55));
    const view = viewOfRegion(lens, region)!;
    const [a, b, c, d, e, f, g, h, i] = view.turn;
    for (let s = 0; s <= 1; s += 0.1)
      for (let t = 0; t <= 1; t += 0.1) {
        const [x, y, z] = lens.ray([
          region.left + s * region.width,
          region.top + t * region.height,
        ]);
        const [across, up, back] = [
          a * x + b * y + c * z,
          d * x + e * y + f * z,
          g * x + h * y + i * z,
        ];
        expect(back).toBeLessThan(0);
        expect(Math.abs(across / back)).toBeLessThanOrEqual(view.halfTan[0]);
        expect(Math.abs(up / back)).toBeLessThanOrEqual(view.halfTan[1]);
        // Right stays right and up stays up.
        if (s > 0.5 && region.width < 1000) expect(across).toBeGreaterThan(0);
        if (t > 0.5 && region.height < 1000) expect(up).toBeLessThan(0);
      }
  });

  it('turns without stretching or mirroring', () => {
    const view = viewOfRegion(pictureLens(printed(103, 55)), {
      left: 2200,
      top: 100,
      width: 336,
      height: 190,
    })!;
    const rows = [0, 3, 6].map((k) => view.turn.slice(k, k + 3));
    const dot = (p: number[], q: number[]) => p[0]! * q[0]! + p[1]! * q[1]! + p[2]! * q[2]!;
    for (const [i, p] of rows.entries())
      for (const [j, q] of rows.entries()) expect(dot(p, q)).toBeCloseTo(i === j ? 1 : 0, 12);
  });

  it('gives way to a cube where a flat one would be too wide', () => {
    expect(viewOfRegion(pictureLens(printed(180, 180)), whole)).toBeNull();
    expect(viewOfRegion(pictureLens(printed(360, 360)), whole)).toBeNull();
    const part = { left: 1300, top: 700, width: 80, height: 60 };
    expect(viewOfRegion(pictureLens(printed(180, 180)), part)).not.toBeNull();
  });
});

describe('the hall from inside', () => {
  it('has its walls up to the ceiling', () => {
    const plan = shippedPlan('hall-200');
    let top = 0;
    let bottom = Number.POSITIVE_INFINITY;
    for (const geometry of fullWalls(plan)) {
      geometry.computeBoundingBox();
      top = Math.max(top, geometry.boundingBox!.max.y);
      bottom = Math.min(bottom, geometry.boundingBox!.min.y);
      geometry.dispose();
    }
    expect(top).toBeCloseTo(plan.ceilingHeightM, 6);
    expect(bottom).toBeCloseTo(1.1, 6);
  });
});
