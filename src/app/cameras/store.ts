import { createStore, type StoreApi } from 'zustand/vanilla';
import { PICKUP_REACH_M } from '../../coverage/inspect/pickups';
import type { Camera, LensModel } from '../../coverage/optics/lens-of';
import type { EditionId } from '../../coverage/optics/standards';
import { PROFILES, type ProfileId } from '../../coverage/profiles';
import { BODY_SIZES, type Posture } from '../../coverage/space/people';
import type { FloorPlan } from '../../scenarios/floorplan';
import type {
  CoverageWorker,
  InspectionAnswer,
  InspectionRequest,
  PlaneAnswer,
} from '../../workers/coverage-api';
import { Superseded } from '../../workers/lane';
import type { TwinStore } from '../state/store';
import type { Drafts } from './drafts';
import { type History, redone, renewed, undone } from './history';

/** What is done on the page. */
export const CAMERA_TABS = ['inspect', 'day', 'place', 'models', 'optics', 'sheet'] as const;
export type CameraTab = (typeof CAMERA_TABS)[number];

/** Planes that the plan may be coloured by. */
export const PLANES = ['none', 'floor', 'counter', 'face', 'own'] as const;
export type PlaneId = (typeof PLANES)[number];

/** What is drawn below the plan. */
export type Below = 'picture' | 'room';

/** How cameras are looked at. */
export interface CameraSettings {
  readonly profile: ProfileId;
  readonly posture: Posture;
  readonly queueing: number;
  readonly lens: LensModel;
  readonly pickupReachM: number;
  readonly edition: EditionId;
  readonly plane: PlaneId;
  /** Height of the user's own plane, metres. */
  readonly ownPlaneM: number;
}

export interface CamerasState {
  readonly tab: CameraTab;
  readonly below: Below;
  readonly settings: CameraSettings;
  /** The open hall's plan, as it is opened; null while there is none. */
  readonly room: FloorPlan | null;
  /** The cameras as they hang now, and as they hung before. */
  readonly history: History;
  readonly camera: string | null;
  readonly window: string | null;
  /** Of the cameras at hand or, while that is being worked out, of earlier ones. */
  readonly inspection: InspectionAnswer | null;
  readonly plane: PlaneAnswer | null;
  readonly working: boolean;
  /** Why a thread failed; null if none did. */
  readonly failure: string | null;
  /** Drafts can't be kept: the browser's storage refuses. */
  readonly unkept: boolean;
}

/** What a user can do with cameras. */
export interface Cameras {
  readonly store: StoreApi<CamerasState>;
  /** Hangs cameras otherwise. Changes of one gesture are one step to undo. */
  hang(cameras: readonly Camera[], gesture?: string): void;
  undo(): void;
  redo(): void;
  /** The cameras as the plan came with them; may be undone. */
  restore(): void;
  set(settings: Partial<CameraSettings>): void;
  /** Asks again after a failure. */
  retry(): void;
}

/** Size of the cells of a plane, metres. */
const CELL_M = 0.1;

/** The plan at hand: the room with the cameras as they hang now. */
export function planOf({
  room,
  history,
}: Pick<CamerasState, 'room' | 'history'>): FloorPlan | null {
  return room && { ...room, cameras: [...history.cameras] };
}

/** A hand that has not moved for this long rests, ms. */
const REST_MS = 120;
const rested = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

/** Height of a plane, metres. */
export function planeHeightM(
  {
    plane,
    posture,
    ownPlaneM,
  }: Pick<CameraSettings, 'posture' | 'ownPlaneM'> & {
    readonly plane: Exclude<PlaneId, 'none'>;
  },
  room: FloorPlan,
): number {
  switch (plane) {
    case 'floor':
      return 0;
    case 'counter':
      return Math.max(0, ...room.counters.map(({ heightM }) => heightM));
    case 'face':
      return BODY_SIZES[posture].faceM;
    case 'own':
      return Math.min(ownPlaneM, room.ceilingHeightM);
  }
}

const NO_HISTORY: History = { cameras: [], past: [], future: [], gesture: null };

