import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { type DirectionalLight, Object3D } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import { toScene } from '../coordinates';
import { floorExtent } from '../model/floor-painter';
import type { SceneClock } from '../types';
import { sunAzimuthRad } from './daylight';
import { SKY, SUN } from './light-values';

const SUN_REACH_M = 8;

/**
 * Warm light from the upper left, cooler light from the sky, as in a bright hall by day. Needed
 * only with a shadow map: elsewhere the same light is in the colours.
 */
export function Light({ plan, clock }: { plan: FloorPlan; clock: SceneClock }) {
  const extent = useMemo(() => floorExtent(plan, 1), [plan]);
  const middle = toScene([extent.left + extent.widthM / 2, extent.bottom + extent.depthM / 2]);
  const reach = Math.hypot(extent.widthM, extent.depthM) / 2;
  const target = useMemo(() => new Object3D(), []);
  const sun = useRef<DirectionalLight>(null);
  // From the east in the morning, from the west in the evening, as far as the roof lets it in.
  useFrame(() => {
    const azimuth = sunAzimuthRad(clock.timeUs());
    sun.current?.position.set(
      middle[0] + SUN_REACH_M * Math.cos(azimuth),
      SUN.from[1],
      middle[2] + SUN.from[2],
    );
  });
  return (
    <>
      <hemisphereLight args={[SKY.above, SKY.below, SKY.intensity]} />
      <primitive object={target} position={middle} />
      <directionalLight
        ref={sun}
        color={SUN.colour}
        intensity={SUN.intensity}
        position={[middle[0] + SUN.from[0], SUN.from[1], middle[2] + SUN.from[2]]}
        target={target}
        castShadow
        shadow-mapSize={[2048, 2048]}
        shadow-camera-left={-reach}
        shadow-camera-right={reach}
        shadow-camera-top={reach}
        shadow-camera-bottom={-reach}
        shadow-camera-near={1}
        shadow-camera-far={45}
        shadow-bias={-0.0006}
        shadow-normalBias={0.03}
        shadow-radius={4}
        shadow-intensity={0.55}
      />
    </>
  );
}
