import type { CameraVector, Lens } from './lens';
import { inPicture, type PrintedPicture, type RadialProjection, scaleOf } from './picture';

/** f·tan θ: straight lines stay straight, and the picture's edge is stretched. */
export const PINHOLE: RadialProjection = {
  limitDeg: 180,
  limitShown: false,
  radius: Math.tan,
  offAxisRad: Math.atan,
};

/**
 * The rectilinear lens with the printed angles at the middle of its picture's edges: the
 * flat-width formula of the standard, as a lens.
 *
 * @throws RangeError for an angle that isn't above 0° and below 180°, or a picture without pixels
 */
export function pinholeLens(printed: PrintedPicture): Lens {
  const { resolutionPx } = printed;
  const {
    focalPx: [fx, fy],
    centrePx: [cx, cy],
  } = scaleOf(PINHOLE, printed);
  const pxPerM = ([x, y, z]: CameraVector, [wx, wy, wz]: CameraVector) => {
    const du = fx * (wx - (x / z) * wz);
    const dv = fy * (wy - (y / z) * wz);
    // Not Math.hypot, which is slower: coverage asks for millions.
    return Math.sqrt(du * du + dv * dv) / Math.abs(z);
  };
  return {
    resolutionPx,
    project([x, y, z]) {
      if (z <= 0) return null;
      const u = cx + (fx * x) / z;
      const v = cy + (fy * y) / z;
      return inPicture(u, v, resolutionPx) ? [u, v] : null;
    },
    ray([u, v]) {
      const x = (u - cx) / fx;
      const y = (v - cy) / fy;
      const length = Math.sqrt(x * x + y * y + 1);
      return [x / length, y / length, 1 / length];
    },
    density(point, across, along) {
      return { acrossPxPerM: pxPerM(point, across), alongPxPerM: pxPerM(point, along) };
    },
  };
}
