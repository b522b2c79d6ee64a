import type { Lens } from './optics/lens';
import { type Camera, type LensModel, lensOf } from './optics/lens-of';
import { type Pose, poseOf } from './optics/pose';

/** A camera where it hangs, with its lens. */
export interface Eye {
  readonly camera: Camera;
  readonly pose: Pose;
  readonly lens: Lens;
}

/**
 * A camera of a plan, ready to look.
 * @throws RangeError for angles that the lens model can't show
 */
export function eyeOf(camera: Camera, model: LensModel = 'equisolid'): Eye {
  return { camera, pose: poseOf(camera), lens: lensOf(camera, model) };
}
