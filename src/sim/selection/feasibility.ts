/**
 * Does a system keep its promises? A fully sequential check of means against thresholds, which
 * spends few replications where the answer is clear and many where it is close.
 *
 * Source: procedure F_B of Batur and Kim, Finding feasible systems in the presence of constraints
 * on multiple performance measures, ACM TOMACS 20(3), 2010, article 13, with the triangular region
 * (c = 1) of Fabian.
 *
 * What is promised: a system whose means all lie at least the tolerance on the right side of their
 * thresholds is called feasible, and one with a mean at least the tolerance on the wrong side
 * infeasible, with the chosen probability; between the two, either answer counts as right.
 * Observations of one measure are taken to be independent and normal, as averages over a day of
 * many visitors nearly are.
 *
 * Where that fails: the variance is that of the first stage. If nearly all that makes the mean bad
 * comes from rare bad days, a first stage without one has little or no variance and decides at once,
 * as often as that happens: with a bad day in eight, 20 days see none with a chance of 7 %, whatever
 * error was asked for. Choose a first stage that is sure to hold several of the days that matter.
 */

/** What the mean of one measure has to keep to. Threshold and tolerance in the measure's unit. */
export interface Constraint {
  readonly threshold: number;
  /** How far from the threshold a mean may lie and still be judged either way. */
  readonly tolerance: number;
  /** 'atLeast': the mean is to reach the threshold; 'atMost': it is not to pass it. */
  readonly sense: 'atLeast' | 'atMost';
}

export interface FeasibilityRules {
  /** Replications from which the variances are estimated; the first verdict can follow them. */
  readonly firstStage: number;
  /** Probability of a wrong verdict on one constraint of one system, under one half. */
  readonly errorPerCheck: number;
}

export type Verdict = 'feasible' | 'infeasible' | 'undecided';

/**
 * The error of each check that keeps all verdicts on all systems right together with probability
 * 1 − alpha: α/(k·s), by Bonferroni's inequality. The inequality holds whatever depends on what, so
 * systems may meet the same visitors (common random numbers) and measures may come from one run.
 * Throws RangeError if alpha is not inside (0, 1) or a count is not a whole number of at least 1.
 */
