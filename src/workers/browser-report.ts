import * as Comlink from 'comlink';
import { Lane } from './lane';
import { type Reply, unwrapReply } from './reply';
import type { ReportThread } from './report.worker';
import type { ReportFindings, ReportRequest, ReportStep } from './report-job';
import { openThread } from './warm-thread';

/** The thread that works reports out. A newer question, or `cancel`, rejects the older with `Superseded`. */
export interface ReportWorker {
  workOut(
    request: ReportRequest,
    onProgress: (step: ReportStep, done: number, of: number) => void,
  ): Promise<ReportFindings | null>;
  cancel(): void;
}

export function createReportWorker(): ReportWorker {
  const lane = new Lane(() =>
    openThread<ReportThread>(
      new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module' }),
    ),
  );
  return {
    workOut: async (request, onProgress) =>
      unwrapReply(
        await lane.run<Reply<ReportFindings | null>>((thread) =>
          thread.workOut(request, Comlink.proxy(onProgress)),
        ),
      ),
    cancel: () => lane.close(),
  };
}
