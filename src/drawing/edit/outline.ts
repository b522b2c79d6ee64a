import { crossesItself, type Polygon } from '../../geometry/area';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { toMillimetre } from './move';

/** Ends of walls this near to a corner of the outline go with it, metres. */
const WITH_CORNER_M = 0.35;

/**
 * The plan with one corner of its outline moved; the ends of walls at that corner go with it.
 *
 * @returns null where the outline would cross itself
 */
export function withCorner(plan: FloorPlan, corner: number, to: Point): FloorPlan | null {
  const from = plan.outline[corner];
  if (!from) return null;
  const next: [number, number] = [toMillimetre(to[0]), toMillimetre(to[1])];
  const outline = plan.outline.map((p, i) => (i === corner ? next : p));
  if (crossesItself(outline)) return null;
  const dx = next[0] - from[0];
  const dy = next[1] - from[1];
  const along = (p: [number, number]): [number, number] =>
    distance(p, from) <= WITH_CORNER_M ? [toMillimetre(p[0] + dx), toMillimetre(p[1] + dy)] : p;
  return {
    ...plan,
    outline,
    walls: plan.walls.map((wall) => {
      const [a, b] = [along(wall.from), along(wall.to)];
      return a === wall.from && b === wall.to ? wall : { ...wall, from: a, to: b };
    }),
  };
}

/** The plan with one edge of its outline moved along with both of its corners; null if it crosses. */
export function withEdge(plan: FloorPlan, edge: number, dx: number, dy: number): FloorPlan | null {
  const second = (edge + 1) % plan.outline.length;
  const [a, b] = [plan.outline[edge], plan.outline[second]];
  if (!a || !b) return null;
  // Both at once: in between, one corner alone might cross.
  const moved = (p: Point): [number, number] => [toMillimetre(p[0] + dx), toMillimetre(p[1] + dy)];
  const outline = plan.outline.map((p, i) => (i === edge || i === second ? moved(p) : p));
  if (crossesItself(outline)) return null;
  const along = (p: [number, number]): [number, number] =>
    distance(p, a) <= WITH_CORNER_M || distance(p, b) <= WITH_CORNER_M ? moved(p) : p;
  return {
    ...plan,
    outline,
    walls: plan.walls.map((wall) => {
      const [from, to] = [along(wall.from), along(wall.to)];
      return from === wall.from && to === wall.to ? wall : { ...wall, from, to };
    }),
  };
}

/** The plan with a corner more in the middle of an edge. */
export function withNewCorner(plan: FloorPlan, edge: number): FloorPlan {
  const a = plan.outline[edge];
  const b = plan.outline[(edge + 1) % plan.outline.length];
  if (!a || !b) return plan;
  const middle: [number, number] = [
    toMillimetre((a[0] + b[0]) / 2),
    toMillimetre((a[1] + b[1]) / 2),
  ];
  return {
    ...plan,
    outline: [...plan.outline.slice(0, edge + 1), middle, ...plan.outline.slice(edge + 1)],
  };
}

/** The plan with a corner less; null if fewer than three would be left, or the rest would cross. */
export function withoutCorner(plan: FloorPlan, corner: number): FloorPlan | null {
  const outline = plan.outline.filter((_, i) => i !== corner);
  if (outline.length < 3 || crossesItself(outline)) return null;
  return { ...plan, outline };
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
