import { contains, counterclockwise, type Polygon } from '../../geometry/area';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { cornerAdded, cornerMoved, cornerRemoved, middleOf } from './corners';
import { freeId } from './ids';
import { toMillimetre } from './move';

type Wall = FloorPlan['walls'][number];

/** Ends of walls this near to a corner of the outline go with it, metres. */
const WITH_CORNER_M = 0.35;
/** An outer wall's outer face lies this near to the outline, metres. */
const ON_OUTLINE_M = 0.03;
/** Left between a door and an end of its wall, metres. */
const BESIDE_DOOR_M = 0.1;

/**
 * The plan with one corner of its outline moved; outer walls go along, and so do the ends of other
 * walls at that corner.
 *
 * @returns null where the outline would cross itself
 */
export function withCorner(plan: FloorPlan, corner: number, to: Point): FloorPlan | null {
  if (!plan.outline[corner]) return null;
  const outline = cornerMoved(plan.outline, corner, to);
  return outline && withOutline(plan, outline);
}

/** The plan with one edge of its outline moved along with both of its corners; null if it crosses. */
export function withEdge(plan: FloorPlan, edge: number, dx: number, dy: number): FloorPlan | null {
  const { outline } = plan;
  const second = (edge + 1) % outline.length;
  const [a, b] = [outline[edge], outline[second]];
  if (!a || !b) return null;
  // Both at once: in between, one corner alone might cross.
  const halfway = outline.map((p, i) =>
    i === edge ? ([toMillimetre(a[0] + dx), toMillimetre(a[1] + dy)] as const) : p,
  );
  const moved = cornerMoved(halfway, second, [b[0] + dx, b[1] + dy]);
  return moved && withOutline(plan, moved);
}

/**
 * The plan with a corner more on an edge: in its middle, or beside a door that is there. The wall
 * along the edge is cut in two there, so that both pieces go with the corner; doors stay where they
 * are.
 */
export function withNewCorner(plan: FloorPlan, edge: number): FloorPlan {
  if (!plan.outline[edge]) return plan;
  const [a, b] = edgeOf(plan.outline, edge);
  const wall = plan.walls.find((one) => alongEdge(plan.outline, edge, one));
  const middle = middleOf(plan.outline, edge);
  const cut = wall && cutOf(plan, wall, middle);
  if (!wall || cut === undefined)
    return { ...plan, outline: cornerAdded(plan.outline, edge, middle) };
  const [ux, uy] = unit(wall.from, wall.to);
  const at: [number, number] = [
    toMillimetre(wall.from[0] + ux * cut),
    toMillimetre(wall.from[1] + uy * cut),
  ];
  const [ex, ey] = unit(a, b);
  const along = (at[0] - a[0]) * ex + (at[1] - a[1]) * ey;
  const second = freeId(plan, 'walls');
  return {
    ...plan,
    outline: cornerAdded(plan.outline, edge, [a[0] + ex * along, a[1] + ey * along]),
    walls: plan.walls.flatMap((one) =>
      one.id === wall.id
        ? [
            { ...one, to: at },
            { ...one, id: second, from: at },
          ]
        : [one],
    ),
    doors: plan.doors.map((door) =>
      door.wall === wall.id && door.offsetM > cut
        ? { ...door, wall: second, offsetM: toMillimetre(door.offsetM - cut) }
        : door,
    ),
  };
}

/**
 * The plan with a corner less; the two walls that met there become one, with the doors of both.
 *
 * @returns null if fewer than three corners would be left, or the rest would cross
 */
