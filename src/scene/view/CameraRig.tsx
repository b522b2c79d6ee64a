import { CameraControls } from '@react-three/drei';
import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Box3, Vector3 } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import { toScene } from '../coordinates';
import { floorExtent } from '../model/floor-painter';
import type { SceneView } from '../types';
import { type Framing, framePlan } from './framing';

/** Where the camera was left: kept outside the canvas, which is made anew when quality changes. */
export interface CameraMemory {
  framing: Framing | null;
  key: string;
}

/** One never looks from below the floor, and rather from above than along it. */
const LOWEST_LOOK_RAD = (78 * Math.PI) / 180;
const ACTION = { none: 0, rotate: 1, truck: 2, dolly: 16, touchRotate: 64, touchTruck: 128, touchDollyTruck: 4096 };

/** The camera and what mouse and fingers do to it; frames the plan at first and on reset. */
export function CameraRig(props: {
  plan: FloorPlan;
  view: SceneView;
  resetCount: number;
  memory: CameraMemory;
}) {
  const { plan, view, resetCount, memory } = props;
  const controls = useRef<CameraControls>(null);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const aspect = size.height > 0 ? size.width / size.height : 1;
  const moved = useRef(false);
  const key = `${plan.id} ${view} ${resetCount}`;

  useLayoutEffect(() => {
    const rig = controls.current;
    if (rig === null) return;
    const isTop = view === 'top';
    rig.mouseButtons.left = isTop ? ACTION.truck : ACTION.rotate;
    rig.touches.one = isTop ? ACTION.touchTruck : ACTION.touchRotate;
    rig.minPolarAngle = 0;
    rig.maxPolarAngle = isTop ? 0.001 : LOWEST_LOOK_RAD;
    rig.dollyToCursor = true;
    rig.smoothTime = 0.22;
    rig.draggingSmoothTime = 0.08;
    const extent = floorExtent(plan, 2);
    rig.setBoundary(
      new Box3(
        new Vector3(...toScene([extent.left, extent.bottom + extent.depthM], 0)),
        new Vector3(...toScene([extent.left + extent.widthM, extent.bottom], 2)),
      ),
    );
  }, [plan, view]);

  useEffect(() => {
    const rig = controls.current;
    if (rig === null || aspect <= 0) return;
    const framing = framePlan(plan, view, aspect);
    const distance = new Vector3(...framing.position).distanceTo(new Vector3(...framing.target));
    rig.minDistance = 2.5;
    rig.maxDistance = distance * 1.6;
    if (memory.key === key && memory.framing !== null) {
      // Same view as before: a new canvas goes on where the old one was; a resized one is
      // framed anew unless somebody has moved the camera.
      const kept = moved.current ? null : memory.framing;
      if (moved.current) return;
      const place = kept === null || !memory.moved ? framing : kept;
      rig.setLookAt(...place.position, ...place.target, false);
    } else {
      const first = memory.key === '';
      memory.key = key;
      memory.moved = false;
      moved.current = false;
      rig.normalizeRotations();
      rig.setLookAt(...framing.position, ...framing.target, !first);
      memory.framing = framing;
    }
    invalidate();
  }, [plan, view, aspect, key, memory, invalidate]);

  return <CameraControls ref={controls} />;
}
