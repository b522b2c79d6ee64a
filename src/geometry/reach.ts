import type { FloorPlan, Point } from '../scenarios/floorplan';
import { containsStrictly } from './area';
import type { FreeSpace } from './freespace';

/** Width of the cells that are flooded; widened for vast plans, but never past any wall. */
const CELL_M = 0.1;
const LARGEST_CELL_M = 0.3;
const CELLS = 250_000;

/**
 * Floods the free space inside the outline from `start` in small cells. The answer says whether
 * the point's cell was reached: quick, and careful rather than generous in narrow gaps.
 */
export function reachableFrom(
  plan: FloorPlan,
  space: FreeSpace,
  start: Point,
): (p: Point) => boolean {
  const xs = plan.outline.map((p) => p[0]);
  const ys = plan.outline.map((p) => p[1]);
  const minX = Math.min(...xs);
  const minY = Math.min(...ys);
  const width = Math.max(...xs) - minX;
  const height = Math.max(...ys) - minY;
  const cell = Math.min(LARGEST_CELL_M, Math.max(CELL_M, Math.sqrt((width * height) / CELLS)));
  const columns = Math.ceil(width / cell) + 1;
  const rows = Math.ceil(height / cell) + 1;
  // 0 unknown, 1 reached, 2 closed
  const state = new Uint8Array(columns * rows);
  const indexOf = (p: Point) => {
    const i = Math.round((p[0] - minX) / cell);
    const j = Math.round((p[1] - minY) / cell);
    return i < 0 || j < 0 || i >= columns || j >= rows ? -1 : j * columns + i;
  };
  const isOpen = (i: number, j: number): boolean => {
    const x = minX + i * cell;
    const y = minY + j * cell;
    return space.isFree(x, y) && containsStrictly(plan.outline, [x, y]);
  };
  const stack: number[] = [];
  const visit = (i: number, j: number) => {
    if (i < 0 || j < 0 || i >= columns || j >= rows) return;
    const index = j * columns + i;
    if (state[index] !== 0) return;
    if (!isOpen(i, j)) {
      state[index] = 2;
      return;
    }
    state[index] = 1;
    stack.push(index);
  };
  // The start stands in a doorway: take the open cells about it.
  const startI = Math.round((start[0] - minX) / cell);
  const startJ = Math.round((start[1] - minY) / cell);
  for (let dj = -2; dj <= 2; dj++) for (let di = -2; di <= 2; di++) visit(startI + di, startJ + dj);
  for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
    const i = index % columns;
    const j = (index - i) / columns;
    visit(i + 1, j);
    visit(i - 1, j);
    visit(i, j + 1);
    visit(i, j - 1);
  }
  return (p) => {
    const index = indexOf(p);
    return index >= 0 && state[index] === 1;
  };
}
