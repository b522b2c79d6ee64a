import type { Point } from '../../scenarios/floorplan';
import type { Shot } from '../../scene/view/shot';
import { nearShot, zoneShot } from '../../scene/view/shots';
import type { FoundStep, TourDay } from '../../sim/story/moments';

/** From where a step is seen; null: the whole hall, or whoever is followed. */
export function shotFor({ step, timeUs, visitor, window }: FoundStep, day: TourDay): Shot | null {
  const { plan, timeline } = day;
  if (!plan) return null;
  const { camera } = step;
  switch (camera.kind) {
    case 'zone':
      return zoneShot(plan, camera.zone);
    case 'near': {
      const at = plan.windows.find(({ id }) => id === window);
      // The visitor looks at the window against the way the clerk does.
      if (at) return nearShot(at.visitorSpot, at.facingDeg + 180, camera.distanceM);
      const [place, facingDeg] = placeOf(timeline, visitor, timeUs) ?? [null, 0];
      return place && nearShot(place, facingDeg, camera.distanceM);
    }
    default:
      return null;
  }
}

/** Where somebody is at a time, and which way they look; null if they are not in the hall. */
function placeOf(
  timeline: TourDay['timeline'],
  visitor: number,
  timeUs: number,
): readonly [Point, number] | null {
  const crowd = timeline.createCrowd();
  timeline.crowdAt(timeUs, crowd);
  const i = crowd.visitor.subarray(0, crowd.count).indexOf(visitor);
  if (i < 0) return null;
  return [[crowd.x[i]!, crowd.y[i]!], (crowd.headingRad[i]! * 180) / Math.PI];
}
