import { containsStrictly, distanceToEdge } from '../geometry/area';
import type { FloorPlan } from '../scenarios/floorplan';
import { footprintHolds, type Solid } from './space/solid';

/** Cells over a horizontal plane of a hall, row by row from the lower left. */
export interface PlaneGrid {
  readonly heightM: number;
  readonly cellM: number;
  /** Lower left corner of the first cell, plan coordinates in metres. */
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly rows: number;
  /** Share of each cell that is room, not wall or furniture: 0 … 1. */
  readonly free: Float32Array;
  /** Cells that are partly room, and the middle of what is room there: x, y by turns. */
  readonly partial: Int32Array;
  readonly partialAt: Float64Array;
  /** Area of the room at this height, m². */
  readonly areaM2: number;
}

/** Points in a cell that is partly room: a rank-1 lattice, even along both axes. */
const SAMPLES = 55;
const SKIP = 34;

/**
 * The room inside the outline at a height, less everything solid that cuts the plane there: a
 * plane at a counter's height runs over its top. People take no room. Cells on an edge count by
 * their share, so areas come out exact to a small part of a cell.
 *
 * @param cellM size of a cell, metres
 * @throws RangeError unless `cellM` is positive
 */
export function planeGrid(
  plan: Pick<FloorPlan, 'outline'>,
  solids: readonly Solid[],
  heightM: number,
  cellM = 0.05,
): PlaneGrid {
  if (!(cellM > 0)) throw new RangeError(`cells of ${cellM} m`);
  const xs = plan.outline.map((p) => p[0]);
  const ys = plan.outline.map((p) => p[1]);
  const minX = Math.min(...xs);
  const minY = Math.min(...ys);
  const columns = Math.max(1, Math.ceil((Math.max(...xs) - minX) / cellM - 1e-9));
  const rows = Math.max(1, Math.ceil((Math.max(...ys) - minY) / cellM - 1e-9));
  const free = new Float32Array(columns * rows);
  const onEdge = new Map<number, Solid[]>();
  // Half a cell's diagonal.
  const reach = cellM * Math.SQRT1_2 + 1e-9;
  for (let row = 0, cell = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, cell++) {
      const at = [minX + (column + 0.5) * cellM, minY + (row + 0.5) * cellM] as const;
      if (distanceToEdge(plan.outline, at) < reach) onEdge.set(cell, []);
      else if (containsStrictly(plan.outline, at)) free[cell] = 1;
    }
  for (const solid of solids) {
    if (heightM < solid.bottomM || heightM >= solid.topM) continue;
    const px = solid.footprint.map((p) => p[0]);
    const py = solid.footprint.map((p) => p[1]);
    const first = (value: number, min: number) => Math.floor((value - min) / cellM - 1);
    const last = (value: number, min: number) => Math.ceil((value - min) / cellM + 1);
    const toRow = Math.min(rows - 1, last(Math.max(...py), minY));
    const toColumn = Math.min(columns - 1, last(Math.max(...px), minX));
    for (let row = Math.max(0, first(Math.min(...py), minY)); row <= toRow; row++)
      for (let column = Math.max(0, first(Math.min(...px), minX)); column <= toColumn; column++) {
        const cell = row * columns + column;
        const outside = distanceOut(
          solid,
          minX + (column + 0.5) * cellM,
          minY + (row + 0.5) * cellM,
        );
        if (outside <= -reach) {
          free[cell] = 0;
          onEdge.delete(cell);
        } else if (outside < reach && (free[cell]! > 0 || onEdge.has(cell))) {
          const there = onEdge.get(cell);
          if (there) there.push(solid);
          else onEdge.set(cell, [solid]);
        }
      }
  }
  const partial: number[] = [];
  const partialAt: number[] = [];
  for (const [cell, near] of onEdge) {
    let count = 0;
    let sumX = 0;
    let sumY = 0;
    for (let k = 0; k < SAMPLES; k++) {
      const x = minX + ((cell % columns) + (k + 0.5) / SAMPLES) * cellM;
      const y =
        minY + (Math.floor(cell / columns) + (((k * SKIP) % SAMPLES) + 0.5) / SAMPLES) * cellM;
      if (!containsStrictly(plan.outline, [x, y])) continue;
      if (near.some((solid) => footprintHolds(solid, x, y))) continue;
      count++;
      sumX += x;
      sumY += y;
    }
    free[cell] = count / SAMPLES;
    if (count === 0 || count === SAMPLES) continue;
    partial.push(cell);
    partialAt.push(sumX / count, sumY / count);
  }
  let areaM2 = 0;
  for (const share of free) areaM2 += share;
  return {
    heightM,
    cellM,
    minX,
    minY,
    columns,
    rows,
    free,
    partial: Int32Array.from(partial),
    partialAt: Float64Array.from(partialAt),
    areaM2: areaM2 * cellM * cellM,
  };
}

/** Distance out of the nearest face's line, negative inside; never more than the true distance. */
function distanceOut({ footprint }: Solid, x: number, y: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < footprint.length; i++) {
    const [ax, ay] = footprint[i]!;
    const [bx, by] = footprint[(i + 1) % footprint.length]!;
    const dx = bx - ax;
    const dy = by - ay;
    const out = ((x - ax) * dy - (y - ay) * dx) / Math.sqrt(dx * dx + dy * dy);
    if (out > most) most = out;
  }
  return most;
}
