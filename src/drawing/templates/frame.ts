import { boxOf, cornersOf } from '../../geometry/vector';
import { doorPosition } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { emptied } from './emptied';
import { FreeFloor } from './free-floor';
import { areaOf, type Rect, rect, within } from './rect';

/**
 * A layout's own frame: a free rectangle of a room that its entrance opens onto, with the entrance
 * in its near side (v = 0), u to the right and v away from the entrance, metres.
 */
export interface Frame {
  readonly widthM: number;
  readonly depthM: number;
  /** A point of the frame in the plan, to the millimetre. */
  toPlan(u: number, v: number): [number, number];
  /** A direction of the frame in the plan, degrees. */
  toPlanDeg(deg: number): number;
  /** Columns, as rectangles about them. */
  readonly columns: readonly Rect[];
  /** Doors by their middles, and the way they open to in the frame. */
  readonly doors: readonly FrameDoor[];
  /** Other parts of the room that open onto the rectangle: the rest of an L, say. */
  readonly beside: readonly Rect[];
  /** Floor of the room that lies in none of these, m². */
  readonly unusedM2: number;
}

export interface FrameDoor {
  readonly kind: FloorPlan['doors'][number]['kind'];
  readonly u: number;
  readonly v: number;
  readonly widthM: number;
  /** From its middle to the faces of its wall, metres. */
  readonly halfM: number;
  /** The side of the room that its wall is on. */
  readonly side: Side;
}

type Side = 'near' | 'right' | 'far' | 'left';
const SIDES: readonly Side[] = ['near', 'right', 'far', 'left'];

/** Places in a room for a hall: how much smaller than the largest, and how many at most. */
const LEAST_SHARE = 0.4;
const MOST_PLACES = 3;
const MOST_BESIDE = 3;
/** A door opens onto a floor that lies this far before it, metres. */
const BEFORE_M = 0.3;

const mm = (value: number) => Math.round(value * 1000) / 1000;

/**
 * The frames of a room for layouts, the largest first; none if the room has no entrance or no free
 * floor to speak of. A rectangular room has one. Where the entrance opens onto none of the places,
 * the largest stands for all.
 *
 * @param mirrored u runs the other way, so that a layout is seen in a mirror
 */
export function framesOf(room: FloorPlan, mirrored: boolean): Frame[] {
  const entrance =
    room.doors.find(({ kind }) => kind === 'entrance') ??
    room.doors.find(({ kind }) => kind === 'entranceExit');
  const position = entrance && doorPosition(room, entrance);
  if (!position) return [];
  const floor = new FreeFloor(room);
  const places = floor.largest(LEAST_SHARE, MOST_PLACES);
  const [cx, cy] = position.centre;
  const out = position.wall.thicknessM / 2 + BEFORE_M;
  const before = [cx - position.normal[0] * out, cy - position.normal[1] * out] as const;
  const entered = places.filter((place) => within(rect(...before, ...before), place));
  return (entered.length > 0 ? entered : places.slice(0, 1)).map((place) =>
    frameIn(room, floor, place, position, mirrored),
  );
}

/** In how many places of a room a layout may be made. */
export function placesIn(room: FloorPlan): number {
  return framesOf(emptied(room), false).length;
}

function frameIn(
  room: FloorPlan,
  floor: FreeFloor,
  free: Rect,
  { centre: [ex, ey] }: { readonly centre: Point },
  mirrored: boolean,
): Frame {
  // The side that the entrance is nearest to becomes the near one.
  const sides = [
    Math.abs(ey - free.v0),
    Math.abs(ex - free.u1),
    Math.abs(ey - free.v1),
    Math.abs(ex - free.u0),
  ];
  const turn = 90 * sides.indexOf(Math.min(...sides));
  const across = turn % 180 === 0;
  const width = free.u1 - free.u0;
  const depth = free.v1 - free.v0;
  const widthM = across ? width : depth;
  const depthM = across ? depth : width;
  // Where u = 0, v = 0 lies, and the unit vectors of u and v.
  const [origin, du, dv] = (
    [
      [
        [free.u0, free.v0],
        [1, 0],
        [0, 1],
      ],
      [
        [free.u1, free.v0],
        [0, 1],
        [-1, 0],
      ],
      [
        [free.u1, free.v1],
        [-1, 0],
        [0, -1],
      ],
      [
        [free.u0, free.v1],
        [0, -1],
        [1, 0],
      ],
    ] as const
  )[turn / 90]!;
  const flip = (u: number) => (mirrored ? widthM - u : u);
  const fromPlan = ([x, y]: Point) => {
    const dx = x - origin[0];
    const dy = y - origin[1];
    return { u: flip(dx * du[0] + dy * du[1]), v: dx * dv[0] + dy * dv[1] };
  };
  /** The rectangle of the frame about points of the plan. */
  const aboutPoints = (points: readonly Point[]): Rect => {
    const own = points.map(fromPlan);
    return rect(
      Math.min(...own.map(({ u }) => u)),
      Math.min(...own.map(({ v }) => v)),
      Math.max(...own.map(({ u }) => u)),
      Math.max(...own.map(({ v }) => v)),
    );
  };
  const beside = floor.beside(free, MOST_BESIDE);
  const used = [free, ...beside].reduce((sum, one) => sum + areaOf(one), 0);
  return {
    widthM,
    depthM,
    toPlan: (u, v) => {
      const along = flip(u);
      return [mm(origin[0] + along * du[0] + v * dv[0]), mm(origin[1] + along * du[1] + v * dv[1])];
    },
    toPlanDeg: (deg) => ((((mirrored ? 180 - deg : deg) + turn) % 360) + 360) % 360,
    columns: room.columns.map((column) => aboutPoints(cornersOf(boxOf(column)))),
    beside: beside.map(({ u0, v0, u1, v1 }) =>
      aboutPoints([
        [u0, v0],
        [u1, v1],
      ]),
    ),
    unusedM2: Math.max(0, floor.areaM2 - used),
    doors: room.doors.flatMap((door) => {
      const at = doorPosition(room, door);
      if (!at) return [];
      const { u, v } = fromPlan(at.centre);
      const out = fromPlan([at.centre[0] + at.normal[0], at.centre[1] + at.normal[1]]);
      const ways = [v - out.v, out.u - u, out.v - v, u - out.u];
      const side = SIDES[ways.indexOf(Math.max(...ways))]!;
      const halfM = at.wall.thicknessM / 2;
      return [{ kind: door.kind, u, v, widthM: door.widthM, halfM, side }];
    }),
  };
}

/** Whether a door opens onto a piece of floor. */
export function opensOnto({ side, u, v, halfM }: FrameDoor, part: Rect): boolean {
  const out = halfM + BEFORE_M;
  const at = {
    near: [u, v + out],
    far: [u, v - out],
    left: [u + out, v],
    right: [u - out, v],
  } as const;
  return within(rect(...at[side], ...at[side]), part);
}
