import { createStore, type StoreApi } from 'zustand/vanilla';
import { hallStateOf } from '../../live/state';
import { hallStateSchema } from '../../scenarios/hall-state';
import { stateProblems } from '../../scenarios/validate-state';
import type { NowForecast } from '../../sim/forecast/now';
import type { AskOutlook } from '../../workers/browser-outlook';
import { Superseded } from '../../workers/lane';
import type { LiveState } from './store';

export interface OutlookState {
  /** The latest answer; it stays until there is a newer one. */
  readonly answer: NowForecast | null;
  /** Why there is none. */
  readonly failed: string | null;
}

/** The rest of the day of the mirrored hall, worked out again and again as it changes. */
export interface Outlook {
  readonly store: StoreApi<OutlookState>;
  start(): void;
  stop(): void;
}

/** Between two forecasts, ms: each keeps a core busy for a second or two. */
const PAUSE_MS = 10_000;
const LOOK_MS = 500;
/** Futures of one forecast. */
const FUTURES = 150;

/**
 * @param live what is known of the hall
 * @param ask works a forecast out on another thread
 * @param nowMs the page's own clock
 */
export function createOutlook(
  live: StoreApi<LiveState>,
  ask: AskOutlook,
  nowMs: () => number,
): Outlook {
  const store = createStore<OutlookState>(() => ({ answer: null, failed: null }));
  let timer: ReturnType<typeof setInterval> | null = null;
  let busy = false;
  let askedMs = Number.NEGATIVE_INFINITY;
  /** What was asked last: an unchanged minute of an unchanged hall is not asked again. */
  let asked = '';

  function look(): void {
    if (busy || nowMs() - askedMs < PAUSE_MS) return;
    const { hall, present, reflection, line } = live.getState();
    if (!hall?.scenario || !present || !reflection || line.kind !== 'open') return;
    const written = hallStateOf(hall.scenario, present, reflection.day);
    const state = written ? hallStateSchema.parse(written) : null;
    // Outside the hours, and on a day without any, there is no rest of the day.
    if (!state || stateProblems(state, hall.scenario).length > 0) {
      asked = '';
      if (store.getState().answer) store.setState({ answer: null, failed: null });
      return;
    }
    const text = JSON.stringify({ ...state, at: state.at.slice(0, 5) });
    if (text === asked) return;
    asked = text;
    askedMs = nowMs();
    busy = true;
    const { scenario, floorplan } = hall;
    // What a window does takes longer: until it is known anew, what it did a moment ago stands.
    const first = (answer: NowForecast) =>
      store.setState(({ answer: last }) => ({
        answer: { ...answer, effects: last?.effects ?? [] },
        failed: null,
      }));
    ask({ scenario, floorplan, state, futures: FUTURES }, first)
      .then(
        (answer) => store.setState({ answer, failed: null }),
        (error: unknown) => {
          if (error instanceof Superseded) return;
          store.setState({ failed: error instanceof Error ? error.message : String(error) });
        },
      )
      .finally(() => {
        busy = false;
      });
  }

  return {
    store,
    start() {
      timer ??= setInterval(look, LOOK_MS);
    },
    stop() {
      if (timer) clearInterval(timer);
      timer = null;
    },
  };
}
