/**
 * A direction or point in a camera's own frame, metres: x to the right of the picture, y down,
 * z along the optical axis.
 */
export type CameraVector = readonly [x: number, y: number, z: number];

/** A place in the picture, pixels: u to the right, v down, [0, 0] the upper left corner. */
export type Pixel = readonly [u: number, v: number];

/** Pixels that a metre of a small surface takes up in the picture, px/m. */
export interface Density {
  /** Along the surface's own horizontal direction. */
  readonly acrossPxPerM: number;
  /** Along its other direction: up a face, away over a counter. */
  readonly alongPxPerM: number;
}

/** How a camera maps the room to its picture. */
export interface Lens {
  readonly resolutionPx: readonly [width: number, height: number];
  /** Where a point is seen; null outside the picture or behind the camera. */
  project(point: CameraVector): Pixel | null;
  /**
   * Direction of unit length that a pixel looks in; inverse of `project`. A pixel that no direction
   * is seen in, as in the dark corners of a fisheye's picture, gives the nearest one that is.
   */
  ray(pixel: Pixel): CameraVector;
  /**
   * Density on a surface through a point, spanned by two unit vectors: the lengths of the
   * derivative of `project` along them. A pinhole gives f/z across the axis, and f·D/z² up a
   * vertical surface at horizontal distance D when tilted. Means something for points that
   * `project` shows.
   */
  density(point: CameraVector, across: CameraVector, along: CameraVector): Density;
}
