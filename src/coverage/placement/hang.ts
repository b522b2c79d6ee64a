import { contains } from '../../geometry/area';
import { distance, moved } from '../../geometry/vector';
import { wallPieces } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { HOUSING_M } from './places';

/**
 * Where a camera held at a place would hang on the nearest wall face inside the hall: its housing
 * off the wall.
 *
 * @param heightM of the camera: a partition that ends below it holds nothing
 * @param withinM how far off the wall may be, metres
 * @returns null if none is that near
 */
export function nearestOnWall(
  plan: FloorPlan,
  at: Point,
  heightM: number,
  withinM: number,
): Point | null {
  let best: Point | null = null;
  let nearest = withinM;
  for (const { wall, from, to } of wallPieces(plan, () => false)) {
    const length = distance(from, to);
    if (heightM > (wall.heightM ?? plan.ceilingHeightM) || length === 0) continue;
    const along: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const s = (at[0] - from[0]) * along[0] + (at[1] - from[1]) * along[1];
    const foot = moved(from, along, Math.min(length, Math.max(0, s)));
    for (const side of [1, -1]) {
      const off = side * (wall.thicknessM / 2 + HOUSING_M);
      const place = moved(foot, [-along[1], along[0]], off);
      const far = distance(at, place);
      if (far >= nearest || !contains(plan.outline, place)) continue;
      nearest = far;
      best = place;
    }
  }
  return best;
}
