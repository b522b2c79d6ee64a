import * as Comlink from 'comlink';
import type { DxfDrawing } from '../drawing/import/dxf';
import { Lane } from './lane';
import { type Reply, unwrapReply } from './reply';
import type { StudioThread } from './studio.worker';
import type { StudioWorker } from './studio-api';
import { openThread, WarmThread } from './warm-thread';

const startThread = () =>
  openThread<StudioThread>(
    new Worker(new URL('./studio.worker.ts', import.meta.url), { type: 'module' }),
  );

/** A drawing that takes longer is given up, ms. */
const LONGEST_READ_MS = 30_000;

/** The studio's threads; each is started with its first question. */
export function createStudioWorker(): StudioWorker {
  const checks = new WarmThread(startThread);
  const crowds = new WarmThread(startThread);
  const reading = new Lane(startThread);
  const suggesting = new Lane(startThread);
  return {
    check: (plan, facts) => checks.ask((thread) => thread.check(plan, facts)),
    crowding: (request) => crowds.ask((thread) => thread.crowding(request)),
    async readDxf(bytes, name) {
      const late = setTimeout(() => reading.close(), LONGEST_READ_MS);
      try {
        return unwrapReply<DxfDrawing>(
          await reading.run<Reply<DxfDrawing>>(async (thread) => thread.readDxf(bytes, name)),
        );
      } finally {
        clearTimeout(late);
      }
    },
    suggest: (request, onProgress) =>
      suggesting.run((thread) => thread.suggest(request, Comlink.proxy(onProgress))),
    cancelSuggest: () => suggesting.close(),
  };
}
