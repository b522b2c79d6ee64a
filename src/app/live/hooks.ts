import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { inLanguage } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
import type { OutlookState } from './outlook';
import type { LiveState } from './store';

/** A part of what is known of the real hall. */
export function useLive<T>(select: (state: LiveState) => T): T {
  return useStore(useTwin().live.store, select);
}

/** A part of what is worked out of the rest of the day. */
export function useOutlook<T>(select: (state: OutlookState) => T): T {
  return useStore(useTwin().outlook.store, select);
}

/** Names of windows and items, as the scenario of the mirrored hall has them. */
export function useNames(): {
  window(id: string): string;
  item(id: string, unknown: string): string;
} {
  const language = useTwinState((state) => state.language);
  const scenario = useLive((state) => state.hall?.scenario ?? null);
  const nameOf = (list: 'windows' | 'classes', id: string) => {
    const found = scenario?.[list].find((one) => one.id === id);
    return found ? inLanguage(found.name, language) : id;
  };
  return {
    window: (id) => nameOf('windows', id),
    item: (id, unknown) => (id === '' ? unknown : nameOf('classes', id)),
  };
}

/** Renders anew every second: for countdowns and for how long something has lasted. */
export function useSeconds(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
