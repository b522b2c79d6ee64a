import type { BufferGeometry } from 'three';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { fromOwnAxes } from '../coordinates';
import { PALETTE } from '../palette';
import { Sculptor } from './sculptor';

type Wall = FloorPlan['walls'][number];
type Door = FloorPlan['doors'][number];

/** Height at which the model is cut so that one can look inside. */
export const CUT_M = 1.1;
const CAP_M = 0.05;

/** A wall's direction and length. */
export interface WallLine {
  readonly lengthM: number;
  readonly angleDeg: number;
}

/** Direction (degrees) and length (m) of a wall. */
export function wallLine(wall: Pick<Wall, 'from' | 'to'>): WallLine {
  const dx = wall.to[0] - wall.from[0];
  const dy = wall.to[1] - wall.from[1];
  return { lengthM: Math.hypot(dx, dy), angleDeg: (Math.atan2(dy, dx) * 180) / Math.PI };
}

/** Middle of a door on the centre line of its wall, and the wall's direction. */
export function doorMiddle(wall: Wall, door: Door): { at: Point; angleDeg: number } {
  const { lengthM, angleDeg } = wallLine(wall);
  const t = lengthM > 0 ? door.offsetM / lengthM : 0;
  const at: Point = [
    wall.from[0] + (wall.to[0] - wall.from[0]) * t,
    wall.from[1] + (wall.to[1] - wall.from[1]) * t,
  ];
  return { at, angleDeg };
}

/** What is left of a length when the gaps are taken out; in order, empty pieces dropped. */
export function withoutGaps(
  lengthM: number,
  gaps: readonly (readonly [from: number, to: number])[],
): [from: number, to: number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  for (const [start, end] of [...gaps].sort((a, b) => a[0] - b[0])) {
    if (start > from) pieces.push([from, Math.min(start, lengthM)]);
    from = Math.max(from, end);
  }
  if (from < lengthM) pieces.push([from, lengthM]);
  return pieces.filter(([a, b]) => b - a > 1e-6);
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
  for (const wall of plan.walls) {
    const height = Math.min(wall.heightM ?? plan.ceilingHeightM, CUT_M);
    for (const [from, to] of withoutGaps(wallLine(wall).lengthM, gapsOf(wall, plan.doors))) {
      raise(sculptor, wall, from, to, 0, height - CAP_M, PALETTE.wall);
      raise(sculptor, wall, from, to, height - CAP_M, height, PALETTE.wallCap);
    }
  }
  for (const column of plan.columns) {
    const height = Math.min(column.heightM ?? plan.ceilingHeightM, CUT_M + 0.02);
    const size = { w: column.widthM, d: column.depthM };
    sculptor.box(column, { ...size, h: height - CAP_M, colour: PALETTE.column });
    sculptor.box(column, { ...size, z: height - CAP_M, h: CAP_M, colour: PALETTE.wallCap });
  }
  return sculptor.build();
}

/** The part of an outer wall above the cut, its foot at height 0; doors leave their opening. */
export function upperWall(plan: FloorPlan, wall: Wall): BufferGeometry | null {
  const top = (wall.heightM ?? plan.ceilingHeightM) - CUT_M;
  if (top <= 0.1) return null;
  const sculptor = new Sculptor();
  const { lengthM } = wallLine(wall);
  const doors = plan.doors.filter((door) => door.wall === wall.id);
  for (const [from, to] of withoutGaps(lengthM, gapsOf(wall, plan.doors))) {
    raise(sculptor, wall, from, to, 0, top - CAP_M, PALETTE.wall);
  }
  for (const door of doors) {
    const from = door.offsetM - door.widthM / 2;
    const lintel = Math.min(door.heightM - CUT_M, top - CAP_M - 0.1);
    raise(sculptor, wall, from, from + door.widthM, lintel, top - CAP_M, PALETTE.wall);
  }
  raise(sculptor, wall, 0, lengthM, top - CAP_M, top, PALETTE.wallCap);
  return sculptor.build();
}

function gapsOf(wall: Wall, doors: readonly Door[]): [number, number][] {
  return doors
    .filter((door) => door.wall === wall.id)
    .map((door) => [door.offsetM - door.widthM / 2, door.offsetM + door.widthM / 2]);
}

function raise(
  sculptor: Sculptor,
  wall: Wall,
  from: number,
  to: number,
  z: number,
  top: number,
  colour: string,
): void {
  if (top - z < 1e-3) return;
  const { angleDeg } = wallLine(wall);
  sculptor.box(
    { at: fromOwnAxes(wall.from, angleDeg, (from + to) / 2, 0), rotationDeg: angleDeg },
    { z, w: to - from, d: wall.thicknessM, h: top - z, colour },
  );
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
