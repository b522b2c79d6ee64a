import type { FloorPlan } from '../../scenarios/floorplan';
import { fromOwnAxes } from '../coordinates';
import { PALETTE } from '../palette';
import type { Sculptor } from './sculptor';
import { CUT_M, doorMiddle, inside } from './walls';

/** A door at least this wide has two leaves. */
export const TWO_LEAVES_FROM_M = 1.2;
/** Leaves stand open this far. */
export const OPEN_DEG = 72;

/** One leaf as it stands open: its hinge, its width and its direction. */
export interface Leaf {
  readonly hinge: readonly [number, number];
  readonly widthM: number;
  readonly closedDeg: number;
  readonly openDeg: number;
}

/** The leaves of a door, opening to the inside. */
export function leavesOf(plan: FloorPlan, door: FloorPlan['doors'][number]): Leaf[] {
  const wall = plan.walls.find((candidate) => candidate.id === door.wall);
  if (wall === undefined) return [];
  const { at, angleDeg } = doorMiddle(wall, door);
  const leftIsInside = inside(fromOwnAxes(at, angleDeg, 0, wall.thicknessM + 0.3), plan.outline);
  const swing = leftIsInside ? OPEN_DEG : -OPEN_DEG;
  const half = door.widthM / 2;
  const two = door.widthM >= TWO_LEAVES_FROM_M;
  const leaves: Leaf[] = [
    {
      hinge: fromOwnAxes(at, angleDeg, -half, 0),
      widthM: two ? half : door.widthM,
      closedDeg: angleDeg,
      openDeg: angleDeg + swing,
    },
  ];
  if (two) {
    leaves.push({
      hinge: fromOwnAxes(at, angleDeg, half, 0),
      widthM: half,
      closedDeg: angleDeg + 180,
      openDeg: angleDeg + 180 - swing,
    });
  }
  return leaves;
}

/** Frames of all doors, and portals at those of the public. */
export function sculptDoors(plan: FloorPlan, sculptor: Sculptor): void {
  for (const door of plan.doors) {
    const wall = plan.walls.find((candidate) => candidate.id === door.wall);
    if (wall === undefined) continue;
    const { at, angleDeg } = doorMiddle(wall, door);
    const stand = { at, rotationDeg: angleDeg };
    const isPublic =
      door.kind === 'entrance' || door.kind === 'exit' || door.kind === 'entranceExit';
    const height = isPublic ? door.heightM : CUT_M;
    const colour = isPublic
      ? PALETTE.counterBand
      : door.kind === 'emergency'
        ? PALETTE.signGreen
        : PALETTE.frame;
    const depth = wall.thicknessM + 0.04;
    for (const side of [-1, 1]) {
      sculptor.box(stand, {
        x: side * (door.widthM / 2 + 0.02),
        w: 0.06,
        d: depth,
        h: height,
        colour,
      });
    }
    if (isPublic) {
      sculptor.box(stand, { z: height, w: door.widthM + 0.1, d: depth, h: 0.08, colour });
    }
  }
}

/** The leaves, to be drawn as glass. */
export function sculptLeaves(plan: FloorPlan, sculptor: Sculptor): void {
  for (const door of plan.doors) {
    for (const leaf of leavesOf(plan, door)) {
      const at = fromOwnAxes(leaf.hinge as [number, number], leaf.openDeg, leaf.widthM / 2, 0);
      sculptor.box(
        { at, rotationDeg: leaf.openDeg },
        { z: 0.02, w: leaf.widthM, d: 0.04, h: CUT_M - 0.06, colour: PALETTE.glass },
      );
    }
  }
}
