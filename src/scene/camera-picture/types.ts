/** How a surveillance camera's lens maps directions to the pixels of its sensor. */
export interface PictureLens {
  readonly projection: 'equisolid' | 'pinhole';
  readonly resolutionPx: readonly [width: number, height: number];
  /** Focal lengths along the width and the height, pixels. */
  readonly focalPx: readonly [across: number, down: number];
  /** Past this radius about the middle, in focal lengths, the picture is dark. */
  readonly circle: number;
  /** Unit direction of a pixel in the camera's frame: x right, y down, z ahead. */
  ray(pixel: readonly [u: number, v: number]): readonly [x: number, y: number, z: number];
}

/** Where a camera hangs and how it is turned: unit vectors in plan coordinates, metres. */
export interface PicturePose {
  readonly at: readonly [x: number, y: number, z: number];
  readonly right: readonly [x: number, y: number, z: number];
  readonly down: readonly [x: number, y: number, z: number];
  readonly forward: readonly [x: number, y: number, z: number];
}

/** The part of a sensor's picture that is shown, pixels. */
export interface PictureRegion {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Somebody who stands or sits still, in plan coordinates. */
export interface StillPerson {
  readonly id: string;
  readonly at: readonly [x: number, y: number];
  readonly facingDeg: number;
  readonly seated: boolean;
  readonly staff: boolean;
}
