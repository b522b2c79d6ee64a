import { orient2d } from 'robust-predicates';
import type { FloorPlan, Point } from '../scenarios/floorplan';
import { distanceToSegment } from './vector';

/** A closed polygon: its corners in order, either way round, the first not repeated. */
export type Polygon = readonly Point[];

/** How far outside still counts as on the edge: plans are drawn in millimetres. */
export const EDGE_TOLERANCE_M = 0.001;

/** Twice the area by the shoelace formula; positive if the corners run counterclockwise. */
function doubleSignedArea(polygon: Polygon): number {
  let sum = 0;
  for (let i = 0; i < polygon.length; i++) {
    const a = polygon[i]!;
    const b = polygon[(i + 1) % polygon.length]!;
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/** Area of a polygon in m². */
export function areaM2(polygon: Polygon): number {
  return Math.abs(doubleSignedArea(polygon)) / 2;
}

/** Gross floor area (建筑面积) in m²: what the outer faces of the outer walls enclose. */
export function grossAreaM2(plan: FloorPlan): number {
  return areaM2(plan.outline);
}

/** Net public area in m²: the sum of the public zones (which may not overlap). */
export function netPublicAreaM2(plan: FloorPlan): number {
  return plan.zones.reduce((sum, zone) => (zone.public ? sum + areaM2(zone.polygon) : sum), 0);
}

/** The polygon with its corners counterclockwise. */
export function counterclockwise(polygon: Polygon): Polygon {
  return doubleSignedArea(polygon) < 0 ? [...polygon].reverse() : polygon;
}

/** True if `p` lies in the polygon or within a millimetre of its edge. */
export function contains(polygon: Polygon, p: Point): boolean {
  return containsStrictly(polygon, p) || distanceToEdge(polygon, p) <= EDGE_TOLERANCE_M;
}

/** Distance in metres from `p` to the polygon's nearest edge. */
export function distanceToEdge(polygon: Polygon, p: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < polygon.length; i++)
    nearest = Math.min(
      nearest,
      distanceToSegment(p, polygon[i]!, polygon[(i + 1) % polygon.length]!),
    );
  return nearest;
}

/** True if `p` lies inside by the winding rule; on the edge the answer may be either. */
export function containsStrictly(polygon: Polygon, p: Point): boolean {
  let winding = 0;
  for (let i = 0; i < polygon.length; i++) {
    const a = polygon[i]!;
    const b = polygon[(i + 1) % polygon.length]!;
    if (a[1] <= p[1]) {
      // orient2d is positive if the three points run clockwise.
      if (b[1] > p[1] && orient2d(a[0], a[1], b[0], b[1], p[0], p[1]) < 0) winding++;
    } else if (b[1] <= p[1] && orient2d(a[0], a[1], b[0], b[1], p[0], p[1]) > 0) winding--;
  }
  return winding !== 0;
}

/** True if the segments ab and cd have a point in common. */
function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const abc = Math.sign(orient2d(a[0], a[1], b[0], b[1], c[0], c[1]));
  const abd = Math.sign(orient2d(a[0], a[1], b[0], b[1], d[0], d[1]));
  const cda = Math.sign(orient2d(c[0], c[1], d[0], d[1], a[0], a[1]));
  const cdb = Math.sign(orient2d(c[0], c[1], d[0], d[1], b[0], b[1]));
  if (abc * abd < 0 && cda * cdb < 0) return true;
  const within = (p: Point, q: Point, r: Point) =>
    Math.min(p[0], q[0]) <= r[0] &&
    r[0] <= Math.max(p[0], q[0]) &&
    Math.min(p[1], q[1]) <= r[1] &&
    r[1] <= Math.max(p[1], q[1]);
  return (
    (abc === 0 && within(a, b, c)) ||
    (abd === 0 && within(a, b, d)) ||
    (cda === 0 && within(c, d, a)) ||
    (cdb === 0 && within(c, d, b))
  );
}

