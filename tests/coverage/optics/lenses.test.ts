import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LENS_MODELS, type LensModel, lensOf } from '../../../src/coverage/optics/lens-of';
import type { PrintedPicture } from '../../../src/coverage/optics/picture';
import { evenly, measured, offAxis, RAD, scaled, unitVectors } from './pictures';

const picture = (
  horizontalFovDeg: number,
  verticalFovDeg: number,
  resolutionPx: readonly [number, number] = [2688, 1520],
): PrintedPicture => ({ horizontalFovDeg, verticalFovDeg, resolutionPx });

const CASES: readonly (readonly [LensModel, PrintedPicture])[] = [
  ...LENS_MODELS.flatMap((model) => [
    [model, picture(103, 55)] as const,
    [model, picture(30, 17)] as const,
    // Angles that no single focal length gives.
    [model, picture(60, 60)] as const,
    [model, picture(120, 170, [1080, 1920])] as const,
  ]),
  ['equisolid', picture(182, 182, [2160, 2160])],
  ['equisolid', picture(180, 94, [3840, 2160])],
  ['equisolid', picture(360, 360, [3000, 3000])],
];

/** A place in the picture as shares of its sides, edges included. */
const shares = fc.tuple(evenly(0, 1), evenly(0, 1));
const distances = evenly(0.01, 100);

/** Whether no direction is seen in a pixel: beyond 90° off the axis, or the printed angle. */
function dark(
  { horizontalFovDeg: h, verticalFovDeg: v }: PrintedPicture,
  right: number,
  down: number,
) {
  const radius = (deg: number) => 2 * Math.sin((deg / 4) * RAD);
  const at = Math.hypot((2 * right - 1) * radius(h), (2 * down - 1) * radius(v));
  return at > radius(Math.max(180, h, v)) - 1e-9;
}

describe.each(CASES)('%s %j', (model, printed) => {
  const lens = lensOf(printed, model);
  const [width, height] = printed.resolutionPx;

  it('shows the printed angles at the middle of its edges', () => {
    for (const [deg, turnDeg, u, v] of [
      [0, 0, width / 2, height / 2],
      [printed.horizontalFovDeg / 2, 0, width, height / 2],
      [printed.horizontalFovDeg / 2, 180, 0, height / 2],
      [printed.verticalFovDeg / 2, 90, width / 2, height],
      [printed.verticalFovDeg / 2, 270, width / 2, 0],
    ] as const) {
      const ray = lens.ray([u, v]);
      for (const [axis, part] of offAxis(deg, turnDeg).entries())
        expect(ray[axis]).toBeCloseTo(part, 12);
      // Straight behind is every place of the circle's edge at once.
      if (deg === 180) continue;
      const seen = lens.project(offAxis(deg, turnDeg))!;
      expect(seen[0]).toBeCloseTo(u, 6);
      expect(seen[1]).toBeCloseTo(v, 6);
      if (deg > 0) expect(lens.project(offAxis(deg + 0.01, turnDeg))).toBeNull();
    }
  });

  it('has rays of unit length that are seen where they came from', () => {
    fc.assert(
      fc.property(shares, distances, ([right, down], distance) => {
        const pixel = [right * width, down * height] as const;
        const ray = lens.ray(pixel);
        expect(Math.hypot(...ray)).toBeCloseTo(1, 12);
        const again = lens.project(scaled(ray, distance));
        if (model === 'equisolid' && dark(printed, right, down)) return;
        expect(again![0]).toBeCloseTo(pixel[0], 4);
        expect(again![1]).toBeCloseTo(pixel[1], 4);
      }),
      { seed: 20210224, numRuns: 300 },
    );
  });

  it('has the density that finite differences measure', () => {
    let compared = 0;
    fc.assert(
      fc.property(shares, distances, unitVectors, unitVectors, ([right, down], far, one, two) => {
        const pixel = [right * width, down * height] as const;
        const point = scaled(lens.ray(pixel), far);
        const { acrossPxPerM, alongPxPerM } = lens.density(point, one, two);
        const most = (width + height) / far;
        for (const [density, direction] of [
          [acrossPxPerM, one],
          [alongPxPerM, two],
        ] as const) {
          const near = measured(lens, point, direction);
          // Near the point straight behind, the derivative grows beyond what steps can follow.
          if (near === null || near > 100 * most) continue;
          compared++;
          expect(Math.abs(density - near)).toBeLessThan(1e-4 * most);
        }
      }),
      { seed: 62676, numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

describe('a lens that cannot be', () => {
  it.each<[LensModel, PrintedPicture]>([
    ['pinhole', picture(180, 90)],
    ['pinhole', picture(90, 180)],
    ['pinhole', picture(182, 182)],
    ['equisolid', picture(360.1, 90)],
    ['equisolid', picture(0, 55)],
    ['equisolid', picture(103, -55)],
    ['equisolid', picture(Number.NaN, 55)],
    ['pinhole', picture(103, 0)],
    ['equisolid', picture(103, 55, [0, 1520])],
    ['pinhole', picture(103, 55, [2688, Number.POSITIVE_INFINITY])],
  ])('%s %j', (model, printed) => {
    expect(() => lensOf(printed, model)).toThrow(RangeError);
  });
});

it('a camera has the lens that cameras have, unless asked otherwise', () => {
  const printed = picture(103, 55);
  const seen = offAxis(20, 30);
  expect(lensOf(printed).project(seen)).toEqual(lensOf(printed, 'equisolid').project(seen));
  expect(lensOf(printed).project(seen)).not.toEqual(lensOf(printed, 'pinhole').project(seen));
});
