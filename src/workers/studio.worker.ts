import * as Comlink from 'comlink';
import { checkHall } from '../coverage/hall-check';
import { type DxfDrawing, dxfText, readDxf } from '../drawing/import/dxf';
import { type Crowding, crowding } from '../sim/crowding/crowding';
import { firstDayOf } from '../sim/experiments/first-day';
import { prepare, recordDay } from '../sim/experiments/simulate';
import { createTimeline } from '../sim/hall/timeline';
import { type Reply, replyOf } from './reply';
import type { CrowdingRequest } from './studio-api';
import { suggest } from './suggest';

const thread = {
  check: checkHall,
  suggest,
  readDxf(bytes: Uint8Array, name: string): Promise<Reply<DxfDrawing>> {
    return replyOf(() => readDxf(dxfText(bytes, name), name));
  },
  crowding({ scenario, plan, seed, replication }: CrowdingRequest): Crowding {
    const record = recordDay(prepare(firstDayOf(scenario), plan, seed), replication);
    return crowding(plan, createTimeline(record));
  },
};
export type StudioThread = typeof thread;

Comlink.expose(thread);
