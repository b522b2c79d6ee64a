import { direction, moved } from '../../geometry/vector';
import type { FloorPlan, FloorPlanWindow, Point } from '../../scenarios/floorplan';
import type { Provenance } from '../../scenarios/provenance';
import { assumption, source } from '../../scenarios/sources';
import type { WorldVector } from '../optics/pose';
import { BODY_SIZES, HEAD_RADIUS_M, type Posture } from '../space/people';

/** A rectangle in the room that a camera is to see: one side of it, from in front. */
export interface Target {
  readonly kind: 'face' | 'counter';
  /** Its middle, metres. */
  readonly at: WorldVector;
  /** Unit vectors along its sides and out of its front. */
  readonly across: WorldVector;
  readonly along: WorldVector;
  readonly normal: WorldVector;
  /** Sizes along `across` and `along`, metres. */
  readonly widthM: number;
  readonly heightM: number;
  /** Level direction against which horizontal angles are taken. */
  readonly axis: Point;
}

/** A face's width and height, metres. */
export const FACE_M = { width: 0.16, height: 0.24 } as const;
export const FACE_PROVENANCE: Provenance = source(
  '厂商指南：人脸宽 16 cm；高 24 cm 为假设',
  'vendor guide: a face is 16 cm wide; its height of 24 cm is an assumption',
  'medium',
);
/** The part of a counter where papers change hands, along it and across it, metres. */
export const HANDOVER_M = { width: 0.6, depth: 0.4 } as const;
export const HANDOVER_PROVENANCE: Provenance = assumption(
  '两张并排 A4 纸加手的位置',
  'two sheets of A4 side by side, and hands',
);

/**
 * The face of the visitor at a window: the front of a box about the head, looking at the clerk,
 * against the window's `facingDeg`.
 */
export function faceTarget(window: FloorPlanWindow, posture: Posture): Target {
  const looks = direction(window.facingDeg + 180);
  const [x, y] = moved(window.visitorSpot, looks, HEAD_RADIUS_M);
  return {
    kind: 'face',
    at: [x, y, BODY_SIZES[posture].faceM],
    across: [-looks[1], looks[0], 0],
    along: [0, 0, 1],
    normal: [looks[0], looks[1], 0],
    widthM: FACE_M.width,
    heightM: FACE_M.height,
    axis: looks,
  };
}

/** The visitor's mouth at a window, metres. */
export function mouthOf(at: Point, facingDeg: number, posture: Posture): WorldVector {
  const [x, y] = moved(at, direction(facingDeg), HEAD_RADIUS_M);
  return [x, y, BODY_SIZES[posture].mouthM];
}

/** Height of the counter's top under a point, metres: lower over its low section. */
export function counterTopM(plan: FloorPlan, window: FloorPlanWindow): number {
  const counter = plan.counters.find((c) => c.id === window.counter);
  if (counter === undefined) return 0;
  const low = counter.lowSection;
  if (low === undefined) return counter.heightM;
  const [ax, ay] = direction(counter.rotationDeg);
  const along =
    (window.at[0] - counter.at[0]) * ax + (window.at[1] - counter.at[1]) * ay + counter.widthM / 2;
  return along >= low.fromM && along <= low.toM ? low.heightM : counter.heightM;
}

/** The counter's surface at a window where papers are handed over, as wide as the window at most. */
export function counterTarget(plan: FloorPlan, window: FloorPlanWindow): Target {
  const counter = plan.counters.find((c) => c.id === window.counter);
  const out = direction(window.facingDeg);
  return {
    kind: 'counter',
    at: [window.at[0], window.at[1], counterTopM(plan, window)],
    across: [-out[1], out[0], 0],
    along: [out[0], out[1], 0],
    normal: [0, 0, 1],
    widthM: Math.min(HANDOVER_M.width, window.widthM),
    heightM: Math.min(HANDOVER_M.depth, counter?.depthM ?? HANDOVER_M.depth),
    axis: out,
  };
}
