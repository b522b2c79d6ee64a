import { Superseded } from './lane';

/**
 * One question at a time, and of those that come meanwhile only the last: a hand that drags asks
 * faster than a thread answers, and only where it is now matters. Unlike a `Lane`, the question
 * under way is answered: its thread is warm and soon done.
 */
export class Latest {
  #busy = false;
  #next: { start: () => void; drop: (reason: Error) => void } | null = null;

  /** Rejects with `Superseded` if a newer question came before this one was begun. */
  run<T>(job: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const start = () => {
        this.#busy = true;
        job()
          .then(resolve, reject)
          .finally(() => {
            this.#busy = false;
            const next = this.#next;
            this.#next = null;
            next?.start();
          });
      };
      if (!this.#busy) {
        start();
        return;
      }
      this.#next?.drop(new Superseded());
      this.#next = { start, drop: reject };
    });
  }
}
