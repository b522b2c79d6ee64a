import { CameraControls, CameraControlsImpl } from '@react-three/drei';
import { useFrame, useThree } from '@react-three/fiber';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { Box3, type PerspectiveCamera, Vector3 } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import { toScene } from '../coordinates';
import { floorExtent } from '../model/floor-painter';
import type { SceneView } from '../types';
import { FIELD_OF_VIEW_DEG, FOLLOWING_FOV_DEG, framePlan, fromAbove } from './framing';
import type { Framing, Shot } from './shot';

/** Where the camera was left: kept outside the canvas, which is made anew when quality changes. */
export interface CameraMemory {
  /** What was framed last: plan, view and number of resets; '' at first. */
  key: string;
  /** Where a hand has moved the camera since, null if none has. */
  moved: Framing | null;
}

export function createCameraMemory(): CameraMemory {
  return { key: '', moved: null };
}

const LENS_PER_S = 9;
/** How slowly the camera comes to rest: led by a hand, and on a flight to another view, s. */
const HAND_S = 0.22;
const FLIGHT_S = 0.6;
/** One never looks from below the floor, and rather from above than along it. */
const LOWEST_LOOK_RAD = (78 * Math.PI) / 180;

/** The camera and what mouse and fingers do to it; frames the plan at first and on reset. */
export function CameraRig(props: {
  plan: FloorPlan;
  view: SceneView;
  resetCount: number;
  memory: CameraMemory;
  /** Another camera leads: hands are off, and the lens is wider. */
  away: boolean;
  /** Where it is sent; null: to where the whole plan is seen. */
  shot: Shot | null;
}) {
  const { plan, view, resetCount, memory, away, shot } = props;
  const controls = useRef<CameraControls>(null);
  const restored = useRef(false);
  const framed = useRef(false);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const aspect = size.height > 0 ? size.width / size.height : 1;
  const key = `${plan.id} ${view} ${resetCount} ${shot?.key ?? ''}`;
  const sent = useRef(shot);
  sent.current = shot;
  const framingFor = useCallback(() => {
    if (sent.current?.view !== view) return framePlan(plan, view, aspect);
    const framing = sent.current.framing(aspect);
    return view === 'top' ? fromAbove(framing) : framing;
  }, [plan, view, aspect]);

  useLayoutEffect(() => {
    const rig = controls.current;
    if (rig === null) return;
    const { ACTION } = CameraControlsImpl;
    const isTop = view === 'top';
    rig.mouseButtons.left = isTop ? ACTION.TRUCK : ACTION.ROTATE;
    rig.touches.one = isTop ? ACTION.TOUCH_TRUCK : ACTION.TOUCH_ROTATE;
    rig.minPolarAngle = 0;
    rig.maxPolarAngle = isTop ? 0.001 : LOWEST_LOOK_RAD;
    rig.dollyToCursor = true;
    rig.smoothTime = HAND_S;
    rig.draggingSmoothTime = 0.08;
    const { left, bottom, widthM, depthM } = floorExtent(plan, 1);
    const box = new Box3();
    box.expandByPoint(new Vector3(...toScene([left, bottom], -2)));
    box.expandByPoint(new Vector3(...toScene([left + widthM, bottom + depthM], 3)));
    rig.setBoundary(box);
  }, [plan, view]);

  // Taken over where the other camera has left it, it glides back to where it was before.
  const camera = useThree((state) => state.camera);
  const led = useRef(false);
  useEffect(() => {
    const rig = controls.current;
    if (rig === null) return;
    rig.enabled = !away;
    if (led.current && !away) {
      const back = memory.moved ?? framingFor();
      const ahead = camera.getWorldDirection(new Vector3()).multiplyScalar(4).add(camera.position);
      rig.setLookAt(...camera.position.toArray(), ...ahead.toArray(), false);
      rig.normalizeRotations();
      rig.setLookAt(...back.position, ...back.target, true);
      invalidate();
    }
    led.current = away;
  }, [away, memory, framingFor, camera, invalidate]);

  useEffect(() => {
    const rig = controls.current;
    if (rig === null) return;
    const framing = framingFor();
    const all = framePlan(plan, view, aspect);
    const whole = new Vector3(...all.position).distanceTo(new Vector3(...all.target));
    rig.smoothTime = sent.current ? FLIGHT_S : HAND_S;
    rig.minDistance = 2.5;
    rig.maxDistance = whole * 1.6;
    const isNew = memory.key !== key;
    if (!isNew && memory.moved !== null) {
      // A hand has placed the camera: a resized canvas leaves it, a new canvas takes it over.
      if (!restored.current) rig.setLookAt(...memory.moved.position, ...memory.moved.target, false);
    } else {
      rig.normalizeRotations();
      rig.setLookAt(...framing.position, ...framing.target, isNew && memory.key !== '');
      memory.key = key;
      memory.moved = null;
    }
    restored.current = true;
    invalidate();
  }, [plan, view, aspect, key, memory, framingFor, invalidate]);

  // The angle of view follows the camera's way between the views.
  useFrame(({ camera }, deltaS) => {
    const lens = camera as PerspectiveCamera;
    const goal = away && view === 'orbit' ? FOLLOWING_FOV_DEG : FIELD_OF_VIEW_DEG[view];
    if (lens.fov === goal) return;
    const rest = goal - lens.fov;
    const first = !framed.current;
    lens.fov =
      first || Math.abs(rest) < 0.05 ? goal : lens.fov + rest * Math.min(1, LENS_PER_S * deltaS);
    framed.current = true;
    lens.updateProjectionMatrix();
    invalidate();
  });

  const remember = useCallback(() => {
    const rig = controls.current;
    if (rig === null) return;
    const position = rig.getPosition(new Vector3());
    const target = rig.getTarget(new Vector3());
    memory.moved = {
      position: [position.x, position.y, position.z],
      target: [target.x, target.y, target.z],
    };
  }, [memory]);

  return <CameraControls ref={controls} onControl={remember} onControlEnd={remember} />;
}

/** What the camera begins with, before it is framed. */
export const CAMERA = { fov: FIELD_OF_VIEW_DEG.orbit, near: 0.5, far: 250 } as const;
