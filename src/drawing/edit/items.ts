import type { Polygon } from '../../geometry/area';
import { seatBox } from '../../geometry/obstacles';
import { boxOf, cornersOf, direction, moved } from '../../geometry/vector';
import { doorPosition, wallPolygon } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';

/** The lists of a plan that hold things one by one, from the floor up. */
export const ITEM_LISTS = [
  'zones',
  'walls',
  'doors',
  'columns',
  'counters',
  'windows',
  'seats',
  'fixtures',
  'displays',
  'signs',
  'cameras',
  'pickups',
] as const;
export type ItemList = (typeof ITEM_LISTS)[number];
export type Item<L extends ItemList = ItemList> = FloorPlan[L][number];

/** Something in a plan. */
export interface ItemRef<L extends ItemList = ItemList> {
  readonly list: L;
  readonly id: string;
}

export function sameRef(a: ItemRef, b: ItemRef): boolean {
  return a.list === b.list && a.id === b.id;
}

export function refKey({ list, id }: ItemRef): string {
  return `${list}/${id}`;
}

/** The item of a reference; undefined if it is gone. */
export function itemOf<L extends ItemList>(plan: FloorPlan, ref: ItemRef<L>): Item<L> | undefined {
  return (plan[ref.list] as readonly Item<L>[]).find(({ id }) => id === ref.id);
}

/** The item that a path of the plan points at, e.g. `windows[3].at`; null for none. */
export function refOfPath(plan: FloorPlan, path: string): ItemRef | null {
  const [, list, index] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  const found = ITEM_LISTS.find((one) => one === list);
  const item = found && plan[found][Number(index)];
  return found && item ? { list: found, id: item.id } : null;
}

// Hung and small things are shown by marks of these sizes, metres.
const HUNG_DEPTH_M = 0.12;
const CAMERA_M = 0.36;
const PICKUP_M = 0.16;

/**
 * What an item covers in the plan, counterclockwise or as drawn; for things without a footprint
 * (displays, signs, cameras, pickups) the mark that stands for them. Null for a door without a wall.
 */
export function shapeOf(plan: FloorPlan, ref: ItemRef): Polygon | null {
  const at = <L extends ItemList>(list: L) => itemOf(plan, { list, id: ref.id });
  switch (ref.list) {
    case 'zones':
      return at('zones')?.polygon ?? null;
    case 'walls': {
      const wall = at('walls');
      if (!wall || (wall.from[0] === wall.to[0] && wall.from[1] === wall.to[1])) return null;
      return wallPolygon({ wall, index: 0, from: wall.from, to: wall.to });
    }
    case 'doors': {
      const door = at('doors');
      const position = door && doorPosition(plan, door);
      if (!position) return null;
      const from = moved(position.centre, position.direction, -door.widthM / 2);
      const to = moved(position.centre, position.direction, door.widthM / 2);
      return wallPolygon({ wall: position.wall, index: 0, from, to });
    }
    case 'columns':
    case 'counters':
    case 'fixtures': {
      const box = at(ref.list);
      return box ? cornersOf(boxOf(box)) : null;
    }
    case 'windows': {
      const window = at('windows');
      if (!window) return null;
      const counter = plan.counters.find(({ id }) => id === window.counter);
      return across(window.at, window.facingDeg, window.widthM, counter?.depthM ?? 0.6);
    }
    case 'seats': {
      const seat = at('seats');
      return seat ? cornersOf(seatBox(seat)) : null;
    }
    case 'displays':
    case 'signs': {
      const hung = at(ref.list);
      return hung ? across(hung.at, hung.facingDeg, hung.widthM, HUNG_DEPTH_M) : null;
    }
    case 'cameras': {
      const camera = at('cameras');
      return camera ? across(camera.at, camera.yawDeg, CAMERA_M, CAMERA_M) : null;
    }
    case 'pickups': {
      const pickup = at('pickups');
      return pickup ? across(pickup.at, 0, PICKUP_M, PICKUP_M) : null;
    }
  }
}

/** A rectangle by its middle, where it faces, its width across that and its depth along it. */
function across(at: Point, facingDeg: number, widthM: number, depthM: number): Polygon {
  return cornersOf({
    at,
    halfWidthM: widthM / 2,
    halfDepthM: depthM / 2,
    axis: direction(facingDeg + 90),
  });
}

/** The smallest rectangle along the axes about polygons: `[minX, minY, maxX, maxY]`, metres. */
export function boundsOf(shapes: readonly Polygon[]): readonly [number, number, number, number] {
  const points = shapes.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
