import * as Comlink from 'comlink';
import type { NowForecast } from '../sim/forecast/now';
import type { OutlookQuestion, OutlookThread } from './outlook.worker';
import { type Reply, unwrapReply } from './reply';
import { openThread, WarmThread } from './warm-thread';

/** Asks for the rest of a day; `onFirst` hears it before effects of windows have been worked out. */
export type AskOutlook = (
  question: OutlookQuestion,
  onFirst: (answer: NowForecast) => void,
) => Promise<NowForecast>;

/** Works out the rest of a day on a thread of its own, which stays warm from one state to the next. */
export function createOutlookWorker(): AskOutlook {
  const warm = new WarmThread(() =>
    openThread<OutlookThread>(
      new Worker(new URL('./outlook.worker.ts', import.meta.url), { type: 'module' }),
    ),
  );
  return async (question, onFirst) =>
    unwrapReply(
      await warm.ask<Reply<NowForecast>>((thread) => thread.now(question, Comlink.proxy(onFirst))),
    );
}
