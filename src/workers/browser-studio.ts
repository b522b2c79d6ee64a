import type { StudioThread } from './studio.worker';
import type { StudioWorker } from './studio-api';
import { openThread, WarmThread } from './warm-thread';

/** The studio's thread; it is started with the first question. */
export function createStudioWorker(): StudioWorker {
  const checks = new WarmThread(() =>
    openThread<StudioThread>(
      new Worker(new URL('./studio.worker.ts', import.meta.url), { type: 'module' }),
    ),
  );
  return { check: (plan, facts) => checks.ask((thread) => thread.check(plan, facts)) };
}
