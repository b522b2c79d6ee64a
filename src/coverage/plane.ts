import type { Eye } from './eye';
import { directionToCamera, pointToCamera, type VectorOut } from './optics/pose';
import type { PlaneGrid } from './plane-grid';
import { castShadows } from './shadows';
import type { Sight } from './space/sight';

/** What cameras see of a plane. */
export interface PlaneCoverage {
  readonly grid: PlaneGrid;
  /** Best density of any camera that sees a cell, px/m across the line of sight; 0: seen by none. */
  readonly pxPerM: Float32Array;
  /** Index of that camera, −1 for none. */
  readonly camera: Int16Array;
  /** From which a cell counts as covered. */
  readonly thresholdPxPerM: number;
  readonly areaM2: number;
  /** Seen by any camera. */
  readonly visibleM2: number;
  /** Seen by any camera at the threshold or better. */
  readonly coveredM2: number;
  readonly perCamera: readonly { readonly visibleM2: number; readonly coveredM2: number }[];
}

/**
 * What cameras see of a horizontal plane and how densely. The density is the standard's: pixels
 * per metre on something upright at that place, level across the line of sight. Cells count by
 * their middle, those on an edge by the middle of their free part.
 *
 * @param thresholdPxPerM from which a cell counts as covered
 */
export function planeCoverage(
  eyes: readonly Eye[],
  sight: Sight,
  grid: PlaneGrid,
  thresholdPxPerM: number,
): PlaneCoverage {
  const { free, columns, cellM, minX, minY, heightM } = grid;
  const pxPerM = new Float32Array(free.length);
  const camera = new Int16Array(free.length).fill(-1);
  const partialOf = new Map(Array.from(grid.partial, (cell, i) => [cell, i] as const));
  const shaded = new Uint8Array(free.length);
  const local: VectorOut = [0, 0, 0];
  const across: VectorOut = [0, 0, 0];
  const areaOf = cellM * cellM;
  const perCamera = eyes.map(({ pose, lens }, index) => {
    const [cx, cy, cz] = pose.at;
    castShadows(sight, [cx, cy, cz], grid, shaded);
    let visible = 0;
    let covered = 0;
    for (let cell = 0; cell < free.length; cell++) {
      const share = free[cell]!;
      if (share === 0) continue;
      const part = share < 1 ? partialOf.get(cell) : undefined;
      if (part === undefined && shaded[cell] === 1) continue;
      const x =
        part === undefined ? minX + ((cell % columns) + 0.5) * cellM : grid.partialAt[2 * part]!;
      const y =
        part === undefined
          ? minY + (Math.floor(cell / columns) + 0.5) * cellM
          : grid.partialAt[2 * part + 1]!;
      pointToCamera(pose, [x, y, heightM], local);
      if (lens.project(local) === null) continue;
      // The edge of a shadow may run through what is left of the cell: its own middle is asked.
      if (part !== undefined && sight.blocker(cx, cy, cz, x, y, heightM) >= 0) continue;
      const dx = x - cx;
      const dy = y - cy;
      const flat = Math.sqrt(dx * dx + dy * dy);
      // Straight below, any level direction lies across the line of sight.
      directionToCamera(pose, flat > 1e-9 ? [dy / flat, -dx / flat, 0] : pose.right, across);
      const density = lens.density(local, across, across).acrossPxPerM;
      visible += share;
      if (density >= thresholdPxPerM) covered += share;
      if (density > pxPerM[cell]!) {
        pxPerM[cell] = density;
        camera[cell] = index;
      }
    }
    return { visibleM2: visible * areaOf, coveredM2: covered * areaOf };
  });
  let visible = 0;
  let covered = 0;
  for (let cell = 0; cell < free.length; cell++) {
    if (pxPerM[cell] === 0) continue;
    visible += free[cell]!;
    if (pxPerM[cell]! >= Math.fround(thresholdPxPerM)) covered += free[cell]!;
  }
  return {
    grid,
    pxPerM,
    camera,
    thresholdPxPerM,
    areaM2: grid.areaM2,
    visibleM2: visible * areaOf,
    coveredM2: covered * areaOf,
    perCamera,
  };
}

/**
 * Classes of density for a map: 0 where nothing is seen, 1 below the first limit, 2 from the
 * first limit on, and so forth.
 *
 * @param limitsPxPerM rising
 */
export function classMap(
  { pxPerM }: Pick<PlaneCoverage, 'pxPerM'>,
  limitsPxPerM: readonly number[],
): Uint8Array {
  return Uint8Array.from(pxPerM, (density) => {
    if (density === 0) return 0;
    let reached = 1;
    while (reached <= limitsPxPerM.length && density >= Math.fround(limitsPxPerM[reached - 1]!))
      reached++;
    return reached;
  });
}
