import type { FloorPlan } from '../../scenarios/floorplan';
import { FreeSpace } from '../freespace';
import type { Navigator } from '../navigator';
import { obstaclesOf, WALKING } from '../obstacles';
import { reachableFrom } from '../reach';
import { moved } from '../vector';
import { doorPosition } from '../walls';
import type { Finding } from './finding';

/** So far inside a door somebody stands who is about to leave by it, metres from the wall's face. */
const BEFORE_DOOR_M = 0.4;

/** Every emergency exit has to be reached by visitors: none behind the counters, none blocked. */
export function exitRule(
  plan: FloorPlan,
  { places, entrance }: Pick<Navigator, 'places' | 'entrance'>,
): Finding[] {
  const reaches = reachableFrom(
    plan,
    new FreeSpace(obstaclesOf(plan), WALKING),
    places[entrance]!.at,
  );
  return plan.doors.flatMap((door, i): Finding[] => {
    if (door.kind !== 'emergency') return [];
    const position = doorPosition(plan, door);
    if (!position) return [];
    const { centre, normal, wall } = position;
    const inward = -(wall.thicknessM / 2 + BEFORE_DOOR_M);
    if (reaches(moved(centre, normal, inward))) return [];
    return [
      {
        rule: 'exits',
        path: `doors[${i}]`,
        message: {
          zh: '公众走不到这个安全出口',
          en: 'The public cannot get to this emergency exit',
        },
        remedy: {
          zh: '让出通向它的路，或把它改到公众区域',
          en: 'Clear the way to it, or move it to where the public is',
        },
      },
    ];
  });
}
