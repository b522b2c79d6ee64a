import type { LocalText } from '../../scenarios/text';
import type { CalibrateOptions, Calibration, FitGrade } from './types';

/** Settings of a validation. */
export interface ValidateOptions extends CalibrateOptions {
  /** Dates kept back, or how many of the last; the last fifth of the days (one at least) if absent. */
  readonly heldBack?: number | readonly string[] | undefined;
  /** Simulated days for each day kept back; 60 if absent. */
  readonly replications?: number | undefined;
}

/** The model's forecast and the mean of past days as one, of a queue or the whole hall (null). */
export interface CombinedPart {
  readonly queue: string | null;
  /** Part of the model, 0 … 1; the rest is the mean of past days at the half hour. */
  readonly modelWeight: number;
  /** Half hours of left-out days that it rests on. */
  readonly halfHours: number;
  /** Quantiles 5, 25, 50, 75, 95 % of log((observed + 60 s) / (forecast + 60 s)) on left-out days. */
  readonly errorQuantiles: readonly number[];
}

/** How much a model counts in the forecast, by days left out of the fit group by group. */
export interface Combined {
  readonly leftOutDays: number;
  /** By queue, or one for the hall. */
  readonly parts: readonly CombinedPart[];
  readonly hall: CombinedPart;
  /** Mean waits of the hall by half hour over all days of the log, and how many days know one. */
  readonly past: readonly {
    readonly fromS: number;
    readonly toS: number;
    readonly waitS: number;
    readonly days: number;
  }[];
  /** All that in a few sentences. */
  readonly told: LocalText;
  /** On the left-out days: the model, both together (weights of the other days), the mean of past days. */
  readonly errors: readonly ErrorFigures[];
}

/** One queue (or the whole hall) on one day kept back, by half hour. null: nothing was to be seen. */
export interface ValidatedDay {
  readonly date: string;
  /** Name of the queue; null: the whole hall. */
  readonly queue: string | null;
  readonly observedS: readonly (number | null)[];
  readonly predictedS: readonly (number | null)[];
  /** 90 % prediction interval: chance of the day, scatter between days, doubt of the parameters. */
  readonly interval90S: readonly (readonly [number, number] | null)[];
  readonly observedArrivals: readonly number[];
  readonly predictedArrivals: readonly number[];
  readonly observedMeanS: number | null;
  readonly predictedMeanS: number | null;
  readonly meanInterval90S: readonly [number, number] | null;
  /** Model and past days together, with the interval of their errors; absent where nothing could be left out. */
  readonly combinedS?: readonly (number | null)[];
  readonly combined90S?: readonly (readonly [number, number] | null)[];
}

/** How far predictions are off. */
export interface ErrorFigures {
  /** `model`, `combined`, `sameWeekday`, `overall`, `halfHour`: what predicted. */
  readonly by: string;
  readonly name: LocalText;
  /** Mean absolute error, and mean of predicted less observed. */
  readonly maeS: number;
  readonly biasS: number;
  /** null where either does not vary. */
  readonly correlation: number | null;
  /** Part of the observed within the 90 % interval; null: has none. */
  readonly coverage90: number | null;
  /** Half hours compared. */
  readonly n: number;
}

/** A fit held against days that it did not see. */
export interface Validation {
  readonly fitted: Calibration;
  readonly heldBack: readonly string[];
  readonly edgesS: readonly number[];
  readonly days: readonly ValidatedDay[];
  /** null: no days could be left out within the fit, or nothing is simulated. */
  readonly combined: Combined | null;
  /** Of waits by half hour: the model first, both together where there is such a forecast, then the naive ones. */
  readonly errors: readonly ErrorFigures[];
  readonly grade: FitGrade;
  /** Whether to believe it, in one sentence; then where it does not fit. */
  readonly verdict: LocalText;
  readonly where: readonly LocalText[];
}
