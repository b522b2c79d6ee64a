import type { Eye } from './eye';
import { directionToWorld, type VectorOut } from './optics/pose';
import type { Sight } from './space/sight';

/** What a camera's picture takes up of the room, cut where something stops it. Plan coordinates. */
export interface Frustum {
  /** Corners, x y z by turns, metres: the camera first, then the grid of where its rays end. */
  readonly positions: Float32Array;
  /** Triangles from the camera to the edge of the grid. */
  readonly sides: Uint32Array;
  /** Triangles over what the rays meet. Where neighbours end far apart there is none. */
  readonly ends: Uint32Array;
  /** Segments: the four edges from the camera, and round the ends. */
  readonly edges: Uint32Array;
}

/** A free ray ends here, metres. */
const FAR_M = 30;
/** Neighbouring rays that end this much further apart than they would on one wall lie on two. */
const TORN = 1.6;

/**
 * A camera's field of view as a body: rays through a grid over its picture, each followed to the
 * first wall, piece of furniture or person, the floor or the ceiling.
 *
 * @param columns and rows: cells of the grid over the picture
 */
export function frustumOf(
  { pose, lens }: Eye,
  sight: Sight,
  ceilingHeightM: number,
  columns = 32,
  rows = 18,
): Frustum {
  const [cx, cy, cz] = pose.at;
  const [width, height] = lens.resolutionPx;
  const positions = new Float32Array(3 * (1 + (columns + 1) * (rows + 1)));
  positions.set([cx, cy, cz]);
  const ray: VectorOut = [0, 0, 0];
  const lengths = new Float64Array(1 + (columns + 1) * (rows + 1));
  let index = 1;
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++, index++) {
      directionToWorld(pose, lens.ray([(column / columns) * width, (row / rows) * height]), ray);
      const [dx, dy, dz] = ray;
      let t = FAR_M;
      if (dz < 0) t = Math.min(t, cz / -dz);
      else if (dz > 0) t = Math.min(t, (ceilingHeightM - cz) / dz);
      if (sight.blocker(cx, cy, cz, cx + t * dx, cy + t * dy, cz + t * dz) >= 0) t = sight.hitM;
      lengths[index] = t;
      positions.set([cx + t * dx, cy + t * dy, cz + t * dz], 3 * index);
    }
  const at = (column: number, row: number) => 1 + row * (columns + 1) + column;
  const border = [
    ...Array.from({ length: columns }, (_, i) => at(i, 0)),
    ...Array.from({ length: rows }, (_, i) => at(columns, i)),
    ...Array.from({ length: columns }, (_, i) => at(columns - i, rows)),
    ...Array.from({ length: rows }, (_, i) => at(0, rows - i)),
  ];
  const round = border.map((from, i) => [from, border[(i + 1) % border.length]!] as const);
  const isWhole = (...corners: readonly number[]) => {
    const own = corners.map((corner) => lengths[corner]!);
    return Math.max(...own) <= TORN * Math.min(...own);
  };
  const ends: number[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const a = at(column, row);
      const b = at(column + 1, row);
      const c = at(column + 1, row + 1);
      const d = at(column, row + 1);
      if (isWhole(a, b, c, d)) ends.push(a, b, c, a, c, d);
    }
  return {
    positions,
    sides: Uint32Array.from(round.flatMap(([from, to]) => [0, from, to])),
    ends: Uint32Array.from(ends),
    edges: Uint32Array.from([
      ...[at(0, 0), at(columns, 0), at(columns, rows), at(0, rows)].flatMap((i) => [0, i]),
      ...round.filter(([from, to]) => isWhole(from, to)).flat(),
    ]),
  };
}
