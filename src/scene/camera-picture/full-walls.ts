import type { BufferGeometry } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import { Sculptor } from '../model/sculptor';
import { CUT_M, upperWall } from '../model/walls';
import { PALETTE } from '../palette';

/** What the open model leaves out: walls and columns from the cut up to their tops. */
export function fullWalls(plan: FloorPlan): BufferGeometry[] {
  const sculptor = new Sculptor();
  for (const column of plan.columns) {
    const top = column.heightM ?? plan.ceilingHeightM;
    if (top <= CUT_M) continue;
    const size = { w: column.widthM, d: column.depthM };
    sculptor.box(column, { ...size, z: CUT_M, h: top - CUT_M, colour: PALETTE.column });
  }
  const walls = plan.walls.flatMap((wall) => upperWall(plan, wall) ?? []);
  return [...walls, sculptor.build()];
}
