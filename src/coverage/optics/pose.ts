import type { Camera } from './lens-of';

/** A point or direction in the hall, metres: plan x and y, z up from the floor. */
export type WorldVector = readonly [x: number, y: number, z: number];

/** Where a result is written, for callers that must not allocate. */
export type VectorOut = [x: number, y: number, z: number];

/** Where a camera stands and how it is turned. It has no roll: its picture's width is level. */
export interface Pose {
  readonly at: WorldVector;
  /** Unit axes of the camera's frame, in the hall. */
  readonly right: WorldVector;
  readonly down: WorldVector;
  readonly forward: WorldVector;
}

const RAD = Math.PI / 180;

/**
 * The pose of a camera of a floor plan: yaw 0 looks along +x and grows counterclockwise, a
 * negative pitch looks down. At ±90° the yaw says where the picture's upper edge points.
 */
export function poseOf({
  at: [x, y],
  heightM,
  yawDeg,
  pitchDeg,
}: Pick<Camera, 'at' | 'heightM' | 'yawDeg' | 'pitchDeg'>): Pose {
  const cosYaw = Math.cos(yawDeg * RAD);
  const sinYaw = Math.sin(yawDeg * RAD);
  const cosPitch = Math.cos(pitchDeg * RAD);
  const sinPitch = Math.sin(pitchDeg * RAD);
  return {
    at: [x, y, heightM],
    right: [sinYaw, -cosYaw, 0],
    down: [sinPitch * cosYaw, sinPitch * sinYaw, -cosPitch],
    forward: [cosPitch * cosYaw, cosPitch * sinYaw, sinPitch],
  };
}

/**
 * A direction of the hall in the camera's frame.
 *
 * @param out where it is written; a new vector unless given
 */
export function directionToCamera(
  { right, down, forward }: Pose,
  [x, y, z]: WorldVector,
  out: VectorOut = [0, 0, 0],
): VectorOut {
  out[0] = right[0] * x + right[1] * y + right[2] * z;
  out[1] = down[0] * x + down[1] * y + down[2] * z;
  out[2] = forward[0] * x + forward[1] * y + forward[2] * z;
  return out;
}

/** A direction of the camera's frame in the hall; `out` as in {@link directionToCamera}. */
export function directionToWorld(
  { right, down, forward }: Pose,
  [x, y, z]: WorldVector,
  out: VectorOut = [0, 0, 0],
): VectorOut {
  out[0] = right[0] * x + down[0] * y + forward[0] * z;
  out[1] = right[1] * x + down[1] * y + forward[1] * z;
  out[2] = right[2] * x + down[2] * y + forward[2] * z;
  return out;
}

/** A point of the hall in the camera's frame; `out` as in {@link directionToCamera}. */
export function pointToCamera(
  pose: Pose,
  point: WorldVector,
  out: VectorOut = [0, 0, 0],
): VectorOut {
  out[0] = point[0] - pose.at[0];
  out[1] = point[1] - pose.at[1];
  out[2] = point[2] - pose.at[2];
  return directionToCamera(pose, out, out);
}

/** A point of the camera's frame in the hall; `out` as in {@link directionToCamera}. */
export function pointToWorld(
  pose: Pose,
  point: WorldVector,
  out: VectorOut = [0, 0, 0],
): VectorOut {
  directionToWorld(pose, point, out);
  out[0] += pose.at[0];
  out[1] += pose.at[1];
  out[2] += pose.at[2];
  return out;
}
