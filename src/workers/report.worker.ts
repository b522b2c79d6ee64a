import * as Comlink from 'comlink';
import { createLocalEvaluator } from '../sim/experiments/local-evaluator';
import { type Reply, replyOf } from './reply';
import {
  type ReportFindings,
  type ReportRequest,
  type ReportStep,
  workOutReport,
} from './report-job';

const thread = {
  workOut(
    request: ReportRequest,
    onProgress: (step: ReportStep, done: number, of: number) => void,
  ): Promise<Reply<ReportFindings | null>> {
    return replyOf(() => workOutReport(request, createLocalEvaluator(), onProgress));
  },
};
export type ReportThread = typeof thread;

Comlink.expose(thread);
