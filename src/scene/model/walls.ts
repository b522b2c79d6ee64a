import type { BufferGeometry } from 'three';
import { isPublicDoor, type Wall, wallPieces } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { fromOwnAxes } from '../coordinates';
import { PALETTE } from '../palette';
import { Sculptor } from './sculptor';

/** Height at which the model is cut so that one can look inside. */
export const CUT_M = 1.1;
const CAP_M = 0.05;

/** A wall's direction and length. */
export interface WallLine {
  readonly lengthM: number;
  readonly angleDeg: number;
}

/** Direction (degrees) and length (m) of a wall. */
export function wallLine(wall: { readonly from: Point; readonly to: Point }): WallLine {
  const dx = wall.to[0] - wall.from[0];
  const dy = wall.to[1] - wall.from[1];
  return { lengthM: Math.hypot(dx, dy), angleDeg: (Math.atan2(dy, dx) * 180) / Math.PI };
}

/** A wall of the outline, with the direction in which the outside lies. */
export interface OuterWall {
  readonly wall: Wall;
  readonly outwardDeg: number;
}

/** The walls whose centre line runs along the outline, within their thickness. */
export function outerWalls(plan: FloorPlan): OuterWall[] {
  const found: OuterWall[] = [];
  for (const wall of plan.walls) {
    const middle: Point = [(wall.from[0] + wall.to[0]) / 2, (wall.from[1] + wall.to[1]) / 2];
    if (distanceToOutline(middle, plan.outline) > wall.thicknessM) continue;
    const { angleDeg } = wallLine(wall);
    const probe = fromOwnAxes(middle, angleDeg, 0, 2 * wall.thicknessM);
    found.push({ wall, outwardDeg: inside(probe, plan.outline) ? angleDeg - 90 : angleDeg + 90 });
  }
  return found;
}

/** All walls up to the cut, with a dark cap, as in an architect's model. */
export function lowWalls(plan: FloorPlan): BufferGeometry {
  const sculptor = new Sculptor();
  for (const piece of wallPieces(plan)) {
    const height = Math.min(piece.wall.heightM ?? plan.ceilingHeightM, CUT_M);
    raise(sculptor, piece, piece.wall.thicknessM, 0, height - CAP_M, PALETTE.wall);
    raise(sculptor, piece, piece.wall.thicknessM, height - CAP_M, height, PALETTE.wallCap);
  }
  for (const column of plan.columns) {
    const height = Math.min(column.heightM ?? plan.ceilingHeightM, CUT_M + 0.02);
    const size = { w: column.widthM, d: column.depthM };
    sculptor.box(column, { ...size, h: height - CAP_M, colour: PALETTE.column });
    sculptor.box(column, { ...size, z: height - CAP_M, h: CAP_M, colour: PALETTE.wallCap });
  }
  return sculptor.build();
}

/** The part of an outer wall above the cut; the doors of the public leave their opening. */
export function upperWall(plan: FloorPlan, wall: Wall): BufferGeometry | null {
  const top = wall.heightM ?? plan.ceilingHeightM;
  if (top <= CUT_M + 0.1) return null;
  const sculptor = new Sculptor();
  const { thicknessM } = wall;
  for (const piece of wallPieces(plan)) {
    if (piece.wall === wall) raise(sculptor, piece, thicknessM, CUT_M, top - CAP_M, PALETTE.wall);
  }
  const { angleDeg } = wallLine(wall);
  for (const door of plan.doors) {
    if (door.wall !== wall.id) continue;
    const opening = {
      from: fromOwnAxes(wall.from, angleDeg, door.offsetM - door.widthM / 2, 0),
      to: fromOwnAxes(wall.from, angleDeg, door.offsetM + door.widthM / 2, 0),
    };
    const lintel = Math.min(Math.max(door.heightM, CUT_M), top - CAP_M - 0.1);
    raise(sculptor, opening, thicknessM, lintel, top - CAP_M, PALETTE.wall);
    // A shut door fills its opening; the public's doors stand open.
    if (!isPublicDoor(door)) raise(sculptor, opening, 0.04, CUT_M, lintel, PALETTE.doorLeaf);
  }
  raise(sculptor, wall, thicknessM, top - CAP_M, top, PALETTE.wallCap);
  return sculptor.build();
}

function raise(
  sculptor: Sculptor,
  line: { readonly from: Point; readonly to: Point },
  thicknessM: number,
  z: number,
  top: number,
  colour: string,
): void {
  const { lengthM, angleDeg } = wallLine(line);
  if (top - z < 1e-3 || lengthM < 1e-6) return;
  const at: Point = [(line.from[0] + line.to[0]) / 2, (line.from[1] + line.to[1]) / 2];
  sculptor.box({ at, rotationDeg: angleDeg }, { z, w: lengthM, d: thicknessM, h: top - z, colour });
}

/** Whether a point lies in a polygon (even-odd rule). */
export function inside(point: Point, polygon: readonly Point[]): boolean {
  let within = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i]!;
    const b = polygon[j]!;
    if (
      a[1] > point[1] !== b[1] > point[1] &&
      point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]
    ) {
      within = !within;
    }
  }
  return within;
}

function distanceToOutline(point: Point, outline: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const a = outline[j]!;
    const b = outline[i]!;
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(Math.max(along, 0), 1);
    least = Math.min(least, Math.hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy));
  }
  return least;
}
