import * as Comlink from 'comlink';
import type { CoverageThread } from './coverage.worker';
import type { CoverageWorker } from './coverage-api';
import { Lane, type LaneThread, ThreadFailure } from './lane';
import { Latest } from './latest';

function startThread(): LaneThread<Comlink.Remote<CoverageThread>> {
  const worker = new Worker(new URL('./coverage.worker.ts', import.meta.url), { type: 'module' });
  return {
    remote: Comlink.wrap<CoverageThread>(worker),
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => listener(event.message || 'worker error'));
      worker.addEventListener('messageerror', () => listener('unreadable message'));
    },
    terminate: () => worker.terminate(),
  };
}

/** A thread that stays warm from one question to the next. */
class WarmThread {
  readonly #latest = new Latest();
  #open: { thread: LaneThread<Comlink.Remote<CoverageThread>>; failed: Promise<never> } | null =
    null;

  ask<T>(job: (remote: Comlink.Remote<CoverageThread>) => Promise<T>): Promise<T> {
    return this.#latest.run(() => {
      const { thread, failed } = this.#opened();
      return Promise.race([job(thread.remote), failed]);
    });
  }

  #opened() {
    if (this.#open) return this.#open;
    const thread = startThread();
    const failed = new Promise<never>((_, reject) => {
      thread.onFailure((reason) => {
        this.#open = null;
        thread.terminate();
        reject(new ThreadFailure(reason));
      });
    });
    failed.catch(() => {});
    this.#open = { thread, failed };
    return this.#open;
  }
}

/** Starts no thread before it is needed. Windows, planes, placements and days have one each. */
export function createCoverageWorker(): CoverageWorker {
  const windows = new WarmThread();
  const planes = new WarmThread();
  const placing = new Lane(startThread);
  const watching = new Lane(startThread);
  return {
    inspect: (request) => windows.ask((thread) => thread.inspect(request)),
    plane: (request) => planes.ask((thread) => thread.plane(request)),
    place: (request) => placing.run((thread) => thread.place(request)),
    cancelPlace: () => placing.close(),
    watch: (request, onProgress) =>
      watching.run((thread) => thread.watch(request, Comlink.proxy(onProgress))),
    cancelWatch: () => watching.close(),
  };
}
