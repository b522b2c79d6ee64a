import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { toScene } from '../coordinates';
import type { SceneView } from '../types';

type Vector = readonly [x: number, y: number, z: number];

/** Where the camera is and what it looks at, in the scene. */
export interface Framing {
  readonly position: Vector;
  readonly target: Vector;
}

/** Vertical angle of view, degrees: narrow, as one looks at a model on a table. */
export const FIELD_OF_VIEW_DEG = 30;
/** Share of the view that is left free round the plan. */
const MARGIN = 0.05;
const ORBIT_ELEVATION_DEG = 42;
const ORBIT_AZIMUTH_DEG = 12;
const MODEL_HEIGHT_M = 2.4;

/** Directions from the target to the camera; straight down but for a hair, which keeps north up. */
const DIRECTIONS: Record<SceneView, Vector> = {
  orbit: fromAngles(ORBIT_AZIMUTH_DEG, ORBIT_ELEVATION_DEG),
  top: fromAngles(0, 89.99),
};

/** From where the whole plan is seen on a viewport of a given aspect (width by height). */
export function framePlan(plan: FloorPlan, view: SceneView, aspect: number): Framing {
  const heights = view === 'top' ? [0] : [0, MODEL_HEIGHT_M];
  const corners = heights.flatMap((height) => plan.outline.map((p: Point) => toScene(p, height)));
  return frameCorners(corners, DIRECTIONS[view], aspect);
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
): Framing {
  const vertical = Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360) * (1 - MARGIN);
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
