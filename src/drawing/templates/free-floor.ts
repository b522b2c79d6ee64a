import { contains, overlap, type Polygon } from '../../geometry/area';
import { wallPieces, wallPolygon } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { areaOf, common, grown, meet, type Rect, rect } from './rect';

const GRID_M = 0.1;
const MOST_CELLS = 1000;
/** Parts of a room narrower than this are not used, metres. */
const LEAST_SIDE_M = 1.2;
/** Rectangles that share more of the smaller than this are the same place. */
const ALIKE = 0.8;

const mm = (value: number) => Math.round(value * 1000) / 1000;

/** A room's floor without its walls, on a grid of 0.1 m; columns count as floor. */
export class FreeFloor {
  readonly #outline: Polygon;
  readonly #walls: readonly Polygon[];
  readonly #left: number;
  readonly #bottom: number;
  readonly #columns: number;
  readonly #rows: number;
  /** 1 where a cell is free, row by row from below. */
  readonly #free: Uint8Array;

  constructor(room: FloorPlan) {
    this.#outline = room.outline;
    this.#walls = wallPieces(room, () => false).map(wallPolygon);
    const xs = room.outline.map(([x]) => x);
    const ys = room.outline.map(([, y]) => y);
    this.#left = Math.min(...xs);
    this.#bottom = Math.min(...ys);
    const cells = (from: number, to: number) =>
      Math.min(MOST_CELLS, Math.floor((to - from) / GRID_M + 1e-6));
    this.#columns = cells(this.#left, Math.max(...xs));
    this.#rows = cells(this.#bottom, Math.max(...ys));
    this.#free = new Uint8Array(this.#columns * this.#rows);
    this.#mark(this.#outline, 1);
    for (const wall of this.#walls) this.#mark(wall, 0);
  }

  /** Free floor, m², to the grid. */
  get areaM2(): number {
    return this.#free.reduce((sum, free) => sum + free, 0) * GRID_M ** 2;
  }

  /**
   * Rectangles along the axes that no wall cuts, the largest first, to the millimetre: the places
   * in a room where a hall could be. Smaller ones than `share` of the largest are left out, and
   * those that are nearly the same place.
   */
  largest(share: number, most: number): Rect[] {
    const found = this.#maximal(this.#free).sort((a, b) => areaOf(b) - areaOf(a));
    const kept: Rect[] = [];
    for (const box of found) {
      if (kept.length === most || areaOf(box) < share * areaOf(kept[0] ?? box)) break;
      const alike = kept.some((other) => {
        const both = common(box, other);
        return both !== null && areaOf(both) > ALIKE * areaOf(box);
      });
      const exact = alike ? null : this.#pushed(box, []);
      if (exact) kept.push(exact);
    }
    return kept;
  }

  /** What lies beside a rectangle and opens onto it, in rectangles that don't overlap, the largest first. */
  beside(main: Rect, most: number): Rect[] {
    const free = this.#free.slice();
    const taken: Rect[] = [main];
    this.#mark(cornersOf(grown(main, GRID_M / 2)), 0, free);
    const kept: Rect[] = [];
    for (let i = 0; i < most; i++) {
      const found = this.#maximal(free)
        .filter(({ u0, v0, u1, v1 }) => Math.min(u1 - u0, v1 - v0) >= LEAST_SIDE_M)
        .sort((a, b) => areaOf(b) - areaOf(a))
        .filter((box) => meet(grown(box, 2 * GRID_M), main))
        .slice(0, MOST_LOOKED_AT);
      const next = found.flatMap((box) => {
        const exact = this.#pushed(box, taken);
        return exact && opens(exact, main) ? [exact] : [];
      })[0];
      if (!next) break;
      kept.push(next);
      taken.push(next);
      this.#mark(cornersOf(grown(next, GRID_M / 2)), 0, free);
    }
    return kept;
  }

  /** Marks the cells whose middles lie in a simple polygon. */
  #mark(polygon: Polygon, as: 0 | 1, cells: Uint8Array = this.#free): void {
    for (let row = 0; row < this.#rows; row++) {
      const y = this.#bottom + (row + 0.5) * GRID_M;
      const crossings: number[] = [];
      polygon.forEach((a, i) => {
        const b = polygon[(i + 1) % polygon.length]!;
        if (a[1] <= y === b[1] <= y) return;
        crossings.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
      });
      crossings.sort((one, other) => one - other);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const cellOf = (x: number) => Math.ceil((x - this.#left) / GRID_M - 0.5);
        const from = Math.max(0, cellOf(crossings[k]!));
        const to = Math.min(this.#columns, cellOf(crossings[k + 1]!));
        if (from < to) cells.fill(as, row * this.#columns + from, row * this.#columns + to);
      }
    }
  }

  /** Rectangles of free cells that are as wide as they may be for their height. */
  #maximal(cells: Uint8Array): Rect[] {
    const columns = this.#columns;
    const height = new Array<number>(columns).fill(0);
    const found: Rect[] = [];
    // Columns of free cells upward, and in every row the rectangles below that skyline.
    for (let row = 0; row < this.#rows; row++) {
      for (let i = 0; i < columns; i++) height[i] = cells[row * columns + i] ? height[i]! + 1 : 0;
      const stack: number[] = [];
      for (let i = 0; i <= columns; i++) {
        while (stack.length > 0 && (i === columns || height[stack.at(-1)!]! >= height[i]!)) {
          const tall = height[stack.pop()!]!;
          const from = stack.length > 0 ? stack.at(-1)! + 1 : 0;
          // Only where it cannot go on upward: it is found again in a later row otherwise.
          if (tall > 0 && !this.#goesOn(cells, row + 1, from, i))
            found.push(
              rect(
                this.#left + from * GRID_M,
                this.#bottom + (row + 1 - tall) * GRID_M,
                this.#left + i * GRID_M,
                this.#bottom + (row + 1) * GRID_M,
              ),
            );
        }
        stack.push(i);
      }
    }
    return found;
  }

  #goesOn(cells: Uint8Array, row: number, from: number, to: number): boolean {
    if (row >= this.#rows) return false;
    for (let i = from; i < to; i++) if (!cells[row * this.#columns + i]) return false;
    return true;
  }

  /** A rectangle pushed outward until something stops it; first inward, where the grid's cells touch. */
  #pushed(box: Rect, taken: readonly Rect[]): Rect | null {
    const isFree = (now: Rect) => {
      const corners = cornersOf(now);
      const { u0, v0, u1, v1 } = now;
      return (
        corners.every((corner) => contains(this.#outline, corner)) &&
        !this.#outline.some(
          ([x, y]) => x > u0 + 1e-6 && x < u1 - 1e-6 && y > v0 + 1e-6 && y < v1 - 1e-6,
        ) &&
        !this.#walls.some((wall) => overlap(wall, corners, 0.0005)) &&
        !taken.some((other) => meet(other, now))
      );
    };
    let now = grown(box, -GRID_M);
    if (now.u1 <= now.u0 || now.v1 <= now.v0 || !isFree(now)) return null;
    for (const side of ['u0', 'v0', 'u1', 'v1'] as const) {
      const outward = side === 'u0' || side === 'v0' ? -1 : 1;
      let good = 0;
      let bad = 300;
      const by = (steps: number): Rect => ({
        ...now,
        [side]: now[side] + (outward * steps) / 1000,
      });
      while (bad - good > 1) {
        const middle = (good + bad) >> 1;
        if (isFree(by(middle))) good = middle;
        else bad = middle;
      }
      now = by(good);
    }
    return rect(mm(now.u0), mm(now.v0), mm(now.u1), mm(now.v1));
  }
}

/** Rectangles that are looked at more closely in each round. */
const MOST_LOOKED_AT = 5;

/** Whether a rectangle lies beside another with an edge wide enough to walk through. */
function opens(one: Rect, other: Rect): boolean {
  const beside = [
    Math.abs(one.u0 - other.u1),
    Math.abs(one.u1 - other.u0),
    Math.abs(one.v0 - other.v1),
    Math.abs(one.v1 - other.v0),
  ];
  if (Math.min(...beside) > 0.002) return false;
  const shared = (from: 'u0' | 'v0', to: 'u1' | 'v1') =>
    Math.min(one[to], other[to]) - Math.max(one[from], other[from]);
  return Math.max(shared('u0', 'u1'), shared('v0', 'v1')) >= LEAST_SIDE_M;
}

function cornersOf({ u0, v0, u1, v1 }: Rect): Point[] {
  return [
    [u0, v0],
    [u1, v0],
    [u1, v1],
    [u0, v1],
  ];
}

/**
 * The largest rectangle along the axes in a room that no wall cuts, metres; columns may stand in
 * it. Null for none.
 */
export function largestFreeRectangle(room: FloorPlan): Rect | null {
  return new FreeFloor(room).largest(1, 1)[0] ?? null;
}
