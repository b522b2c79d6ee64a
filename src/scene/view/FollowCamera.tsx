import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Crowd, Timeline } from '../../sim/hall/timeline';
import { yawOf } from '../coordinates';
import { FRAME_ORDER } from '../frame-order';
import type { SceneClock, SceneView } from '../types';
import { barriersOf, clearM } from './barriers';
import { FOLLOWED_AT, followPose, heightAt, turnBetween } from './following';

/** How fast the camera comes after: shares of the way that is left, per second. */
const MOVE_PER_S = 7;
const TURN_PER_S = 2.2;
/** What it looks at lies ahead of the one it follows. */
const AHEAD_M = 1.1;
/** And to the right of them, so that they do not stand before what they look at. */
const ASIDE_M = 0.42;
const LOOK_M = 1.3;
const TOP_M = 46;
const TURNED_PER_PX = 0.006;
const STILL = 2e-3;

/** The camera behind a visitor. A drag looks round, the wheel comes nearer. */
export function FollowCamera(props: {
  plan: FloorPlan;
  timeline: Timeline;
  clock: SceneClock;
  visitor: number;
  view: SceneView;
  crowdRef: { current: Crowd | null };
}) {
  const { plan, timeline, clock, visitor, view, crowdRef } = props;
  const element = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  const barriers = useMemo(() => barriersOf(plan), [plan]);
  const doors = useMemo(() => doorsOf(timeline), [timeline]);
  const by = useRef({ yaw: 0, backM: FOLLOWED_AT.atFirst as number });
  const now = useMemo(
    () => ({ begun: false, x: 0, y: 0, yaw: 0, back: FOLLOWED_AT.atFirst as number }),
    [],
  );
  const goal = useMemo(() => ({ yaw: 0, backM: 0, heightM: 0 }), []);

  useEffect(() => {
    const move = (event: PointerEvent) => {
      if (event.buttons === 0) return;
      by.current.yaw -= event.movementX * TURNED_PER_PX;
      invalidate();
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const backM = by.current.backM * Math.exp(event.deltaY * 0.001);
      by.current.backM = Math.min(Math.max(backM, FOLLOWED_AT.least), FOLLOWED_AT.most);
      invalidate();
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('wheel', wheel);
    };
  }, [element, invalidate]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new person is looked at from behind
  useEffect(() => {
    by.current.yaw = 0;
    invalidate();
  }, [visitor, view, invalidate]);

  useFrame(({ camera }, deltaS) => {
    const crowd = crowdRef.current;
    let at = -1;
    if (crowd !== null)
      for (let i = 0; i < crowd.count; i++) if (crowd.visitor[i] === visitor) at = i;
    const inside = crowd !== null && at >= 0;
    // Who has not come yet will come in by the door; who is gone went out by it.
    const x = inside ? crowd.x[at]! : doors.x;
    const y = inside ? crowd.y[at]! : doors.y;
    const heading = inside ? crowd.headingRad[at]! : doors.headingRad;
    followPose(barriers, x, y, heading + by.current.yaw, by.current.backM, goal);
    const step = Math.min(deltaS, 0.1);
    const moved = now.begun ? 1 - Math.exp(-MOVE_PER_S * step) : 1;
    const turned = now.begun ? 1 - Math.exp(-TURN_PER_S * step) : 1;
    const turn = turnBetween(now.yaw, goal.yaw);
    const rest =
      Math.abs(x - now.x) + Math.abs(y - now.y) + Math.abs(turn) + Math.abs(goal.backM - now.back);
    now.begun = true;
    now.x += (x - now.x) * moved;
    now.y += (y - now.y) * moved;
    now.yaw += turn * turned;
    now.back += (goal.backM - now.back) * moved;
    const cos = Math.cos(now.yaw);
    const sin = Math.sin(now.yaw);
    if (view === 'top') {
      camera.position.set(now.x, TOP_M, -now.y + 0.01);
      camera.lookAt(now.x, 0, -now.y);
    } else {
      // On its way round a corner it keeps clear of the walls as well.
      const back = Math.max(clearM(barriers, now.x, now.y, -cos, -sin, now.back), 0.45);
      camera.position.set(now.x - back * cos, heightAt(back), -(now.y - back * sin));
      const [aheadX, aheadY] = [AHEAD_M * cos + ASIDE_M * sin, AHEAD_M * sin - ASIDE_M * cos];
      camera.lookAt(now.x + aheadX, LOOK_M, -(now.y + aheadY));
    }
    // While time runs, frames come by themselves.
    if (rest > STILL && !clock.playing()) invalidate();
    // After the people, before whatever asks where the camera is.
  }, FRAME_ORDER.camera);
  return null;
}

/** Where visitors come in. */
function doorsOf({ record }: Timeline): { x: number; y: number; headingRad: number } {
  const door = record.header.places.find(({ kind }) => kind === 'entrance');
  return {
    x: door?.at[0] ?? 0,
    y: door?.at[1] ?? 0,
    headingRad: yawOf(door?.facingDeg ?? 0),
  };
}
