import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { fromOwnAxes } from '../coordinates';
import { inside } from './walls';

/** Something that would cover writing on the floor. */
export interface Cover {
  readonly at: Point;
  readonly halfW: number;
  readonly halfD: number;
}

const STEP_M = 0.2;

/**
 * Where a label of a given size goes in a zone: wholly inside it, covered as little as can be, and
 * then as near its middle as can be. Null if it fits nowhere. All in metres.
 */
export function placeLabel(
  polygon: readonly Point[],
  widthM: number,
  tallM: number,
  covers: readonly Cover[],
): Point | null {
  const xs = polygon.map((p) => p[0]);
  const ys = polygon.map((p) => p[1]);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const middle: Point = [(left + right) / 2, (low + high) / 2];
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let x = left + widthM / 2; x <= right - widthM / 2 + 1e-9; x += STEP_M) {
    for (let y = low + tallM / 2; y <= high - tallM / 2 + 1e-9; y += STEP_M) {
      if (!rectangleInside(x, y, widthM, tallM, polygon)) continue;
      let cost = 0.02 * Math.hypot(x - middle[0], y - middle[1]);
      for (const cover of covers) cost += overlap(x, y, widthM, tallM, cover);
      if (cost < least) {
        least = cost;
        best = [x, y];
      }
    }
  }
  return best;
}

function rectangleInside(
  x: number,
  y: number,
  w: number,
  h: number,
  polygon: readonly Point[],
): boolean {
  for (const dx of [-0.49, -0.25, 0, 0.25, 0.49]) {
    for (const dy of [-0.49, 0.49]) {
      if (!inside([x + dx * w, y + dy * h], polygon)) return false;
    }
  }
  return true;
}

function overlap(x: number, y: number, w: number, h: number, cover: Cover): number {
  const across = w / 2 + cover.halfW - Math.abs(x - cover.at[0]);
  const along = h / 2 + cover.halfD - Math.abs(y - cover.at[1]);
  return across > 0 && along > 0 ? across * along : 0;
}

/** Everything in a plan that stands on the floor, as upright rectangles round it. */
export function floorCovers(plan: FloorPlan): Cover[] {
  const covers: Cover[] = plan.seats.map((seat) => ({ at: seat.at, halfW: 0.28, halfD: 0.3 }));
  for (const box of [...plan.fixtures, ...plan.columns, ...plan.counters]) {
    const corner = fromOwnAxes([0, 0], box.rotationDeg, box.widthM / 2, box.depthM / 2);
    const other = fromOwnAxes([0, 0], box.rotationDeg, box.widthM / 2, -box.depthM / 2);
    covers.push({
      at: box.at,
      halfW: Math.max(Math.abs(corner[0]), Math.abs(other[0])),
      halfD: Math.max(Math.abs(corner[1]), Math.abs(other[1])),
    });
  }
  for (const { clerkSpot, visitorSpot } of plan.windows) {
    for (const at of [clerkSpot, visitorSpot]) covers.push({ at, halfW: 0.3, halfD: 0.3 });
  }
  for (const fixture of plan.fixtures) {
    for (const spot of [fixture.userSpot, fixture.staffSpot]) {
      if (spot) covers.push({ at: spot, halfW: 0.3, halfD: 0.3 });
    }
  }
  return covers;
}
