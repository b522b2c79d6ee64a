import type { PictureLens, PictureRegion } from './types';

/** A flat picture that holds all that a region of a lens's picture shows. */
export interface FlatView {
  /** Its axis in the camera's frame. */
  readonly towards: readonly [x: number, y: number, z: number];
  /** Tangents of half its angles. */
  readonly halfTan: readonly [across: number, up: number];
  /** From the camera's frame (x right, y down, z ahead) to the view's (x right, y up, z back). */
  readonly turn: readonly [number, number, number, number, number, number, number, number, number];
}

/** A flat picture wider than this wastes most of its pixels at its edges: tangent of half of it. */
const WIDEST_TAN = 2.2;
const SAMPLES = 8;
/** Kept free at the edges. */
const SLACK = 1.01;

type Vector = readonly [x: number, y: number, z: number];

/** The flat view of a region; null if it is too wide for one. */
export function viewOfRegion(lens: PictureLens, region: PictureRegion): FlatView | null {
  const { left, top, width, height } = region;
  const towards = lens.ray([left + width / 2, top + height / 2]);
  const [tx, ty, tz] = towards;
  // Level with the picture: its right is square to the camera's down.
  const flat = Math.sqrt(tx * tx + tz * tz);
  if (flat < 1e-6) return null;
  const right: Vector = [tz / flat, 0, -tx / flat];
  const up: Vector = [
    right[1] * tz - right[2] * ty,
    right[2] * tx - right[0] * tz,
    right[0] * ty - right[1] * tx,
  ];
  const halfTan: [number, number] = [0, 0];
  const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  for (let i = 0; i <= SAMPLES; i++)
    for (let j = 0; j <= SAMPLES; j++) {
      const ray = lens.ray([left + (i / SAMPLES) * width, top + (j / SAMPLES) * height]);
      const ahead = dot(ray, towards);
      if (ahead <= 0.05) return null;
      halfTan[0] = Math.max(halfTan[0], (SLACK * Math.abs(dot(ray, right))) / ahead);
      halfTan[1] = Math.max(halfTan[1], (SLACK * Math.abs(dot(ray, up))) / ahead);
    }
  if (Math.max(...halfTan) > WIDEST_TAN) return null;
  return {
    towards,
    halfTan,
    turn: [...right, ...up, -tx, -ty, -tz],
  };
}
