import { Matrix4 } from 'three';
import type { Point } from '../scenarios/floorplan';

/*
 * The one place where plan coordinates (x right, y up the plan, z up) become those of three
 * (x right, y up, z towards the viewer). The plan's (x, y, z) is (x, z, −y) there.
 */

/** Where a plan point lies in the scene, metres. */
export function toScene(at: Point, heightM = 0): [x: number, y: number, z: number] {
  return [at[0], heightM, -at[1]];
}

/** The plan point below a point of the scene. */
export function toPlan(x: number, z: number): Point {
  return [x, -z];
}

/**
 * Turn about the scene's vertical that brings a model looking along +x into a plan direction.
 * A right-handed turn about the vertical is the same turn in both systems.
 */
export function yawOf(facingDeg: number): number {
  return (facingDeg * Math.PI) / 180;
}

/** The same for a model whose face looks along the scene's +z, as planes do. */
export function faceYawOf(facingDeg: number): number {
  return yawOf(facingDeg) + Math.PI / 2;
}

/** Places a model in the plan: its own x along the rotated x axis, its front along its own −y. */
export function frameMatrix(at: Point, rotationDeg: number, heightM = 0): Matrix4 {
  return new Matrix4().makeRotationY(yawOf(rotationDeg)).setPosition(...toScene(at, heightM));
}

/** A point given in the own axes of a turned thing, in plan coordinates. */
export function fromOwnAxes(at: Point, rotationDeg: number, x: number, y: number): Point {
  const angle = yawOf(rotationDeg);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [at[0] + x * cos - y * sin, at[1] + x * sin + y * cos];
}

/** A plan point in the own axes of a turned thing. */
export function intoOwnAxes(at: Point, rotationDeg: number, point: Point): Point {
  return fromOwnAxes([0, 0], -rotationDeg, point[0] - at[0], point[1] - at[1]);
}
