import type { HallCheck, HallFacts } from '../coverage/hall-check';
import type { DxfDrawing } from '../drawing/import/dxf';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import type { Crowding } from '../sim/crowding/crowding';
import type { Suggestions, SuggestRequest } from './suggest';

/** A day to be looked at for crowds: the first of one replication. */
export interface CrowdingRequest {
  readonly scenario: Scenario;
  readonly plan: FloorPlan;
  readonly seed: number;
  readonly replication: number;
}

/** What the studio asks of its threads. */
export interface StudioWorker {
  /** Rejects with `Superseded` if a newer question came before this one was begun. */
  check(plan: FloorPlan, facts: HallFacts): Promise<HallCheck>;
  /** Rejects with `Superseded` like `check`. */
  crowding(request: CrowdingRequest): Promise<Crowding>;
  /** A DXF file's lines by layer. Rejects with `InputError`, or `Superseded` if it takes too long. */
  readDxf(bytes: Uint8Array, name: string): Promise<DxfDrawing>;
  suggest(
    request: SuggestRequest,
    onProgress: (done: number, of: number) => void,
  ): Promise<Suggestions>;
  cancelSuggest(): void;
}
