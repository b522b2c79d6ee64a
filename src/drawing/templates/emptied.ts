import type { FloorPlan } from '../../scenarios/floorplan';

/** Walls that layouts put up: those of the templates, and of the plans that ship. */
const RAILS = /^(rail-|wall-(counter|gate|back-office|arm|corner)(-|$))/;

/** A room with nothing in it: its own walls, doors and columns. */
export function emptied(plan: FloorPlan): FloorPlan {
  const walls = plan.walls.filter(({ id }) => !RAILS.test(id));
  const kept = new Set(walls.map(({ id }) => id));
  return {
    ...plan,
    walls,
    doors: plan.doors.filter(({ wall }) => kept.has(wall)),
    ...nothing(),
  };
}

/** Empty lists of everything that can stand or hang in a room. */
export function nothing(): Pick<
  FloorPlan,
  | 'counters'
  | 'windows'
  | 'zones'
  | 'seats'
  | 'fixtures'
  | 'displays'
  | 'signs'
  | 'cameras'
  | 'pickups'
> {
  return {
    counters: [],
    windows: [],
    zones: [],
    seats: [],
    fixtures: [],
    displays: [],
    signs: [],
    cameras: [],
    pickups: [],
  };
}
