import type { FloorPlan, Point } from '../../scenarios/floorplan';

type Sign = FloorPlan['signs'][number];
type Display = FloorPlan['displays'][number];

/** Height of a sign for its width: the plan names the width alone. */
const SIGN_ASPECT: Record<Sign['kind'], number> = {
  entrance: 7,
  floorMap: 4 / 3,
  zone: 6,
  noSmoking: 0.8,
  emergencyExit: 2.6,
  caution: 0.8,
  notice: 1.6,
};

/** Size of a sign, metres. */
export function signSize(sign: Sign): { widthM: number; tallM: number } {
  const aspect = sign.kind === 'zone' && sign.widthM < 1.3 ? 3.2 : SIGN_ASPECT[sign.kind];
  return { widthM: sign.widthM, tallM: sign.widthM / aspect };
}

/** Size of a display, metres. */
export function boardOf(display: Display): { widthM: number; tallM: number } {
  return {
    widthM: display.widthM,
    tallM: display.widthM / (display.kind === 'window' ? 2.1 : 2.4),
  };
}

/** Signs nearer to a wall than this are mounted on it. */
const ON_WALL_M = 0.35;

/** Whether a sign hangs free from the ceiling, not on a wall. */
export function isHung(plan: FloorPlan, sign: Sign): boolean {
  return plan.walls.every((wall) => distanceToLine(sign.at, wall.from, wall.to) > ON_WALL_M);
}

function distanceToLine(point: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy);
}
