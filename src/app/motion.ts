import { useSyncExternalStore } from 'react';

const query = () => window.matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the user's system asks for as little motion as can be: then nothing moves unasked. */
export function prefersLessMotion(): boolean {
  return query().matches;
}

function subscribe(listener: () => void): () => void {
  const watched = query();
  watched.addEventListener('change', listener);
  return () => watched.removeEventListener('change', listener);
}

/** The same as it changes. */
export function useLessMotion(): boolean {
  return useSyncExternalStore(subscribe, prefersLessMotion);
}
