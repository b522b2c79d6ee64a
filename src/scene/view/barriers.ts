import { wallPieces } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { intoOwnAxes } from '../coordinates';
import { wallLine } from '../model/walls';
import { boardOf, isHung, signSize } from '../text/sizes';

/** A thing that a camera at eye height would run into: a turned rectangle in the plan. */
export interface Barrier {
  readonly at: Point;
  readonly rotationDeg: number;
  readonly halfWidthM: number;
  readonly halfDepthM: number;
}

/** What reaches into this band of heights is in a following camera's way, metres. */
const LOW_M = 1.55;
const HIGH_M = 2.75;
/** The camera keeps this far from everything, metres. */
const KEPT_M = 0.22;

/** Walls with the gaps of their doors, columns, tall furniture, and what hangs at eye height. */
export function barriersOf(plan: FloorPlan): Barrier[] {
  const walls = wallPieces(plan)
    .filter(({ wall }) => (wall.heightM ?? plan.ceilingHeightM) > LOW_M)
    .map(({ from, to, wall }) => {
      const { lengthM, angleDeg } = wallLine({ from, to });
      const at: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      return barrier(at, angleDeg, lengthM, wall.thicknessM);
    });
  const columns = plan.columns
    .filter((column) => (column.heightM ?? plan.ceilingHeightM) > LOW_M)
    .map((column) => barrier(column.at, column.rotationDeg, column.widthM, column.depthM));
  const furniture = plan.fixtures
    .filter((fixture) => fixture.heightM > LOW_M)
    .map(({ at, rotationDeg, widthM, depthM }) => barrier(at, rotationDeg, widthM, depthM));
  const boards = [
    ...plan.displays.map((display) => ({ ...display, ...boardOf(display) })),
    ...plan.signs.filter((sign) => isHung(plan, sign)).map((s) => ({ ...s, ...signSize(s) })),
  ]
    .filter(({ heightM, tallM }) => heightM - tallM / 2 < HIGH_M && heightM + tallM / 2 > LOW_M)
    .map(({ at, facingDeg, widthM }) => barrier(at, facingDeg + 90, widthM, 0.1));
  return [...walls, ...columns, ...furniture, ...boards];
}

function barrier(at: Point, rotationDeg: number, widthM: number, depthM: number): Barrier {
  return { at, rotationDeg, halfWidthM: widthM / 2 + KEPT_M, halfDepthM: depthM / 2 + KEPT_M };
}

/**
 * How far one gets from a plan point along a direction (unit vector) before a barrier, at most
 * `mostM`. Whatever the point itself lies in counts from its middle on: one gets out of it, but
 * not through it.
 */
export function clearM(
  barriers: readonly Barrier[],
  x: number,
  y: number,
  dx: number,
  dy: number,
  mostM: number,
): number {
  let clear = mostM;
  for (const { at, rotationDeg, halfWidthM, halfDepthM } of barriers) {
    const reach = Math.max(halfWidthM, halfDepthM) * 1.42;
    if (Math.hypot(at[0] - x, at[1] - y) > mostM + reach) continue;
    const [ox, oy] = intoOwnAxes(at, rotationDeg, [x, y]);
    const [ax, ay] = intoOwnAxes([0, 0], rotationDeg, [dx, dy]);
    const inside = Math.abs(ox) < halfWidthM && Math.abs(oy) < halfDepthM;
    if (inside) {
      // Towards the middle of a thing there is no way; away from it there is.
      if (ox * ax * halfDepthM * halfDepthM + oy * ay * halfWidthM * halfWidthM < 0) return 0;
      continue;
    }
    clear = Math.min(clear, entryM(ox, oy, ax, ay, halfWidthM, halfDepthM));
  }
  return clear;
}

/** Where a ray enters a box about the origin; Infinity where it does not. */
function entryM(ox: number, oy: number, ax: number, ay: number, w: number, d: number): number {
  const across = slab(ox, ax, w);
  const along = slab(oy, ay, d);
  const near = Math.max(across[0], along[0]);
  const far = Math.min(across[1], along[1]);
  return near <= far && near >= 0 ? near : Number.POSITIVE_INFINITY;
}

function slab(origin: number, direction: number, half: number): [near: number, far: number] {
  if (Math.abs(direction) < 1e-12) {
    return Math.abs(origin) <= half
      ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  }
  const a = (-half - origin) / direction;
  const b = (half - origin) / direction;
  return a < b ? [a, b] : [b, a];
}