export function withoutCorner(plan: FloorPlan, corner: number): FloorPlan | null {
  const outline = cornerRemoved(plan.outline, corner);
  if (!outline) return null;
  const n = plan.outline.length;
  const before = (corner + n - 1) % n;
  const next = { ...plan, outline };
  const meeting = [before, corner].map((edge) =>
    plan.walls.find((wall) => alongEdge(plan.outline, edge, wall)),
  );
  // The one that is drawn first stays, and runs the way it ran.
  const [kept, other] = plan.walls.filter((wall) => meeting.includes(wall));
  if (!kept || !other) return next;
  const [a, b] = edgeOf(outline, corner === 0 ? outline.length - 1 : corner - 1);
  const [start, end] = beside(outline, a, b, kept.thicknessM / 2);
  const [ux, uy] = unit(start, end);
  const forward = (kept.to[0] - kept.from[0]) * ux + (kept.to[1] - kept.from[1]) * uy > 0;
  const joined: Wall = { ...kept, from: forward ? start : end, to: forward ? end : start };
  return {
    ...next,
    walls: plan.walls.flatMap((wall) => (wall === kept ? [joined] : wall === other ? [] : [wall])),
    doors: plan.doors.map((door) => {
      const own = [kept, other].find(({ id }) => id === door.wall);
      return own ? { ...door, wall: kept.id, offsetM: offsetOn(joined, door, own) } : door;
    }),
  };
}

/** Where a door of one wall comes to lie on another, as near to where it is as that one reaches. */
function offsetOn(wall: Wall, door: FloorPlan['doors'][number], own: Wall): number {
  const [vx, vy] = unit(own.from, own.to);
  const [ux, uy] = unit(wall.from, wall.to);
  const x = own.from[0] + vx * door.offsetM - wall.from[0];
  const y = own.from[1] + vy * door.offsetM - wall.from[1];
  const half = door.widthM / 2;
  const most = distance(wall.from, wall.to) - half;
  return toMillimetre(Math.max(half, Math.min(most, x * ux + y * uy)));
}

/** The plan in another outline of as many corners, outer walls along its edges as before. */
function withOutline(plan: FloorPlan, outline: FloorPlan['outline']): FloorPlan {
  const before = plan.outline;
  const changed = before.map((p, i) => p[0] !== outline[i]![0] || p[1] !== outline[i]![1]);
  const walls = plan.walls.map((wall) => {
    const edge = before.findIndex((_, i) => alongEdge(before, i, wall));
    if (edge < 0) return ofCorners(wall, before, outline);
    if (!changed[edge] && !changed[(edge + 1) % before.length]) return wall;
    return followed(wall, before, outline, edge);
  });
  const doors = plan.doors.map((door) => {
    const i = plan.walls.findIndex(({ id }) => id === door.wall);
    const [was, is] = [plan.walls[i], walls[i]];
    return !was || !is || was === is ? door : { ...door, offsetM: heldAt(door, was, is) };
  });
  return { ...plan, outline, walls, doors };
}

/** A door's offset in a wall that has changed: as far as before from the end that stayed, or is nearer. */
function heldAt({ offsetM, widthM }: FloorPlan['doors'][number], was: Wall, is: Wall): number {
  const [long, now] = [distance(was.from, was.to), distance(is.from, is.to)];
  const [atStart, atEnd] = [distance(was.from, is.from) === 0, distance(was.to, is.to) === 0];
  const fromStart = atStart === atEnd ? offsetM <= long / 2 : atStart;
  const wanted = fromStart ? offsetM : now - (long - offsetM);
  return toMillimetre(Math.max(widthM / 2, Math.min(now - widthM / 2, wanted)));
}

/** A wall whose ends go with the corners that they are at. */
function ofCorners(wall: Wall, before: Polygon, outline: Polygon): Wall {
  const along = (p: [number, number]): [number, number] => {
    const i = before.findIndex((corner) => distance(p, corner) <= WITH_CORNER_M);
    if (i < 0) return p;
    const [dx, dy] = [outline[i]![0] - before[i]![0], outline[i]![1] - before[i]![1]];
    return dx === 0 && dy === 0 ? p : [toMillimetre(p[0] + dx), toMillimetre(p[1] + dy)];
  };
  const [from, to] = [along(wall.from), along(wall.to)];
  return from === wall.from && to === wall.to ? wall : { ...wall, from, to };
}

/**
 * An outer wall along the same edge of another outline: as far from its ends, else in proportion. At
 * a corner that points into the room it goes on by its thickness, so that no gap is left.
 */
