import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FloorPlan } from '../../scenarios/floorplan';
import { FLOORPLANS } from '../../scenarios/halls';
import { demonstration, MECHANISMS } from '../../scenarios/mechanisms';
import type { ComparisonReport } from '../../sim/experiments/compare';
import type { CaseResult, Effort, VerificationReport } from '../../sim/verification/types';
import type { StudyWorker } from '../../workers/api';
import { Superseded } from '../../workers/lane';

/** Where a piece of work stands; `idle` has not been asked for, or was cancelled. */
export interface Work {
  readonly status: 'idle' | 'working' | 'failed';
  readonly done: number;
  readonly of: number;
  /** Why it failed. */
  readonly reason: string | null;
}

export interface StudiesState {
  /** Id of the mechanism on show. */
  readonly mechanism: string;
  readonly replications: number;
  readonly comparing: Work;
  /** Finished comparisons, by mechanism. */
  readonly comparisons: Readonly<Record<string, ComparisonReport>>;
  readonly verifying: Work & { readonly next: string | null };
  readonly verification: VerificationReport | null;
  /** Cases of the work under way, or of what a cancelled one has found. */
  readonly found: readonly CaseResult[];
}

export type StudiesStore = StoreApi<StudiesState>;

const IDLE: Work = { status: 'idle', done: 0, of: 0, reason: null };

/** Replications of a comparison: paired, so that few are enough. */
const REPLICATIONS = 20;
const SEED = 1;

export interface StudiesParts {
  readonly worker: StudyWorker;
  /** A shipped floor plan by id. */
  readonly loadPlan: (id: string) => Promise<FloorPlan>;
}

/** What runs beside the hall: mechanisms with and without, and the acceptance. */
export interface Studies {
  readonly store: StudiesStore;
  /** Shows a mechanism, and compares with and without it unless that has been done. */
  show(mechanism: string): Promise<void>;
  /** Compares the one on show (again), with so many replications. */
  compare(replications: number): Promise<void>;
  cancelCompare(): void;
  verify(effort: Effort): Promise<void>;
  cancelVerify(): void;
}

/** Every promise settles when the doing is done. */
export function createStudies({ worker, loadPlan }: StudiesParts): Studies {
  const store = createStore<StudiesState>(() => ({
    mechanism: MECHANISMS[0]!.id,
    replications: REPLICATIONS,
    comparing: IDLE,
    comparisons: {},
    verifying: { ...IDLE, next: null },
    verification: null,
    found: [],
  }));
  const failed = (error: unknown): Work => ({
    ...IDLE,
    ...(error instanceof Superseded
      ? {}
      : { status: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  });

  /** Counts what has been asked for: what an older one tells is not shown any more. */
  let asked = 0;

  async function compare(replications: number): Promise<void> {
    const asking = ++asked;
    const { mechanism } = store.getState();
    const set = (comparing: Work) => {
      if (asking === asked) store.setState({ comparing });
    };
    store.setState({ replications });
    set({ ...IDLE, status: 'working', of: replications });
    try {
      const scenarios = [`${mechanism}-without`, `${mechanism}-with`].map(demonstration);
      const variants = await Promise.all(
        scenarios.map(async (scenario) => ({
          scenario,
          floorplan:
            typeof scenario.floorplan === 'string'
              ? await loadPlan(scenario.floorplan)
              : scenario.floorplan,
        })),
      );
      // Another has been asked for while the plans were on their way.
      if (asking !== asked) return;
      const report = await worker.compare({ variants, seed: SEED, replications }, (done, of) =>
        set({ ...IDLE, status: 'working', done, of }),
      );
      store.setState((s) => ({ comparisons: { ...s.comparisons, [mechanism]: report } }));
      set(IDLE);
    } catch (error) {
      set(failed(error));
    } finally {
      // Progress may be told later than the end: it comes through a channel of its own.
      if (asking === asked) asked++;
    }
  }

  let verification = 0;

  return {
    store,
    compare,
    async show(mechanism) {
      const before = store.getState();
      if (!MECHANISMS.some(({ id }) => id === mechanism))
        throw new RangeError(`no mechanism "${mechanism}"`);
      const busy = before.comparing.status === 'working';
      if (mechanism === before.mechanism && busy) return;
      store.setState({ mechanism, comparing: IDLE });
      if (before.comparisons[mechanism]) {
        if (!busy) return;
        asked++;
        worker.cancelCompare();
      } else await compare(before.replications);
    },
    cancelCompare() {
      worker.cancelCompare();
    },
    async verify(effort) {
      const asking = ++verification;
      const set = (verifying: StudiesState['verifying']) => {
        if (asking === verification) store.setState({ verifying });
      };
      set({ ...IDLE, status: 'working', next: null });
      store.setState({ found: [] });
      try {
        const floorplans = Object.fromEntries(
          await Promise.all(FLOORPLANS.map(async ({ id }) => [id, await loadPlan(id)] as const)),
        );
        const report = await worker.verify(
          { effort, seed: SEED, floorplans },
          (done, of, next, one) => {
            set({ status: 'working', done, of, next, reason: null });
            if (one && asking === verification)
              store.setState((s) => ({ found: [...s.found, one] }));
          },
        );
        if (asking === verification) store.setState({ verification: report, found: [] });
        set({ ...IDLE, next: null });
      } catch (error) {
        set({ ...failed(error), next: null });
      } finally {
        if (asking === verification) verification++;
      }
    },
    cancelVerify() {
      worker.cancelVerify();
    },
  };
}
