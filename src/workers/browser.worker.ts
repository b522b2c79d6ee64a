import * as Comlink from 'comlink';
import { type ComparisonReport, compare } from '../sim/experiments/compare';
import { firstDayOf } from '../sim/experiments/first-day';
import { createLocalEvaluator } from '../sim/experiments/local-evaluator';
import type { SimulationReport } from '../sim/experiments/report';
import { prepare, recordDay, simulate } from '../sim/experiments/simulate';
import { type OfficeRecord, supervise } from '../sim/experiments/supervise';
import type { DayRecord } from '../sim/hall/record';
import type { CaseResult, VerificationReport } from '../sim/verification/types';
import { verify } from '../sim/verification/verify';
import type { ComparisonRequest, SimulationRequest, VerificationRequest } from './api';
import { type Reply, replyOf } from './reply';

/** The columns of a record, which change threads without being copied. */
function columnsOf(record: DayRecord): ArrayBuffer[] {
  return [...Object.values(record.events), ...Object.values(record.walks)].flatMap((column) =>
    ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [],
  );
}

const thread = {
  simulate(
    request: SimulationRequest,
    onProgress: (done: number, of: number) => void,
  ): Promise<Reply<SimulationReport>> {
    return replyOf(() => simulate(request, onProgress));
  },
  async record(request: SimulationRequest, replication: number): Promise<Reply<DayRecord>> {
    const reply = await replyOf(() => {
      const { scenario, floorplan, seed } = request;
      return recordDay(prepare(firstDayOf(scenario), floorplan, seed), replication);
    });
    return reply.ok ? Comlink.transfer(reply, columnsOf(reply.value)) : reply;
  },
  supervise(request: SimulationRequest, replication: number): Promise<Reply<OfficeRecord>> {
    return replyOf(() =>
      supervise(prepare(request.scenario, request.floorplan, request.seed), replication),
    );
  },
  compare(
    { variants, seed, replications }: ComparisonRequest,
    onProgress: (done: number, of: number) => void,
  ): Promise<Reply<ComparisonReport>> {
    return replyOf(() =>
      compare(
        variants.map((variant) => ({ ...variant, seed })),
        { most: replications },
        createLocalEvaluator(),
        ({ done, of }) => onProgress(done, of),
      ),
    );
  },
  verify(
    request: VerificationRequest,
    onProgress: (done: number, of: number, next: string | null, found: CaseResult | null) => void,
  ): Promise<Reply<VerificationReport>> {
    return replyOf(() =>
      verify(request, (done, of, next, found) =>
        onProgress(done, of, next ? next.id : null, found),
      ),
    );
  },
};
export type SimulationThread = typeof thread;

Comlink.expose(thread);
