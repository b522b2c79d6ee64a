import type { Camera } from '../../../src/coverage/optics/lens-of';
import type { FloorPlan } from '../../../src/scenarios/floorplan';

/** Cameras hung low behind the clerks, so that people are in the way often. */
export function lowCameras(plan: FloorPlan): Camera[] {
  return plan.windows
    .filter((_, i) => i % 2 === 0)
    .map((window, i) => {
      const angle = (window.facingDeg * Math.PI) / 180;
      const [back, side] = [0.4, 0.35];
      return {
        ...plan.cameras[0]!,
        id: `low-${i}`,
        at: [
          window.clerkSpot[0] - back * Math.cos(angle) - side * Math.sin(angle),
          window.clerkSpot[1] - back * Math.sin(angle) + side * Math.cos(angle),
        ],
        heightM: 1.45,
        yawDeg: window.facingDeg,
        pitchDeg: -24,
      };
    });
}
