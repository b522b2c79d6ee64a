import type { Distribution } from '../../scenarios/distribution';
import type { Scenario } from '../../scenarios/scenario';
import type { Weekday, WorkingDays } from '../../scenarios/schema-parts';
import type { LocalText } from '../../scenarios/text';
import type { Log } from '../log/types';

/** A fitted number with its doubt. */
export interface Estimate {
  readonly value: number;
  /** 95 % interval; null where the log is too small for one. */
  readonly ci95: readonly [low: number, high: number] | null;
  /** Rows that it rests on. */
  readonly n: number;
}

/** What the provenance of every fitted number says. */
export interface LogSource {
  /** As the user calls the log: as a rule its file name. */
  readonly name: string;
  /** First and last date. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly rows: number;
}

/** Settings of a fit. */
export interface CalibrateOptions {
  /** Name of the log, for the provenance; as a rule its file name. */
  readonly name: string;
  /** Id of the scenario that comes of it; 'calibrated' if absent. */
  readonly id?: string | undefined;
  /** Waits up to this are within target; 900 s if absent. */
  readonly targetWaitS?: number | undefined;
  /** Seed of whatever is drawn (subsamples, bootstraps, simulated days); 1 if absent. */
  readonly seed?: number | undefined;
  /** One of several fits that are only held against days left out: the log's days are simulated once in each round. */
  readonly isTrial?: boolean | undefined;
  /** Hears before each step: what is done now, and the part of the work that is behind (0 … 1). */
  readonly onProgress?: ((step: LocalText, done: number) => void) | undefined;
  /** Asked between steps: true ends the work with `CalibrationStopped`. */
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Thrown when `shouldStop` said so. */
export class CalibrationStopped extends Error {
  constructor() {
    super('the calibration was stopped');
    this.name = 'CalibrationStopped';
  }
}

/** How well a family tells the times. */
export type FitGrade = 'good' | 'usable' | 'poor';

/** One family of distributions held against the times of one class. */
export interface FamilyFit {
  /** `deterministic`, `exponential`, `erlang`, `gamma`, `lognormal`, `weibull`, `mixture`. */
  readonly family: Distribution['dist'];
  /** Free parameters. */
  readonly parameters: number;
  readonly distribution: Distribution;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Largest distance between the distribution functions, 0 … 1. */
  readonly distance: number;
  /** Mean and coefficient of variation of the fitted family. */
  readonly meanS: number;
  readonly cv: number;
}

/** The pictures of a fit: Q–Q, and histogram against density. All of equal length within a pair. */
export interface FitPlot {
  /** Probabilities of the Q–Q points. */
  readonly probabilities: readonly number[];
  readonly observedS: readonly number[];
  readonly fittedS: readonly number[];
  /** Edges of the bars, one more than bars. What lies beyond the last edge is `beyondShare`. */
  readonly edgesS: readonly number[];
  /** Height of each bar: share per second. */
  readonly density: readonly number[];
  /** The family's mean density over each bar: share per second. */
  readonly fittedDensity: readonly number[];
  readonly beyondShare: number;
}

/** Service times (or times between, or patience) of one class and what was made of them. */
export interface DurationFit {
  /** Id of the class in the scenario. */
  readonly classId: string;
  readonly name: string;
  readonly rows: number;
  readonly meanS: Estimate;
  readonly cv: Estimate;
  readonly medianS: number;
  readonly p90S: number;
  /** Step in which the log tells times (60: whole minutes); 0 where none was found. */
  readonly roundedToS: number;
  /** From the best by BIC to the worst. */
  readonly families: readonly FamilyFit[];
  /** What the scenario uses. */
  readonly chosen: Distribution;
  /** Intervals of the chosen family's parameters, by their names in the schema; of a mixture by component (`0.meanS`). */
  readonly parameters: Readonly<Record<string, Estimate>>;
  /**
   * Anderson–Darling on the same cells as the likelihood, p by parametric bootstrap on at most
   * `testedRows` rows drawn with the seed. With many rows every family is rejected: `grade` looks at the
   * size of the difference. null: the values themselves are used.
   */
  readonly test: {
    readonly statistic: number;
    readonly p: number;
    readonly testedRows: number;
  } | null;
  readonly grade: FitGrade;
  /** Why this was chosen and how far it is to be believed. */
  readonly remark: LocalText;
  readonly plot: FitPlot;
}

/** One point of a survival curve. */
export interface SurvivalPoint {
  readonly timeS: number;
  /** Share that would still wait. */
  readonly survival: number;
  readonly ci95: readonly [number, number];
  readonly atRisk: number;
}

/** How long people bear waiting, from who left and who was called before. */
export interface PatienceFit {
  readonly classId: string;
  readonly name: string;
  /** Who left, and whose patience was cut off by the call. */
  readonly left: number;
  readonly called: number;
  /** Kaplan–Meier, thinned for drawing. */
  readonly curve: readonly SurvivalPoint[];
  /** What the scenario uses; null where hardly anybody left. */
  readonly chosen: Distribution | null;
  /** Part that leaves at once when it has to wait. */
  readonly atOnce: Estimate | null;
  /** Mean patience of the others; beyond `knownToS` it is the family's word. */
  readonly meanS: Estimate | null;
  /** Fitted survival at the times of `curve`. */
  readonly fitted: readonly number[];
  /** Largest distance between curve and fit. */
  readonly distance: number;
  /** Up to here enough waited for the curve to be known (ten at risk at least). */
  readonly knownToS: number;
  readonly remark: LocalText;
}

/** Arrivals of one class: a rate for each day of the week and half hour. */
export interface ArrivalsFit {
  readonly classId: string;
  readonly name: string;
  readonly rows: number;
  /** Start of each half hour, seconds since midnight; the last entry is the end of the last. */
  readonly edgesS: readonly number[];
  readonly weekdays: readonly Weekday[];
  /** Days of each of `weekdays` in the log. */
  readonly daysOf: readonly number[];
  /** By weekday and half hour: the mean of the log, what was made of it (partly pooled), and its interval. */
  readonly observedPerHour: readonly (readonly number[])[];
  readonly perHour: readonly (readonly number[])[];
  readonly ci95PerHour: readonly (readonly (readonly [number, number])[])[];
  /** 0: every weekday has its own profile … 1: all have the same one. */
  readonly pooling: number;
  readonly visitsPerDay: Estimate;
}

/** A date that stands out: far more or far fewer than its day of the week. */
export interface SpecialDay {
  readonly date: string;
  readonly visits: number;
  readonly expected: number;
  /** Left out of rates and scatter. */
  readonly leftOut: boolean;
  readonly note: LocalText;
}

/** Open windows through a day of the week. */
export interface StaffingProfile {
  readonly weekday: Weekday;
  /** Mean number open in each half hour of `StaffingFit.edgesS`, and its scatter between days. */
  readonly open: readonly number[];
  readonly sd: readonly number[];
}

/** Who was at the windows. */
export interface StaffingFit {
  /** `windows`: each has its own hours; `positions`: only their number is known, the windows are nameless. */
  readonly kind: 'windows' | 'positions';
  /** `recorded` in the log, or `inferred` from who served when. */
  readonly from: 'recorded' | 'inferred';
  readonly edgesS: readonly number[];
  readonly profiles: readonly StaffingProfile[];
  /** By window of the scenario. */
  readonly windows: readonly {
    readonly id: string;
    readonly name: string;
    readonly tickets: number;
    /** Speed, 1 is the norm; null where it can't be told. */
    readonly speed: Estimate | null;
    /** Names of the classes it serves. */
    readonly serves: readonly string[];
  }[];
  /** From one visitor's end to the next one's service while people wait; it is in the windows' speed. */
  readonly turnS: Estimate | null;
  readonly remark: LocalText;
}

/** The waiting credit of a group with priority, from the order of calls. */
export interface CreditFit {
  /** As the log numbers it. */
  readonly priority: number;
  readonly classIds: readonly string[];
  /** Seconds that a ticket of the group counts as older. */
  readonly creditS: Estimate;
  /** Calls with both groups waiting, and the part of them that the credit explains. */
  readonly decisions: number;
  readonly explained: number;
  /** Part that plain first come, first served explains. */
  readonly explainedWithout: number;
  readonly remark: LocalText;
}

/** Times over working days of cases of one kind. */
export interface CaseFit {
  readonly classId: string;
  readonly name: string;
  readonly rows: number;
  /** Part that is done on the day it begins. */
  readonly sameDay: Estimate;
  readonly meanDays: Estimate;
  /** Working days, quantiles 0.5, 0.9, 0.95 (whole days). */
  readonly quantiles: readonly { readonly p: number; readonly days: number }[];
  /** Work on one case within a day, of those done on the day. */
  readonly sameDayTime: DurationFit | null;
  /** The times in working hours as the back office would work on them: `review.duration`. */
  readonly duration: DurationFit;
  /** As a stretch of working days: `survey.after`, `collectAfter` … */
  readonly workingDays: WorkingDays;
  /** How far geometric and empirical differ: largest distance of the distribution functions. */
  readonly geometricDistance: number;
  readonly weekend: readonly Weekday[];
  readonly remark: LocalText;
}

/** A queue of which only totals of stretches or looks are known. */
export interface QueueFit {
  readonly classId: string;
  readonly name: string;
  /** `own`: counters of its own; `shared`: with the queues of `sharedWith`. */
  readonly counters: 'own' | 'shared';
  readonly sharedWith: readonly string[];
  readonly served: number;
  /** Mean time that one counter takes for one visitor while people wait. */
  readonly serviceS: Estimate;
  readonly openMean: number;
  readonly remark: LocalText;
}

/** What the log cannot say. */
export interface Unknown {
  /** Stable, for tests and filters: `patience`, `noShow`, `staffing`, `service`, `waits`, `priority`, `walking`, … */
  readonly about: string;
  readonly text: LocalText;
}

/** Relative doubt of the parts of the scenario (standard errors of logarithms), for simulated days that carry it. */
export interface Doubts {
  /** By day of the week. */
  readonly arrivals: Readonly<Partial<Record<Weekday, number>>>;
  /** Of mean service times, by class. */
  readonly service: Readonly<Record<string, number>>;
  /** Scatter of a day's window hours about those of its day of the week. */
  readonly staffing: number;
}

/** What was made of a log. Every number in `scenario` carries the log as its provenance. */
export interface Calibration {
  readonly kind: Log['kind'];
  readonly source: LogSource;
  /** null where the log holds too little for one; `unknowns` says why. */
  readonly scenario: Scenario | null;
  readonly service: readonly DurationFit[];
  readonly arrivals: readonly ArrivalsFit[];
  /** Scatter of whole days beyond chance: coefficient of variation. null: one day only. */
  readonly dayFactorCv: Estimate | null;
  readonly specialDays: readonly SpecialDay[];
  readonly patience: readonly PatienceFit[];
  readonly noShow: Estimate | null;
  readonly credit: readonly CreditFit[];
  readonly staffing: StaffingFit | null;
  readonly queues: readonly QueueFit[];
  readonly cases: readonly CaseFit[];
  readonly unknowns: readonly Unknown[];
  readonly doubts: Doubts;
}
