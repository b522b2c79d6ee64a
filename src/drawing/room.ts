import type { FloorPlan, Point } from '../scenarios/floorplan';
import { assumption } from '../scenarios/sources';
import { withCorner, withNewCorner } from './edit/outline';
import { nothing } from './templates/emptied';

/** Side of a room by the compass of the drawing: south is below. */
export type Side = 'south' | 'east' | 'north' | 'west';

/** A room before anything stands in it. */
export interface RoomSpec {
  /** Outer faces, metres. */
  readonly widthM: number;
  readonly depthM: number;
  /** Where people come in and, unless the wall is too short for two doors, go out. */
  readonly entrance: Side;
  readonly columns?: readonly { readonly at: Point; readonly sizeM: number }[];
  readonly minimumAreaM2: number;
  readonly ceilingHeightM?: number;
}

/** A corner of a room by the compass of the drawing, in the order of its outline. */
export const ROOM_CORNERS = ['southWest', 'southEast', 'northEast', 'northWest'] as const;
export type RoomCorner = (typeof ROOM_CORNERS)[number];

const WALL_M = 0.2;
const ENTRANCE_M = 1.8;
const EXIT_M = 1.5;
/** From a corner of the front to the middle of a door in it, metres. */
const FROM_CORNER_M = 2.6;
/** A front that is shorter has one door for both ways, metres. */
const TWO_DOORS_M = 9;

const mm = (value: number) => Math.round(value * 1000) / 1000;

/**
 * An empty rectangular room: walls 0.2 m thick, a way in and a way out in the front, an emergency
 * exit and a staff door in the sides. Doors and walls are assumptions that the user may change.
 *
 * @throws RangeError for a room less than 4 m wide or deep
 */
export function rectangularRoom(spec: RoomSpec): FloorPlan {
  const { widthM: w, depthM: d, entrance } = spec;
  if (!(w >= 4 && d >= 4)) throw new RangeError('a room is at least 4 m wide and 4 m deep');
  const half = WALL_M / 2;
  const walls: FloorPlan['walls'] = [
    { id: 'wall-south', from: [0, half], to: [w, half], thicknessM: WALL_M },
    { id: 'wall-east', from: [mm(w - half), 0], to: [mm(w - half), d], thicknessM: WALL_M },
    { id: 'wall-north', from: [0, mm(d - half)], to: [w, mm(d - half)], thicknessM: WALL_M },
    { id: 'wall-west', from: [half, 0], to: [half, d], thicknessM: WALL_M },
  ];
  return {
    format: 'hall-twin/floorplan',
    version: 1,
    id: 'my-hall',
    name: { zh: '我的大厅', en: 'My hall' },
    provenance: assumption(
      '使用者绘制的房间；门与墙厚为假设',
      "a room of the user's own; doors and thickness of walls are assumed",
    ),
    minimumAreaM2: spec.minimumAreaM2,
    ceilingHeightM: spec.ceilingHeightM ?? 3.6,
    outline: [
      [0, 0],
      [w, 0],
      [w, d],
      [0, d],
    ],
    walls,
    doors: doorsOf(entrance, w, d),
    columns: (spec.columns ?? []).map(({ at, sizeM }, i) => ({
      id: `column-${i + 1}`,
      at: [at[0], at[1]],
      widthM: sizeM,
      depthM: sizeM,
      rotationDeg: 0,
    })),
    ...nothing(),
  };
}

/**
 * An L: a rectangular room without one of its corners. Doors of the walls that become shorter stay, as
 * far as they may.
 *
 * @param widthM what is cut off, along x; likewise `depthM` along y
 * @throws RangeError if less than 2 m of a side would be left, or nothing is cut off
 */
export function withoutRoomCorner(
  room: FloorPlan,
  corner: RoomCorner,
  widthM: number,
  depthM: number,
): FloorPlan {
  const at = ROOM_CORNERS.indexOf(corner);
  const [x, y] = room.outline[at]!;
  const [farX, farY] = room.outline[(at + 2) % 4]!;
  const left = Math.min(Math.abs(farX - x) - widthM, Math.abs(farY - y) - depthM);
  if (!(left >= 2 && widthM > 0 && depthM > 0))
    throw new RangeError('at least 2 m of each side have to be left');
  const inX = x + Math.sign(farX - x) * widthM;
  const inY = y + Math.sign(farY - y) * depthM;
  // The side before the corner and the one after it; every other one runs along x.
  const before: Point = at % 2 === 0 ? [x, inY] : [inX, y];
  const after: Point = at % 2 === 0 ? [inX, y] : [x, inY];
  const edgeBefore = (at + 3) % 4;
  let plan = withNewCorner(room, at);
  plan = withCorner(plan, at + 1, after) ?? plan;
  plan = withNewCorner(plan, at === 0 ? 4 : edgeBefore);
  const moved = at === 0 ? 5 : at;
  plan = withCorner(plan, moved, before) ?? plan;
  return withCorner(plan, at === 0 ? 0 : at + 1, [inX, inY]) ?? plan;
}

const SIDES: readonly Side[] = ['south', 'east', 'north', 'west'];

function doorsOf(entrance: Side, w: number, d: number): FloorPlan['doors'] {
  const lengthOf = (side: Side) => (side === 'south' || side === 'north' ? w : d);
  const front = lengthOf(entrance);
  // Walls run with the axes; seen from inside, left and right of the front depend on its side.
  const next = (turns: number) => SIDES[(SIDES.indexOf(entrance) + turns) % 4]!;
  const wall = (side: Side) => `wall-${side}`;
  const near = Math.min(FROM_CORNER_M, front / 2);
  /** Offset along a side's wall of a point so far from the front. */
  const fromFront = (side: Side, metres: number) => {
    const atStart = entrance === 'south' || entrance === 'west' ? metres : lengthOf(side) - metres;
    return mm(atStart);
  };
  const door = (
    id: string,
    kind: FloorPlan['doors'][number]['kind'],
    side: Side,
    offsetM: number,
    widthM: number,
    heightM = 2.1,
  ) => ({ id, kind, wall: wall(side), offsetM: mm(offsetM), widthM, heightM });
  const ways =
    front >= TWO_DOORS_M
      ? [
          door('door-entrance', 'entrance', entrance, near, ENTRANCE_M, 2.4),
          door('door-exit', 'exit', entrance, front - near, EXIT_M, 2.4),
        ]
      : [door('door-entrance', 'entranceExit', entrance, front / 2, ENTRANCE_M, 2.4)];
  const sides = [next(1), next(3)] as const;
  return [
    ...ways,
    door('door-emergency', 'emergency', sides[0], fromFront(sides[0], 1.6), 1.2),
    door('door-staff', 'staff', sides[1], fromFront(sides[1], lengthOf(sides[1]) - 0.9), 0.9),
  ];
}
