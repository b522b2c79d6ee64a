import type { Eye } from './eye';
import { directionToCamera, pointToCamera, type VectorOut } from './optics/pose';
import type { Sight } from './space/sight';

/** What a camera sees at one height, direction by direction about its own foot. */
export interface Reach {
  readonly heightM: number;
  /** Degrees between neighbouring directions; the first looks along +x. */
  readonly stepDeg: number;
  /** Metres between neighbouring rings. */
  readonly ringM: number;
  readonly rings: number;
  /** By direction, then by ring: {@link UNSEEN}, {@link SEEN} or {@link DENSE}. */
  readonly cells: Uint8Array;
}

export const UNSEEN = 0;
/** In the picture and not hidden. */
export const SEEN = 1;
/** Seen, and densely enough. */
export const DENSE = 2;

export interface ReachOptions {
  readonly heightM: number;
  /** From which a place is dense enough: px/m level across the line of sight. */
  readonly pxPerM: number;
  /** Up to here, metres from the camera's foot. */
  readonly farM: number;
  readonly stepDeg?: number;
  readonly ringM?: number;
}

/**
 * The cone of a camera as a plan shows it: where, at one height, something upright would be in the
 * picture, not hidden, and dense enough. Coarse on purpose: quick enough to follow a hand.
 */
export function reachOf(
  { pose, lens }: Eye,
  sight: Sight,
  { heightM, pxPerM, farM, stepDeg = 2, ringM = 0.25 }: ReachOptions,
): Reach {
  const directions = Math.round(360 / stepDeg);
  const rings = Math.ceil(farM / ringM);
  const cells = new Uint8Array(directions * rings);
  const [cx, cy, cz] = pose.at;
  const local: VectorOut = [0, 0, 0];
  const across: VectorOut = [0, 0, 0];
  for (let i = 0; i < directions; i++) {
    const angle = ((i + 0.5) * stepDeg * Math.PI) / 180;
    const ux = Math.cos(angle);
    const uy = Math.sin(angle);
    directionToCamera(pose, [uy, -ux, 0], across);
    for (let ring = 0; ring < rings; ring++) {
      const r = (ring + 0.5) * ringM;
      const x = cx + r * ux;
      const y = cy + r * uy;
      pointToCamera(pose, [x, y, heightM], local);
      if (lens.project(local) === null) continue;
      if (sight.blocker(cx, cy, cz, x, y, heightM) >= 0) continue;
      const dense = lens.density(local, across, across).acrossPxPerM >= pxPerM;
      cells[i * rings + ring] = dense ? DENSE : SEEN;
    }
  }
  return { heightM, stepDeg, ringM, rings, cells };
}

/** Neighbouring rings in one direction of which the same is true, metres from the camera's foot. */
export interface ReachRun {
  /** Number of the direction. */
  readonly direction: number;
  readonly state: number;
  readonly fromM: number;
  readonly toM: number;
}

/** The seen runs of a reach. */
export function runsOf({ cells, rings, ringM }: Reach): ReachRun[] {
  const runs: ReachRun[] = [];
  for (let start = 0; start < cells.length; ) {
    const state = cells[start]!;
    const direction = Math.floor(start / rings);
    let end = start + 1;
    while (end < (direction + 1) * rings && cells[end] === state) end++;
    if (state !== UNSEEN)
      runs.push({
        direction,
        state,
        fromM: (start - direction * rings) * ringM,
        toM: (end - direction * rings) * ringM,
      });
    start = end;
  }
  return runs;
}
