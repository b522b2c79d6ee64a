import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directionToCamera,
  directionToWorld,
  pointToCamera,
  pointToWorld,
  poseOf,
  type VectorOut,
  type WorldVector,
} from '../../../src/coverage/optics/pose';
import { evenly } from './pictures';

const near = (found: WorldVector, expected: WorldVector) => {
  for (const [axis, part] of expected.entries()) expect(found[axis]).toBeCloseTo(part, 9);
};

const numbers = (most: number) => evenly(-most, most);
const points = fc.tuple(numbers(50), numbers(50), numbers(10));
const cameras = fc.record({
  at: fc.tuple(numbers(50), numbers(50)),
  heightM: evenly(0, 10),
  yawDeg: numbers(360),
  pitchDeg: numbers(90),
});

describe('the pose of a camera', () => {
  it.each<
    [yaw: number, pitch: number, right: WorldVector, down: WorldVector, forward: WorldVector]
  >([
    [0, 0, [0, -1, 0], [0, 0, -1], [1, 0, 0]],
    [90, 0, [1, 0, 0], [0, 0, -1], [0, 1, 0]],
    [180, 0, [0, 1, 0], [0, 0, -1], [-1, 0, 0]],
    // Straight down: the upper edge of the picture points along the yaw.
    [0, -90, [0, -1, 0], [-1, 0, 0], [0, 0, -1]],
    [0, 90, [0, -1, 0], [1, 0, 0], [0, 0, 1]],
    [0, -45, [0, -1, 0], [-Math.SQRT1_2, 0, -Math.SQRT1_2], [Math.SQRT1_2, 0, -Math.SQRT1_2]],
  ])('yaw %s°, pitch %s°', (yawDeg, pitchDeg, right, down, forward) => {
    const pose = poseOf({ at: [3, 4], heightM: 2.6, yawDeg, pitchDeg });
    near(pose.right, right);
    near(pose.down, down);
    near(pose.forward, forward);
    near(pose.at, [3, 4, 2.6]);
  });

  it('says what lies ahead, to the right and below', () => {
    const pose = poseOf({ at: [1, 1], heightM: 3, yawDeg: 90, pitchDeg: 0 });
    near(pointToCamera(pose, [1.5, 5, 1]), [0.5, 2, 4]);
    near(pointToWorld(pose, [0.5, 2, 4]), [1.5, 5, 1]);
  });

  it('goes there and back, keeping lengths', () => {
    fc.assert(
      fc.property(cameras, points, (camera, point) => {
        const pose = poseOf(camera);
        near(pointToWorld(pose, pointToCamera(pose, point)), point);
        near(pointToCamera(pose, pointToWorld(pose, point)), point);
        near(directionToWorld(pose, directionToCamera(pose, point)), point);
        expect(Math.hypot(...directionToCamera(pose, point))).toBeCloseTo(Math.hypot(...point), 9);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('is right-handed, and its right is level', () => {
    fc.assert(
      fc.property(cameras, (camera) => {
        const { right, down, forward } = poseOf(camera);
        near(forward, [
          right[1] * down[2] - right[2] * down[1],
          right[2] * down[0] - right[0] * down[2],
          right[0] * down[1] - right[1] * down[0],
        ]);
        expect(right[2]).toBe(0);
      }),
      { seed: 4 },
    );
  });

  it('writes to the vector given, which may be the one read', () => {
    const pose = poseOf({ at: [1, 2], heightM: 3, yawDeg: 20, pitchDeg: -30 });
    const out: VectorOut = [0, 0, 0];
    for (const change of [directionToCamera, directionToWorld, pointToCamera, pointToWorld]) {
      const expected = change(pose, [4, 5, 6]);
      expect(change(pose, [4, 5, 6], out)).toBe(out);
      expect(out).toEqual(expected);
      const same: VectorOut = [4, 5, 6];
      expect(change(pose, same, same)).toEqual(expected);
    }
  });
});
