import * as Comlink from 'comlink';
import type { SimulationReport } from '../sim/experiments/report';
import { prepare, recordDay, simulate } from '../sim/experiments/simulate';
import type { DayRecord } from '../sim/hall/record';
import type { SimulationRequest } from './api';
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
    const reply = await replyOf(() =>
      recordDay(prepare(request.scenario, request.floorplan, request.seed), replication),
    );
    return reply.ok ? Comlink.transfer(reply, columnsOf(reply.value)) : reply;
  },
};
export type SimulationThread = typeof thread;

Comlink.expose(thread);
