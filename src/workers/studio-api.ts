import type { HallCheck, HallFacts } from '../coverage/hall-check';
import type { FloorPlan } from '../scenarios/floorplan';

/** What the studio asks of its thread. */
export interface StudioWorker {
  /** Rejects with `Superseded` if a newer question came before this one was begun. */
  check(plan: FloorPlan, facts: HallFacts): Promise<HallCheck>;
}
