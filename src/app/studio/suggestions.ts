import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HallFacts } from '../../coverage/hall-check';
import type { WindowCounts } from '../../drawing/templates/kinds';
import type { FloorPlan } from '../../scenarios/floorplan';
import { Superseded } from '../../workers/lane';
import type { StudioWorker } from '../../workers/studio-api';
import type { Suggestions } from '../../workers/suggest';
import type { TwinStore } from '../state/store';

export interface SuggestionsState {
  readonly status: 'idle' | 'working' | 'failed';
  readonly done: number;
  readonly of: number;
  readonly reason: string | null;
  readonly found: Suggestions | null;
}

/** A search for layouts of a room. */
export interface LayoutSearch {
  readonly store: StoreApi<SuggestionsState>;
  search(room: FloorPlan, windows: WindowCounts, facts: HallFacts): Promise<void>;
  cancel(): void;
}

const REPLICATIONS = 20;

export function createLayoutSearch(twin: TwinStore, worker: StudioWorker): LayoutSearch {
  const store = createStore<SuggestionsState>(() => ({
    status: 'idle',
    done: 0,
    of: 0,
    reason: null,
    found: null,
  }));
  return {
    store,
    async search(room, windows, facts) {
      const { question, settings } = twin.getState();
      if (!question || !settings) return;
      store.setState({ status: 'working', done: 0, of: 0, reason: null });
      try {
        const found = await worker.suggest(
          {
            room,
            windows,
            scenario: question.scenario,
            seed: settings.seed,
            replications: REPLICATIONS,
            facts,
          },
          (done, of) => store.setState({ done, of }),
        );
        store.setState({ status: 'idle', found });
      } catch (error) {
        if (error instanceof Superseded) store.setState({ status: 'idle' });
        else
          store.setState({
            status: 'failed',
            reason: error instanceof Error ? error.message : String(error),
          });
      }
    },
    cancel: () => worker.cancelSuggest(),
  };
}
