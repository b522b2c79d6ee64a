import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SaveGltf } from '../../scene/edit/Gltf';
import type { SceneView } from '../../scene/types';
import type { ReadPose } from '../../scene/view/Pose';
import type { Framing } from '../../scene/view/shot';
import { type EncounterId, encountersOf } from '../../sim/story/encounters';
import type { PlaybackClock } from '../playback/clock';
import type { Origin, TwinStore } from '../state/store';
import type { HeatKind } from './heat';

/** A day that is followed at more than this runs away from its reader. */
const FASTEST_FOLLOWED = 30;
const FOLLOWED_SPEED = 10;

export interface ShowState {
  /** Whether the camera goes behind the visitor that is picked. */
  readonly following: boolean;
  /** Whether only the hall is shown, large, and whether the screen is black for now. */
  readonly presenting: boolean;
  readonly black: boolean;
  /** What is laid over the floor. */
  readonly heat: HeatKind | null;
  /** How the camera's place is read, and the hall saved as glTF; null while it is not drawn. */
  readonly readPose: ReadPose | null;
  readonly saveGltf: SaveGltf | null;
  /** Where a link has sent the camera, until it is sent elsewhere. */
  readonly sent: Sent | null;
}

/** A view that the camera is sent to, in the hall of that origin and no other. */
export interface Sent {
  readonly origin: Origin;
  readonly view: SceneView;
  readonly framing: Framing;
}

/** Showing the hall to others: whom the camera follows, and how one moves through their story. */
export interface Show {
  readonly store: StoreApi<ShowState>;
  /** Follows the visitor that is picked from here on; without one nothing happens. */
  follow(): void;
  /** Follows a visitor from the door on. */
  followFromDoor(visitor: number): void;
  /** Follows one of a kind, if there is one. */
  followKind(kind: EncounterId): void;
  unfollow(): void;
  /** Shows the hall alone on the whole screen, or the page again. */
  present(on: boolean): void;
  toggleBlack(): void;
  layHeat(kind: HeatKind | null): void;
  /** Sends the camera to a view, or back to where the whole plan is seen. */
  sendTo(sent: Sent | null): void;
  /** From whoever draws the hall; null when it is drawn no more. */
  readonly offerPose: (read: ReadPose | null) => void;
  readonly offerGltf: (save: SaveGltf | null) => void;
  /** Goes to the next step of the story that is followed, or to the one before. */
  step(by: 1 | -1): void;
}

/** Joins what is shown to what is picked and to the clock. */
export function createShow({
  twin,
  clock,
  fullScreen = () => {},
}: {
  readonly twin: TwinStore;
  readonly clock: PlaybackClock;
  /** Asks the browser for the whole screen, or gives it back. */
  readonly fullScreen?: (on: boolean) => void;
}): Show {
  const store = createStore<ShowState>(() => ({
    following: false,
    presenting: false,
    black: false,
    heat: null,
    readPose: null,
    saveGltf: null,
    sent: null,
  }));
  let speedBefore: number | null = null;

  const followed = (): number | null => {
    const { selection } = twin.getState();
    return selection?.kind === 'visitor' ? selection.visitor : null;
  };
  const unfollow = () => {
    if (!store.getState().following) return;
    store.setState({ following: false });
    if (speedBefore !== null) clock.setSpeed(speedBefore);
    speedBefore = null;
  };
  const follow = () => {
    if (followed() === null || store.getState().following) return;
    store.setState({ following: true });
    if (clock.speed <= FASTEST_FOLLOWED) return;
    speedBefore = clock.speed;
    clock.setSpeed(FOLLOWED_SPEED);
  };
  const followFromDoor = (visitor: number) => {
    const start = twin.getState().day.timeline?.story(visitor)[0]?.startUs;
    if (start === undefined) return;
    twin.setState({ selection: { kind: 'visitor', visitor } });
    clock.seek(start);
    follow();
  };
  // Whoever picks something else, or nothing, has stopped following.
  twin.subscribe(() => {
    if (followed() === null) unfollow();
  });
  // A speed that is chosen by hand stays.
  clock.subscribe(() => {
    if (speedBefore !== null && clock.speed !== FOLLOWED_SPEED) speedBefore = null;
  });

  return {
    store,
    follow,
    followFromDoor,
    followKind(kind) {
      const { timeline } = twin.getState().day;
      const visitor = timeline ? encountersOf(timeline)[kind] : null;
      if (visitor !== null) followFromDoor(visitor);
    },
    unfollow,
    present(on) {
      if (store.getState().presenting === on) return;
      store.setState({ presenting: on, black: false });
      fullScreen(on);
    },
    toggleBlack: () => store.setState(({ black }) => ({ black: !black })),
    layHeat: (heat) => store.setState({ heat }),
    sendTo: (sent) => store.setState({ sent }),
    offerPose: (readPose) => store.setState({ readPose }),
    offerGltf: (saveGltf) => store.setState({ saveGltf }),
    step(by) {
      const visitor = followed();
      const { timeline } = twin.getState().day;
      if (visitor === null || !timeline || !store.getState().following) return;
      const to = stepTo(timeline.story(visitor), clock.timeUs(), by);
      if (to !== null) clock.seek(to);
    },
  };
}

/** Somebody well into a step goes back to its beginning first, as players of music do, µs. */
const INTO_US = 3e6;

/**
 * When the next step of a story begins, or the one before; the end of the story after the last.
 * null where there is none that way.
 */
export function stepTo(
  story: readonly { readonly startUs: number; readonly endUs: number }[],
  timeUs: number,
  by: 1 | -1,
): number | null {
  if (by === 1) {
    const next = story.find(({ startUs }) => startUs > timeUs);
    const endUs = story.at(-1)?.endUs;
    return next?.startUs ?? (endUs !== undefined && endUs > timeUs ? endUs : null);
  }
  const before = story.filter(({ startUs }) => startUs < timeUs);
  const last = before.at(-1);
  if (!last) return null;
  const into = timeUs - last.startUs > INTO_US;
  return into ? last.startUs : (before.at(-2)?.startUs ?? last.startUs);
}
