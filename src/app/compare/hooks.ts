import {
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { subscribeCalmly, useTwin, useTwinState } from '../context';
import type { PlaybackClock } from '../playback/clock';
import type { Twin } from '../twin';
import type { DuoState } from './duo';
import { nameOf } from './names';
import type { Answered } from './result';
import type { CompareState, NameOf } from './store';

/** A part of what the page's user has put together. */
export function useCompare<T>(select: (state: CompareState) => T): T {
  return useStore(useTwin().compare.store, select);
}

/** A part of the two days beside each other. */
export function useDuo<T>(select: (state: DuoState) => T): T {
  return useStore(useTwin().compare.duo.store, select);
}

/** Names of the variants on the page, in their order. */
export function useNames(): readonly string[] {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const forms = useCompare((state) => state.forms);
  return useMemo(() => forms.map((form) => nameOf(form, forms, t, language)), [forms, t, language]);
}

/** What variants are called in a result. */
export function useNaming(): NameOf {
  const { compare, translation } = useTwin();
  return useCallback(
    (form) => {
      const { forms } = compare.store.getState();
      return {
        zh: nameOf(form, forms, translation.getFixedT('zh'), 'zh'),
        en: nameOf(form, forms, translation.getFixedT('en'), 'en'),
      };
    },
    [compare, translation],
  );
}

/** Compares what is on the page. */
export function useRun(): () => void {
  const { compare } = useTwin();
  const naming = useNaming();
  return useCallback(() => void compare.run(naming), [compare, naming]);
}

/**
 * While a comparison runs its figures are renewed this often, ms: whoever reads them needs no
 * more, and the table and the charts are the most work that the page has.
 */
const CALM_MS = 1500;

/** The comparison to be shown: the one under way as far as it is, or the last one. */
export function useAnswered(): Answered | null {
  const { compare, sweeps } = useTwin();
  const [answered, setAnswered] = useState(() => answeredNow({ compare, sweeps }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const take = () => {
      timer = null;
      const next = answeredNow({ compare, sweeps });
      startTransition(() =>
        setAnswered((shown) =>
          shown?.answer === next?.answer && shown?.asked === next?.asked ? shown : next,
        ),
      );
    };
    const hear = () => {
      if (sweeps.store.getState().compare.status === 'working') {
        timer ??= setTimeout(take, CALM_MS);
        return;
      }
      if (timer !== null) clearTimeout(timer);
      take();
    };
    hear();
    const stops = [compare.store.subscribe(hear), sweeps.store.subscribe(hear)];
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [compare, sweeps]);
  return answered;
}

function answeredNow({ compare, sweeps }: Pick<Twin, 'compare' | 'sweeps'>): Answered | null {
  const { asked, before } = compare.store.getState();
  const { answer, asked: request } = sweeps.store.getState().compare;
  if (asked === null || answer === null || request !== asked.request) return before;
  return answer.replications > 0 ? { asked, answer } : before;
}

/** A clock's time, µs, at a reader's pace. */
export function useTime(clock: PlaybackClock): number {
  const subscribe = useMemo(() => subscribeCalmly(clock), [clock]);
  return useSyncExternalStore(subscribe, clock.timeUs);
}
