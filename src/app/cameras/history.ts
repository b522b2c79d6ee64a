import type { Camera } from '../../coverage/optics/lens-of';

/** Cameras with all that can be undone and done again. */
export interface History {
  readonly cameras: readonly Camera[];
  readonly past: readonly (readonly Camera[])[];
  readonly future: readonly (readonly Camera[])[];
  /** The gesture that is under way: its changes are one step. */
  readonly gesture: string | null;
}

/** Steps that are remembered. */
const MOST_STEPS = 500;

/** A change; with the gesture of the last one it takes that one's place. */
export function renewed(
  history: History,
  cameras: readonly Camera[],
  gesture: string | null = null,
): History {
  const goesOn = gesture !== null && gesture === history.gesture;
  return {
    cameras,
    past: goesOn ? history.past : [...history.past, history.cameras].slice(-MOST_STEPS),
    future: [],
    gesture,
  };
}

export function undone(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return {
    cameras: before,
    past: history.past.slice(0, -1),
    future: [history.cameras, ...history.future],
    gesture: null,
  };
}

export function redone(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { cameras: next, past: [...history.past, history.cameras], future, gesture: null };
}
