import { orient2d } from 'robust-predicates';
import type { Point } from '../scenarios/floorplan';
import type { Corner, FreeSpace } from './freespace';

/** Lengths of the shortest ways from every corner to one point. */
export interface Destination {
  readonly at: Point;
  /** Obstacles that the point stands closer to than the clearance. */
  readonly near: readonly number[];
  /** Metres from each corner, Infinity where there is no way. */
  readonly distanceM: Float64Array;
  /** Next corner on the way, −1: the point itself. */
  readonly next: Int32Array;
}

/** A straight step that a shortest way may contain winds round the corner, not into it. */
function isTight(x: number, y: number, corner: Corner): boolean {
  const before = orient2d(x, y, corner.x, corner.y, corner.before[0], corner.before[1]);
  const after = orient2d(x, y, corner.x, corner.y, corner.after[0], corner.after[1]);
  return (before >= 0 && after >= 0) || (before <= 0 && after <= 0);
}

/**
 * Shortest ways among obstacles: a shortest way turns only at corners of obstacles, so it runs
 * in the graph of corners that see each other (Lozano-Pérez and Wesley 1979). Only edges that
 * are tangent at both ends are kept, for no shortest way uses another.
 */
export class VisibilityGraph {
  readonly #space: FreeSpace;
  readonly #corners: readonly Corner[];
  /** Edges of corner i: neighbours and lengths from `#first[i]` up to `#first[i + 1]`. */
  readonly #first: Int32Array;
  readonly #neighbour: Int32Array;
  readonly #lengthM: Float64Array;
  /** Scratch: bound on the length of the way over each corner. */
  readonly #bound: Float64Array;

  /** @param inside which of the space's corners belong to the graph */
  constructor(space: FreeSpace, inside: (x: number, y: number) => boolean) {
    this.#space = space;
    this.#corners = space.corners.filter((c) => inside(c.x, c.y));
    const corners = this.#corners;
    const edges: { to: number; length: number }[][] = corners.map(() => []);
    for (let i = 0; i < corners.length; i++) {
      const a = corners[i]!;
      for (let j = i + 1; j < corners.length; j++) {
        const b = corners[j]!;
        if (!isTight(a.x, a.y, b) || !isTight(b.x, b.y, a)) continue;
        if (space.blocked(a.x, a.y, b.x, b.y)) continue;
        const length = norm(a.x - b.x, a.y - b.y);
        edges[i]!.push({ to: j, length });
        edges[j]!.push({ to: i, length });
      }
    }
    this.#first = new Int32Array(corners.length + 1);
    edges.forEach((list, i) => {
      this.#first[i + 1] = this.#first[i]! + list.length;
    });
    this.#neighbour = Int32Array.from(edges.flat(), (e) => e.to);
    this.#lengthM = Float64Array.from(edges.flat(), (e) => e.length);
    this.#bound = new Float64Array(corners.length);
  }

  /** Shortest ways from everywhere to `at` (Dijkstra from the destination). */
  destination(at: Point): Destination {
    const n = this.#corners.length;
    const near = this.#space.touching(at[0], at[1]);
    const distanceM = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    const next = new Int32Array(n).fill(-1);
    this.#corners.forEach((c, i) => {
      if (this.#space.blocked(at[0], at[1], c.x, c.y, near)) return;
      distanceM[i] = norm(c.x - at[0], c.y - at[1]);
    });
    const done = new Uint8Array(n);
    for (;;) {
      let nearest = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < n; i++)
        if (done[i] === 0 && distanceM[i]! < least) {
          least = distanceM[i]!;
          nearest = i;
        }
      if (nearest < 0) break;
      done[nearest] = 1;
      for (let e = this.#first[nearest]!; e < this.#first[nearest + 1]!; e++) {
        const to = this.#neighbour[e]!;
        const over = least + this.#lengthM[e]!;
        if (over < distanceM[to]!) {
          distanceM[to] = over;
          next[to] = nearest;
        }
      }
    }
    return { at, near, distanceM, next };
  }

  /**
   * Points of the shortest way from `from` to the destination, both included, or undefined if
   * there is none. Corners are tried in the order of what the way over them would cost if they
   * were in sight: the first one that is, is the best.
   * @param near obstacles that `from` stands closer to than the clearance
   */
  way(from: Point, near: readonly number[], destination: Destination): Point[] | undefined {
    const [x, y] = from;
    const { at, distanceM, next } = destination;
    const close =
      near.length === 0
        ? destination.near
        : destination.near.length === 0
          ? near
          : [...near, ...destination.near];
    if (x === at[0] && y === at[1]) return [from];
    if (!this.#space.blocked(x, y, at[0], at[1], close)) return [from, at];
    const corners = this.#corners;
    const bound = this.#bound;
    for (let i = 0; i < corners.length; i++) {
      const c = corners[i]!;
      bound[i] = norm(c.x - x, c.y - y) + distanceM[i]!;
    }
    for (;;) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < corners.length; i++)
        if (bound[i]! < least) {
          least = bound[i]!;
          best = i;
        }
      if (best < 0) return undefined;
      bound[best] = Number.POSITIVE_INFINITY;
      const c = corners[best]!;
      if (this.#space.blocked(x, y, c.x, c.y, near)) continue;
      const points: Point[] = [from];
      for (let i = best; i >= 0; i = next[i]!) {
        const { x: cx, y: cy } = corners[i]!;
        const last = points[points.length - 1]!;
        // Obstacles that meet may have one corner twice, apart by rounding only.
        if (norm(cx - last[0], cy - last[1]) > 1e-9) points.push([cx, cy]);
      }
      points.push(at);
      return points;
    }
  }
}

function norm(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}
