import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SweepWorker, Unfinished } from '../../workers/browser-sweeps';
import type { SweepKind, Sweeps } from '../../workers/sweep-job';

/** A point of how an interval shrinks: replications so far, half width. */
export interface Shrunk {
  readonly n: number;
  readonly halfWidth: number;
}

/** Where a sweep of one kind stands. While a new one runs, the answer grows in place of the old. */
export interface SweepState<K extends SweepKind = SweepKind> {
  readonly status: 'idle' | 'working' | 'failed';
  readonly done: number;
  readonly of: number;
  /** Expected time left, s; null while nobody can say. */
  readonly leftS: number | null;
  /** Replications that were in the journal of a sweep begun earlier. */
  readonly resumed: number;
  readonly answer: Sweeps[K]['answer'] | null;
  /** The request that the answer answers, or will. */
  readonly asked: Sweeps[K]['request'] | null;
  /** How the interval of a comparison has shrunk. */
  readonly shrunk: readonly Shrunk[];
  /** Why it failed. */
  readonly reason: string | null;
}

export type SweepsState = { readonly [K in SweepKind]: SweepState<K> } & {
  /** A sweep of an earlier visit that was not finished, by kind, offered to be gone on with. */
  readonly unfinished: Readonly<Partial<Record<SweepKind, Unfinished>>>;
};
export type SweepsStore = StoreApi<SweepsState>;

const IDLE = {
  status: 'idle',
  done: 0,
  of: 0,
  leftS: null,
  resumed: 0,
  answer: null,
  asked: null,
  shrunk: [],
  reason: null,
} as const;

/** Sweeps of the pages: one at a time, each kind's last answer kept. */
export interface SweepRunner {
  readonly store: SweepsStore;
  /** Runs a sweep; the promise settles when it has ended, however it ended. */
  run<K extends SweepKind>(kind: K, request: Sweeps[K]['request']): Promise<void>;
  /** Stops the sweep under way; what was done is kept. */
  stop(): void;
  /** Looks for a sweep of an earlier visit that was not finished. */
  lookForUnfinished(kind: SweepKind): Promise<void>;
  /** Forgets the one that was found. */
  dismiss(kind: SweepKind): void;
}

/** @param now wall clock, ms */
export function createSweepRunner(
  worker: SweepWorker,
  now: () => number = () => performance.now(),
): SweepRunner {
  const store = createStore<SweepsState>(() => ({
    compare: IDLE,
    windows: IDLE,
    staffing: IDLE,
    district: IDLE,
    sensitivity: IDLE,
    forecast: IDLE,
    now: IDLE,
    unfinished: {},
  }));
  /** Counts what was asked for: what an older sweep tells later is not shown as the newer's. */
  const asked: Record<string, number> = {};
  const set = <K extends SweepKind>(kind: K, change: Partial<SweepState<K>>) =>
    store.setState((state) => ({ [kind]: { ...state[kind], ...change } }) as Partial<SweepsState>);

  return {
    store,
    async run(kind, request) {
      const asking = (asked[kind] ?? 0) + 1;
      asked[kind] = asking;
      const isLatest = () => asked[kind] === asking;
      const beganAt = now();
      set(kind, { ...IDLE, status: 'working', asked: request } as Partial<SweepState<typeof kind>>);
      store.setState(({ unfinished: { [kind]: _, ...rest } }) => ({ unfinished: rest }));
      try {
        const answer = await worker.run(
          kind,
          request,
          ({ done, of, answer: so, halfWidth }, resumed) => {
            if (!isLatest()) return;
            const passedS = (now() - beganAt) / 1000;
            const { shrunk } = store.getState()[kind];
            set(kind, {
              done,
              of,
              resumed,
              leftS: done > 0 ? (passedS / done) * Math.max(0, of - done) : null,
              answer: so,
              shrunk: halfWidth === null ? shrunk : [...shrunk, { n: done, halfWidth }],
            } as Partial<SweepState<typeof kind>>);
          },
        );
        if (isLatest())
          set(kind, { status: 'idle', answer, leftS: null } as Partial<SweepState<typeof kind>>);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (isLatest())
          set(kind, { status: 'failed', reason, leftS: null } as Partial<SweepState<typeof kind>>);
      } finally {
        // Progress may be told later than the end: it comes through a channel of its own.
        if (isLatest()) asked[kind] = asking + 1;
      }
    },
    stop: () => worker.stop(),
    async lookForUnfinished(kind) {
      const found = await worker.unfinished(kind);
      const { status } = store.getState()[kind];
      if (!found || status === 'working') return;
      store.setState(({ unfinished }) => ({ unfinished: { ...unfinished, [kind]: found } }));
    },
    dismiss(kind) {
      void store.getState().unfinished[kind]?.forget();
      store.setState(({ unfinished: { [kind]: _, ...rest } }) => ({ unfinished: rest }));
    },
  };
}
