import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlacementProgress } from '../../coverage/placement/place';
import type { Support } from '../../coverage/placement/places';
import type { CoverageWorker, PlaceAnswer, PlaceRequest } from '../../workers/coverage-api';
import { Superseded } from '../../workers/lane';

/** What may be hung where. */
export interface PlacementForm {
  /** Ids of models. */
  readonly models: readonly string[];
  readonly supports: readonly Support[];
  readonly heightsM: readonly number[];
  readonly stepM: number;
  /** Cameras that have to see each target: with 2, any one may fail. */
  readonly times: number;
  /** Cameras more, for floor that nobody sees. */
  readonly spare: number;
}

export interface PlacementState {
  readonly form: PlacementForm;
  readonly status: 'idle' | 'working';
  /** What the search under way is at; null before it has said anything. */
  readonly progress: PlacementProgress | null;
  readonly asked: PlaceRequest | null;
  readonly answer: PlaceAnswer | null;
  readonly failure: string | null;
}

/** The search for the fewest cameras. */
export interface PlacementSearch {
  readonly store: StoreApi<PlacementState>;
  set(form: Partial<PlacementForm>): void;
  ask(request: PlaceRequest): Promise<void>;
  /** Ends the search; the answer before it stays. */
  cancel(): void;
}

/** A search over a thread; two models to begin with, one wide and one narrower, on the walls. */
export function createPlacementSearch(worker: CoverageWorker): PlacementSearch {
  const store = createStore<PlacementState>(() => ({
    form: {
      models: ['hik-2143-2.8', 'hik-2143-4'],
      supports: ['walls', 'ceiling'],
      heightsM: [2.5],
      stepM: 1,
      times: 1,
      spare: 0,
    },
    status: 'idle',
    progress: null,
    asked: null,
    answer: null,
    failure: null,
  }));
  let asking = 0;
  return {
    store,
    set: (form) => store.setState((state) => ({ form: { ...state.form, ...form } })),
    async ask(request) {
      store.setState({ status: 'working', progress: null, failure: null });
      const mine = ++asking;
      try {
        const answer = await worker.place(request, (progress) => {
          // A search that was cancelled may still have told something on its way.
          if (asking === mine) store.setState({ progress });
        });
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
      asking++;
      worker.cancelPlace();
      store.setState({ status: 'idle' });
    },
  };
}
