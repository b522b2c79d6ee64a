import { type Box, boxOf, distance, moved } from '../../geometry/vector';
import { doorPosition, isPublicDoor, wallPieces } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { fixtureSolids, hungSolids, seatSolids } from './furniture';
import { boxSolid, type Owner, type Solid } from './solid';

/** Thickness of a door's leaf, metres, as the scene draws it. */
const LEAF_M = 0.04;
/** Thickness of a counter's top over a low section that a wheelchair goes under, as drawn. */
const SLAB_M = 0.045;

/**
 * Everything of a floor plan that hides what is behind it, in the plan's order and at the heights
 * that the scene draws: walls with their door openings, shut doors, columns, counters, fixtures,
 * seats, displays and hanging signs. The doors of the public stand open; staff doors and emergency
 * exits are shut. Glass (door leaves of the public, dividers on counters) hides nothing, and
 * neither do the small things on a counter, which no plan names.
 */
export function solidsOf(plan: FloorPlan): readonly Solid[] {
  return [
    ...wallSolids(plan),
    ...doorSolids(plan),
    ...plan.columns.map((c) =>
      boxSolid({ kind: 'column', id: c.id }, boxOf(c), 0, c.heightM ?? plan.ceilingHeightM),
    ),
    ...plan.counters.flatMap(counterSolids),
    ...plan.fixtures.flatMap(fixtureSolids),
    ...plan.seats.flatMap(seatSolids),
    ...hungSolids(plan),
  ];
}

/** The rectangle about a line on the floor. */
function strip(from: Point, to: Point, thicknessM: number): Box {
  const length = distance(from, to);
  return {
    at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
    halfWidthM: length / 2,
    halfDepthM: thicknessM / 2,
    axis: [(to[0] - from[0]) / length, (to[1] - from[1]) / length],
  };
}

function wallSolids(plan: FloorPlan): Solid[] {
  return wallPieces(plan).map(({ wall, from, to }) =>
    boxSolid(
      { kind: 'wall', id: wall.id },
      strip(from, to, wall.thicknessM),
      0,
      wall.heightM ?? plan.ceilingHeightM,
    ),
  );
}

/** The wall over each door, and the leaf of those that are shut. */
function doorSolids(plan: FloorPlan): Solid[] {
  return plan.doors.flatMap((door) => {
    const position = doorPosition(plan, door);
    if (position === undefined) return [];
    const { centre, direction, wall } = position;
    const from = moved(centre, direction, -door.widthM / 2);
    const to = moved(centre, direction, door.widthM / 2);
    const top = wall.heightM ?? plan.ceilingHeightM;
    const opening = Math.min(door.heightM, top);
    const found: Solid[] = [];
    if (top - opening > 1e-9)
      found.push(
        boxSolid({ kind: 'wall', id: wall.id }, strip(from, to, wall.thicknessM), opening, top),
      );
    if (!isPublicDoor(door))
      found.push(boxSolid({ kind: 'door', id: door.id }, strip(from, to, LEAF_M), 0, opening));
    return found;
  });
}

/** A counter's body; its low section is a top on a back and two cheeks, with room for knees. */
function counterSolids(counter: FloorPlan['counters'][number]): Solid[] {
  const owner: Owner = { kind: 'counter', id: counter.id };
  const whole = boxOf(counter);
  const left: Point = moved(whole.at, whole.axis, -whole.halfWidthM);
  const piece = (fromM: number, toM: number): Box => ({
    ...whole,
    at: moved(left, whole.axis, (fromM + toM) / 2),
    halfWidthM: (toM - fromM) / 2,
  });
  const low = counter.lowSection;
  if (low === undefined) return [boxSolid(owner, whole, 0, counter.heightM)];
  const end = Math.min(low.toM, counter.widthM);
  const found: Solid[] = [];
  for (const [from, to] of [
    [0, low.fromM],
    [end, counter.widthM],
  ] as const)
    if (to - from > 1e-6) found.push(boxSolid(owner, piece(from, to), 0, counter.heightM));
  if (end - low.fromM <= 1e-6) return found;
  const section = piece(low.fromM, end);
  const across: Point = [-whole.axis[1], whole.axis[0]];
  const under = low.heightM - SLAB_M;
  found.push(
    boxSolid(owner, section, under, low.heightM),
    boxSolid(
      owner,
      { ...section, at: moved(section.at, across, whole.halfDepthM - 0.05), halfDepthM: 0.03 },
      0,
      under,
    ),
  );
  for (const side of [low.fromM, end - 0.04])
    found.push(boxSolid(owner, piece(side, side + 0.04), 0, under));
  return found;
}
