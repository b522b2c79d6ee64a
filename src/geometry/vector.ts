import type { Point } from '../scenarios/floorplan';

/** Turns that furniture usually has: exact, so that aligned things stay aligned to the last bit. */
const RIGHT_ANGLES: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/**
 * Unit vector of a direction in degrees (0 along +x, counterclockwise). Multiples of 90° are
 * exact; others are rounded to 1e-12, because `Math.cos` may differ between machines in the
 * last bit.
 */
export function direction(degrees: number): Point {
  const turn = ((degrees % 360) + 360) % 360;
  if (turn % 90 === 0) return RIGHT_ANGLES[turn / 90]!;
  const radians = (turn * Math.PI) / 180;
  return [Math.round(Math.cos(radians) * 1e12) / 1e12, Math.round(Math.sin(radians) * 1e12) / 1e12];
}

/** Direction from one point to another in whole degrees, 0 … 359. */
export function bearingDeg(from: Point, to: Point): number {
  const degrees = Math.round((Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI);
  return (degrees + 360) % 360;
}

/** Distance in metres. `Math.sqrt` is exact on every machine, `Math.hypot` is not. */
export function distance(a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  return Math.sqrt(dx * dx + dy * dy);
}

/** The point `alongM` metres from `at` in direction `unit`. */
export function moved(at: Point, unit: Point, alongM: number): Point {
  return [at[0] + unit[0] * alongM, at[1] + unit[1] * alongM];
}

/** Distance in metres from `p` to the segment from `a` to `b`. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared;
  const t = Math.min(1, Math.max(0, along));
  return distance(p, [a[0] + t * dx, a[1] + t * dy]);
}

/** A rectangle on the floor: centre, half sizes, direction of its own x axis. */
export interface Box {
  readonly at: Point;
  readonly halfWidthM: number;
  readonly halfDepthM: number;
  readonly axis: Point;
}

/** Rectangle of a piece of furniture as floor plans give it. */
export function boxOf(item: {
  at: Point;
  widthM: number;
  depthM: number;
  rotationDeg: number;
}): Box {
  return {
    at: item.at,
    halfWidthM: item.widthM / 2,
    halfDepthM: item.depthM / 2,
    axis: direction(item.rotationDeg),
  };
}

/** Corners of a rectangle, counterclockwise. */
export function cornersOf(box: Box): readonly [Point, Point, Point, Point] {
  const { at, halfWidthM: w, halfDepthM: d, axis } = box;
  const corner = (x: number, y: number): Point => [
    at[0] + x * axis[0] - y * axis[1],
    at[1] + x * axis[1] + y * axis[0],
  ];
  return [corner(-w, -d), corner(w, -d), corner(w, d), corner(-w, d)];
}
