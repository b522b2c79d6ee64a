import type { Point } from '../scenarios/floorplan';
import type { Eye } from './eye';
import { pointToCamera, type VectorOut } from './optics/pose';
import type { PlaneCoverage } from './plane';
import type { Sight } from './space/sight';
import type { Owner } from './space/solid';

/** A connected part of a plane that no camera sees, all of it for one cause. */
export interface BlindSpot {
  /** What stands next to it towards the nearest camera that looks there; null: in no picture. */
  readonly cause: Owner | null;
  readonly areaM2: number;
  /** A place in it, that of the cell nearest to its middle. */
  readonly at: Point;
}

/** Cause of a cell that is seen, or isn't room. */
const SEEN = -2;
const IN_NO_PICTURE = -1;

/**
 * The blind spots of a plane, the largest first.
 *
 * @param eyes and sight: those that the plane was measured with
 * @param leastM2 smaller ones are left out
 */
export function blindSpots(
  { grid, pxPerM }: Pick<PlaneCoverage, 'grid' | 'pxPerM'>,
  eyes: readonly Eye[],
  sight: Sight,
  leastM2 = 0.25,
): BlindSpot[] {
  const { free, columns, cellM, minX, minY, heightM } = grid;
  const causes = new Int32Array(free.length).fill(SEEN);
  const middle = (cell: number): Point => [
    minX + ((cell % columns) + 0.5) * cellM,
    minY + (Math.floor(cell / columns) + 0.5) * cellM,
  ];
  for (let cell = 0; cell < free.length; cell++)
    if (free[cell]! > 0.5 && pxPerM[cell] === 0)
      causes[cell] = causeAt(eyes, sight, middle(cell), heightM);
  const spots: BlindSpot[] = [];
  const region: number[] = [];
  for (let seed = 0; seed < causes.length; seed++) {
    const cause = causes[seed]!;
    if (cause === SEEN) continue;
    region.length = 0;
    const take = (cell: number) => {
      causes[cell] = SEEN;
      region.push(cell);
    };
    take(seed);
    let area = 0;
    let x = 0;
    let y = 0;
    for (let i = 0; i < region.length; i++) {
      const cell = region[i]!;
      const column = cell % columns;
      const [cx, cy] = middle(cell);
      area += free[cell]! * cellM * cellM;
      x += cx;
      y += cy;
      if (column > 0 && causes[cell - 1] === cause) take(cell - 1);
      if (column + 1 < columns && causes[cell + 1] === cause) take(cell + 1);
      if (cell >= columns && causes[cell - columns] === cause) take(cell - columns);
      if (causes[cell + columns] === cause) take(cell + columns);
    }
    if (area < leastM2) continue;
    x /= region.length;
    y /= region.length;
    let at = middle(seed);
    const off = (p: Point) => (p[0] - x) ** 2 + (p[1] - y) ** 2;
    for (const cell of region) if (off(middle(cell)) < off(at)) at = middle(cell);
    spots.push({ cause: cause === IN_NO_PICTURE ? null : sight.owner(cause), areaM2: area, at });
  }
  return spots.sort((a, b) => b.areaM2 - a.areaM2);
}

/** What stands next to a place on the way to the nearest camera that has it in its picture. */
function causeAt(eyes: readonly Eye[], sight: Sight, [x, y]: Point, heightM: number): number {
  const local: VectorOut = [0, 0, 0];
  let nearest = Number.POSITIVE_INFINITY;
  let eye: Eye | null = null;
  for (const one of eyes) {
    pointToCamera(one.pose, [x, y, heightM], local);
    const squared = local[0] ** 2 + local[1] ** 2 + local[2] ** 2;
    if (squared < nearest && one.lens.project(local) !== null) {
      nearest = squared;
      eye = one;
    }
  }
  // From the place: what stands next to it shuts it off, whatever else is on the way.
  return eye === null ? IN_NO_PICTURE : sight.blocker(x, y, heightM, ...eye.pose.at);
}
