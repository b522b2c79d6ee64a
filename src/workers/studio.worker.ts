import * as Comlink from 'comlink';
import { checkHall } from '../coverage/hall-check';
import { type DxfDrawing, dxfText, readDxf } from '../drawing/import/dxf';
import { crowding } from '../sim/crowding/crowding';
import { staffWalking } from '../sim/crowding/staff-walking';
import { firstDayOf } from '../sim/experiments/first-day';
import { prepare, recordDay } from '../sim/experiments/simulate';
import { createTimeline } from '../sim/hall/timeline';
import { type Reply, replyOf } from './reply';
import type { CrowdedDay, CrowdingRequest } from './studio-api';
import { suggest } from './suggest';

const thread = {
  check: checkHall,
  suggest,
  readDxf(bytes: Uint8Array, name: string): Promise<Reply<DxfDrawing>> {
    return replyOf(() => readDxf(dxfText(bytes, name), name));
  },
  crowding({ scenario, plan, seed, replication }: CrowdingRequest): CrowdedDay {
    const record = recordDay(prepare(firstDayOf(scenario), plan, seed), replication);
    return {
      crowding: crowding(plan, createTimeline(record)),
      clerks: staffWalking(plan, record),
    };
  },
};
export type StudioThread = typeof thread;

Comlink.expose(thread);
