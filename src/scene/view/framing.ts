import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { toScene, yawOf } from '../coordinates';
import { CUT_M } from '../model/walls';
import type { SceneView } from '../types';
import type { Framing } from './shot';

type Vector = readonly [x: number, y: number, z: number];

/**
 * Vertical angle of view, degrees: narrow, as one looks at a model on a table, and from above
 * narrower still, so that things hardly lean outward, as on a plan.
 */
export const FIELD_OF_VIEW_DEG: Record<SceneView, number> = { orbit: 30, top: 13 };
/** The same behind a visitor, as eyes see. */
export const FOLLOWING_FOV_DEG = 52;
/** Share of the view that is left free round the plan. */
const MARGIN = 0.05;
const ORBIT_ELEVATION_DEG = 37;
/** A hair short of straight down keeps north up. */
const ABOVE_ELEVATION_DEG = 89.99;
/** One looks at the hall a little from the side, never straight along its counters. */
const LEAST_AZIMUTH_DEG = 9;
const MOST_AZIMUTH_DEG = 30;

/**
 * From which side one looks at a hall first, degrees from the south towards the east: from where
 * most displays can be read.
 */
export function firstAzimuthDeg(plan: FloorPlan): number {
  let x = 0;
  let y = 0;
  for (const display of plan.displays) {
    x += Math.cos(yawOf(display.facingDeg));
    y += Math.sin(yawOf(display.facingDeg));
  }
  const azimuth = Math.hypot(x, y) < 1e-9 ? 0 : (Math.atan2(x, -y) * 180) / Math.PI;
  if (Math.abs(azimuth) < LEAST_AZIMUTH_DEG) return LEAST_AZIMUTH_DEG;
  if (Math.abs(azimuth) > 90) return azimuth;
  return Math.min(Math.max(azimuth, -MOST_AZIMUTH_DEG), MOST_AZIMUTH_DEG);
}

/**
 * The same place seen straight down with north up, from as high above the floor: whatever looks
 * aslant is set upright, so that a plan is never turned.
 */
export function fromAbove({ position: [, heightM], target: [x, , z] }: Framing): Framing {
  const [dx, dy, dz] = fromAngles(0, ABOVE_ELEVATION_DEG);
  return {
    target: [x, 0, z],
    position: [x + (heightM * dx) / dy, heightM, z + (heightM * dz) / dy],
  };
}

/** From the target to the camera; from above straight down but for a hair. */
function directionOf(plan: FloorPlan, view: SceneView): Vector {
  return view === 'top'
    ? fromAngles(0, ABOVE_ELEVATION_DEG)
    : fromAngles(firstAzimuthDeg(plan), ORBIT_ELEVATION_DEG);
}

/** From where the whole plan is seen on a viewport of a given aspect (width by height). */
export function framePlan(plan: FloorPlan, view: SceneView, aspect: number): Framing {
  const heights = view === 'top' ? [0, CUT_M] : [0, plan.ceilingHeightM];
  const corners = heights.flatMap((height) => plan.outline.map((p: Point) => toScene(p, height)));
  return frameCorners(corners, directionOf(plan, view), aspect, FIELD_OF_VIEW_DEG[view]);
}

/**
 * Target and nearest distance at which all corners lie in the view. For a given target a corner
 * at (x, y) across and z towards the camera needs the distance z + max(|x|/tan h, |y|/tan v); the
 * target is moved until what is seen lies in the middle.
 */
export function frameCorners(
  corners: readonly Vector[],
  direction: Vector,
  aspect: number,
  fieldOfViewDeg: number,
): Framing {
  const vertical = Math.tan((fieldOfViewDeg * Math.PI) / 360) * (1 - MARGIN);
  const horizontal = vertical * aspect;
  const right = normalised(cross([0, 1, 0], direction));
  const up = cross(direction, right);
  const local = corners.map((c) => [dot(c, right), dot(c, up), dot(c, direction)] as const);
  let [x, y] = [middle(local.map((c) => c[0])), middle(local.map((c) => c[1]))];
  const z = middle(local.map((c) => c[2]));
  let distance = 1;
  for (let round = 0; round < 12; round++) {
    distance = 0.1;
    for (const c of local) {
      const need = Math.max(Math.abs(c[0] - x) / horizontal, Math.abs(c[1] - y) / vertical);
      distance = Math.max(distance, c[2] - z + need);
    }
    // Each corner's place on the screen, then the target goes to the middle of those.
    const depth = (c: readonly [number, number, number]) => distance - (c[2] - z);
    x += middle(local.map((c) => (c[0] - x) / depth(c))) * distance;
    y += middle(local.map((c) => (c[1] - y) / depth(c))) * distance;
  }
  for (const c of local) {
    const need = Math.max(Math.abs(c[0] - x) / horizontal, Math.abs(c[1] - y) / vertical);
    distance = Math.max(distance, c[2] - z + need);
  }
  const target = add(add(scaled(right, x), scaled(up, y)), scaled(direction, z));
  return { target, position: add(target, scaled(direction, distance)) };
}

function fromAngles(azimuthDeg: number, elevationDeg: number): Vector {
  const azimuth = (azimuthDeg * Math.PI) / 180;
  const elevation = (elevationDeg * Math.PI) / 180;
  const flat = Math.cos(elevation);
  return [flat * Math.sin(azimuth), Math.sin(elevation), flat * Math.cos(azimuth)];
}

function middle(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}
function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
function scaled(a: Vector, by: number): Vector {
  return [a[0] * by, a[1] * by, a[2] * by];
}
function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
function normalised(a: Vector): Vector {
  return scaled(a, 1 / Math.hypot(a[0], a[1], a[2]));
}
