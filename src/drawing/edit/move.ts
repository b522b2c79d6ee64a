import { direction, distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { type Item, type ItemList, type ItemRef, itemOf, refKey } from './items';

/** Plans are kept in whole millimetres, angles in hundredths of a degree. */
export const toMillimetre = (metres: number) => Math.round(metres * 1000) / 1000;
const toHundredth = (degrees: number) => Math.round(degrees * 100) / 100;

/**
 * Everything that goes along with a selection: the windows of a counter, and the display and
 * pickup of a window. Nothing twice, in the order given.
 */
export function withCompanions(plan: FloorPlan, refs: readonly ItemRef[]): ItemRef[] {
  const found = new Map<string, ItemRef>();
  const add = (ref: ItemRef) => {
    if (found.has(refKey(ref)) || !itemOf(plan, ref)) return;
    found.set(refKey(ref), ref);
    if (ref.list === 'counters')
      for (const { id, counter } of plan.windows)
        if (counter === ref.id) add({ list: 'windows', id });
    if (ref.list === 'windows')
      for (const list of ['displays', 'pickups'] as const)
        for (const { id, window } of plan[list]) if (window === ref.id) add({ list, id });
  };
  for (const ref of refs) add(ref);
  return [...found.values()];
}

/** How points and directions of an item change. */
interface Change {
  readonly point: (p: Point) => [number, number];
  readonly deg: (degrees: number) => number;
}

/** The plan with some of its items changed. */
function changed(plan: FloorPlan, refs: readonly ItemRef[], change: Change): FloorPlan {
  const keys = new Set(refs.map(refKey));
  const has = (list: ItemList, { id }: { id: string }) => keys.has(`${list}/${id}`);
  const map = <L extends ItemList>(list: L, of: (item: Item<L>) => Item<L>): FloorPlan[L] => {
    const items = plan[list] as readonly Item<L>[];
    const next = items.map((item) => (has(list, item) ? of(item) : item));
    return (next.some((item, i) => item !== items[i]) ? next : items) as FloorPlan[L];
  };
  const { point, deg } = change;
  return {
    ...plan,
    zones: map('zones', (zone) => ({ ...zone, polygon: zone.polygon.map(point) })),
    walls: map('walls', (wall) => ({ ...wall, from: point(wall.from), to: point(wall.to) })),
    columns: map('columns', (box) => turnedBox(box, change)),
    counters: map('counters', (box) => turnedBox(box, change)),
    fixtures: map('fixtures', (box) => ({
      ...turnedBox(box, change),
      ...(box.userSpot ? { userSpot: point(box.userSpot) } : {}),
      ...(box.staffSpot ? { staffSpot: point(box.staffSpot) } : {}),
      ...(box.queueDeg === undefined ? {} : { queueDeg: deg(box.queueDeg) }),
    })),
    windows: map('windows', (window) => ({
      ...window,
      at: point(window.at),
      facingDeg: deg(window.facingDeg),
      visitorSpot: point(window.visitorSpot),
      clerkSpot: point(window.clerkSpot),
    })),
    seats: map('seats', (seat) => ({
      ...seat,
      at: point(seat.at),
      facingDeg: deg(seat.facingDeg),
    })),
    displays: map('displays', (one) => ({
      ...one,
      at: point(one.at),
      facingDeg: deg(one.facingDeg),
    })),
    signs: map('signs', (one) => ({ ...one, at: point(one.at), facingDeg: deg(one.facingDeg) })),
    cameras: map('cameras', (one) => ({ ...one, at: point(one.at), yawDeg: deg(one.yawDeg) })),
    pickups: map('pickups', (one) => ({ ...one, at: point(one.at) })),
  };
}

function turnedBox<T extends { at: [number, number]; rotationDeg: number }>(
  box: T,
  { point, deg }: Change,
): T {
  return { ...box, at: point(box.at), rotationDeg: deg(box.rotationDeg) };
}

/**
 * The plan with items moved, companions along with them. A door slides along its wall, unless the
 * wall moves too; then it goes with it.
 *
 * @param dx metres to the right
 * @param dy metres up
 */
export function translated(
  plan: FloorPlan,
  refs: readonly ItemRef[],
  dx: number,
  dy: number,
): FloorPlan {
  const all = withCompanions(plan, refs);
  const next = changed(plan, all, {
    point: ([x, y]) => [toMillimetre(x + dx), toMillimetre(y + dy)],
    deg: (degrees) => degrees,
  });
  const keys = new Set(all.map(refKey));
  return {
    ...next,
    doors: plan.doors.map((door) => {
      if (!keys.has(`doors/${door.id}`) || keys.has(`walls/${door.wall}`)) return door;
      const wall = plan.walls.find(({ id }) => id === door.wall);
      if (!wall) return door;
      const length = distance(wall.from, wall.to);
      if (length === 0) return door;
      const along = (dx * (wall.to[0] - wall.from[0]) + dy * (wall.to[1] - wall.from[1])) / length;
      const half = door.widthM / 2;
      const offset = Math.min(length - half, Math.max(half, door.offsetM + along));
      return { ...door, offsetM: toMillimetre(offset) };
    }),
  };
}

/** The plan with items turned about a point, counterclockwise, companions along with them. */
export function rotated(
  plan: FloorPlan,
  refs: readonly ItemRef[],
  degrees: number,
  pivot: Point,
): FloorPlan {
  const [cos, sin] = direction(degrees);
  return changed(plan, withCompanions(plan, refs), {
    point: ([x, y]) => {
      const [u, v] = [x - pivot[0], y - pivot[1]];
      return [
        toMillimetre(pivot[0] + u * cos - v * sin),
        toMillimetre(pivot[1] + u * sin + v * cos),
      ];
    },
    deg: (of) => toHundredth((((of + degrees) % 360) + 360) % 360),
  });
}
