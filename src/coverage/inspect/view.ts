import type { Eye } from '../eye';
import { directionToCamera, pointToCamera, type VectorOut, type WorldVector } from '../optics/pose';
import type { Sight } from '../space/sight';
import type { Owner } from '../space/solid';
import type { Target } from '../targets/targets';

/** Who or what hides a target from a camera, and what share of it. */
export interface Blocker extends Owner {
  readonly share: number;
}

/** How a camera sees a target. */
export interface View {
  readonly camera: string;
  /** Least density over what is in the picture, px/m; 0 if nothing is. See {@link viewOf}. */
  readonly pxPerM: number;
  /** Share of the target that is in the picture and not hidden, 0 … 1. */
  readonly visibleShare: number;
  /** How far `visibleShare` may be off: half its last change, at least half a row of samples. */
  readonly shareError: number;
  /** Share of the target that lies in the picture, hidden or not. */
  readonly inPictureShare: number;
  /** Between the line of sight and the target's axis, seen from above, 0 … 180°. */
  readonly horizontalDeg: number;
  /**
   * Of a face: how much the line of sight rises or falls, so 0° is level. Of a counter: how
   * steeply it comes down on the surface, so 90° is from straight above, negative from below.
   */
  readonly verticalDeg: number;
  readonly distanceM: number;
  readonly blockedBy: readonly Blocker[];
}

/** Samples along the sides of the first grid, and the finest one. */
const FIRST = [4, 6] as const;
const MOST = 32;
/** The visible share has settled when halving the samples' distance moves it by less. */
const SETTLED = 0.02;
const DEG = 180 / Math.PI;

/**
 * How a camera sees a target: a grid of samples, each asked by a ray, halved until the visible
 * share settles. Density is the least over the samples in the picture: of a face along its width,
 * foreshortened as it is turned (the standard's figure is across the target, and it is the one
 * that suffers from the side); of a counter along its width or its depth, whichever is worse,
 * since papers lie either way. Angles are those of the target's middle.
 *
 * @param except index in the sight's crowd of whose face it is; −1 for nobody
 */
export function viewOf(eye: Eye, target: Target, sight: Sight, except = -1): View {
  const { pose, camera } = eye;
  const line = lineOfSight(pose.at, target);
  let found = sampled(eye, target, sight, except, FIRST[0], FIRST[1]);
  let change = 1;
  let columns = FIRST[0];
  if (found.inPictureShare > 0)
    while (change > SETTLED && columns < MOST) {
      columns *= 2;
      const finer = sampled(eye, target, sight, except, columns, (columns * FIRST[1]) / FIRST[0]);
      change = Math.abs(finer.visibleShare - found.visibleShare);
      found = finer;
    }
  else change = 0;
  return { camera: camera.id, ...line, ...found, shareError: Math.max(change / 2, 0.5 / columns) };
}

/** How a line of sight meets a target's middle, whatever the lens. */
export type LineOfSight = Pick<View, 'horizontalDeg' | 'verticalDeg' | 'distanceM'>;

/** The line of sight from a place to a target's middle. */
export function lineOfSight(from: WorldVector, target: Target): LineOfSight {
  const dx = from[0] - target.at[0];
  const dy = from[1] - target.at[1];
  const dz = from[2] - target.at[2];
  const flat = Math.sqrt(dx * dx + dy * dy);
  const [ax, ay] = target.axis;
  const turn = Math.abs(Math.atan2(ax * dy - ay * dx, ax * dx + ay * dy)) * DEG;
  const rise = Math.atan2(dz, flat) * DEG;
  return {
    // A counter may be seen from either side of it.
    horizontalDeg: target.kind === 'counter' && turn > 90 ? 180 - turn : turn,
    verticalDeg: target.kind === 'face' ? Math.abs(rise) : rise,
    distanceM: Math.sqrt(flat * flat + dz * dz),
  };
}

type Sampled = Pick<View, 'pxPerM' | 'visibleShare' | 'inPictureShare' | 'blockedBy'>;

/** One grid of samples over the target. */
function sampled(
  { pose, lens }: Eye,
  target: Target,
  sight: Sight,
  except: number,
  columns: number,
  rows: number,
): Sampled {
  const [cx, cy, cz] = pose.at;
  const { at, across, along, normal } = target;
  const localAcross = directionToCamera(pose, across);
  const localAlong = directionToCamera(pose, along);
  const point: VectorOut = [0, 0, 0];
  const local: VectorOut = [0, 0, 0];
  const hidden = new Map<number, number>();
  let inPicture = 0;
  let visible = 0;
  let pxPerM = Number.POSITIVE_INFINITY;
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < rows; j++) {
      const u = ((i + 0.5) / columns - 0.5) * target.widthM;
      const v = ((j + 0.5) / rows - 0.5) * target.heightM;
      for (let k = 0; k < 3; k++) point[k] = at[k]! + u * across[k]! + v * along[k]!;
      const [x, y, z] = point;
      // From behind or edge on there is nothing to be seen.
      if ((cx - x) * normal[0] + (cy - y) * normal[1] + (cz - z) * normal[2] <= 1e-9) continue;
      pointToCamera(pose, point, local);
      if (lens.project(local) === null) continue;
      inPicture++;
      const density = lens.density(local, localAcross, localAlong);
      const least =
        target.kind === 'face'
          ? density.acrossPxPerM
          : Math.min(density.acrossPxPerM, density.alongPxPerM);
      if (least < pxPerM) pxPerM = least;
      const blocker = sight.blocker(cx, cy, cz, x, y, z, except);
      if (blocker < 0) visible++;
      else hidden.set(blocker, (hidden.get(blocker) ?? 0) + 1);
    }
  const all = columns * rows;
  return {
    pxPerM: inPicture === 0 ? 0 : pxPerM,
    visibleShare: visible / all,
    inPictureShare: inPicture / all,
    blockedBy: [...hidden]
      .map(([index, count]) => ({ ...sight.owner(index), share: count / all }))
      .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1)),
  };
}
