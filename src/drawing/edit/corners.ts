import { crossesItself, type Polygon } from '../../geometry/area';
import { distance } from '../../geometry/vector';
import type { Point } from '../../scenarios/floorplan';
import { toMillimetre } from './move';

/** A closed line that may be changed: corners to the millimetre. */
export type Corners = [number, number][];

/** The line with one corner elsewhere; null where it would cross itself. */
export function cornerMoved(line: Polygon, corner: number, to: Point): Corners | null {
  const next = line.map(([x, y], i): [number, number] =>
    i === corner ? [toMillimetre(to[0]), toMillimetre(to[1])] : [x, y],
  );
  return crossesItself(next) ? null : next;
}

/** The line with a corner more on an edge; it stays where it is. */
export function cornerAdded(line: Polygon, edge: number, at: Point): Corners {
  const next = line.map(([x, y]): [number, number] => [x, y]);
  next.splice(edge + 1, 0, [toMillimetre(at[0]), toMillimetre(at[1])]);
  return next;
}

/** The line with a corner less; null if fewer than three would be left, or the rest would cross. */
export function cornerRemoved(line: Polygon, corner: number): Corners | null {
  const next = line.flatMap(([x, y], i): Corners => (i === corner ? [] : [[x, y]]));
  return next.length < 3 || crossesItself(next) ? null : next;
}

/** The middle of an edge. */
export function middleOf(line: Polygon, edge: number): Point {
  const [a, b] = [line[edge]!, line[(edge + 1) % line.length]!];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/**
 * Where a polygon's edges first cross, so that it can be shown; null if they don't. Edges that lie
 * on one another are told by the middle of what they share.
 */
export function crossingOf(polygon: Polygon): Point | null {
  if (!crossesItself(polygon)) return null;
  const n = polygon.length;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const [a, b] = [polygon[i]!, polygon[(i + 1) % n]!];
      const [c, d] = [polygon[j]!, polygon[(j + 1) % n]!];
      const next = j === i + 1 || (i === 0 && j === n - 1);
      const at = crossing(a, b, c, d);
      if (at && !(next && [a, b].some((p) => distance(p, at) < 1e-9 && [c, d].includes(p))))
        return at;
    }
  // Only folds and doubled corners are left.
  for (let i = 0; i < n; i++) {
    const [a, b, c] = [polygon[i]!, polygon[(i + 1) % n]!, polygon[(i + 2) % n]!];
    if (distance(a, b) === 0) return a;
    const cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
    const dot = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
    if (cross === 0 && dot < 0) return b;
  }
  return polygon[0] ?? null;
}

/** The point that two segments share; null for none, or where they are parallel. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | null {
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
  const det = ux * vy - uy * vx;
  if (det === 0) return null;
  const s = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / det;
  const t = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / det;
  return s >= 0 && s <= 1 && t >= 0 && t <= 1 ? [a[0] + s * ux, a[1] + s * uy] : null;
}
