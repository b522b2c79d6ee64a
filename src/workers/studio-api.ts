import type { HallCheck, HallFacts } from '../coverage/hall-check';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Suggestions, SuggestRequest } from './suggest';

/** What the studio asks of its threads. */
export interface StudioWorker {
  /** Rejects with `Superseded` if a newer question came before this one was begun. */
  check(plan: FloorPlan, facts: HallFacts): Promise<HallCheck>;
  suggest(
    request: SuggestRequest,
    onProgress: (done: number, of: number) => void,
  ): Promise<Suggestions>;
  cancelSuggest(): void;
}
