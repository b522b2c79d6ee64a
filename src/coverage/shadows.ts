import type { Point } from '../scenarios/floorplan';
import type { PlaneGrid } from './plane-grid';
import { BODY_SIZES, TRUNK_RADIUS_M } from './space/people';
import type { Sight } from './space/sight';
import type { Solid } from './space/solid';

/** A solid is cut this far from the camera's height, beyond which its shadow has no end, metres. */
const LEVEL_M = 1e-3;

/** Stretched so far, a shadow along the plane leaves every hall. */
const ENDLESS = 1e5;

/**
 * Which cells' middles of a plane a point cannot see. Solids are upright prisms, so their shadows
 * are convex polygons, filled row by row: exact, and far faster than a ray a cell. People's
 * shadows are searched by ray in a polygon that surely holds them.
 *
 * @param out 1 where something is in the way; set anew
 */
export function castShadows(
  sight: Sight,
  from: readonly [x: number, y: number, z: number],
  grid: PlaneGrid,
  out: Uint8Array,
): void {
  out.fill(0);
  const [ax, ay, az] = from;
  const h = grid.heightM;
  for (const solid of sight.solids) {
    const shadow = shadowOf(solid.footprint, solid.bottomM, solid.topM, from, h);
    if (shadow === null || holdsCamera(solid, from)) continue;
    fill(grid, shadow, (cell) => {
      out[cell] = 1;
    });
  }
  for (const { at, posture } of sight.crowd.people) {
    const r = TRUNK_RADIUS_M;
    const square: Point[] = [
      [at[0] - r, at[1] - r],
      [at[0] + r, at[1] - r],
      [at[0] + r, at[1] + r],
      [at[0] - r, at[1] + r],
    ];
    const shadow = shadowOf(square, 0, BODY_SIZES[posture].heightM, from, h);
    if (shadow === null) continue;
    fill(grid, shadow, (cell, x, y) => {
      if (out[cell] === 0 && sight.crowd.cast(ax, ay, az, x, y, h) >= 0) out[cell] = 1;
    });
  }
}

/** A camera that is mounted in a solid, by rounding, sees past it. */
function holdsCamera(solid: Solid, [x, y, z]: readonly [number, number, number]): boolean {
  if (z < solid.bottomM || z > solid.topM) return false;
  const { footprint } = solid;
  for (let i = 0; i < footprint.length; i++) {
    const [ax, ay] = footprint[i]!;
    const [bx, by] = footprint[(i + 1) % footprint.length]!;
    if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) <= 0) return false;
  }
  return true;
}

/** The shadow of a prism on a plane, counterclockwise; null if it throws none there. */
function shadowOf(
  footprint: readonly Point[],
  bottomM: number,
  topM: number,
  [cx, cy, cz]: readonly [number, number, number],
  h: number,
): Point[] | null {
  if (Math.abs(cz - h) < 2 * LEVEL_M) {
    // Seen edge on: what cuts the plane hides all that lies behind it there.
    if (bottomM > h || topM < h) return null;
    return hull(
      [1, ENDLESS].flatMap((stretch) =>
        footprint.map(([x, y]): Point => [cx + (x - cx) * stretch, cy + (y - cy) * stretch]),
      ),
    );
  }
  // Only what lies between the plane and the camera's height.
  const low = cz > h ? Math.max(bottomM, h) : Math.max(bottomM, cz + LEVEL_M);
  const high = cz > h ? Math.min(topM, cz - LEVEL_M) : Math.min(topM, h);
  if (high - low <= 1e-9) return null;
  const points: Point[] = [];
  for (const z of [low, high]) {
    const stretch = (cz - h) / (cz - z);
    for (const [x, y] of footprint) points.push([cx + (x - cx) * stretch, cy + (y - cy) * stretch]);
  }
  return hull(points);
}

/** Convex hull, counterclockwise (Andrew's monotone chain). */
function hull(points: Point[]): Point[] {
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (sorted: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of sorted) {
      while (chain.length > 1) {
        const a = chain[chain.length - 2]!;
        const b = chain[chain.length - 1]!;
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        chain.pop();
      }
      chain.push(p);
    }
    chain.pop();
    return chain;
  };
  return [...half(points), ...half([...points].reverse())];
}

/** Visits every cell whose middle lies in a convex polygon. */
function fill(
  grid: PlaneGrid,
  polygon: readonly Point[],
  visit: (cell: number, x: number, y: number) => void,
): void {
  const { minX, minY, cellM, columns, rows } = grid;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const [, y] of polygon) {
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  const firstRow = Math.max(0, Math.ceil((low - minY) / cellM - 0.5));
  const lastRow = Math.min(rows - 1, Math.floor((high - minY) / cellM - 0.5));
  for (let row = firstRow; row <= lastRow; row++) {
    const y = minY + (row + 0.5) * cellM;
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < polygon.length; i++) {
      const [ax, ay] = polygon[i]!;
      const [bx, by] = polygon[(i + 1) % polygon.length]!;
      if ((ay < y && by < y) || (ay > y && by > y)) continue;
      const [from, to] = ay === by ? [ax, bx] : [ax + ((y - ay) / (by - ay)) * (bx - ax), null];
      left = Math.min(left, from, to ?? from);
      right = Math.max(right, from, to ?? from);
    }
    const first = Math.max(0, Math.ceil((left - minX) / cellM - 0.5));
    const last = Math.min(columns - 1, Math.floor((right - minX) / cellM - 0.5));
    for (let column = first; column <= last; column++)
      visit(row * columns + column, minX + (column + 0.5) * cellM, y);
  }
}