function followed(wall: Wall, before: Polygon, outline: Polygon, edge: number): Wall {
  const [a, b] = edgeOf(before, edge);
  const [c, d] = edgeOf(outline, edge);
  const [was, is] = [distance(a, b), distance(c, d)];
  const [ux, uy] = unit(a, b);
  const [from] = beside(outline, c, d, wall.thicknessM / 2);
  const [vx, vy] = unit(c, d);
  const onLine = (at: number): [number, number] => [
    toMillimetre(from[0] + vx * at),
    toMillimetre(from[1] + vy * at),
  ];
  /** How far the end at a corner reaches beyond it: nowhere outside the outline. */
  const beyond = (corner: number, now: number) => {
    const i = corner % before.length;
    const reflex = isReflex(outline, i);
    const on = reflex === isReflex(before, i) ? now : reflex ? wall.thicknessM : 0;
    const end = onLine(corner === edge ? -on : is + on);
    return contains(outline, end) ? on : Math.min(0, on);
  };
  const put = (p: Point): [number, number] => {
    const along = (p[0] - a[0]) * ux + (p[1] - a[1]) * uy;
    const at =
      along <= WITH_CORNER_M
        ? -beyond(edge, -along)
        : along >= was - WITH_CORNER_M
          ? is + beyond(edge + 1, along - was)
          : (along * is) / was;
    return onLine(at);
  };
  return { ...wall, from: put(wall.from), to: put(wall.to) };
}

/** Whether a corner points into the room. */
function isReflex(line: Polygon, corner: number): boolean {
  const n = line.length;
  const [a, b, c] = [line[(corner + n - 1) % n]!, line[corner]!, line[(corner + 1) % n]!];
  const [nx, ny] = inward(line, a, b);
  return (c[0] - b[0]) * nx + (c[1] - b[1]) * ny < -1e-9;
}

/** Whether a wall runs along an edge of the outline, its outer face on it. */
function alongEdge(outline: Polygon, edge: number, { from, to, thicknessM }: Wall): boolean {
  const [a, b] = edgeOf(outline, edge);
  const length = distance(a, b);
  if (length === 0 || distance(from, to) === 0) return false;
  const [ux, uy] = unit(a, b);
  const [nx, ny] = inward(outline, a, b);
  return [from, to].every((p) => {
    const off = (p[0] - a[0]) * nx + (p[1] - a[1]) * ny;
    const along = (p[0] - a[0]) * ux + (p[1] - a[1]) * uy;
    return (
      Math.abs(off - thicknessM / 2) <= ON_OUTLINE_M &&
      along >= -WITH_CORNER_M &&
      along <= length + WITH_CORNER_M
    );
  });
}

/** An edge moved inward, to the millimetre. */
function beside(
  outline: Polygon,
  a: Point,
  b: Point,
  byM: number,
): [[number, number], [number, number]] {
  const [nx, ny] = inward(outline, a, b);
  const put = ([x, y]: Point): [number, number] => [
    toMillimetre(x + nx * byM),
    toMillimetre(y + ny * byM),
  ];
  return [put(a), put(b)];
}

/** Where a wall is cut near a point, metres from its start: not through a door. Undefined for nowhere. */
function cutOf(plan: FloorPlan, { id, from, to }: Wall, near: Point): number | undefined {
  const [ux, uy] = unit(from, to);
  const wanted = (near[0] - from[0]) * ux + (near[1] - from[1]) * uy;
  const length = distance(from, to);
  const doors = plan.doors
    .filter(({ wall }) => wall === id)
    .map(({ offsetM, widthM }) => {
      const half = widthM / 2 + BESIDE_DOOR_M;
      return [offsetM - half, offsetM + half] as const;
    });
  const places = [wanted, ...doors.flat()].filter(
    (at) => at > WITH_CORNER_M && at < length - WITH_CORNER_M,
  );
  return places
    .filter((at) => !doors.some(([low, high]) => at > low + 1e-9 && at < high - 1e-9))
    .sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0];
}

function edgeOf(line: Polygon, edge: number): readonly [Point, Point] {
  return [line[edge]!, line[(edge + 1) % line.length]!];
}

function unit(a: Point, b: Point): Point {
  const length = distance(a, b);
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

/** The unit vector from an edge into the outline. */
function inward(outline: Polygon, a: Point, b: Point): Point {
  const [ux, uy] = unit(a, b);
  return counterclockwise(outline) === outline ? [-uy, ux] : [uy, -ux];
}
