import * as Comlink from 'comlink';
import type { ComparisonReport } from '../sim/experiments/compare';
import type { SimulationReport } from '../sim/experiments/report';
import type { OfficeRecord } from '../sim/experiments/supervise';
import type { DayRecord } from '../sim/hall/record';
import type { VerificationReport } from '../sim/verification/types';
import type { SimulationWorker, StudyWorker } from './api';
import type { SimulationThread } from './browser.worker';
import { Lane, type LaneThread } from './lane';
import { type Reply, unwrapReply } from './reply';

function startThread(): LaneThread<Comlink.Remote<SimulationThread>> {
  const worker = new Worker(new URL('./browser.worker.ts', import.meta.url), { type: 'module' });
  return {
    remote: Comlink.wrap<SimulationThread>(worker),
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => listener(event.message || 'worker error'));
      worker.addEventListener('messageerror', () => listener('unreadable message'));
    },
    terminate: () => worker.terminate(),
  };
}

/**
 * The hall's simulation threads: one records, one measures, one keeps the office's books, so that the day to be played never
 * waits for the replications. A newer request of a kind rejects the older with `Superseded`;
 * a thread that fails rejects with `ThreadFailure` and the next request starts a fresh one.
 */
export function createBrowserWorker(): SimulationWorker {
  const recording = new Lane(startThread);
  const measuring = new Lane(startThread);
  const supervising = new Lane(startThread);
  return {
    simulate: async (request, onProgress) =>
      unwrapReply(
        await measuring.run<Reply<SimulationReport>>((thread) =>
          thread.simulate(request, Comlink.proxy(onProgress)),
        ),
      ),
    cancelSimulate: () => measuring.close(),
    record: async (request, replication) =>
      unwrapReply(
        await recording.run<Reply<DayRecord>>((thread) => thread.record(request, replication)),
      ),
    supervise: async (request, replication) =>
      unwrapReply(
        await supervising.run<Reply<OfficeRecord>>((thread) =>
          thread.supervise(request, replication),
        ),
      ),
  };
}

/** Threads for the pages beside the hall; none is started before it is needed. */
export function createStudyWorker(): StudyWorker {
  const comparing = new Lane(startThread);
  const verifying = new Lane(startThread);
  return {
    compare: async (request, onProgress) =>
      unwrapReply(
        await comparing.run<Reply<ComparisonReport>>((thread) =>
          thread.compare(request, Comlink.proxy(onProgress)),
        ),
      ),
    cancelCompare: () => comparing.close(),
    verify: async (request, onProgress) =>
      unwrapReply(
        await verifying.run<Reply<VerificationReport>>((thread) =>
          thread.verify(request, Comlink.proxy(onProgress)),
        ),
      ),
    cancelVerify: () => verifying.close(),
  };
}
