import type { FloorPlan } from '../scenarios/floorplan';
import type { Problem } from '../scenarios/problem';
import { checkPlacement } from './checks/placement';
import { checkReachability } from './checks/reachability';
import { checkArea, checkStructure } from './checks/structure';

/**
 * Everything that makes a floor plan unusable, beyond what its schema refuses: ids and
 * references, polygons that cross themselves, things outside the building or inside one another,
 * places that nobody can walk to, too small an area. Ways are only looked for when the rest of
 * the structure holds, since they rest on it. No problem: an empty list.
 *
 * @param area whether too small an area counts
 */
export function checkFloorPlan(plan: FloorPlan, area = true): Problem[] {
  const structure = checkStructure(plan);
  const found = [...structure, ...checkPlacement(plan), ...(area ? checkArea(plan) : [])];
  if (structure.length > 0) return found;
  const flagged = new Set(found.map((p) => p.path));
  // A spot that is wrong in itself is not reported as unreachable too.
  const ways = checkReachability(plan).filter(
    (p) => !flagged.has(p.path) && !flagged.has(p.path.replace(/\.at$/, '')),
  );
  return [...found, ...ways];
}
