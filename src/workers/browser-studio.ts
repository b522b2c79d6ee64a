import * as Comlink from 'comlink';
import { Lane } from './lane';
import type { StudioThread } from './studio.worker';
import type { StudioWorker } from './studio-api';
import { openThread, WarmThread } from './warm-thread';

const startThread = () =>
  openThread<StudioThread>(
    new Worker(new URL('./studio.worker.ts', import.meta.url), { type: 'module' }),
  );

/** The studio's threads; each is started with its first question. */
export function createStudioWorker(): StudioWorker {
  const checks = new WarmThread(startThread);
  const crowds = new WarmThread(startThread);
  const suggesting = new Lane(startThread);
  return {
    check: (plan, facts) => checks.ask((thread) => thread.check(plan, facts)),
    crowding: (request) => crowds.ask((thread) => thread.crowding(request)),
    suggest: (request, onProgress) =>
      suggesting.run((thread) => thread.suggest(request, Comlink.proxy(onProgress))),
    cancelSuggest: () => suggesting.close(),
  };
}
