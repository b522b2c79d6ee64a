import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DayCoverage } from '../../coverage/day/day-coverage';
import type { CoverageWorker, DayRequest } from '../../workers/coverage-api';
import { Superseded } from '../../workers/lane';

export interface DayWatchState {
  readonly status: 'idle' | 'working';
  /** Share that is done. */
  readonly done: number;
  readonly asked: DayRequest | null;
  readonly answer: DayCoverage | null;
  readonly failure: string | null;
}

/** How windows are seen over the recorded day. */
export interface DayWatch {
  readonly store: StoreApi<DayWatchState>;
  ask(request: DayRequest): Promise<void>;
  /** Ends it; the answer before it stays. */
  cancel(): void;
}

/** A watch over a thread. */
export function createDayWatch(worker: CoverageWorker): DayWatch {
  const store = createStore<DayWatchState>(() => ({
    status: 'idle',
    done: 0,
    asked: null,
    answer: null,
    failure: null,
  }));
  return {
    store,
    async ask(request) {
      store.setState({ status: 'working', done: 0, failure: null });
      try {
        const answer = await worker.watch(request, (done) => store.setState({ done }));
        store.setState({ status: 'idle', asked: request, answer });
      } catch (error) {
        if (error instanceof Superseded) return;
        store.setState({
          status: 'idle',
          failure: error instanceof Error ? error.message : String(error),
        });
      }
    },
    cancel() {
      worker.cancelWatch();
      store.setState({ status: 'idle' });
    },
  };
}
