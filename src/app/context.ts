import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { type Formatter, formatter } from './format';
import type { PlaybackClock } from './playback/clock';
import type { ShowState } from './show/store';
import type { ToursState } from './show/tours';
import type { TwinState } from './state/store';
import type { StudiesState } from './state/studies';
import type { SweepsState } from './state/sweeps';
import type { Twin } from './twin';

export const TwinContext = createContext<Twin | null>(null);

/** The parts behind the page; throws outside of the page. */
export function useTwin(): Twin {
  const twin = useContext(TwinContext);
  if (twin === null) throw new Error('no twin around this component');
  return twin;
}

/** A part of the state. */
export function useTwinState<T>(select: (state: TwinState) => T): T {
  return useStore(useTwin().store, select);
}

/** A part of the state of what runs beside the hall. */
export function useStudies<T>(select: (state: StudiesState) => T): T {
  return useStore(useTwin().studies.store, select);
}

/** A part of the state of the sweeps. */
export function useSweeps<T>(select: (state: SweepsState) => T): T {
  return useStore(useTwin().sweeps.store, select);
}

/** A part of what is being shown to others. */
export function useShow<T>(select: (state: ShowState) => T): T {
  return useStore(useTwin().show.store, select);
}

/** A part of the tour that is shown. */
export function useTours<T>(select: (state: ToursState) => T): T {
  return useStore(useTwin().tours.store, select);
}

export function useFormatter(): Formatter {
  const language = useTwinState((state) => state.language);
  return useMemo(() => formatter(language), [language]);
}

/**
 * What follows a playing clock outside the hall changes this often, ms: reading can't follow
 * faster, and every change is paint that the hall's picture has to wait for without a graphics card.
 */
const CALM_PERIOD_MS = 250;

/**
 * The clock's time cut to whole steps, µs. While the day plays it is renewed four times a second;
 * a pause or a jump shows at once.
 */
export function useClockTime(stepUs: number): number {
  const { clock } = useTwin();
  const subscribe = useMemo(() => subscribeCalmly(clock), [clock]);
  return useSyncExternalStore(subscribe, () => Math.floor(clock.timeUs() / stepUs) * stepUs);
}

/** Listens to the clock at a reader's pace; a pause or a jump is heard at once. */
export function subscribeCalmly(clock: PlaybackClock): (listener: () => void) => () => void {
  return (listener) => {
    let last = Number.NEGATIVE_INFINITY;
    return clock.subscribe(() => {
      const now = performance.now();
      if (clock.playing() && now - last < CALM_PERIOD_MS) return;
      last = now;
      listener();
    });
  };
}

/** Whether the day plays, and how fast. */
export function usePlayback(): { readonly playing: boolean; readonly speed: number } {
  const { clock } = useTwin();
  const playing = useSyncExternalStore(clock.subscribe, clock.playing);
  const speed = useSyncExternalStore(clock.subscribe, () => clock.speed);
  return { playing, speed };
}
