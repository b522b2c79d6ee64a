import type { NowForecast } from '../sim/forecast/now';
import type { OutlookQuestion, OutlookThread } from './outlook.worker';
import { type Reply, unwrapReply } from './reply';
import { openThread, WarmThread } from './warm-thread';

export type { OutlookQuestion } from './outlook.worker';

/** Works out the rest of a day on a thread of its own, which stays warm from one state to the next. */
export function createOutlookWorker(): (question: OutlookQuestion) => Promise<NowForecast> {
  const warm = new WarmThread(() =>
    openThread<OutlookThread>(
      new Worker(new URL('./outlook.worker.ts', import.meta.url), { type: 'module' }),
    ),
  );
  return async (question) =>
    unwrapReply(await warm.ask<Reply<NowForecast>>((thread) => thread.now(question)));
}
