import type { Provenance } from '../../scenarios/provenance';
import { source } from '../../scenarios/sources';
import type { FaceLimits } from '../profiles';
import type { Sight } from '../space/sight';
import type { Target } from '../targets/targets';

/** Cameras hang at least this high indoors, metres. */
export const LEAST_MOUNT_M = 2.5;
export const LEAST_MOUNT_PROVENANCE: Provenance = source(
  '行业网页：室内摄像机安装高度不低于 2.5 m',
  'trade pages: cameras indoors at least 2.5 m high',
  'medium',
);

/** Where a camera may hang so that the angles to a face are kept. */
export interface Mount {
  /** The highest free place from which both angles are kept, metres above the floor. */
  readonly highestM: number;
  /** Level distance of that place from the face, metres. */
  readonly distanceM: number;
  /** Whether it is as high as cameras hang: if not, no usual mount keeps the angles. */
  readonly usual: boolean;
  /** Level distance from the face that a camera at {@link LEAST_MOUNT_M} would need, metres. */
  readonly neededM: number;
}

const STEP_DEG = 5;
const RAD = Math.PI / 180;
/** Half a camera's body stays free of what it hangs on, metres. */
const BODY_M = 0.05;

/**
 * The highest place in the room from which a face is seen within the angles of a profile, by rays
 * from the face: the answer to a profile that no mount can keep. Furniture and walls count, people
 * don't.
 *
 * @param sight of the room without people
 */
export function highestMount(
  face: Target,
  limits: FaceLimits,
  sight: Sight,
  ceilingHeightM: number,
): Mount {
  const [x, y, z] = face.at;
  const [ax, ay] = face.axis;
  const most = limits.verticalDeg.value * RAD;
  const turn = limits.horizontalDeg.value;
  const top = ceilingHeightM - BODY_M;
  let highestM = z;
  let distanceM = 0;
  const steps = Math.ceil(turn / STEP_DEG);
  for (let step = -steps; step <= steps; step++) {
    const side = steps === 0 ? 0 : (turn * step) / steps;
    const cos = Math.cos(side * RAD);
    const sin = Math.sin(side * RAD);
    const ux = ax * cos - ay * sin;
    const uy = ax * sin + ay * cos;
    for (let share = 0.25; share <= 1; share += 0.25) {
      const slope = Math.tan(most * share);
      // Along the line of sight, up to the ceiling or the first thing in the way.
      let reach = Math.min((top - z) / slope, 1000);
      const end = (d: number) => [x + d * ux, y + d * uy, z + d * slope] as const;
      if (sight.blocker(x, y, z, ...end(reach)) >= 0)
        reach = Math.max(0, sight.hitM * Math.cos(most * share) - BODY_M);
      const height = z + reach * slope;
      if (height > highestM) {
        highestM = height;
        distanceM = reach;
      }
    }
  }
  return {
    highestM,
    distanceM,
    usual: highestM >= LEAST_MOUNT_M,
    neededM: Math.max(0, LEAST_MOUNT_M - z) / Math.tan(most),
  };
}
