import { describe, expect, it } from 'vitest';
import { eyeOf } from '../../src/coverage/eye';
import { frustumOf } from '../../src/coverage/frustum';
import { Sight } from '../../src/coverage/space/sight';
import { boxSolid } from '../../src/coverage/space/solid';

const camera = {
  id: 'c',
  at: [0, 0] as [number, number],
  heightM: 3,
  yawDeg: 0,
  pitchDeg: -45,
  horizontalFovDeg: 60,
  verticalFovDeg: 40,
  resolutionPx: [1600, 900] as [number, number],
};

type Body = ReturnType<typeof frustumOf>;
const corner = ({ positions }: Body, i: number) => [...positions.subarray(3 * i, 3 * i + 3)];

describe('the field of view as a body', () => {
  it('ends on the floor in the trapezoid of a tilted pinhole', () => {
    const body = frustumOf(eyeOf(camera, 'pinhole'), new Sight([]), 4, 8, 4);
    expect(corner(body, 0)).toEqual([0, 0, 3]);
    // Upper edge: 25° below level; lower edge: 65°. Half widths by tan 30° at the slant distance.
    const upper = 3 / Math.tan((25 * Math.PI) / 180);
    const lower = 3 / Math.tan((65 * Math.PI) / 180);
    const upperLeft = corner(body, 1);
    expect(upperLeft[0]).toBeCloseTo(upper, 4);
    expect(upperLeft[2]).toBeCloseTo(0, 5);
    const depth = (x: number) => (x + 3) / Math.SQRT2;
    expect(upperLeft[1]).toBeCloseTo(depth(upper) * Math.tan(Math.PI / 6), 4);
    const lowerRight = corner(body, 9 * 5);
    expect(lowerRight[0]).toBeCloseTo(lower, 4);
    expect(lowerRight[1]).toBeCloseTo(-depth(lower) * Math.tan(Math.PI / 6), 4);
  });

  it('is cut where something stands, and torn at its edge', () => {
    const wall = boxSolid(
      { kind: 'wall', id: 'w' },
      { at: [2, 0], halfWidthM: 0.1, halfDepthM: 0.3, axis: [1, 0] },
      0,
      3,
    );
    const free = frustumOf(eyeOf(camera), new Sight([]), 4, 16, 8);
    const cut = frustumOf(eyeOf(camera), new Sight([wall]), 4, 16, 8);
    const farthest = (body: Body, column: number) => corner(body, 1 + column)[0]!;
    expect(farthest(cut, 8)).toBeCloseTo(1.9, 3);
    expect(farthest(cut, 0)).toBeCloseTo(farthest(free, 0), 6);
    expect(cut.ends.length).toBeLessThan(free.ends.length);
    expect(cut.sides).toHaveLength(3 * 2 * (16 + 8));
  });

  it('stops at the ceiling and does not go on for ever', () => {
    const up = frustumOf(eyeOf({ ...camera, pitchDeg: 60 }), new Sight([]), 4, 4, 4);
    for (let i = 1; i <= 25; i++) expect(corner(up, i)[2]).toBeCloseTo(4, 4);
    const level = frustumOf(eyeOf({ ...camera, pitchDeg: 0 }), new Sight([]), 4, 4, 4);
    for (let i = 1; i <= 25; i++) expect(Math.hypot(...corner(level, i))).toBeLessThan(31);
  });
});
