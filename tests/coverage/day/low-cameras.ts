import type { Camera } from '../../../src/coverage/optics/lens-of';
import type { FloorPlan } from '../../../src/scenarios/floorplan';

/**
 * The plan's cameras narrowed to faces, and others that look at the counters low over the heads of
 * those who stand before them: people get in the way often.
 */
export function lowCameras(plan: FloorPlan): Camera[] {
  const faces = plan.cameras
    .filter(({ pitchDeg }) => pitchDeg < -30)
    .map((camera) => ({ ...camera, pitchDeg: -24, verticalFovDeg: 22 }));
  const counters = plan.windows
    .filter((_, i) => i % 2 === 0)
    .map((window, i) => {
      const angle = (window.facingDeg * Math.PI) / 180;
      const away = 0.8;
      return {
        ...plan.cameras[0]!,
        id: `low-${i}`,
        at: [
          window.visitorSpot[0] + away * Math.cos(angle),
          window.visitorSpot[1] + away * Math.sin(angle),
        ] as [number, number],
        heightM: 2.42,
        yawDeg: (window.facingDeg + 180) % 360,
        pitchDeg: -45,
      };
    });
  return [...faces, ...counters];
}
