import type { FloorPlan, Point } from '../../scenarios/floorplan';
import type { Crowd } from '../../sim/hall/timeline';
import { fromOwnAxes, intoOwnAxes, toPlan } from '../coordinates';
import { boardOf } from '../text/sizes';
import { type Selection, sameSelection } from '../types';

/** A turned box in the plan that can be picked. */
export interface PickBox {
  readonly selection: Selection;
  readonly at: Point;
  readonly rotationDeg: number;
  readonly widthM: number;
  readonly depthM: number;
  readonly lowM: number;
  readonly highM: number;
}

/** A line of sight in plan coordinates; the direction has length 1. */
export interface Sight {
  x: number;
  y: number;
  z: number;
  dx: number;
  dy: number;
  dz: number;
}

/** A line of sight from the scene's coordinates. */
export function sightFromScene(
  origin: { x: number; y: number; z: number },
  direction: { x: number; y: number; z: number },
): Sight {
  const [x, y] = toPlan(origin.x, origin.z);
  const [dx, dy] = toPlan(direction.x, direction.z);
  return { x, y, z: origin.y, dx, dy, dz: direction.y };
}

/** Everything in a plan that can be picked: windows with their displays, fixtures, cameras. */
export function pickBoxes(plan: FloorPlan): PickBox[] {
  const boxes: PickBox[] = [];
  for (const window of plan.windows) {
    const counter = plan.counters.find((candidate) => candidate.id === window.counter);
    const depthM = counter?.depthM ?? 0.6;
    const highM = (counter?.heightM ?? 0.8) + 0.35;
    const selection: Selection = { kind: 'window', window: window.id };
    const rotationDeg = window.facingDeg + 90;
    boxes.push({
      selection,
      at: window.at,
      rotationDeg,
      widthM: window.widthM,
      depthM,
      lowM: 0,
      highM,
    });
    const clerk = intoOwnAxes(window.at, rotationDeg, window.clerkSpot);
    const at = fromOwnAxes(window.at, rotationDeg, clerk[0], clerk[1]);
    boxes.push({ selection, at, rotationDeg, widthM: 0.5, depthM: 0.5, lowM: 0, highM: 1.3 });
  }
  for (const display of plan.displays) {
    if (display.window === undefined) continue;
    const { widthM, tallM } = boardOf(display);
    boxes.push({
      selection: { kind: 'window', window: display.window },
      at: display.at,
      rotationDeg: display.facingDeg + 90,
      widthM,
      depthM: 0.12,
      lowM: display.heightM - tallM / 2,
      highM: display.heightM + tallM / 2,
    });
  }
  for (const fixture of plan.fixtures) {
    const { at, rotationDeg, widthM, depthM, heightM } = fixture;
    const selection: Selection = { kind: 'fixture', fixture: fixture.id };
    boxes.push({ selection, at, rotationDeg, widthM, depthM, lowM: 0, highM: heightM });
  }
  for (const camera of plan.cameras) {
    boxes.push({
      selection: { kind: 'camera', camera: camera.id },
      at: camera.at,
      rotationDeg: camera.yawDeg + 90,
      widthM: 0.4,
      depthM: 0.5,
      lowM: camera.heightM - 0.2,
      highM: camera.heightM + 0.25,
    });
  }
  return boxes;
}

/** Distance along a sight at which it enters a box, Infinity if it misses it. */
export function distanceToBox(sight: Sight, box: PickBox): number {
  const [ox, oy] = intoOwnAxes(box.at, box.rotationDeg, [sight.x, sight.y]);
  const [dx, dy] = fromOwnAxes([0, 0], -box.rotationDeg, sight.dx, sight.dy);
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  const slabs = [
    [ox, dx, -box.widthM / 2, box.widthM / 2],
    [oy, dy, -box.depthM / 2, box.depthM / 2],
    [sight.z, sight.dz, box.lowM, box.highM],
  ] as const;
  for (const [origin, direction, low, high] of slabs) {
    if (Math.abs(direction) < 1e-12) {
      if (origin < low || origin > high) return Number.POSITIVE_INFINITY;
      continue;
    }
    const a = (low - origin) / direction;
    const b = (high - origin) / direction;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near <= far ? near : Number.POSITIVE_INFINITY;
}

const PERSON_RADIUS_M = 0.27;
const PERSON_M = 1.7;

/** Distance along a sight at which it meets a standing person, Infinity if it misses them. */
export function distanceToPerson(sight: Sight, x: number, y: number): number {
  // An upright cylinder: the circle in the plan, cut by the floor and the top of the head.
  const ox = sight.x - x;
  const oy = sight.y - y;
  const a = sight.dx * sight.dx + sight.dy * sight.dy;
  const b = ox * sight.dx + oy * sight.dy;
  const c = ox * ox + oy * oy - PERSON_RADIUS_M * PERSON_RADIUS_M;
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  if (a < 1e-12) {
    if (c > 0) return Number.POSITIVE_INFINITY;
  } else {
    const root = b * b - a * c;
    if (root < 0) return Number.POSITIVE_INFINITY;
    near = (-b - Math.sqrt(root)) / a;
    far = (-b + Math.sqrt(root)) / a;
  }
  if (Math.abs(sight.dz) < 1e-12) {
    if (sight.z < 0 || sight.z > PERSON_M) return Number.POSITIVE_INFINITY;
  } else {
    const floor = -sight.z / sight.dz;
    const top = (PERSON_M - sight.z) / sight.dz;
    near = Math.max(near, Math.min(floor, top));
    far = Math.min(far, Math.max(floor, top));
  }
  return near <= far && far >= 0 ? Math.max(near, 0) : Number.POSITIVE_INFINITY;
}

/** What a sight meets first: a person, or a thing of the plan; null for neither. */
export function pickAlong(
  sight: Sight,
  boxes: readonly PickBox[],
  crowd: Crowd | null,
): Selection | null {
  let nearest = Number.POSITIVE_INFINITY;
  let found: Selection | null = null;
  for (const box of boxes) {
    const distance = distanceToBox(sight, box);
    if (distance < nearest) {
      nearest = distance;
      found = box.selection;
    }
  }
  if (crowd === null) return found;
  let visitor = -1;
  for (let i = 0; i < crowd.count; i++) {
    const distance = distanceToPerson(sight, crowd.x[i]!, crowd.y[i]!);
    if (distance < nearest) {
      nearest = distance;
      visitor = crowd.visitor[i]!;
    }
  }
  return visitor >= 0 ? { kind: 'visitor', visitor } : found;
}

/** The boxes of a selected thing, that at the floor first. */
export function boxesOf(boxes: readonly PickBox[], selection: Selection): PickBox[] {
  return boxes.filter((box) => sameSelection(box.selection, selection));
}
