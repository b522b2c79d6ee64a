import type { PictureRegion } from '../../scene/camera-picture/types';

/** How much of a picture is shown: magnified about a place given in shares of its sides. */
export interface Zoom {
  readonly factor: number;
  /** The middle of what is shown. */
  readonly at: readonly [x: number, y: number];
}

export const WHOLE: Zoom = { factor: 1, at: [0.5, 0.5] };

/** Beyond this the pixels of any sensor are as large as tiles. */
const MOST = 40;

/** Keeps what is shown inside the picture. */
function kept(factor: number, [x, y]: readonly [number, number]): Zoom {
  const half = 0.5 / factor;
  const within = (value: number) => Math.min(1 - half, Math.max(half, value));
  return { factor, at: [within(x), within(y)] };
}

/**
 * Magnified by another factor.
 * @param under the place on the screen that stays where it is, in shares of what is shown
 */
export function zoomed(zoom: Zoom, by: number, under: readonly [x: number, y: number]): Zoom {
  const factor = Math.min(MOST, Math.max(1, zoom.factor * by));
  const stay = (at: number, share: number) =>
    at + (share - 0.5) / zoom.factor - (share - 0.5) / factor;
  return kept(factor, [stay(zoom.at[0], under[0]), stay(zoom.at[1], under[1])]);
}

/** Moved with a hand, by shares of what is shown. */
export function moved(zoom: Zoom, by: readonly [x: number, y: number]): Zoom {
  return kept(zoom.factor, [zoom.at[0] - by[0] / zoom.factor, zoom.at[1] - by[1] / zoom.factor]);
}

/** What is shown of a picture, px. */
export function regionOf(
  { factor, at }: Zoom,
  [width, height]: readonly [number, number],
): PictureRegion {
  return {
    left: (at[0] - 0.5 / factor) * width,
    top: (at[1] - 0.5 / factor) * height,
    width: width / factor,
    height: height / factor,
  };
}
