/** A newer question took the place of this one before it was answered. */
export class Superseded extends Error {
  constructor() {
    super('superseded by a newer request');
    this.name = 'Superseded';
  }
}

/** The thread itself failed: it did not load, ran out of memory or met a fault. */
export class ThreadFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ThreadFailure';
  }
}

/** A thread as a lane sees it. */
export interface LaneThread<Remote> {
  readonly remote: Remote;
  /** Hears once of a failure that no job reports by itself. */
  onFailure(listener: (reason: string) => void): void;
  terminate(): void;
}

/**
 * One question at a time. A question that comes while another is being answered ends the thread
 * of the older one, which rejects with `Superseded`: nobody waits for figures that nobody wants.
 */
export class Lane<Remote> {
  #thread: LaneThread<Remote> | null = null;
  #abort: ((reason: Error) => void) | null = null;

  constructor(private readonly start: () => LaneThread<Remote>) {}

  /** Rejects with `Superseded`, `ThreadFailure`, or with whatever the job rejects with. */
  run<T>(job: (remote: Remote) => Promise<T>): Promise<T> {
    this.#abort?.(new Superseded());
    return new Promise<T>((resolve, reject) => {
      const abort = (reason: Error) => {
        if (this.#abort !== abort) return;
        this.#abort = null;
        this.#drop();
        reject(reason);
      };
      this.#abort = abort;
      let remote: Remote;
      try {
        remote = this.#open().remote;
      } catch (error) {
        abort(new ThreadFailure(String(error)));
        return;
      }
      job(remote).then(
        (value) => {
          if (this.#abort !== abort) return;
          this.#abort = null;
          resolve(value);
        },
        (error: unknown) => {
          abort(new ThreadFailure(error instanceof Error ? error.message : String(error)));
        },
      );
    });
  }

  /** Ends the thread; a job under way rejects with `Superseded`. */
  close(): void {
    this.#abort?.(new Superseded());
    this.#drop();
  }

  #open(): LaneThread<Remote> {
    if (this.#thread === null) {
      const thread = this.start();
      this.#thread = thread;
      thread.onFailure((reason) => {
        if (this.#thread !== thread) return;
        if (this.#abort) this.#abort(new ThreadFailure(reason));
        else this.#drop();
      });
    }
    return this.#thread;
  }

  #drop(): void {
    this.#thread?.terminate();
    this.#thread = null;
  }
}
