import { wallPieces } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { wallLine } from '../model/walls';
import { boardOf, isHung, signSize } from '../text/sizes';

/** A thing that a camera at eye height would run into: a turned rectangle in the plan. */
export interface Barrier {
  readonly at: Point;
  /** Of its rotation. */
  readonly cos: number;
  readonly sin: number;
  readonly halfWidthM: number;
  readonly halfDepthM: number;
}

/** What reaches into this band of heights is in a following camera's way, metres. */
const LOW_M = 1.55;
const HIGH_M = 2.75;
/** The camera keeps this far from everything, metres. */
const KEPT_M = 0.22;
/** In place of a direction of nothing, so that a ray along a side divides by something. */
const TINY = 1e-12;

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
  const angle = (rotationDeg * Math.PI) / 180;
  return {
    at,
    cos: Math.cos(angle),
    sin: Math.sin(angle),
    halfWidthM: widthM / 2 + KEPT_M,
    halfDepthM: depthM / 2 + KEPT_M,
  };
}

/**
 * How far one gets from a plan point along a direction (unit vector) before a barrier, at most
 * `mostM`. Whatever the point itself lies in counts from its middle on: one gets out of it, but
 * not through it. Allocates nothing.
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
  for (let i = 0; i < barriers.length; i++) {
    const { at, cos, sin, halfWidthM: w, halfDepthM: d } = barriers[i]!;
    const fromX = x - at[0];
    const fromY = y - at[1];
    const reach = mostM + Math.max(w, d) * 1.42;
    if (fromX * fromX + fromY * fromY > reach * reach) continue;
    // The point and the direction in the barrier's own axes.
    const ox = fromX * cos + fromY * sin;
    const oy = fromY * cos - fromX * sin;
    const ax = dx * cos + dy * sin;
    const ay = dy * cos - dx * sin;
    if (Math.abs(ox) < w && Math.abs(oy) < d) {
      // Towards the middle of a thing there is no way; away from it there is.
      if (ox * ax * d * d + oy * ay * w * w < 0) return 0;
      continue;
    }
    // Where the ray is within the width, and where within the depth; a ray along a side that
    // begins outside meets it far beyond anything.
    const x1 = (-w - ox) / (ax === 0 ? TINY : ax);
    const x2 = (w - ox) / (ax === 0 ? TINY : ax);
    const y1 = (-d - oy) / (ay === 0 ? TINY : ay);
    const y2 = (d - oy) / (ay === 0 ? TINY : ay);
    const near = Math.max(Math.min(x1, x2), Math.min(y1, y2));
    const far = Math.min(Math.max(x1, x2), Math.max(y1, y2));
    if (near <= far && near >= 0 && near < clear) clear = near;
  }
  return clear;
}
