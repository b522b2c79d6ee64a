import type { HallCheck, HallFacts } from '../coverage/hall-check';
import type { DxfDrawing } from '../drawing/import/dxf';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import type { Crowding } from '../sim/crowding/crowding';
import type { ClerkWalk } from '../sim/crowding/staff-walking';
import type { Suggestions, SuggestRequest } from './suggest';

/** A day to be looked at for crowds: the first of one replication. */
export interface CrowdingRequest {
  readonly scenario: Scenario;
  readonly plan: FloorPlan;
  readonly seed: number;
  readonly replication: number;
}

/** Where that day is crowded, and what its clerks walk. */
export interface CrowdedDay {
  readonly crowding: Crowding;
  readonly clerks: readonly ClerkWalk[];
}

/** What the studio asks of its threads. */
export interface StudioWorker {
  /** Rejects with `Superseded` if a newer question came before this one was begun. */
  check(plan: FloorPlan, facts: HallFacts): Promise<HallCheck>;
  /** Rejects with `Superseded` like `check`. */
  crowding(request: CrowdingRequest): Promise<CrowdedDay>;
  /** A DXF file's lines by layer. Rejects with `InputError`, or `Superseded` if it takes too long. */
  readDxf(bytes: Uint8Array, name: string): Promise<DxfDrawing>;
  suggest(
    request: SuggestRequest,
    onProgress: (done: number, of: number) => void,
  ): Promise<Suggestions>;
  cancelSuggest(): void;
}
