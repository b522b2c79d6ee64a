import { contains, containsStrictly, overlap, type Polygon } from '../../geometry/area';
import { boxOf, cornersOf } from '../../geometry/vector';
import { doorPosition, wallPieces, wallPolygon } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { type Rect, rect } from './rect';

/**
 * A layout's own frame: the largest free rectangle of a room, with the entrance in its near side
 * (v = 0), u to the right and v away from the entrance, metres.
 */
export interface Frame {
  readonly widthM: number;
  readonly depthM: number;
  /** A point of the frame in the plan, to the millimetre. */
  toPlan(u: number, v: number): [number, number];
  /** A direction of the frame in the plan, degrees. */
  toPlanDeg(deg: number): number;
  /** A point of the plan in the frame. */
  fromPlan(p: Point): { readonly u: number; readonly v: number };
  /** Columns, as rectangles about them. */
  readonly columns: readonly Rect[];
  /** Doors by their middles, and the way they open to in the frame. */
  readonly doors: readonly FrameDoor[];
}

export interface FrameDoor {
  readonly kind: FloorPlan['doors'][number]['kind'];
  readonly u: number;
  readonly v: number;
  readonly widthM: number;
  /** The side of the frame that it is nearest to. */
  readonly side: 'near' | 'right' | 'far' | 'left';
}

const GRID_M = 0.1;
const mm = (value: number) => Math.round(value * 1000) / 1000;

/**
 * The frame of a room for layouts; null if the room has no entrance or no free floor to speak of.
 *
 * @param mirrored u runs the other way, so that a layout is seen in a mirror
 */
export function frameOf(room: FloorPlan, mirrored: boolean): Frame | null {
  const entrance =
    room.doors.find(({ kind }) => kind === 'entrance') ??
    room.doors.find(({ kind }) => kind === 'entranceExit');
  const position = entrance && doorPosition(room, entrance);
  const free = largestFreeRectangle(room);
  if (!position || !free) return null;
  const [ex, ey] = position.centre;
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
  const frame: Omit<Frame, 'doors' | 'columns'> = {
    widthM,
    depthM,
    toPlan: (u, v) => {
      const along = flip(u);
      return [mm(origin[0] + along * du[0] + v * dv[0]), mm(origin[1] + along * du[1] + v * dv[1])];
    },
    toPlanDeg: (deg) => ((((mirrored ? 180 - deg : deg) + turn) % 360) + 360) % 360,
    fromPlan,
  };
  return {
    ...frame,
    columns: room.columns.map((column) => {
      const corners = cornersOf(boxOf(column)).map(fromPlan);
      return rect(
        Math.min(...corners.map(({ u }) => u)),
        Math.min(...corners.map(({ v }) => v)),
        Math.max(...corners.map(({ u }) => u)),
        Math.max(...corners.map(({ v }) => v)),
      );
    }),
    doors: room.doors.flatMap((door) => {
      const at = doorPosition(room, door);
      if (!at) return [];
      const { u, v } = fromPlan(at.centre);
      const from = [Math.abs(v), Math.abs(u - widthM), Math.abs(v - depthM), Math.abs(u)];
      const side = (['near', 'right', 'far', 'left'] as const)[from.indexOf(Math.min(...from))]!;
      return [{ kind: door.kind, u, v, widthM: door.widthM, side }];
    }),
  };
}

/**
 * The largest rectangle along the axes in a room that no wall cuts, metres; columns may stand in
 * it. Found on a grid of 0.1 m, then pushed against the walls to the millimetre.
 */
export function largestFreeRectangle(room: FloorPlan): Rect | null {
  const walls = wallPieces(room, () => false).map(wallPolygon);
  const xs = room.outline.map(([x]) => x);
  const ys = room.outline.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const columns = Math.min(1000, Math.floor((right - left) / GRID_M));
  const rows = Math.min(1000, Math.floor((top - bottom) / GRID_M));
  const free = (x: number, y: number) =>
    containsStrictly(room.outline, [x, y]) && !walls.some((wall) => contains(wall, [x, y]));
  // Columns of free cells upward, and in every row the largest rectangle below that skyline.
  const height = new Array<number>(columns).fill(0);
  let best: { area: number; box: Rect } | null = null;
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++)
      height[i] = free(left + (i + 0.5) * GRID_M, bottom + (j + 0.5) * GRID_M) ? height[i]! + 1 : 0;
    const stack: number[] = [];
    for (let i = 0; i <= columns; i++) {
      while (stack.length > 0 && (i === columns || height[stack.at(-1)!]! >= height[i]!)) {
        const tall = height[stack.pop()!]!;
        const from = stack.length > 0 ? stack.at(-1)! + 1 : 0;
        const area = tall * (i - from);
        if (area > (best?.area ?? 0))
          best = {
            area,
            box: rect(
              left + from * GRID_M,
              bottom + (j + 1 - tall) * GRID_M,
              left + i * GRID_M,
              bottom + (j + 1) * GRID_M,
            ),
          };
      }
      stack.push(i);
    }
  }
  return best && pushed(best.box, room.outline, walls);
}

/** A rectangle pushed outward until walls stop it; first inward, where the grid's cells touch one. */
function pushed(box: Rect, outline: Polygon, walls: readonly Polygon[]): Rect | null {
  const isFree = ({ u0, v0, u1, v1 }: Rect) => {
    const corners: Point[] = [
      [u0, v0],
      [u1, v0],
      [u1, v1],
      [u0, v1],
    ];
    return (
      corners.every((corner) => contains(outline, corner)) &&
      !outline.some(([x, y]) => x > u0 + 1e-6 && x < u1 - 1e-6 && y > v0 + 1e-6 && y < v1 - 1e-6) &&
      !walls.some((wall) => overlap(wall, corners, 0.0005))
    );
  };
  let now = rect(box.u0 + GRID_M, box.v0 + GRID_M, box.u1 - GRID_M, box.v1 - GRID_M);
  if (!isFree(now)) return null;
  for (const side of ['u0', 'v0', 'u1', 'v1'] as const) {
    const outward = side === 'u0' || side === 'v0' ? -1 : 1;
    let good = 0;
    let bad = 300;
    const by = (steps: number): Rect => ({ ...now, [side]: now[side] + (outward * steps) / 1000 });
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (isFree(by(middle))) good = middle;
      else bad = middle;
    }
    now = by(good);
  }
  return rect(mm(now.u0), mm(now.v0), mm(now.u1), mm(now.v1));
}
