import { type Door, doorPosition, isPublicDoor } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { fromOwnAxes } from '../coordinates';
import { PALETTE } from '../palette';
import type { Sculptor } from './sculptor';
import { CUT_M } from './walls';

/** A door at least this wide has two leaves. */
export const TWO_LEAVES_FROM_M = 1.2;
/** Leaves of the public's doors stand open this far; all others are shut. */
export const OPEN_DEG = 72;

/** One leaf as it stands: its hinge, its width, and its direction shut and as it is. */
export interface Leaf {
  readonly hinge: Point;
  readonly widthM: number;
  readonly shutDeg: number;
  readonly standsDeg: number;
}

interface Stand {
  readonly at: Point;
  readonly rotationDeg: number;
  readonly thicknessM: number;
}

/** A door's middle, its wall's direction, and the turn that opens a leaf to the inside. */
function standOf(plan: FloorPlan, door: Door): (Stand & { inwardTurn: 1 | -1 }) | null {
  const position = doorPosition(plan, door);
  if (position === undefined) return null;
  const [dx, dy] = position.direction;
  const [nx, ny] = position.normal;
  // The normal leads out; a turn towards the wall's left opens to the inside if it leads right.
  const leadsLeft = dx * ny - dy * nx > 0;
  return {
    at: position.centre,
    rotationDeg: (Math.atan2(dy, dx) * 180) / Math.PI,
    thicknessM: position.wall.thicknessM,
    inwardTurn: leadsLeft ? -1 : 1,
  };
}

/** The leaves of a door, those of the public's doors standing open to the inside. */
export function leavesOf(plan: FloorPlan, door: Door): Leaf[] {
  const stand = standOf(plan, door);
  if (stand === null) return [];
  const { at, rotationDeg: angle } = stand;
  const swing = isPublicDoor(door) ? OPEN_DEG * stand.inwardTurn : 0;
  const half = door.widthM / 2;
  const two = door.widthM >= TWO_LEAVES_FROM_M;
  const widthM = two ? half : door.widthM;
  const leaves: Leaf[] = [
    { hinge: fromOwnAxes(at, angle, -half, 0), widthM, shutDeg: angle, standsDeg: angle + swing },
  ];
  if (two) {
    const back = angle + 180;
    leaves.push({
      hinge: fromOwnAxes(at, angle, half, 0),
      widthM,
      shutDeg: back,
      standsDeg: back - swing,
    });
  }
  return leaves;
}

/** Jambs of all doors up to the cut. */
export function sculptDoors(plan: FloorPlan, sculptor: Sculptor): void {
  for (const door of plan.doors) {
    const stand = standOf(plan, door);
    if (stand !== null) jambs(sculptor, stand, door, 0, CUT_M);
  }
}

/** What rises above the cut at the doors of the public: a portal to hang the sign on. */
export function sculptPortals(plan: FloorPlan, sculptor: Sculptor): void {
  for (const door of plan.doors) {
    const stand = standOf(plan, door);
    if (stand === null || !isPublicDoor(door)) continue;
    jambs(sculptor, stand, door, CUT_M, door.heightM);
    const d = stand.thicknessM + 0.04;
    const colour = colourOf(door);
    sculptor.box(stand, { z: door.heightM, w: door.widthM + 0.1, d, h: 0.1, colour });
  }
}

/** The leaves of some doors, to be drawn as glass. */
export function sculptLeaves(
  plan: FloorPlan,
  sculptor: Sculptor,
  which: (door: Door) => boolean,
): void {
  for (const door of plan.doors.filter(which)) {
    for (const leaf of leavesOf(plan, door)) {
      const at = fromOwnAxes(leaf.hinge, leaf.standsDeg, leaf.widthM / 2, 0);
      const colour = isPublicDoor(door) ? PALETTE.glass : colourOf(door);
      sculptor.box(
        { at, rotationDeg: leaf.standsDeg },
        { z: 0.02, w: leaf.widthM, d: 0.04, h: CUT_M - 0.06, colour },
      );
    }
  }
}

function jambs(sculptor: Sculptor, stand: Stand, door: Door, z: number, top: number): void {
  const colour = colourOf(door);
  const d = stand.thicknessM + 0.04;
  for (const side of [-1, 1]) {
    const x = side * (door.widthM / 2 + 0.02);
    sculptor.box(stand, { x, z, w: 0.06, d, h: top - z, colour });
  }
}

function colourOf(door: Door): string {
  if (isPublicDoor(door)) return PALETTE.counterBand;
  return door.kind === 'emergency' ? PALETTE.signGreen : PALETTE.frame;
}
