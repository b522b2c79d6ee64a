import type { WindowArea } from '../../scenarios/floorplan';
import { type Frame, opensOnto } from './frame';
import { island } from './island';
import type { LayoutKind, Misfit } from './kinds';
import { FRONT_M } from './measures';
import { open } from './open';
import { withRest } from './rest';
import type { Skeleton } from './skeleton';

/** A layout's skeleton, or why there is none. */
export function skeletonOf(
  kind: LayoutKind,
  frame: Frame,
  areas: readonly WindowArea[],
): Skeleton | Misfit {
  const counters = kind === 'island' ? island(frame, areas) : open(kind, frame, areas);
  if ('why' in counters) return counters;
  const made = withRest(frame, counters);
  const [first] = made.floor;
  const shut = frame.doors.some(
    (door) => door.kind !== 'staff' && !made.floor.some((part) => opensOnto(door, part)),
  );
  if (shut) return { why: 'door' };
  return first.v1 - first.v0 < FRONT_M ? { why: 'noFloor' } : made;
}
