import { ShapeUtils, Vector2 } from 'three';
import type { Point } from '../../scenarios/floorplan';
import type { Sight } from '../pick/targets';

/** Something upright that can be taken hold of: a footprint in plan metres between two heights. */
export interface Prism {
  readonly key: string;
  readonly footprint: readonly Point[];
  readonly lowM: number;
  readonly highM: number;
  /** Moves only once it is selected: until then a drag on it turns the view, a click selects it. */
  readonly heavy?: boolean;
}

/** Where a line of sight first meets a prism. */
export interface Hit {
  readonly prism: Prism;
  readonly distanceM: number;
  /** Height of the point that was met, metres. */
  readonly heightM: number;
  readonly at: Point;
}

/** The prism that a line of sight meets first; null for none. Footprints have to be convex: see {@link convexParts}. */
export function firstPrism(sight: Sight, prisms: readonly Prism[]): Hit | null {
  let best: Hit | null = null;
  for (const prism of prisms) {
    const t = entry(sight, prism);
    if (t === null || (best && t >= best.distanceM)) continue;
    best = {
      prism,
      distanceM: t,
      heightM: sight.z + t * sight.dz,
      at: [sight.x + t * sight.dx, sight.y + t * sight.dy],
    };
  }
  return best;
}

/** The point of a line of sight at a height; null where it never comes there. */
export function atHeight(sight: Sight, heightM: number): Point | null {
  const t = (heightM - sight.z) / sight.dz;
  if (!Number.isFinite(t) || t <= 0) return null;
  return [sight.x + t * sight.dx, sight.y + t * sight.dy];
}

/** Distance at which a line enters a convex prism, by cutting it with each of its faces in turn. */
function entry(sight: Sight, { footprint, lowM, highM }: Prism): number | null {
  let from = 0;
  let to = Number.POSITIVE_INFINITY;
  /** Keeps the part of the line where `start + t · slope` is not positive. */
  const keep = (start: number, slope: number): boolean => {
    if (slope === 0) return start <= 0;
    const t = -start / slope;
    if (slope < 0) from = Math.max(from, t);
    else to = Math.min(to, t);
    return from <= to;
  };
  if (!keep(lowM - sight.z, -sight.dz) || !keep(sight.z - highM, sight.dz)) return null;
  const turn = Math.sign(doubleArea(footprint));
  for (let i = 0; i < footprint.length; i++) {
    const [ax, ay] = footprint[i]!;
    const [bx, by] = footprint[(i + 1) % footprint.length]!;
    // Outward of an edge is to its right if the corners run counterclockwise.
    const [nx, ny] = [turn * (by - ay), -turn * (bx - ax)];
    const outside = (sight.x - ax) * nx + (sight.y - ay) * ny;
    if (!keep(outside, sight.dx * nx + sight.dy * ny)) return null;
  }
  return from;
}

function doubleArea(polygon: readonly Point[]): number {
  return polygon.reduce((sum, [x, y], i) => {
    const [u, v] = polygon[(i + 1) % polygon.length]!;
    return sum + x * v - u * y;
  }, 0);
}

/** A prism in parts with convex footprints: itself, or triangles where it turns both ways. */
export function convexParts(prism: Prism): Prism[] {
  const { footprint } = prism;
  const turns = footprint.map((b, i) => {
    const a = footprint[(i + footprint.length - 1) % footprint.length]!;
    const c = footprint[(i + 1) % footprint.length]!;
    return Math.sign((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]));
  });
  if (!(turns.includes(1) && turns.includes(-1))) return [prism];
  const contour = footprint.map(([x, y]) => new Vector2(x, y));
  return ShapeUtils.triangulateShape(contour, []).map((corners) => ({
    ...prism,
    footprint: corners.map((corner) => footprint[corner]!),
  }));
}
