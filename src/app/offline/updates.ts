import { registerSW } from 'virtual:pwa-register';
import { createStore } from 'zustand/vanilla';

export interface UpdatesState {
  /** Takes the new version that waits; null while there is none. */
  readonly take: (() => void) | null;
}

/** Whether a newer version of the page waits to be taken. */
export const updates = createStore<UpdatesState>(() => ({ take: null }));

/** How often an open page looks for a newer version, ms. */
const LOOK_MS = 3_600_000;

/**
 * Keeps the page in the browser, so that it opens without a network. A newer version is fetched
 * beside it and taken only when the user says so: nothing that is being edited is lost.
 */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const take = registerSW({
    onNeedRefresh: () => updates.setState({ take: () => void take(true) }),
    onRegisteredSW: (_, registration) => {
      if (registration) setInterval(() => void registration.update().catch(() => {}), LOOK_MS);
    },
    // A browser that forbids it shows the page all the same.
    onRegisterError: () => {},
  });
}
