import * as Comlink from 'comlink';
import { type LaneThread, ThreadFailure } from './lane';
import { Latest } from './latest';

/** A thread of the browser behind comlink. */
export function openThread<T>(worker: Worker): LaneThread<Comlink.Remote<T>> {
  return {
    remote: Comlink.wrap<T>(worker),
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => listener(event.message || 'worker error'));
      worker.addEventListener('messageerror', () => listener('unreadable message'));
    },
    terminate: () => worker.terminate(),
  };
}

/** A thread that stays warm from one question to the next; it is started with the first. */
export class WarmThread<T> {
  readonly #start: () => LaneThread<Comlink.Remote<T>>;
  readonly #latest = new Latest();
  #open: { thread: LaneThread<Comlink.Remote<T>>; failed: Promise<never> } | null = null;

  constructor(start: () => LaneThread<Comlink.Remote<T>>) {
    this.#start = start;
  }

  ask<A>(job: (remote: Comlink.Remote<T>) => Promise<A>): Promise<A> {
    return this.#latest.run(() => {
      const { thread, failed } = this.#opened();
      return Promise.race([job(thread.remote), failed]);
    });
  }

  #opened() {
    if (this.#open) return this.#open;
    const thread = this.#start();
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