/** The page's doings over a thread; follows the hall that is open. */
export function createCameras(parts: {
  readonly twin: TwinStore;
  readonly worker: CoverageWorker;
  readonly drafts: Drafts;
}): Cameras {
  const { twin, worker, drafts } = parts;
  const store = createStore<CamerasState>(() => ({
    tab: 'inspect',
    below: 'picture',
    settings: {
      profile: 'identify',
      posture: 'standing',
      queueing: 0,
      lens: 'equisolid',
      pickupReachM: PICKUP_REACH_M,
      edition: '2014',
      plane: 'floor',
      ownPlaneM: 1.25,
    },
    room: null,
    history: NO_HISTORY,
    camera: null,
    window: null,
    inspection: null,
    plane: null,
    working: false,
    failure: null,
    unkept: false,
  }));
  /** Counts questions: only the answer to the last one that was begun is shown. */
  let asked = 0;

  async function ask(): Promise<void> {
    const { settings, ...state } = store.getState();
    const plan = planOf(state);
    if (!plan || twin.getState().page !== 'cameras') return;
    const own = ++asked;
    const { edition: _, ownPlaneM: __, plane, ...how } = settings;
    const request: InspectionRequest = { plan, ...how };
    store.setState({ working: true, failure: null });
    // Answers come in order: a newer question's is never older than what is shown.
    const shown = async (answer: Promise<Partial<CamerasState>>) => {
      try {
        const found = await answer;
        if (store.getState().room === state.room) store.setState(found);
      } catch (error) {
        if (own === asked && !(error instanceof Superseded))
          store.setState({ failure: error instanceof Error ? error.message : String(error) });
      }
    };
    await shown(worker.inspect(request).then((inspection) => ({ inspection })));
    // A plane takes longer: it waits until the hand rests, and leaves the verdicts their core.
    if (plane !== 'none') await rested();
    if (own !== asked) return;
    if (plane === 'none') store.setState({ plane: null });
    else
      await shown(
        worker
          .plane({
            ...request,
            heightM: planeHeightM({ ...settings, plane }, plan),
            cellM: CELL_M,
            thresholdPxPerM: PROFILES[settings.profile].face.pxPerM.value,
          })
          .then((seen) => ({ plane: seen })),
      );
    if (own === asked) store.setState({ working: false });
  }

  function renew(history: History): void {
    const { room, camera } = store.getState();
    if (!room) return;
    const kept = drafts.keep(room, history.cameras);
    store.setState({
      history,
      camera: history.cameras.some(({ id }) => id === camera) ? camera : null,
      unkept: !kept,
    });
    void ask();
  }

  function openRoom(room: FloorPlan | null): void {
    const cameras = room ? drafts.of(room) : [];
    store.setState({
      room,
      history: { ...NO_HISTORY, cameras },
      camera: cameras[0]?.id ?? null,
      window: null,
      inspection: null,
      plane: null,
    });
    void ask();
  }

  /** The hall shows its cameras where they hang now. */
  function showInHall(): void {
    const plan = planOf(store.getState());
    const shown = twin.getState().plan;
    if (plan && shown && JSON.stringify(plan.cameras) !== JSON.stringify(shown.cameras))
      twin.setState({ plan });
  }

  twin.subscribe(({ question, page }, before) => {
    const room = question?.floorplan ?? null;
    if (room !== store.getState().room) openRoom(room);
    if (page === 'cameras' && before.page !== 'cameras') void ask();
    if (page !== 'cameras') showInHall();
  });

  return {
    store,
    hang: (cameras, gesture) => renew(renewed(store.getState().history, cameras, gesture)),
    undo: () => renew(undone(store.getState().history)),
    redo: () => renew(redone(store.getState().history)),
    restore: () => {
      const { room, history } = store.getState();
      if (room) renew(renewed(history, room.cameras));
    },
    set: (settings) => {
      store.setState((state) => ({ settings: { ...state.settings, ...settings } }));
      void ask();
    },
    retry: () => void ask(),
  };
}
