import * as Comlink from 'comlink';
import type { CoverageThread } from './coverage.worker';
import type { CoverageWorker } from './coverage-api';
import { Lane } from './lane';
import { openThread, WarmThread } from './warm-thread';

const startThread = () =>
  openThread<CoverageThread>(
    new Worker(new URL('./coverage.worker.ts', import.meta.url), { type: 'module' }),
  );

/** Starts no thread before it is needed. Windows, planes, placements and days have one each. */
export function createCoverageWorker(): CoverageWorker {
  const windows = new WarmThread(startThread);
  const planes = new WarmThread(startThread);
  const placing = new Lane(startThread);
  const watching = new Lane(startThread);
  return {
    inspect: (request) => windows.ask((thread) => thread.inspect(request)),
    plane: (request) => planes.ask((thread) => thread.plane(request)),
    place: (request, onProgress) =>
      placing.run((thread) => thread.place(request, Comlink.proxy(onProgress))),
    cancelPlace: () => placing.close(),
    watch: (request, onProgress) =>
      watching.run((thread) => thread.watch(request, Comlink.proxy(onProgress))),
    cancelWatch: () => watching.close(),
  };
}
