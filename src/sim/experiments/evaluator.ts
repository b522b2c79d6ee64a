import type { FloorPlan } from '../../scenarios/floorplan';
import type { Scenario } from '../../scenarios/scenario';
import type { HallFigures, ReplicationFigures } from '../stats/hall-statistics';

/** A scenario in a floor plan, as plain data: it may be run on any thread. */
export interface Variant {
  readonly scenario: Scenario;
  /** null: walking takes no time. */
  readonly floorplan: FloorPlan | null;
  readonly seed: number;
}

/** How much is told of a replication: the measures of the hall alone, or everything. */
export type Detail = 'summary' | 'full';

/** The measures of the hall, and whether the run had to be stopped. */
export interface Summary {
  readonly all: HallFigures;
  readonly stopped: ReplicationFigures['stopped'];
}

export type FiguresOf<D extends Detail> = D extends 'full' ? ReplicationFigures : Summary;

/** Replications `from` … `to − 1` of a variant. */
export interface Ask {
  readonly variant: Variant;
  readonly from: number;
  readonly to: number;
}

/** Figures in the order of replications, or why the variant cannot be run. */
export type Answer<F> =
  | { readonly ok: true; readonly figures: readonly F[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Works out replications, here or on other threads. The answers are the same wherever and in
 * whatever order the work is done.
 */
export interface Evaluator {
  /**
   * One answer to each ask, in their order; null when the work has been told to stop, by the user
   * or because its time is over: what has been answered before stands.
   */
  evaluate<D extends Detail>(
    detail: D,
    asks: readonly Ask[],
  ): Promise<readonly Answer<FiguresOf<D>>[] | null>;
}
