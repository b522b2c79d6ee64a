import type { FloorPlan } from '../../scenarios/floorplan';
import type { HallState } from '../../scenarios/hall-state';
import type { Scenario } from '../../scenarios/scenario';
import type { HallFigures, ReplicationFigures } from '../stats/hall-statistics';
import type { WaitFigures } from '../stats/wait-log';

/** A scenario in a floor plan, as plain data: it may be run on any thread. */
export interface Variant {
  readonly scenario: Scenario;
  /** null: walking takes no time. */
  readonly floorplan: FloorPlan | null;
  readonly seed: number;
  /** The hall as it is, from where runs of a single day go on; absent: from midnight. */
  readonly state?: HallState;
}

/** What is told of a replication: the measures of the hall alone, everything, or the waits by half hour. */
export type Detail = 'summary' | 'full' | 'waits';

/** The measures of the hall, and whether the run had to be stopped. */
export interface Summary {
  readonly all: HallFigures;
  readonly stopped: ReplicationFigures['stopped'];
}

export type FiguresOf<D extends Detail> = D extends 'full'
  ? ReplicationFigures
  : D extends 'waits'
    ? WaitFigures
    : Summary;

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

/** A variant that cannot be run, with the reason. */
export class NotRun extends Error {}

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
