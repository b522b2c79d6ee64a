import { wallPieces } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { intoOwnAxes } from '../coordinates';
import { floorExtent } from '../model/floor-painter';
import { wallLine } from '../model/walls';

const CELL_M = 0.1;
/** A body keeps so far from what stands there. */
const BODY_M = 0.16;

/** Where a body may step aside to, by cells of ten centimetres. */
export class RoomToStep {
  readonly #left: number;
  readonly #bottom: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #taken: Uint8Array;

  constructor(plan: FloorPlan) {
    const { left, bottom, widthM, depthM } = floorExtent(plan, 1);
    this.#left = left;
    this.#bottom = bottom;
    this.#columns = Math.ceil(widthM / CELL_M);
    this.#rows = Math.ceil(depthM / CELL_M);
    this.#taken = new Uint8Array(this.#columns * this.#rows);
    for (const { from, to, wall } of wallPieces(plan)) {
      const { lengthM, angleDeg } = wallLine({ from, to });
      this.#block(
        [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
        angleDeg,
        lengthM,
        wall.thicknessM,
      );
    }
    for (const { at, rotationDeg, widthM: w, depthM: d } of [
      ...plan.columns,
      ...plan.counters,
      ...plan.fixtures,
    ])
      this.#block(at, rotationDeg, w, d);
    for (const { at, facingDeg } of plan.seats) this.#block(at, facingDeg + 90, 0.5, 0.5);
  }

  /** Whether nothing stands at a plan point. */
  isFree(x: number, y: number): boolean {
    const column = Math.floor((x - this.#left) / CELL_M);
    const row = Math.floor((y - this.#bottom) / CELL_M);
    if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) return true;
    return this.#taken[row * this.#columns + column] === 0;
  }

  #block(at: Point, rotationDeg: number, widthM: number, depthM: number): void {
    const reach = Math.hypot(widthM, depthM) / 2 + BODY_M;
    const first = Math.max(0, Math.floor((at[0] - reach - this.#left) / CELL_M));
    const last = Math.min(this.#columns - 1, Math.ceil((at[0] + reach - this.#left) / CELL_M));
    const low = Math.max(0, Math.floor((at[1] - reach - this.#bottom) / CELL_M));
    const high = Math.min(this.#rows - 1, Math.ceil((at[1] + reach - this.#bottom) / CELL_M));
    for (let row = low; row <= high; row++)
      for (let column = first; column <= last; column++) {
        const x = this.#left + (column + 0.5) * CELL_M;
        const y = this.#bottom + (row + 0.5) * CELL_M;
        const [ox, oy] = intoOwnAxes(at, rotationDeg, [x, y]);
        if (Math.abs(ox) < widthM / 2 + BODY_M && Math.abs(oy) < depthM / 2 + BODY_M)
          this.#taken[row * this.#columns + column] = 1;
      }
  }
}
