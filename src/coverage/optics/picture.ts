import type { Pixel } from './lens';

/** What a data sheet or a floor plan says of a camera's picture. */
export interface PrintedPicture {
  /** Angle between the middles of the left and the right edge. */
  readonly horizontalFovDeg: number;
  /** Angle between the middles of the upper and the lower edge. */
  readonly verticalFovDeg: number;
  readonly resolutionPx: readonly [width: number, height: number];
}

/** How far from the optical axis a direction is seen in the picture. */
export interface RadialProjection {
  /** Largest angle of view that the projection can show, degrees. */
  readonly limitDeg: number;
  /** Whether `limitDeg` itself can be shown. */
  readonly limitShown: boolean;
  /** Distance from the centre, in focal lengths, of a direction that many radians off the axis. */
  radius(offAxisRad: number): number;
  /** Radians off the axis of what is seen at a distance from the centre, in focal lengths. */
  offAxisRad(radius: number): number;
}

/** Focal lengths in pixels and the centre of a picture. */
export interface Scale {
  /** Along the picture's width and height: they differ where the printed angles ask for it. */
  readonly focalPx: readonly [across: number, down: number];
  readonly centrePx: Pixel;
}

const RAD = Math.PI / 180;

/** What rounding may carry a direction beyond an edge that it lies on, px. */
const EDGE_PX = 1e-6;

/**
 * Focal length in pixels that puts half an angle of view at half a number of pixels.
 *
 * @param fovDeg full angle, degrees
 * @throws RangeError for an angle that the projection can't show, or pixels that aren't positive
 */
export function focalPxOf(projection: RadialProjection, fovDeg: number, px: number): number {
  const { limitDeg, limitShown } = projection;
  if (!(fovDeg > 0 && (fovDeg < limitDeg || (limitShown && fovDeg === limitDeg))))
    throw new RangeError(`An angle of view of ${fovDeg}° is not in 0 to ${limitDeg}°`);
  if (!(px > 0 && px < Infinity)) throw new RangeError(`${px} px are no picture`);
  return px / 2 / projection.radius((fovDeg / 2) * RAD);
}

/**
 * The scale at which a projection meets the printed angles at the middle of each edge. Printed
 * horizontal and vertical angles seldom agree under one focal length (rounding, distortion, crops),
 * and they are what the vendor measured: so each axis has a focal length of its own, as if the
 * pixels were not quite square.
 *
 * @throws RangeError as {@link focalPxOf}
 */
export function scaleOf(projection: RadialProjection, printed: PrintedPicture): Scale {
  const [width, height] = printed.resolutionPx;
  return {
    focalPx: [
      focalPxOf(projection, printed.horizontalFovDeg, width),
      focalPxOf(projection, printed.verticalFovDeg, height),
    ],
    centrePx: [width / 2, height / 2],
  };
}

/** Whether a place lies in a picture, its edges included. */
export function inPicture(u: number, v: number, [width, height]: readonly [number, number]) {
  return u >= -EDGE_PX && v >= -EDGE_PX && u <= width + EDGE_PX && v <= height + EDGE_PX;
}
