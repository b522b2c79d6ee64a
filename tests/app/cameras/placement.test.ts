import { describe, expect, it } from 'vitest';
import { createPlacementSearch } from '../../../src/app/cameras/placement';
import type { PlacementProgress } from '../../../src/coverage/placement/place';
import type { CoverageWorker, PlaceAnswer, PlaceRequest } from '../../../src/workers/coverage-api';
import { Superseded } from '../../../src/workers/lane';

/** A thread whose answers and words on the way come when the test says so. */
function slowThread() {
  const asked: {
    tell: (progress: PlacementProgress) => void;
    answer: (answer: PlaceAnswer) => void;
    fail: (reason: Error) => void;
  }[] = [];
  const never = () => Promise.reject(new Error('was not asked for'));
  const worker: CoverageWorker = {
    inspect: never,
    plane: never,
    watch: never,
    cancelWatch: () => {},
    place: (_, tell) =>
      new Promise((answer, fail) => {
        asked.push({ tell, answer, fail });
      }),
    cancelPlace: () => asked.at(-1)?.fail(new Superseded()),
  };
  return { worker, asked };
}

const request = { times: 1 } as PlaceRequest;
const looked: PlacementProgress = { step: 'places', done: 8, of: 40, candidates: 12 };

describe('the search for the fewest cameras', () => {
  it('shows what it is at, and starts the next one with a clean slate', async () => {
    const { worker, asked } = slowThread();
    const search = createPlacementSearch(worker);
    const first = search.ask(request);
    expect(search.store.getState()).toMatchObject({ status: 'working', progress: null });
    asked[0]!.tell(looked);
    expect(search.store.getState().progress).toEqual(looked);
    asked[0]!.answer({ count: 5 } as PlaceAnswer);
    await first;
    expect(search.store.getState()).toMatchObject({ status: 'idle', answer: { count: 5 } });
    void search.ask(request);
    expect(search.store.getState().progress).toBeNull();
  });

  it('hears nothing more of a search that was cancelled', async () => {
    const { worker, asked } = slowThread();
    const search = createPlacementSearch(worker);
    const first = search.ask(request);
    search.cancel();
    await first;
    void search.ask(request);
    asked[0]!.tell(looked);
    expect(search.store.getState()).toMatchObject({ status: 'working', progress: null });
    asked[1]!.tell({ step: 'check' });
    expect(search.store.getState().progress).toEqual({ step: 'check' });
  });
});
