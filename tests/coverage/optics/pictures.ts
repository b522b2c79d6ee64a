import fc from 'fast-check';
import type { CameraVector, Lens } from '../../../src/coverage/optics/lens';

export const RAD = Math.PI / 180;

/**
 * Numbers spread evenly over a range, its ends included. `fc.double` spreads them over the
 * representable ones, of which most are next to zero.
 */
export const evenly = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000_000 }).map((part) => min + ((max - min) * part) / 1_000_000);

/** Directions of unit length. */
export const unitVectors: fc.Arbitrary<CameraVector> = fc
  .record({
    z: evenly(-1, 1),
    turn: evenly(0, 2 * Math.PI),
  })
  .map(({ z, turn }) => {
    const side = Math.sqrt(1 - z * z);
    return [side * Math.cos(turn), side * Math.sin(turn), z];
  });

/** A direction that is an angle off the axis, turned from the picture's right towards its foot. */
export const offAxis = (deg: number, turnDeg = 0): CameraVector => {
  const sine = Math.sin(deg * RAD);
  return [sine * Math.cos(turnDeg * RAD), sine * Math.sin(turnDeg * RAD), Math.cos(deg * RAD)];
};

export const scaled = ([x, y, z]: CameraVector, by: number): CameraVector => [
  x * by,
  y * by,
  z * by,
];

/** Pixels a metre along a unit vector by central differences; null where the picture ends. */
export function measured(lens: Lens, point: CameraVector, along: CameraVector): number | null {
  const step = 1e-4 * Math.hypot(...point);
  const [before, after] = [-step, step].map((by) =>
    lens.project([point[0] + by * along[0], point[1] + by * along[1], point[2] + by * along[2]]),
  );
  return before && after
    ? Math.hypot(after[0] - before[0], after[1] - before[1]) / (2 * step)
    : null;
}
