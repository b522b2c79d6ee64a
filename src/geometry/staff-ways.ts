import type { FloorPlan, Point } from '../scenarios/floorplan';
import { contains } from './area';
import { FreeSpace } from './freespace';
import { obstaclesOf, WALKING } from './obstacles';
import { VisibilityGraph } from './visibility';
import { type Door, doorPosition, isPublicDoor } from './walls';

/** Staff walk through their own doors and through the visitors'; emergency exits stay shut. */
const staffMayUse = (door: Door) => door.kind === 'staff' || isPublicDoor(door);

/**
 * Metres from the nearest door that staff come in by to a spot, on the shortest way round walls
 * and furniture; null if there is none. Staff come in by their own doors, or by the visitors' in a
 * hall that has none of their own.
 */
export function staffWays(plan: FloorPlan): (spot: Point) => number | null {
  const space = new FreeSpace(obstaclesOf(plan, staffMayUse), WALKING);
  const graph = new VisibilityGraph(space, (x, y) => contains(plan.outline, [x, y]));
  const own = plan.doors.filter(({ kind }) => kind === 'staff');
  const doors = (own.length > 0 ? own : plan.doors.filter(isPublicDoor)).flatMap((door) => {
    const position = doorPosition(plan, door);
    return position ? [graph.destination(position.centre)] : [];
  });
  return (spot) => {
    const near = space.touching(spot[0], spot[1]);
    const lengths = doors.flatMap((door) => {
      const way = graph.way(spot, near, door);
      return way ? [lengthOf(way)] : [];
    });
    return lengths.length > 0 ? Math.min(...lengths) : null;
  };
}

function lengthOf(way: readonly Point[]): number {
  return way
    .slice(1)
    .reduce((sum, [x, y], i) => sum + Math.hypot(x - way[i]![0], y - way[i]![1]), 0);
}
