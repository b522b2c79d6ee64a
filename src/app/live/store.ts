import { createStore, type StoreApi } from 'zustand/vanilla';
import { Mirror, type Reflection } from '../../live/mirror';
import { namesOf, type Present, presentOf } from '../../live/present';
import { recordOf, type Stage, stageOf } from '../../live/record';
import type { ClockMessage, HallAnswer } from '../../live/stream';
import { GrowingTimeline } from '../../live/timeline';
import type { SceneClock } from '../../scene/types';
import { Line, type LineParts, type LineState } from './line';

/** Between two looks at the mirror, ms: reading can't follow faster. */
const REFRESH_MS = 500;
const DAY_MS = 86_400_000;

export interface LiveState {
  readonly line: LineState;
  readonly hall: HallAnswer | null;
  readonly clock: ClockMessage | null;
  readonly reflection: Reflection | null;
  readonly present: Present | null;
  /** The day so far, to be drawn; null without a floor plan. */
  readonly timeline: GrowingTimeline | null;
  /** The page's own clock at the latest refresh, ms. */
  readonly refreshedMs: number;
}

/** A real hall as it is now. */
export interface Live {
  readonly store: StoreApi<LiveState>;
  /** The hall's time, for the drawing: µs since midnight. */
  readonly clock: SceneClock;
  /** The hall's time, ms; stands still while the line is broken. */
  nowMs(): number;
  start(): void;
  stop(): void;
  retry(): void;
  admit(token: string): void;
}

const NOTHING: LiveState = {
  line: { kind: 'off' },
  hall: null,
  clock: null,
  reflection: null,
  present: null,
  timeline: null,
  refreshedMs: 0,
};

export function createLive(parts: LineParts): Live {
  const store = createStore<LiveState>(() => NOTHING);
  let mirror: Mirror | null = null;
  let changed = false;
  let stage: Stage | null = null;
  let hallText: string | null = null;
  /** The server's clock when it last spoke, and when that was on the page's own. */
  let heard: { readonly message: ClockMessage; readonly atMs: number } | null = null;
  let timer: ReturnType<typeof setInterval> | null = null;
  const listeners = new Set<() => void>();

  const isOpen = () => store.getState().line.kind === 'open';
  /** What is shown when the line breaks stays as it was then. */
  let stoodMs = 0;
  const nowMs = () => {
    if (!heard || !isOpen()) return stoodMs;
    const { message, atMs } = heard;
    return message.nowMs + (parts.nowMs() - atMs) * message.speed;
  };

  function refresh(): void {
    const { hall, timeline } = store.getState();
    if (!mirror) return;
    const now = nowMs();
    const names = hall?.scenario ? namesOf(hall.scenario) : { windows: [], items: [] };
    const reflection = mirror.reflection();
    let next = timeline;
    if (stage && (changed || timeline === null)) {
      const sameDay = Math.floor(now / DAY_MS) === reflection.day.day;
      const drawn = recordOf(
        stage,
        sameDay ? reflection.day : { day: Math.floor(now / DAY_MS), tickets: [], windows: [] },
      );
      next = timeline ? timeline.grown(drawn) : new GrowingTimeline(drawn);
    }
    changed = false;
    store.setState({
      reflection,
      present: presentOf(reflection, now, names),
      timeline: next,
      refreshedMs: parts.nowMs(),
    });
    for (const listener of listeners) listener();
  }

  const line = new Line(parts, {
    state(next) {
      if (isOpen() && next.kind !== 'open') stoodMs = nowMs();
      if (isOpen() && next.kind === 'open') return;
      store.setState({ line: next });
      for (const listener of listeners) listener();
    },
    hall(hall) {
      const text = JSON.stringify(hall);
      if (text === hallText) return;
      hallText = text;
      stage = hall.scenario && hall.floorplan ? stageOf(hall.scenario, hall.floorplan) : null;
      store.setState({ hall, timeline: null });
    },
    snapshot(message) {
      mirror = new Mirror(message.mirror);
      changed = true;
    },
    entries(entries) {
      for (const entry of entries) mirror?.follow(entry);
      changed = true;
    },
    clock(message) {
      const first = heard === null;
      heard = { message, atMs: parts.nowMs() };
      store.setState({ clock: message });
      if (first) refresh();
    },
  });

  return {
    store,
    nowMs,
    clock: {
      timeUs: () => Math.max(0, (nowMs() % DAY_MS) * 1000),
      playing: () => isOpen() && (heard?.message.speed ?? 0) > 0,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    start() {
      timer ??= setInterval(refresh, REFRESH_MS);
      const { kind } = store.getState().line;
      if (kind === 'off' || kind === 'absent') void line.connect();
    },
    stop() {
      if (timer) clearInterval(timer);
      timer = null;
      line.close();
      store.setState({ line: { kind: 'off' } });
    },
    retry: () => void line.connect(),
    admit: (token) => void line.admit(token),
  };
}
