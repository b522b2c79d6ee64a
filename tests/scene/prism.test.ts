import { describe, expect, test } from 'vitest';
import { atHeight, convexParts, firstPrism, type Prism } from '../../src/scene/edit/prism';

const box = (key: string, x: number, y: number, size: number, highM: number): Prism => ({
  key,
  footprint: [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ],
  lowM: 0,
  highM,
});

const sight = (x: number, y: number, z: number, dx: number, dy: number, dz: number) => {
  const length = Math.hypot(dx, dy, dz);
  return { x, y, z, dx: dx / length, dy: dy / length, dz: dz / length };
};

describe('what a line of sight meets first', () => {
  const near = box('near', 4, -0.5, 1, 1);
  const far = box('far', 8, -0.5, 1, 3);

  test('the nearer of two, where it is entered', () => {
    const hit = firstPrism(sight(0, 0, 0.5, 1, 0, 0), [far, near])!;
    expect(hit.prism.key).toBe('near');
    expect(hit.distanceM).toBeCloseTo(4, 12);
    expect(hit.at[0]).toBeCloseTo(4, 12);
  });

  test('over the near one to the far one; from above onto its top; past both: nothing', () => {
    expect(firstPrism(sight(0, 0, 2, 1, 0, 0), [near, far])!.prism.key).toBe('far');
    const top = firstPrism(sight(4.5, 0, 5, 0, 0, -1), [near, far])!;
    expect(top.heightM).toBeCloseTo(1, 12);
    expect(firstPrism(sight(0, 2, 0.5, 1, 0, 0), [near, far])).toBeNull();
    expect(firstPrism(sight(0, 0, 0.5, -1, 0, 0), [near, far])).toBeNull();
  });

  test('corners may be given either way round', () => {
    const turned = { ...near, footprint: [...near.footprint].reverse() };
    expect(firstPrism(sight(0, 0, 0.5, 1, 0, 0), [turned])!.distanceM).toBeCloseTo(4, 12);
  });
});

test('the point at a height, and none behind the eye or along the floor', () => {
  expect(atHeight(sight(0, 0, 4, 1, 0, -1), 1)![0]).toBeCloseTo(3, 12);
  expect(atHeight(sight(0, 0, 4, 1, 0, 1), 1)).toBeNull();
  expect(atHeight(sight(0, 0, 4, 1, 0, 0), 1)).toBeNull();
});

test('an L is taken hold of where it is, not in its notch', () => {
  const footprint = [
    [0, 0],
    [4, 0],
    [4, 1],
    [1, 1],
    [1, 4],
    [0, 4],
  ] as const;
  const parts = convexParts({ key: 'zones/l', footprint, lowM: 0, highM: 0.02, heavy: true });
  const down = (x: number, y: number) => firstPrism(sight(x, y, 3, 0, 0, -1), parts)?.prism.key;
  expect(parts.length).toBe(4);
  expect([down(3, 0.5), down(0.5, 3), down(0.5, 0.5)]).toEqual(Array(3).fill('zones/l'));
  expect(down(3, 3)).toBeUndefined();
});

test('what is convex already stays in one piece', () => {
  const one = box('one', 0, 0, 1, 1);
  expect(convexParts(one)).toEqual([one]);
});
