import * as Comlink from 'comlink';
import { ThreadFailure } from './lane';
import type { SweepAnswer, SweepJob, SweepKind, SweepProgress, Sweeps } from './sweep-job';
import type { SweepLeader } from './sweeps.worker';

/** A sweep that was not finished: what it asked, and how to forget it. */
export interface Unfinished {
  readonly job: SweepJob;
  forget(): Promise<void>;
}

/** The threads that carry sweeps for the pages. */
export interface SweepWorker {
  /**
   * Runs a sweep. Rejects with `ThreadFailure` if its leading thread fails, or with what is wrong
   * with the request. When another is begun, or it is stopped, it answers with what it has.
   *
   * @param onProgress the answer so far, and the replications that a sweep begun earlier had done
   */
  run<K extends SweepKind>(
    kind: K,
    request: Sweeps[K]['request'],
    onProgress: (progress: SweepProgress<Sweeps[K]['answer']>, resumed: number) => void,
  ): Promise<Sweeps[K]['answer']>;
  stop(): void;
  unfinished(kind: SweepKind): Promise<Unfinished | null>;
}

/** Starts no thread before the first sweep. */
export function createSweepWorker(): SweepWorker {
  let leader: { remote: Comlink.Remote<SweepLeader>; failed: Promise<never> } | null = null;
  const lead = () => {
    if (leader) return leader;
    const worker = new Worker(new URL('./sweeps.worker.ts', import.meta.url), { type: 'module' });
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        leader = null;
        worker.terminate();
        reject(new ThreadFailure(event.message || 'worker error'));
      });
    });
    failed.catch(() => {});
    leader = { remote: Comlink.wrap<SweepLeader>(worker), failed };
    return leader;
  };
  return {
    async run(kind, request, onProgress) {
      const { remote, failed } = lead();
      const heard = Comlink.proxy((progress: SweepProgress<SweepAnswer>, resumed: number) =>
        onProgress(progress as Parameters<typeof onProgress>[0], resumed),
      );
      const answer = await Promise.race([remote.run({ kind, request } as SweepJob, heard), failed]);
      return answer as Awaited<ReturnType<SweepWorker['run']>> as never;
    },
    stop: () => void leader?.remote.stop(),
    async unfinished(kind) {
      const kept = await lead().remote.unfinished(kind);
      if (!kept) return null;
      return {
        job: kept.job as SweepJob,
        forget: () => lead().remote.forget(kept.header),
      };
    },
  };
}
