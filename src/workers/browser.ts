import * as Comlink from 'comlink';
import type { SimulationReport } from '../sim/experiments/report';
import type { DayRecord } from '../sim/hall/record';
import type { SimulationWorker } from './api';
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
 * The page's simulation threads: one records, one measures, so that the day to be played never
 * waits for the replications. A newer request of a kind rejects the older with `Superseded`;
 * a thread that fails rejects with `ThreadFailure` and the next request starts a fresh one.
 */
export function createBrowserWorker(): SimulationWorker {
  const recording = new Lane(startThread);
  const measuring = new Lane(startThread);
  return {
    simulate: async (request, onProgress) =>
      unwrapReply(
        await measuring.run<Reply<SimulationReport>>((thread) =>
          thread.simulate(request, Comlink.proxy(onProgress)),
        ),
      ),
    record: async (request, replication) =>
      unwrapReply(
        await recording.run<Reply<DayRecord>>((thread) => thread.record(request, replication)),
      ),
  };
}
