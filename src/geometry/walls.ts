import type { FloorPlan, Point } from '../scenarios/floorplan';
import { containsStrictly, type Polygon } from './area';
import { cornersOf, distance, moved } from './vector';

export type Wall = FloorPlan['walls'][number];
export type Door = FloorPlan['doors'][number];

/** Where a door stands. */
export interface DoorPosition {
  /** Centre, in the middle of the wall's thickness. */
  readonly centre: Point;
  /** Unit vector along the wall, from its `from` to its `to`. */
  readonly direction: Point;
  /** Unit vector across the wall: out of the building if the door leads there, else to the left of `direction`. */
  readonly normal: Point;
  readonly wall: Wall;
}

/** Position of a door, or undefined if its wall does not exist or has no length. */
export function doorPosition(plan: FloorPlan, door: Door): DoorPosition | undefined {
  const wall = plan.walls.find((w) => w.id === door.wall);
  if (!wall) return undefined;
  const length = distance(wall.from, wall.to);
  if (length === 0) return undefined;
  const direction: Point = [
    (wall.to[0] - wall.from[0]) / length,
    (wall.to[1] - wall.from[1]) / length,
  ];
  const centre = moved(wall.from, direction, door.offsetM);
  const left: Point = [-direction[1], direction[0]];
  const right: Point = [direction[1], -direction[0]];
  const beyond = wall.thicknessM / 2 + 0.05;
  const outward =
    !containsStrictly(plan.outline, moved(centre, right, beyond)) &&
    containsStrictly(plan.outline, moved(centre, left, beyond));
  return { centre, direction, normal: outward ? right : left, wall };
}

/** True for doors that visitors walk through: staff doors and emergency exits are kept shut. */
export function isPublicDoor(door: Door): boolean {
  return door.kind === 'entrance' || door.kind === 'exit' || door.kind === 'entranceExit';
}

/** A piece of a wall between two doors or ends: a rectangle about the line from `from` to `to`. */
export interface WallPiece {
  readonly wall: Wall;
  /** Index of the wall in the plan. */
  readonly index: number;
  readonly from: Point;
  readonly to: Point;
}

/**
 * The walls with the gaps of their doors cut out, in the plan's order.
 * @param open which doors count as gaps; default: all of them
 */
export function wallPieces(
  plan: FloorPlan,
  open: (door: Door) => boolean = () => true,
): readonly WallPiece[] {
  const pieces: WallPiece[] = [];
  plan.walls.forEach((wall, index) => {
    const length = distance(wall.from, wall.to);
    if (length === 0) return;
    const unit: Point = [
      (wall.to[0] - wall.from[0]) / length,
      (wall.to[1] - wall.from[1]) / length,
    ];
    const gaps = plan.doors
      .filter((door) => door.wall === wall.id && open(door))
      .map((door) => [door.offsetM - door.widthM / 2, door.offsetM + door.widthM / 2] as const)
      .sort((a, b) => a[0] - b[0]);
    let start = 0;
    const add = (end: number) => {
      if (end - start > 1e-9)
        pieces.push({
          wall,
          index,
          from: start === 0 ? wall.from : moved(wall.from, unit, start),
          to: end === length ? wall.to : moved(wall.from, unit, end),
        });
    };
    for (const [from, to] of gaps) {
      add(Math.min(from, length));
      start = Math.max(start, to);
    }
    add(length);
  });
  return pieces;
}

/** The footprint of a piece of wall. */
export function wallPolygon({ wall, from, to }: WallPiece): Polygon {
  const length = distance(from, to);
  return cornersOf({
    at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
    halfWidthM: length / 2,
    halfDepthM: wall.thicknessM / 2,
    axis: [(to[0] - from[0]) / length, (to[1] - from[1]) / length],
  });
}
