import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaM2,
  contains,
  crossesItself,
  grossAreaM2,
  netPublicAreaM2,
  overlap,
  type Polygon,
} from '../../src/geometry/area';
import { cornersOf, direction } from '../../src/geometry/vector';
import type { Point } from '../../src/scenarios/floorplan';
import { distanceToBox, room } from './halls';

const rectangle = (x0: number, y0: number, x1: number, y1: number): Polygon => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];
const L: Polygon = [
  [0, 0],
  [4, 0],
  [4, 1],
  [1, 1],
  [1, 3],
  [0, 3],
];

describe('areas', () => {
  test('a rectangle, an L and a triangle to the last bit, either way round', () => {
    expect(areaM2(rectangle(0, 0, 20, 10))).toBe(200);
    expect(areaM2(L)).toBe(6);
    expect(areaM2([...L].reverse())).toBe(6);
    expect(
      areaM2([
        [0, 0],
        [3, 0],
        [0, 4],
      ]),
    ).toBe(6);
  });

  test('gross area is the outline, net public area the public zones', () => {
    const plan = room();
    expect(grossAreaM2(plan)).toBeCloseTo(10.4 * 8.4, 12);
    expect(netPublicAreaM2(plan)).toBeCloseTo(69, 12);
    plan.zones[0]!.public = false;
    expect(netPublicAreaM2(plan)).toBe(0);
  });
});

describe('polygons', () => {
  test('contain their inside, their edge and nothing beyond a millimetre', () => {
    expect(contains(L, [0.5, 2.9])).toBe(true);
    expect(contains(L, [1, 2])).toBe(true);
    expect(contains(L, [1.0009, 2])).toBe(true);
    expect(contains(L, [1.002, 2])).toBe(false);
    expect(contains(L, [2, 2])).toBe(false);
    expect(contains([...L].reverse(), [0.5, 2.9])).toBe(true);
  });

  test('a bow tie, a spike and a pinched corner cross themselves, an L does not', () => {
    expect(crossesItself(L)).toBe(false);
    expect(
      crossesItself([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
      ]),
    ).toBe(true);
    expect(
      crossesItself([
        [0, 0],
        [4, 0],
        [2, 0],
        [2, 2],
      ]),
    ).toBe(true);
    expect(
      crossesItself([
        [0, 0],
        [2, 0],
        [1, 1],
        [2, 2],
        [0, 2],
        [1, 1],
      ]),
    ).toBe(true);
  });

  test('overlap is more than touching', () => {
    expect(overlap(L, rectangle(1, 1, 4, 3))).toBe(false);
    expect(overlap(L, rectangle(1, 0.9, 4, 3))).toBe(true);
    expect(overlap(L, rectangle(1, 0.998, 4, 3))).toBe(false);
    expect(overlap(L, L)).toBe(true);
    expect(overlap(L, rectangle(-1, -1, 9, 9))).toBe(true);
    expect(overlap(rectangle(-1, -1, 9, 9), L)).toBe(true);
    // A cross: neither holds a corner of the other.
    expect(overlap(rectangle(0, 1, 3, 2), rectangle(1, 0, 2, 3))).toBe(true);
    // Corners on edges only.
    expect(overlap(rectangle(0, 0, 2, 2), rectangle(0, 0, 2, 1))).toBe(true);
    expect(overlap(rectangle(0, 0, 2, 2), rectangle(2, 0, 4, 2))).toBe(false);
  });

  test('overlap of turned rectangles agrees with a search for a common point', () => {
    const box = fc.record({
      x: fc.double({ min: -2, max: 2, noNaN: true }),
      y: fc.double({ min: -2, max: 2, noNaN: true }),
      w: fc.double({ min: 0.2, max: 2, noNaN: true }),
      d: fc.double({ min: 0.2, max: 2, noNaN: true }),
      turn: fc.integer({ min: 0, max: 359 }),
    });
    fc.assert(
      fc.property(box, box, (p, q) => {
        const [a, b] = [p, q].map((r) => ({
          at: [r.x, r.y] as Point,
          halfWidthM: r.w / 2,
          halfDepthM: r.d / 2,
          axis: direction(r.turn),
        }));
        let common = 0;
        for (let i = 0.5; i < 40; i++)
          for (let j = 0.5; j < 40; j++) {
            const x = (i / 40 - 0.5) * p.w;
            const y = (j / 40 - 0.5) * p.d;
            const at: Point = [
              p.x + x * a!.axis[0] - y * a!.axis[1],
              p.y + x * a!.axis[1] + y * a!.axis[0],
            ];
            if (distanceToBox(at, b!) === 0) common++;
          }
        const found = overlap(cornersOf(a!), cornersOf(b!));
        // A patch of many samples is an overlap; none found must mean at most a sliver.
        if (common > 8) expect(found).toBe(true);
        if (!found) expect(common).toBeLessThanOrEqual(8);
        if (found && common === 0) expect(overlap(cornersOf(a!), cornersOf(b!), 0.06)).toBe(false);
      }),
      { seed: 20210507, numRuns: 300 },
    );
  });
});
