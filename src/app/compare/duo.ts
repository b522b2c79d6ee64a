import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Variant as Subject } from '../../sim/experiments/evaluator';
import { createTimeline, type Timeline } from '../../sim/hall/timeline';
import { largestDifference } from '../../sim/story/difference';
import type { SimulationWorker } from '../../workers/api';
import { Superseded } from '../../workers/lane';
import { PlaybackClock } from '../playback/clock';
import { dayRange, openingUs } from '../playback/day';
import { PLAYED_REPLICATION } from '../state/store';
import { type Called, calledOf } from './called';

/** A variant's day, recorded. */
export interface PlayedDay {
  readonly subject: Subject;
  readonly timeline: Timeline;
  readonly called: Called;
}

export interface DuoState {
  readonly status: 'idle' | 'working' | 'failed';
  readonly days: readonly [PlayedDay, PlayedDay] | null;
  /** Why it failed. */
  readonly reason: string | null;
}

/** Two days beside each other at the same time. */
export interface Duo {
  readonly store: StoreApi<DuoState>;
  /** The time of both. */
  readonly clock: PlaybackClock;
  /** Records the same visitors' day in two variants; those on show stay until it is done. */
  show(left: Subject, right: Subject): Promise<void>;
  /** Lets go of the days. */
  close(): void;
}

export function createDuo(start: () => SimulationWorker): Duo {
  const store = createStore<DuoState>(() => ({ status: 'idle', days: null, reason: null }));
  const clock = new PlaybackClock();
  let worker: SimulationWorker | null = null;
  let asked = 0;

  async function dayOf(subject: Subject): Promise<PlayedDay> {
    worker ??= start();
    const record = await worker.record({ ...subject, replications: 1 }, PLAYED_REPLICATION);
    const timeline = createTimeline(record);
    return { subject, timeline, called: calledOf(record) };
  }

  return {
    store,
    clock,
    async show(left, right) {
      const asking = ++asked;
      store.setState({ status: 'working', reason: null });
      try {
        // One after the other: the thread answers one question at a time.
        const days = [await dayOf(left), await dayOf(right)] as const;
        if (asking !== asked) return;
        const first = clock.endUs === 0;
        const ranges = days.map(({ subject, timeline }) => dayRange(subject.scenario, timeline));
        clock.setRange(
          Math.min(...ranges.map(({ startUs }) => startUs)),
          Math.max(...ranges.map(({ endUs }) => endUs)),
        );
        // Where there is most to see; an empty hall in the morning says nothing.
        const largest = largestDifference(days[0].timeline, days[1].timeline);
        if (first) clock.seek(largest?.timeUs ?? openingUs(left.scenario, days[0].timeline));
        store.setState({ status: 'idle', days });
      } catch (error) {
        if (asking !== asked || error instanceof Superseded) return;
        const reason = error instanceof Error ? error.message : String(error);
        store.setState({ status: 'failed', reason });
      }
    },
    close() {
      asked++;
      clock.pause();
      store.setState({ status: 'idle', days: null, reason: null });
    },
  };
}
