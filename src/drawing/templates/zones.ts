import type { FloorPlan } from '../../scenarios/floorplan';
import type { Frame } from './frame';
import type { Furniture } from './furnish';
import { ZONE_NAMES } from './names';
import { areaOf, common, type Rect, without } from './rect';
import type { Skeleton } from './skeleton';
import { stripOf } from './strip';

type ZoneKind = FloorPlan['zones'][number]['kind'];

/** Zones that cover the visitors' floor without overlapping, and those of the staff. */
export function zonesOf(
  frame: Frame,
  skeleton: Skeleton,
  { ground }: Furniture,
): FloorPlan['zones'] {
  const zones: FloorPlan['zones'] = [];
  const counts = new Map<ZoneKind, number>();
  const add = (kind: ZoneKind, area: Rect) => {
    const nth = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, nth);
    zones.push({
      id: `zone-${kind}${nth > 1 ? `-${nth}` : ''}`,
      kind,
      name: ZONE_NAMES[kind],
      public: kind !== 'clerks' && kind !== 'backOffice',
      polygon: [
        frame.toPlan(area.u0, area.v0),
        frame.toPlan(area.u1, area.v0),
        frame.toPlan(area.u1, area.v1),
        frame.toPlan(area.u0, area.v1),
      ],
    });
  };
  // Each kind takes of the floor what is still free of the ones before it.
  let free: Rect[] = [...skeleton.floor];
  const take = (kind: ZoneKind, wanted: Rect, most: 'all' | 'largest') => {
    const parts = free.flatMap((part) => common(part, wanted) ?? []);
    const kept = most === 'all' ? parts : parts.sort((a, b) => areaOf(b) - areaOf(a)).slice(0, 1);
    for (const part of kept) {
      add(kind, part);
      free = free.flatMap((one) => without(one, part));
    }
  };
  for (const counter of skeleton.counters) {
    const kind = counter.slots[0]!.area === 'comprehensive' ? 'comprehensive' : 'department';
    take(kind, stripOf(counter), 'all');
  }
  if (ground.guide) take('guide', ground.guide, 'largest');
  for (const place of ground.selfService) take('selfService', place.ground, 'largest');
  if (ground.writing) take('writing', ground.writing, 'largest');
  for (const place of ground.waiting) take('waiting', place, 'largest');
  for (const part of free) add('circulation', part);
  for (const part of skeleton.clerks) add('clerks', part);
  for (const office of skeleton.offices) add('backOffice', office);
  return zones;
}
