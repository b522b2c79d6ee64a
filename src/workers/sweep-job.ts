import {
  type ComparisonProgress,
  compare,
  type FinishedComparison,
} from '../sim/experiments/compare';
import type { Evaluator, Variant } from '../sim/experiments/evaluator';
import type { StoppingRule } from '../sim/experiments/stopping';
import { type DayForecast, type ForecastRequest, forecastDay } from '../sim/forecast/day-forecast';
import { forecastNow, type NowForecast, type NowRequest } from '../sim/forecast/now';
import type { CoverSolver } from '../sim/planning/cover';
import { type HallPlan, planDistrict } from '../sim/planning/district';
import { planWindows } from '../sim/planning/fewest-windows';
import {
  type SensitivityReport,
  type SensitivityRequest,
  studySensitivity,
} from '../sim/planning/sensitivity';
import { planStaffing, type StaffingPlan, type StaffingRequest } from '../sim/planning/staffing';
import type { WindowsPlan, WindowsRequest } from '../sim/planning/windows-plan';

/** What each kind of sweep is asked and answers. */
export interface Sweeps {
  readonly compare: {
    readonly request: { readonly variants: readonly Variant[]; readonly rule: StoppingRule };
    readonly answer: FinishedComparison;
  };
  readonly windows: { readonly request: WindowsRequest; readonly answer: WindowsPlan };
  readonly staffing: { readonly request: StaffingRequest; readonly answer: StaffingPlan };
  readonly district: {
    readonly request: {
      readonly halls: readonly { readonly hall: string; readonly request: WindowsRequest }[];
    };
    readonly answer: readonly HallPlan[];
  };
  readonly sensitivity: {
    readonly request: SensitivityRequest;
    readonly answer: SensitivityReport;
  };
  readonly forecast: { readonly request: ForecastRequest; readonly answer: DayForecast };
  readonly now: { readonly request: NowRequest; readonly answer: NowForecast };
}
export type SweepKind = keyof Sweeps;

/** A sweep as asked. */
export type SweepJob = {
  [K in SweepKind]: { readonly kind: K; readonly request: Sweeps[K]['request'] };
}[SweepKind];

/** How far a sweep is; the answer so far is put together when it is asked for. */
export type SweepSoFar = Omit<SweepProgress<SweepAnswer>, 'answer'> & {
  readonly answer: () => SweepAnswer;
};

/** How far a sweep is: the answer so far, and how much of what is expected has been done. */
export interface SweepProgress<A> {
  readonly done: number;
  readonly of: number;
  readonly answer: A;
  /** Half width of the interval that a comparison is run for; null elsewhere. */
  readonly halfWidth: number | null;
}

export type SweepAnswer = Sweeps[SweepKind]['answer'];

/** Ids of the scenarios that a job is about. */
export function scenariosOf(job: SweepJob): string[] {
  switch (job.kind) {
    case 'compare':
      return job.request.variants.map(({ scenario }) => scenario.id);
    case 'district':
      return job.request.halls.map(({ hall }) => hall);
    default:
      return [job.request.base.scenario.id];
  }
}

/**
 * Runs any sweep over an evaluator.
 *
 * @param cover loads the solver of shift covers, for staffing alone
 */
export async function runSweep(
  job: SweepJob,
  evaluator: Evaluator,
  cover: () => Promise<CoverSolver>,
  onProgress: (progress: SweepSoFar) => void,
): Promise<SweepAnswer> {
  switch (job.kind) {
    case 'compare':
      return compare(
        job.request.variants,
        job.request.rule,
        evaluator,
        ({ done, of, report, stopping }: ComparisonProgress) =>
          onProgress({
            done,
            of,
            answer: () => ({ ...report, stopping }),
            halfWidth: stopping.halfWidth,
          }),
      );
    case 'windows':
      return planWindows(job.request, evaluator, ({ judged, of, answer }) =>
        onProgress({ done: judged, of, answer, halfWidth: null }),
      );
    case 'staffing':
      return planStaffing(job.request, evaluator, await cover(), (done, of, answer) =>
        onProgress({ done, of, answer, halfWidth: null }),
      );
    case 'district':
      return planDistrict(job.request.halls, evaluator, (done, of, plans) =>
        onProgress({ done, of, answer: () => [...plans], halfWidth: null }),
      );
    case 'sensitivity':
      return studySensitivity(job.request, evaluator, (done, of, answer) =>
        onProgress({ done, of, answer, halfWidth: null }),
      );
    case 'forecast':
      return forecastDay(job.request, evaluator, (done, of, answer) =>
        onProgress({ done, of, answer, halfWidth: null }),
      );
    case 'now':
      return forecastNow(job.request, evaluator, (answer) =>
        onProgress({
          done: answer.fan.replications,
          of: answer.fan.replications,
          answer: () => answer,
          halfWidth: null,
        }),
      );
  }
}
