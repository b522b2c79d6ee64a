import { contains } from '../../geometry/area';
import { distance } from '../../geometry/vector';
import { wallPieces } from '../../geometry/walls';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { footprintHolds } from '../space/solid';
import { solidsOf } from '../space/solids';

/** What cameras may hang on. */
export const SUPPORTS = ['walls', 'ceiling'] as const;
export type Support = (typeof SUPPORTS)[number];

/** A place where a camera may hang. */
export interface MountingPlace {
  readonly id: string;
  readonly support: Support;
  readonly at: Point;
  readonly heightM: number;
}

export interface PlacesOptions {
  readonly supports: readonly Support[];
  /** Heights on walls, metres; on the ceiling a camera hangs just below it. */
  readonly heightsM: readonly number[];
  /** Between neighbouring places, metres at most. */
  readonly stepM: number;
}

/** From a wall's face or the ceiling to the lens, metres: an assumption, as housings are built. */
export const HOUSING_M = 0.1;
/** Kept between a lens and anything solid, metres. */
const FREE_M = 0.03;

/** Places along both faces of the walls and on a grid of the ceiling, where nothing is in the way. */
export function mountingPlaces(plan: FloorPlan, options: PlacesOptions): MountingPlace[] {
  const solids = solidsOf(plan);
  const free = (at: Point, heightM: number) =>
    contains(plan.outline, at) &&
    !solids.some(
      (solid) =>
        heightM > solid.bottomM - FREE_M &&
        heightM < solid.topM + FREE_M &&
        footprintHolds(solid, at[0], at[1]),
    );
  const found: MountingPlace[] = [];
  const add = (support: Support, at: Point, heightM: number) => {
    if (heightM <= plan.ceilingHeightM - FREE_M && free(at, heightM))
      found.push({ id: `${support}-${found.length + 1}`, support, at, heightM });
  };
  for (const support of SUPPORTS) {
    if (!options.supports.includes(support)) continue;
    if (support === 'walls') for (const spot of alongWalls(plan, options)) add(support, ...spot);
    else
      for (const at of overFloor(plan, options.stepM))
        add(support, at, plan.ceilingHeightM - HOUSING_M);
  }
  return found;
}

function* alongWalls(
  plan: FloorPlan,
  { heightsM, stepM }: PlacesOptions,
): Generator<[at: Point, heightM: number]> {
  for (const { wall, from, to } of wallPieces(plan, () => false)) {
    const length = distance(from, to);
    const count = Math.max(1, Math.round(length / stepM));
    const ux = (to[0] - from[0]) / length;
    const uy = (to[1] - from[1]) / length;
    const off = wall.thicknessM / 2 + HOUSING_M;
    for (let i = 0; i < count; i++) {
      const s = ((i + 0.5) / count) * length;
      for (const side of [1, -1])
        for (const heightM of heightsM) {
          // Nothing hangs on a partition above its top.
          if (heightM > (wall.heightM ?? plan.ceilingHeightM)) continue;
          const at: Point = [
            from[0] + s * ux - side * off * uy,
            from[1] + s * uy + side * off * ux,
          ];
          yield [at, heightM];
        }
    }
  }
}

function* overFloor({ outline }: FloorPlan, stepM: number): Generator<Point> {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const columns = Math.max(1, Math.round((x1 - x0) / stepM));
  const rows = Math.max(1, Math.round((y1 - y0) / stepM));
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++)
      yield [x0 + ((i + 0.5) / columns) * (x1 - x0), y0 + ((j + 0.5) / rows) * (y1 - y0)];
}
