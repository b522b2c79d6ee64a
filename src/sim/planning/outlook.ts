import type { Summary } from '../experiments/evaluator';
import { limitsOf, type Measure, SHARE } from '../experiments/report';
import { meanWithInterval, UNLIMITED } from '../stats/confidence';
import type { HallFigures } from '../stats/hall-statistics';
import { keptOn, type ServicePromise } from './promise';

/** What the measures of a plan are. */
export const PLAN_MEASURES = [
  'calledWithinShare',
  'waitMeanS',
  'waitP90S',
  'abandonedShare',
  'timeInHallMeanS',
  'queueMax',
  'staffHours',
  'overtimeS',
  'walkMeanM',
  'standingMax',
] as const satisfies readonly (keyof HallFigures)[];
export type PlanMeasureId = (typeof PLAN_MEASURES)[number];

/** What is to be expected of a hall, each with its 95 % interval. */
export interface Outlook {
  readonly replications: number;
  /** Replications that were stopped because the hall filled without end. */
  readonly stopped: number;
  readonly measures: Readonly<Record<PlanMeasureId, Measure>>;
  /** Share of days that keep the promise each by itself. */
  readonly daysKept: Measure;
}

/** The expectation that replications give. */
export function outlookOf(promise: ServicePromise, summaries: readonly Summary[]): Outlook {
  return {
    replications: summaries.length,
    stopped: summaries.filter(({ stopped }) => stopped).length,
    measures: byPlanMeasure((id) =>
      meanWithInterval(
        summaries.map(({ all }) => all[id]),
        limitsOf(id),
      ),
    ),
    daysKept: meanWithInterval(
      summaries.map(({ all }) => (keptOn(promise, all) ? 1 : 0)),
      SHARE,
    ),
  };
}

/** One hall less another, replication by replication on the same visitors; as many as both have. */
export function outlookDifference(
  some: readonly Summary[],
  from: readonly Summary[],
): Readonly<Record<PlanMeasureId, Measure>> {
  const n = Math.min(some.length, from.length);
  return byPlanMeasure((id) =>
    meanWithInterval(
      Array.from({ length: n }, (_, r) => {
        const [a, b] = [some[r]!.all[id], from[r]!.all[id]];
        return a === null || b === null ? null : a - b;
      }),
      UNLIMITED,
    ),
  );
}

function byPlanMeasure(of: (id: PlanMeasureId) => Measure): Record<PlanMeasureId, Measure> {
  return Object.fromEntries(PLAN_MEASURES.map((id) => [id, of(id)])) as Record<
    PlanMeasureId,
    Measure
  >;
}
