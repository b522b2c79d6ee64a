import type { CameraVector, Lens } from './lens';
import { inPicture, type PrintedPicture, type RadialProjection, scaleOf } from './picture';

/**
 * 2f·sin(θ/2): equal solid angles take equal areas of the picture. What wide security lenses do,
 * going by the distances that their vendors publish; see `tests/validation/optics.test.ts`.
 */
export const EQUISOLID: RadialProjection = {
  limitDeg: 360,
  limitShown: true,
  radius: (offAxisRad) => 2 * Math.sin(offAxisRad / 2),
  offAxisRad: (radius) => 2 * Math.asin(radius / 2),
};

/** What rounding may carry a direction beyond the image circle that it lies on, focal lengths. */
const CIRCLE_SLACK = 1e-9;

/**
 * How far off its axis a lens sees, radians: nothing behind itself, unless one of its printed
 * angles says so. Past that circle the picture is dark, as in the corners of a fisheye's.
 */
const circleRad = ({ horizontalFovDeg, verticalFovDeg }: PrintedPicture) =>
  (Math.max(180, horizontalFovDeg, verticalFovDeg) / 360) * Math.PI;

/**
 * R·(R + z) for a point at distance R, without cancellation behind the camera, where R + z is a
 * small difference.
 */
const spread = (x: number, y: number, z: number, r: number) =>
  z >= 0 ? r * (r + z) : (r * (x * x + y * y)) / (r - z);

/**
 * The equisolid lens with the printed angles at the middle of its picture's edges. A direction
 * more than 90° off the axis is seen only if a printed angle is wider than 180°.
 *
 * `ray` of a dark pixel, beyond the image circle, gives the edge of the circle nearest to it:
 * `project` of that ray is another pixel.
 *
 * @throws RangeError for an angle that isn't above 0° and at most 360°, or a picture without pixels
 */
export function equisolidLens(printed: PrintedPicture): Lens {
  const { resolutionPx } = printed;
  const {
    focalPx: [fx, fy],
    centrePx: [cx, cy],
  } = scaleOf(EQUISOLID, printed);
  const circle = EQUISOLID.radius(circleRad(printed));
  const mostSquared = (circle + CIRCLE_SLACK) ** 2;
  const pxPerM = ([x, y, z]: CameraVector, [wx, wy, wz]: CameraVector) => {
    const r = Math.sqrt(x * x + y * y + z * z);
    const q = spread(x, y, z, r);
    // q = R² + R·z and g = √(2/q), so g' = −g·q'/(2q).
    const g = Math.sqrt(2 / q);
    const dot = x * wx + y * wy + z * wz;
    const dg = (-g / (2 * q)) * (2 * dot + (dot / r) * z + r * wz);
    const du = fx * (dg * x + g * wx);
    const dv = fy * (dg * y + g * wy);
    // Not Math.hypot, which is slower: coverage asks for millions.
    return Math.sqrt(du * du + dv * dv);
  };
  return {
    resolutionPx,
    project([x, y, z]) {
      const r = Math.sqrt(x * x + y * y + z * z);
      // The picture of (x, y, z) in focal lengths is g·(x, y), with
      // g = 2 sin(θ/2) / (R sin θ) = √(2 / (R (R + z))).
      const g = Math.sqrt(2 / spread(x, y, z, r));
      // Not finite: straight behind, or the camera itself.
      if (!(g < Infinity) || g * g * (x * x + y * y) > mostSquared) return null;
      const u = cx + fx * g * x;
      const v = cy + fy * g * y;
      return inPicture(u, v, resolutionPx) ? [u, v] : null;
    },
    ray([u, v]) {
      const px = (u - cx) / fx;
      const py = (v - cy) / fy;
      const radius = Math.hypot(px, py);
      if (radius === 0) return [0, 0, 1];
      const seen = Math.min(radius, circle);
      // With s = sin(θ/2): sin θ = 2s·cos(θ/2), cos θ = 1 − 2s².
      const s = seen / 2;
      const sine = 2 * s * Math.sqrt(Math.max(0, 1 - s * s));
      return [(px / radius) * sine, (py / radius) * sine, 1 - 2 * s * s];
    },
    density(point, across, along) {
      return { acrossPxPerM: pxPerM(point, across), alongPxPerM: pxPerM(point, along) };
    },
  };
}
