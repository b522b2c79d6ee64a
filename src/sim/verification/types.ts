import type { FloorPlan } from '../../scenarios/floorplan';
import type { LocalText } from '../../scenarios/text';

/** How much is simulated: `quick` for a test run, `full` for the acceptance. */
export const EFFORTS = ['quick', 'full'] as const;
export type Effort = (typeof EFFORTS)[number];

/** What a case is held against; the order is that of the table. */
export const GROUPS = [
  'theory',
  'network',
  'published',
  'law',
  'statistics',
  'randomness',
] as const;
export type Group = (typeof GROUPS)[number];

/** Unit of the numbers of a row; '' has none (a p-value, a correlation). */
export type Unit = 's' | 'min' | 'share' | 'number' | '';

/** What the simulated figure should be, and so what the verdict means. */
export type Expectation =
  /**
   * A number. Agrees when the interval, widened by `tolerance` at both ends, holds it; a row
   * without interval agrees when the figure is at most `tolerance` away. The tolerance is what the
   * expected number itself leaves open (digits printed, rounding), in the unit of the row.
   */
  | { readonly kind: 'value'; readonly value: number; readonly tolerance: number }
  /** Bounds, null where there is none. Agrees when the interval reaches into them. */
  | { readonly kind: 'between'; readonly low: number | null; readonly high: number | null }
  /**
   * The simulated figure is the p-value of a test whose hypothesis should hold. Agrees when it is
   * at least `atLeast`.
   */
  | { readonly kind: 'pValue'; readonly atLeast: number };

export type Verdict = 'agrees' | 'differs';

/** One line of the table: plain data, survives JSON and threads. */
export interface VerificationRow {
  readonly quantity: { readonly zh: string; readonly en: string };
  readonly unit: Unit;
  readonly expected: Expectation;
  readonly simulated: number;
  /** Confidence interval of the simulated figure; null where chance plays no part, and for p-values. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Confidence of the interval, such as 0.99997; null without one. */
  readonly confidence: number | null;
  /** How many of `sample` the figure rests on. */
  readonly n: number;
  readonly sample: 'replications' | 'draws' | 'experiments' | 'days';
  readonly verdict: Verdict;
}

/** What a case needs to run. */
export interface VerificationContext {
  readonly effort: Effort;
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** The shipped floor plans by id; the laws are looked at in the shipped halls as they stand. */
  readonly floorplans: Readonly<Record<string, FloorPlan>>;
}

/** One comparison with the outside world. */
export interface VerificationCase {
  /** Unique, for the command line. */
  readonly id: string;
  readonly group: Group;
  readonly name: { readonly zh: string; readonly en: string };
  /** What is simulated and what is looked at. */
  readonly about: { readonly zh: string; readonly en: string };
  /** Where the expected values come from. */
  readonly source: LocalText;
  /**
   * Simulates and compares; the same rows for the same context. Throws RangeError if a floor plan
   * that it needs is missing.
   */
  run(context: VerificationContext): readonly VerificationRow[];
}

/** A case with its rows: plain data. */
export interface CaseResult {
  readonly id: string;
  readonly group: Group;
  readonly name: { readonly zh: string; readonly en: string };
  readonly about: { readonly zh: string; readonly en: string };
  readonly source: LocalText;
  readonly rows: readonly VerificationRow[];
  /** 'agrees' when every row does. */
  readonly verdict: Verdict;
}

/** The whole table: what `hall verify --json` prints. */
export interface VerificationReport {
  readonly product: { readonly name: string; readonly version: string };
  readonly seed: number;
  readonly effort: Effort;
  /** Probability, at most, that a right program shows any 'differs' by chance in a run of all cases. */
  readonly falseAlarm: number;
  readonly cases: readonly CaseResult[];
  readonly verdict: Verdict;
}
