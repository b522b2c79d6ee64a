import type { Point } from '../scenarios/floorplan';
import type { Clearance, Obstacle } from './obstacles';

/** Overlaps thinner than this are rounding, not contact. */
const EPSILON_M = 1e-6;
/** Sides of an obstacle widened by the body: four faces and four bevels. */
const FACES = 8;
/** tan(45°/2): where a 45° bevel that touches the corner's circle meets the widened face. */
const BEVEL = Math.SQRT2 - 1;

/** A corner of a widened obstacle: where a shortest way may turn. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  /** Its neighbours on the obstacle, to tell whether a way winds tightly round it. */
  readonly before: Point;
  readonly after: Point;
}

/**
 * Where the middle of a body can be. Each obstacle is widened by the body's clearance; the
 * quarter circle at a corner becomes a bevel that touches it, so a body passes corners at most
 * 8.3 % of its clearance further out than it need.
 */
export class FreeSpace {
  /** Widened corners that no other obstacle covers. */
  readonly corners: readonly Corner[];
  readonly #count: number;
  /** `[minX, minY, maxX, maxY]` of each widened obstacle. */
  readonly #bounds: Float64Array;
  /** `[nx, ny, c]` of each face: outside where nx·x + ny·y > c. Widened, then bare. */
  readonly #wide: Float64Array;
  readonly #bare: Float64Array;

  constructor(obstacles: readonly Obstacle[], clearance: Clearance) {
    const n = obstacles.length;
    this.#count = n;
    this.#bounds = new Float64Array(4 * n);
    this.#wide = new Float64Array(3 * FACES * n);
    this.#bare = new Float64Array(3 * FACES * n);
    const rings = obstacles.map((obstacle, i) => {
      const solid = obstacle.kind === 'wall' || obstacle.kind === 'column';
      const radius = solid ? clearance.solidM : clearance.furnitureM;
      this.#setFaces(this.#wide, i, obstacle, radius);
      this.#setFaces(this.#bare, i, obstacle, 0);
      return this.#ring(i, obstacle, radius);
    });
    this.corners = rings.flatMap((ring) =>
      ring
        .map((p, k): Corner => {
          const before = ring[(k + FACES - 1) % FACES]!;
          const after = ring[(k + 1) % FACES]!;
          return { x: p[0], y: p[1], before, after };
        })
        .filter((corner) => this.isFree(corner.x, corner.y)),
    );
  }

  /** True if a body's middle can be here. */
  isFree(x: number, y: number): boolean {
    for (let i = 0; i < this.#count; i++) if (this.#holds(this.#wide, i, x, y)) return false;
    return true;
  }

  /** Indices of the obstacles that are nearer to (x, y) than the clearance. */
  touching(x: number, y: number): readonly number[] {
    const found: number[] = [];
    for (let i = 0; i < this.#count; i++) if (this.#holds(this.#wide, i, x, y)) found.push(i);
    return found;
  }

  /** Indices of the obstacles that (x, y) lies in. */
  within(x: number, y: number): readonly number[] {
    const found: number[] = [];
    for (let i = 0; i < this.#count; i++) if (this.#holds(this.#bare, i, x, y)) found.push(i);
    return found;
  }

  /**
   * True if a body cannot go straight from a to b. Obstacles in `near` count without their
   * clearance: somebody who stands close to a thing can step away from it.
   */
  blocked(
    ax: number,
    ay: number,
    bx: number,
    by: number,
    near: readonly number[] = NOTHING,
  ): boolean {
    const minX = Math.min(ax, bx);
    const maxX = Math.max(ax, bx);
    const minY = Math.min(ay, by);
    const maxY = Math.max(ay, by);
    const bounds = this.#bounds;
    for (let i = 0, o = 0; i < this.#count; i++, o += 4) {
      if (
        maxX <= bounds[o]! ||
        minX >= bounds[o + 2]! ||
        maxY <= bounds[o + 1]! ||
        minY >= bounds[o + 3]!
      )
        continue;
      const faces = near.length > 0 && near.includes(i) ? this.#bare : this.#wide;
      if (this.#cuts(faces, i, ax, ay, bx, by)) return true;
    }
    return false;
  }

  /** Clips the segment against the faces (Cyrus and Beck): true if a piece of it lies inside. */
  #cuts(faces: Float64Array, i: number, ax: number, ay: number, bx: number, by: number): boolean {
    let from = 0;
    let to = 1;
    for (let k = 0, o = 3 * FACES * i; k < FACES; k++, o += 3) {
      const limit = faces[o + 2]! - EPSILON_M;
      const a = faces[o]! * ax + faces[o + 1]! * ay - limit;
      const b = faces[o]! * bx + faces[o + 1]! * by - limit;
      if (a >= 0) {
        if (b >= 0) return false;
        const t = a / (a - b);
        if (t > from) from = t;
      } else if (b > 0) {
        const t = a / (a - b);
        if (t < to) to = t;
      }
      if (from >= to) return false;
    }
    return true;
  }

  #holds(faces: Float64Array, i: number, x: number, y: number): boolean {
    const o = 4 * i;
    const bounds = this.#bounds;
    if (x <= bounds[o]! || x >= bounds[o + 2]! || y <= bounds[o + 1]! || y >= bounds[o + 3]!)
      return false;
    for (let k = 0, f = 3 * FACES * i; k < FACES; k++, f += 3)
      if (faces[f]! * x + faces[f + 1]! * y >= faces[f + 2]! - EPSILON_M) return false;
    return true;
  }

  #setFaces(faces: Float64Array, i: number, box: Obstacle, radius: number): void {
    const [ux, uy] = box.axis;
    const w = box.halfWidthM;
    const d = box.halfDepthM;
    const half = Math.SQRT1_2;
    const set = (k: number, nx: number, ny: number, reach: number) => {
      const x = nx * ux - ny * uy;
      const y = nx * uy + ny * ux;
      faces.set([x, y, x * box.at[0] + y * box.at[1] + reach], 3 * (FACES * i + k));
    };
    set(0, 1, 0, w + radius);
    set(1, 0, 1, d + radius);
    set(2, -1, 0, w + radius);
    set(3, 0, -1, d + radius);
    const bevel = (w + d) * half + radius;
    set(4, half, half, bevel);
    set(5, -half, half, bevel);
    set(6, -half, -half, bevel);
    set(7, half, -half, bevel);
  }

  /** Corners of the widened obstacle, counterclockwise; notes its bounds. */
  #ring(i: number, box: Obstacle, radius: number): Point[] {
    const [ux, uy] = box.axis;
    const w = box.halfWidthM;
    const d = box.halfDepthM;
    const short = BEVEL * radius;
    const local: Point[] = [
      [w + short, -d - radius],
      [w + radius, -d - short],
      [w + radius, d + short],
      [w + short, d + radius],
      [-w - short, d + radius],
      [-w - radius, d + short],
      [-w - radius, -d - short],
      [-w - short, -d - radius],
    ];
    const ring = local.map(
      ([x, y]): Point => [box.at[0] + x * ux - y * uy, box.at[1] + x * uy + y * ux],
    );
    const xs = ring.map((p) => p[0]);
    const ys = ring.map((p) => p[1]);
    this.#bounds.set([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], 4 * i);
    return ring;
  }
}

const NOTHING: readonly number[] = [];
