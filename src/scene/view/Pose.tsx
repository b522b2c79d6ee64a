import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { Box3, Ray, Vector3 } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import { toScene } from '../coordinates';
import type { SceneView } from '../types';
import { framePlan } from './framing';
import type { Framing } from './shot';

/** Where the camera stands and what it looks at; null where it stands by itself to see the whole plan. */
export type ReadPose = () => Framing | null;

/** Room about the plan within which one looks at something, metres. */
const ABOUT_M = 1;
const TALL_M = 3;
/** A camera that stands no farther from the first view than this has not been moved, metres. */
const SAME_M = 0.05;

/** Hands out how to read the camera of the scene it stands in, and takes it back when it goes. */
export function Pose(props: {
  readonly plan: FloorPlan;
  readonly view: SceneView;
  readonly offer: (read: ReadPose | null) => void;
}) {
  const { plan, view, offer } = props;
  const camera = useThree((state) => state.camera);
  const get = useThree((state) => state.get);
  useEffect(() => {
    offer(() => {
      const { width, height } = get().size;
      const first = framePlan(plan, view, height > 0 ? width / height : 1);
      if (camera.position.distanceTo(new Vector3(...first.position)) < SAME_M) return null;
      const ahead = camera.getWorldDirection(new Vector3());
      return view === 'top'
        ? lookingDownFrom(camera.position, ahead)
        : lookingFrom(camera.position, ahead, plan);
    });
    return () => offer(null);
  }, [camera, get, plan, view, offer]);
  return null;
}

/** Digits of a metre that are kept: what is finer than a millimetre nobody sees. */
const FINE = 1000;

/**
 * A camera's place and the point that it looks at: on the floor where the floor of the plan lies
 * ahead, else in the middle of what lies ahead within the plan. Turning about it later then turns
 * about what is in sight.
 */
export function lookingFrom(position: Vector3, ahead: Vector3, plan: FloorPlan): Framing {
  const box = new Box3();
  for (const corner of plan.outline)
    for (const heightM of [0, TALL_M]) box.expandByPoint(new Vector3(...toScene(corner, heightM)));
  box.expandByVector(new Vector3(ABOUT_M, 0, ABOUT_M));
  const entry = new Ray(position, ahead).intersectBox(box, new Vector3());
  const behind = position.clone().addScaledVector(ahead, 1000);
  const exit = new Ray(behind, ahead.clone().negate()).intersectBox(box, new Vector3());
  const target =
    !entry || !exit
      ? position.clone().addScaledVector(ahead, 10)
      : exit.y < 0.01
        ? exit
        : (box.containsPoint(position) ? position : entry).clone().lerp(exit, 0.5);
  return { position: rounded(position), target: rounded(target) };
}

/** A camera's place over the floor and the point of the floor that it looks down at. */
export function lookingDownFrom(position: Vector3, ahead: Vector3): Framing {
  const target = position.clone().addScaledVector(ahead, -position.y / ahead.y);
  return { position: rounded(position), target: rounded(target) };
}

function rounded({ x, y, z }: Vector3): [number, number, number] {
  return [Math.round(x * FINE) / FINE, Math.round(y * FINE) / FINE, Math.round(z * FINE) / FINE];
}