export function errorPerCheck(alpha: number, systems: number, constraints: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha ${alpha} is not inside (0, 1)`);
  checkCount(systems, 'systems', 1);
  checkCount(constraints, 'constraints', 1);
  return alpha / (systems * constraints);
}

/**
 * h² = 2cη(n₀ − 1), where g(η) is the error: for c = 1, η = ½((2·error)^(−2/(n₀−1)) − 1). The
 * region of doubt around a sum of r observations is (h²S²/ε − εr)/2 wide on either side.
 * Throws RangeError if firstStage is not a whole number of at least 2 or error not inside (0, ½).
 */
export function regionConstant(firstStage: number, error: number): number {
  checkCount(firstStage, 'firstStage', 2);
  if (!(error > 0 && error < 0.5)) throw new RangeError(`error ${error} is not inside (0, 0.5)`);
  const freedom = firstStage - 1;
  // expm1, because η is small where the error is near ½ or the first stage is long.
  const eta = 0.5 * Math.expm1((-2 / freedom) * Math.log(2 * error));
  return 2 * eta * freedom;
}

/** The check of one system. Takes replications one by one until its verdict stands. */
export class FeasibilityCheck {
  readonly #measures: readonly CheckedMeasure[];
  readonly #firstStage: number;
  #observed = 0;
  #verdict: Verdict = 'undecided';

  /** Throws RangeError on no constraints, or a rule or a constraint out of its range. */
  constructor(constraints: readonly Constraint[], rules: FeasibilityRules) {
    if (constraints.length === 0) throw new RangeError('constraints are none');
    const { firstStage, errorPerCheck: error } = rules;
    if (!(error > 0 && error < 0.5))
      throw new RangeError(`errorPerCheck ${error} is not inside (0, 0.5)`);
    const h2 = regionConstant(firstStage, error);
    this.#firstStage = firstStage;
    this.#measures = constraints.map((constraint) => new CheckedMeasure(constraint, h2));
  }

  /**
   * Takes one replication, an observation for each constraint, and looks at once whether that
   * decides: the verdict does not depend on how many replications arrive together. What comes
   * after the verdict is ignored. Throws RangeError if the values do not match the constraints or
   * one is not finite; the replication then counts for nothing.
   */
  add(values: readonly number[]): void {
    if (this.#verdict !== 'undecided') return;
    if (values.length !== this.#measures.length)
      throw new RangeError(`values are ${values.length} for ${this.#measures.length} constraints`);
    for (const value of values)
      if (!Number.isFinite(value)) throw new RangeError(`value ${value} is not a finite number`);
    this.#observed++;
    for (let i = 0; i < values.length; i++) this.#measures[i]!.add(values[i]!);
    if (this.#observed < this.#firstStage) return;
    if (this.#observed === this.#firstStage)
      for (const measure of this.#measures) measure.fixRegion();
    for (const measure of this.#measures) measure.judge();
    if (this.#measures.some((measure) => measure.verdict === 'infeasible'))
      this.#verdict = 'infeasible';
    else if (this.#measures.every((measure) => measure.verdict === 'feasible'))
      this.#verdict = 'feasible';
  }

  get verdict(): Verdict {
    return this.#verdict;
  }

  /** Replications used so far; none is used after the verdict. */
  get observed(): number {
    return this.#observed;
  }

  /** The replication after which the verdict stood. */
  get decidedAt(): number | null {
    return this.#verdict === 'undecided' ? null : this.#observed;
  }

  /** The replication after which the verdict stands for certain; null before the first stage ends. */
  get decidesBy(): number | null {
    if (this.#observed < this.#firstStage) return null;
    if (this.#verdict !== 'undecided') return this.#observed;
    const open = this.#measures.filter((measure) => measure.verdict === 'undecided');
    return Math.max(...open.map((measure) => measure.decidesBy));
  }

  /** Mean of the replications used, by constraint; NaN before the first. */
  get means(): readonly number[] {
    return this.#measures.map((measure) => measure.mean);
  }
}

/** One constraint, with what was seen of its measure. */
class CheckedMeasure {
  readonly #constraint: Constraint;
  readonly #h2: number;
  #n = 0;
  #mean = 0;
  #squares = 0;
  /** Sum of what the observations lie over the threshold on the right side. */
  #inFavour = 0;
  /** h²S²/ε: the height of the region of doubt, twice, at no observations. */
  #height = 0;
  #verdict: Verdict = 'undecided';

  constructor(constraint: Constraint, h2: number) {
    const { threshold, tolerance } = constraint;
    if (!Number.isFinite(threshold))
      throw new RangeError(`threshold ${threshold} is not a finite number`);
    if (!(tolerance > 0 && tolerance < Number.POSITIVE_INFINITY))
      throw new RangeError(`tolerance ${tolerance} is not a positive number`);
    this.#constraint = constraint;
    this.#h2 = h2;
  }

  get verdict(): Verdict {
    return this.#verdict;
  }

  get mean(): number {
    return this.#n === 0 ? Number.NaN : this.#mean;
  }

  get decidesBy(): number {
    return Math.ceil(this.#height / this.#constraint.tolerance);
  }

  add(value: number): void {
    const { threshold, sense } = this.#constraint;
    // Welford's recurrence: equal observations have exactly no variance.
    const step = value - this.#mean;
    this.#n++;
    this.#mean += step / this.#n;
    this.#squares += step * (value - this.#mean);
    // A sum of its own, because the running mean is rounded where whole numbers are not.
    this.#inFavour += sense === 'atLeast' ? value - threshold : threshold - value;
  }

  /** Estimates the variance once and for all: the theory of the region rests on that. */
  fixRegion(): void {
    const variance = this.#squares / (this.#n - 1);
    this.#height = (this.#h2 * variance) / this.#constraint.tolerance;
  }

  judge(): void {
    if (this.#verdict !== 'undecided') return;
    const { tolerance } = this.#constraint;
    // Where the region has closed by its own bound, rounding must not keep it open.
    const doubt =
      this.#n >= this.decidesBy ? 0 : Math.max(0, (this.#height - tolerance * this.#n) / 2);
    // In this order, so that a mean on the threshold keeps to it when nothing is in doubt.
    if (this.#inFavour >= doubt) this.#verdict = 'feasible';
    else if (this.#inFavour <= -doubt) this.#verdict = 'infeasible';
  }
}

function checkCount(value: number, name: string, least: number): void {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new RangeError(`${name} ${value} is not a whole number of at least ${least}`);
}
