import { describe, expect, it } from 'vitest';
import { PINHOLE, pinholeLens } from '../../../src/coverage/optics/pinhole';
import { directionToCamera, pointToCamera, poseOf } from '../../../src/coverage/optics/pose';
import { RAD } from './pictures';

/** Square pixels: 1000 px of focal length. */
const F = 1000;
const lens = pinholeLens({
  horizontalFovDeg: (2 * Math.atan(1200 / F)) / RAD,
  verticalFovDeg: (2 * Math.atan(900 / F)) / RAD,
  resolutionPx: [2400, 1800],
});

describe('a pinhole', () => {
  it('is the ratio of similar triangles', () => {
    expect(PINHOLE.radius(Math.PI / 4)).toBeCloseTo(1, 15);
    expect(lens.project([0.3, -0.2, 4])![0]).toBeCloseTo(1200 + (F * 0.3) / 4, 9);
    expect(lens.project([0.3, -0.2, 4])![1]).toBeCloseTo(900 - (F * 0.2) / 4, 9);
  });

  it('sees nothing behind itself, in its own plane or beside the picture', () => {
    for (const point of [
      [0, 0, -1],
      [1, 0, 0],
      [0, 0, 0],
      [1.21, 0, 1],
      [0, -0.91, 1],
      [Number.NaN, 0, 1],
    ] as const)
      expect(lens.project(point)).toBeNull();
  });

  it.each([0.5, 3, 12])('has f/z across and up a wall square to the axis at %s m', (z) => {
    const { acrossPxPerM, alongPxPerM } = lens.density([0.2, 0.1, z], [1, 0, 0], [0, -1, 0]);
    expect(acrossPxPerM).toBeCloseTo(F / z, 9);
    expect(alongPxPerM).toBeCloseTo(F / z, 9);
  });

  it.each([
    [-10, 3, 1.5],
    [-30, 2.4, 1.2],
    [-45, 1.9, 0],
    [12, 5, 3.1],
  ])('tilted %s°, has f/z across and f·D/z² up a vertical surface %s m away', (pitchDeg, d, h) => {
    const pose = poseOf({ at: [1, 2], heightM: 2.7, yawDeg: 37, pitchDeg });
    const [cos, sin] = [Math.cos(37 * RAD), Math.sin(37 * RAD)];
    const point = pointToCamera(pose, [1 + d * cos, 2 + d * sin, h]);
    const across = directionToCamera(pose, [-sin, cos, 0]);
    const up = directionToCamera(pose, [0, 0, 1]);
    const z = point[2];
    expect(z).toBeCloseTo(d * Math.cos(pitchDeg * RAD) + (h - 2.7) * Math.sin(pitchDeg * RAD), 12);
    const { acrossPxPerM, alongPxPerM } = lens.density(point, across, up);
    expect(acrossPxPerM).toBeCloseTo(F / z, 9);
    expect(alongPxPerM).toBeCloseTo((F * d) / z ** 2, 9);
  });

  it('sees the floor below a tilted camera at f·H/z² along, f/z across', () => {
    const pose = poseOf({ at: [0, 0], heightM: 3, yawDeg: 0, pitchDeg: -40 });
    const point = pointToCamera(pose, [2.5, 0, 0]);
    const z = point[2];
    const { acrossPxPerM, alongPxPerM } = lens.density(
      point,
      directionToCamera(pose, [0, 1, 0]),
      directionToCamera(pose, [1, 0, 0]),
    );
    expect(acrossPxPerM).toBeCloseTo(F / z, 9);
    expect(alongPxPerM).toBeCloseTo((F * 3) / z ** 2, 9);
  });
});
