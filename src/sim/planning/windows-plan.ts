import type { Variant } from '../experiments/evaluator';
import type { Measure } from '../experiments/report';
import type { Verdict } from '../selection/feasibility';
import type { Organisation } from './design';
import type { Outlook, PlanMeasureId } from './outlook';
import type { Judging, ServicePromise } from './promise';
import type { Ending } from './screening';

/** What a planner asks of one hall. */
export interface WindowsRequest {
  /** The hall as it is; its seed is the search's. */
  readonly base: Variant;
  readonly promise: ServicePromise;
  readonly judging: Judging;
  /** Fewest and most accepting windows to try. */
  readonly from: number;
  readonly to: number;
  readonly organisations: readonly Organisation[];
  /** Replications of one design at most. */
  readonly mostReplications: number;
}

/** One design and what was found of it. */
export interface Candidate {
  readonly organisation: Organisation;
  readonly windows: number;
  readonly groups: readonly number[];
  readonly verdict: Verdict | 'failed';
  /** Why it could not be run; null as a rule. */
  readonly failed: string | null;
  /** null if it could not be run, or not yet. */
  readonly outlook: Outlook | null;
}

/** The answer to a {@link WindowsRequest}. */
export interface WindowsPlan {
  readonly product: { readonly name: string; readonly version: string };
  readonly scenario: string;
  readonly floorplan: string | null;
  readonly seed: number;
  readonly promise: ServicePromise;
  readonly judging: Judging;
  readonly procedure: typeof PROCEDURE;
  readonly ending: Ending;
  /** Replications over all designs. */
  readonly replications: number;
  readonly candidates: readonly Candidate[];
  /** Index of the design to build, the fewest windows that keep the promise; null if none does. */
  readonly recommended: number | null;
  /**
   * Whether everything that the recommendation rests on was decided with the asked confidence:
   * not if the budget ended first.
   */
  readonly certain: boolean;
  /** Index of the design nearest to keeping the promise; null if nothing could be run. */
  readonly best: number | null;
  /** The best with one window fewer than recommended, and what it costs: it less the recommended. */
  readonly oneFewer: {
    readonly candidate: number;
    readonly difference: Readonly<Record<PlanMeasureId, Measure>>;
  } | null;
  /** The hall as it is, and what the recommended changes: it less the present one. */
  readonly present: {
    readonly windows: number;
    readonly outlook: Outlook;
    readonly difference: Readonly<Record<PlanMeasureId, Measure>> | null;
  } | null;
}

/** The procedures by name, with their sources. */
export const PROCEDURE = {
  feasibility:
    'Batur and Kim, Finding feasible systems in the presence of constraints on multiple performance measures, ACM TOMACS 20(3), 2010',
  selection:
    'Kim and Nelson, A fully sequential procedure for indifference-zone selection in simulation, ACM TOMACS 11(3), 2001',
} as const;

/** A difference of mean waits that does not matter between equally many windows, s (assumption). */
export const INDIFFERENT_WAIT_S = 30;
/** How far a search is. */
export interface SearchProgress {
  /** Designs judged, and in all. */
  readonly judged: number;
  readonly of: number;
  readonly replications: number;
  /** Everything found so far: costs a little to put together. */
  readonly answer: () => WindowsPlan;
}