/** True if two edges of the polygon meet other than at the corner they share. */
export function crossesItself(polygon: Polygon): boolean {
  const n = polygon.length;
  for (let i = 0; i < n; i++) {
    const a = polygon[i]!;
    const b = polygon[(i + 1) % n]!;
    if (a[0] === b[0] && a[1] === b[1]) return true;
    const c = polygon[(i + 2) % n]!;
    // The next edge may not fold back over this one.
    if (
      orient2d(a[0], a[1], b[0], b[1], c[0], c[1]) === 0 &&
      (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0
    )
      return true;
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      if (segmentsMeet(a, b, polygon[j]!, polygon[(j + 1) % n]!)) return true;
    }
  }
  return false;
}

/**
 * Points where the edge ab is cut by the polygon's edges, as shares of its length with 0 and 1.
 * Touching counts: between two neighbouring shares the edge is inside, outside, or on the edge.
 */
function cuts(a: Point, b: Point, polygon: Polygon): number[] {
  const shares = [0, 1];
  const ux = b[0] - a[0];
  const uy = b[1] - a[1];
  const squared = ux * ux + uy * uy;
  for (let i = 0; i < polygon.length; i++) {
    const c = polygon[i]!;
    const d = polygon[(i + 1) % polygon.length]!;
    shares.push(((c[0] - a[0]) * ux + (c[1] - a[1]) * uy) / squared);
    const vx = d[0] - c[0];
    const vy = d[1] - c[1];
    const cross = ux * vy - uy * vx;
    if (cross !== 0) shares.push(((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross);
  }
  return shares.filter((t) => t >= 0 && t <= 1).sort((s, t) => s - t);
}

/** True if a piece of one polygon's edge, moved inward by the tolerance, lies in the other. */
function edgeEnters(one: Polygon, other: Polygon, toleranceM: number): boolean {
  for (let i = 0; i < one.length; i++) {
    const a = one[i]!;
    const b = one[(i + 1) % one.length]!;
    const length = Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2);
    if (length === 0) continue;
    // Inward is to the left of a counterclockwise edge.
    const nx = (-(b[1] - a[1]) / length) * toleranceM;
    const ny = ((b[0] - a[0]) / length) * toleranceM;
    const shares = cuts(a, b, other);
    for (let k = 0; k + 1 < shares.length; k++) {
      const from = shares[k]!;
      const to = shares[k + 1]!;
      if ((to - from) * length <= 2 * toleranceM) continue;
      const t = (from + to) / 2;
      const p: Point = [a[0] + t * (b[0] - a[0]) + nx, a[1] + t * (b[1] - a[1]) + ny];
      if (containsStrictly(other, p)) return true;
    }
  }
  return false;
}

/**
 * True if two simple polygons share more than an edge: where their insides overlap, the
 * overlap's border is made of pieces of their edges, and each piece has the overlap on its
 * inner side. Overlaps thinner than `toleranceM` are let pass.
 */
export function overlap(a: Polygon, b: Polygon, toleranceM = 0.005): boolean {
  if (!boundsMeet(a, b)) return false;
  const one = counterclockwise(a);
  const other = counterclockwise(b);
  return edgeEnters(one, other, toleranceM) || edgeEnters(other, one, toleranceM);
}

function boundsMeet(a: Polygon, b: Polygon): boolean {
  for (const axis of [0, 1] as const) {
    let aMin = Number.POSITIVE_INFINITY;
    let aMax = Number.NEGATIVE_INFINITY;
    let bMin = Number.POSITIVE_INFINITY;
    let bMax = Number.NEGATIVE_INFINITY;
    for (const p of a) {
      aMin = Math.min(aMin, p[axis]);
      aMax = Math.max(aMax, p[axis]);
    }
    for (const p of b) {
      bMin = Math.min(bMin, p[axis]);
      bMax = Math.max(bMax, p[axis]);
    }
    if (aMax <= bMin || bMax <= aMin) return false;
  }
  return true;
}
