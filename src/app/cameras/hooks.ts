import { useMemo } from 'react';
import { useStore } from 'zustand';
import { eyesOf } from '../../coverage/camera-problems';
import type { Eye } from '../../coverage/eye';
import type { Camera } from '../../coverage/optics/lens-of';
import { Sight } from '../../coverage/space/sight';
import { solidsOf } from '../../coverage/space/solids';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import type { DayWatchState } from './day-watch';
import type { LibraryState } from './library/store';
import type { PlacementState } from './placement';
import { type CamerasState, planOf } from './store';

/** A part of the cameras' state. */
export function useCameras<T>(select: (state: CamerasState) => T): T {
  return useStore(useTwin().cameras.store, select);
}

/** The plan with its cameras as they hang now; null while no hall is open. */
export function usePlanAtHand(): FloorPlan | null {
  const room = useCameras((state) => state.room);
  const history = useCameras((state) => state.history);
  return useMemo(() => planOf({ room, history }), [room, history]);
}

/** The camera that is picked, and its number on the plan, from 1. */
export function usePickedCamera(): { readonly camera: Camera; readonly number: number } | null {
  const cameras = useCameras((state) => state.history.cameras);
  const picked = useCameras((state) => state.camera);
  const index = cameras.findIndex(({ id }) => id === picked);
  return index < 0 ? null : { camera: cameras[index]!, number: index + 1 };
}

/** What can be seen in the open room with nobody in it. */
export function useEmptyRoom(room: FloorPlan): Sight {
  return useMemo(() => new Sight(solidsOf(room)), [room]);
}

/** A camera ready to look; null if it cannot. */
export function useEye(room: FloorPlan, camera: Camera | null): Eye | null {
  const lens = useCameras((state) => state.settings.lens);
  return useMemo(() => {
    if (!camera) return null;
    return eyesOf({ ...room, cameras: [camera] }, lens)[0] ?? null;
  }, [room, camera, lens]);
}

/** A part of the state of the search for the fewest cameras. */
export function usePlacement<T>(select: (state: PlacementState) => T): T {
  return useStore(useTwin().placement.store, select);
}

/** A part of the state of the day that is watched. */
export function useDayWatch<T>(select: (state: DayWatchState) => T): T {
  return useStore(useTwin().dayWatch.store, select);
}

/** A part of the library of camera models. */
export function useLibrary<T>(select: (state: LibraryState) => T): T {
  return useStore(useTwin().library.store, select);
}
