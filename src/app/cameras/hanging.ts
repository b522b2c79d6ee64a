import { CAMERA_MODELS, type CameraModel } from '../../coverage/library';
import type { Camera } from '../../coverage/optics/lens-of';
import { nearestOnWall } from '../../coverage/placement/hang';
import type { FloorPlan, Point } from '../../scenarios/floorplan';

/** A new camera hangs this high, metres, and looks this far down, degrees. */
const HEIGHT_M = 2.6;
const PITCH_DEG = -30;
/** A copy hangs this far from its original, metres. */
const ASIDE_M = 0.6;

/** An id that no camera has yet. */
export function freeId(cameras: readonly Camera[]): string {
  const taken = new Set(cameras.map(({ id }) => id));
  let number = cameras.length + 1;
  while (taken.has(`camera-${number}`)) number++;
  return `camera-${number}`;
}

/** A camera with another model's picture. */
export function withModel(camera: Camera, model: CameraModel): Camera {
  const { horizontalFovDeg, verticalFovDeg, resolutionPx } = model;
  return { ...camera, horizontalFovDeg, verticalFovDeg, resolutionPx: [...resolutionPx] };
}

/** A camera on the wall nearest to the middle of the windows, looking at them. */
export function added(room: FloorPlan, cameras: readonly Camera[]): Camera {
  const spots = room.windows.map(({ visitorSpot }) => visitorSpot);
  const middle = middleOf(spots.length > 0 ? spots : room.outline);
  const heightM = Math.min(HEIGHT_M, room.ceilingHeightM);
  const at = nearestOnWall(room, middle, heightM, Number.POSITIVE_INFINITY) ?? middle;
  const towards = (Math.atan2(middle[1] - at[1], middle[0] - at[0]) * 180) / Math.PI;
  const camera: Camera = {
    id: freeId(cameras),
    at: [at[0], at[1]],
    heightM,
    yawDeg: Math.round(towards),
    pitchDeg: PITCH_DEG,
    horizontalFovDeg: 90,
    verticalFovDeg: 50,
    resolutionPx: [2560, 1440],
  };
  const [model] = CAMERA_MODELS;
  return model ? withModel(camera, model) : camera;
}

/** A camera like another, beside it. */
export function copied(camera: Camera, cameras: readonly Camera[]): Camera {
  const [x, y] = camera.at;
  return { ...camera, id: freeId(cameras), at: [x + ASIDE_M, y] };
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce<[number, number]>(([x, y], p) => [x + p[0], y + p[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}
