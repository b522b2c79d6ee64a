/**
 * Which system is best? A fully sequential selection that drops a system as soon as another is
 * surely no worse, so that most replications go to those that are close.
 *
 * Source: procedure KN of Kim and Nelson, A fully sequential procedure for indifference-zone
 * selection in simulation, ACM TOMACS 11(3), 2001, 251–273, with the triangular region (c = 1).
 *
 * What is promised: if the mean of one system is better than all others by the indifference or more,
 * it is the one left, with the chosen confidence. Systems are compared by the variances of their
 * differences, so they may, and should, meet the same visitors (common random numbers).
 *
 * Replications are taken to be independent and the values normal. Single days as skewed as an
 * exponential fall a little short (0.87 of a promised 0.9 was seen with a first stage of 10, 0.89
 * with 20). Rare bad days that the first stage missed mislead it as they do a feasibility check.
 */
import { regionConstant } from './feasibility';

export interface BestRules {
  /** Probability of selecting the best, over 1/systems (what drawing lots would do) and under 1. */
  readonly confidence: number;
  /** The least difference of means that matters, in the unit of the observations. */
  readonly indifference: number;
  /** Replications from which the variances are estimated; the first system can go after them. */
  readonly firstStage: number;
  /** Which mean is better. */
  readonly sense: 'lower' | 'higher';
}

/** The selection among systems 0, 1, …. Takes replications one by one until one system is left. */
export class BestSelection {
  readonly #rules: BestRules;
  /** Of a single system there is nothing to compare. */
  readonly #h2: number;
  readonly #sums: number[];
  readonly #eliminatedAt: (number | null)[];
  #survivors: number[];
  /** The replications of the first stage, until the variances are known. */
  #first: (readonly number[])[] = [];
  /** h²S²/δ by pair (higher system, then lower); twice the height of its region of doubt. */
  #heights: number[][] = [];
  #observed = 0;

  /** Throws RangeError if `systems` is not a whole number of at least 1 or a rule out of range. */
  constructor(systems: number, rules: BestRules) {
    if (!(Number.isSafeInteger(systems) && systems >= 1))
      throw new RangeError(`systems ${systems} is not a whole number of at least 1`);
    const { confidence, indifference, firstStage } = rules;
    const least = systems === 1 ? 0 : 1 / systems;
    if (!(confidence > least && confidence < 1))
      throw new RangeError(`confidence ${confidence} is not inside (${least}, 1)`);
    if (!(indifference > 0 && indifference < Number.POSITIVE_INFINITY))
      throw new RangeError(`indifference ${indifference} is not a positive number`);
    // The best meets each of the others once, and an error in any of these meetings loses it.
    const error = systems === 1 ? 0.25 : (1 - confidence) / (systems - 1);
    this.#h2 = regionConstant(firstStage, error);
    this.#rules = rules;
    this.#sums = new Array<number>(systems).fill(0);
    this.#eliminatedAt = new Array<number | null>(systems).fill(null);
    this.#survivors = this.#sums.map((_, system) => system);
  }

  /**
   * Takes one replication: a value for each system, of which those of systems that are out are
   * ignored and may be null. Looks at once who goes: the selection does not depend on how many
   * replications arrive together. What comes after it is ignored. Throws RangeError if the values
   * do not match the systems or one of a survivor is not finite; the replication then counts for
   * nothing.
   */
  add(values: readonly (number | null)[]): void {
    if (this.#survivors.length === 1) return;
    if (values.length !== this.#sums.length)
      throw new RangeError(`values are ${values.length} for ${this.#sums.length} systems`);
    const taken = values.map((value) => value ?? Number.NaN);
    for (const system of this.#survivors)
      if (!Number.isFinite(taken[system]))
        throw new RangeError(`value ${values[system]} of system ${system} is not a finite number`);
    this.#observed++;
    for (const system of this.#survivors) this.#sums[system]! += taken[system]!;
    if (this.#observed <= this.#rules.firstStage) this.#first.push(taken);
    if (this.#observed < this.#rules.firstStage) return;
    if (this.#observed === this.#rules.firstStage) this.#fixRegions();
    this.#eliminate();
  }

  /** Systems still in, in their order. */
  get survivors(): readonly number[] {
    return this.#survivors;
  }

  /** The selected system, when one is left. */
  get best(): number | null {
    return this.#survivors.length === 1 ? this.#survivors[0]! : null;
  }

  /**
   * The survivor with the best mean so far, the first of equals; null before any replication of
   * several systems. Where `best` is null, nothing is promised of it.
   */
  get leader(): number | null {
    if (this.#survivors.length > 1 && this.#observed === 0) return null;
    return this.#survivors.reduce((a, b) => (this.#ahead(b, a) > 0 ? b : a));
  }

  /** Replications used so far; none is used after the selection. */
  get observed(): number {
    return this.#observed;
  }

  /** The replication after which one system was left (0 for a single system). */
  get decidedAt(): number | null {
    return this.best === null ? null : this.#observed;
  }

  /** The replication after which one system is left for certain; null before the first stage ends. */
  get decidesBy(): number | null {
    if (this.best !== null) return this.#observed;
    if (this.#observed < this.#rules.firstStage) return null;
    let latest = 0;
    for (const a of this.#survivors)
      for (const b of this.#survivors) if (b < a) latest = Math.max(latest, this.#closesAt(a, b));
    return latest;
  }

  /** By system, the replication after which it went; null while it is in. */
  get eliminatedAt(): readonly (number | null)[] {
    return this.#eliminatedAt;
  }

  /** By system, the mean of the replications used (up to its elimination); NaN before the first. */
  get means(): readonly number[] {
    return this.#sums.map((sum, system) => sum / (this.#eliminatedAt[system] ?? this.#observed));
  }

  #fixRegions(): void {
    const scale = this.#h2 / this.#rules.indifference;
    this.#heights = this.#sums.map((_, a) =>
      Array.from({ length: a }, (_, b) => scale * varianceOfDifference(this.#first, a, b)),
    );
    this.#first = [];
  }

  #eliminate(): void {
    const before = this.#survivors;
    // All are held against all that were in before, so that the order of systems plays no part.
    this.#survivors = before.filter((one) => !before.some((other) => this.#loses(one, other)));
    for (const system of before)
      if (!this.#survivors.includes(system)) this.#eliminatedAt[system] = this.#observed;
  }

  #loses(one: number, other: number): boolean {
    if (one === other) return false;
    const behind = this.#ahead(other, one);
    const doubt = this.#doubt(one, other);
    if (doubt > 0) return behind > doubt;
    // The region has closed: the better sum stays. Of equals (a change that touches nobody, under
    // common random numbers) the first stays, for no number of replications would part them.
    return behind > 0 || (behind === 0 && other < one);
  }

  /** W: how far behind a sum may be without losing; 0 once the region has closed. */
  #doubt(one: number, other: number): number {
    if (this.#observed >= this.#closesAt(one, other)) return 0;
    return Math.max(0, (this.#height(one, other) - this.#rules.indifference * this.#observed) / 2);
  }

  #closesAt(one: number, other: number): number {
    return Math.ceil(this.#height(one, other) / this.#rules.indifference);
  }

  #height(one: number, other: number): number {
    return this.#heights[Math.max(one, other)]![Math.min(one, other)]!;
  }

  /** How much better the sum of one system is than that of another. */
  #ahead(one: number, other: number): number {
    const difference = this.#sums[one]! - this.#sums[other]!;
    return this.#rules.sense === 'higher' ? difference : -difference;
  }
}

/** Sample variance of the differences of two systems, exactly 0 if they are all equal. */
function varianceOfDifference(rows: readonly (readonly number[])[], a: number, b: number): number {
  let mean = 0;
  let squares = 0;
  rows.forEach((row, i) => {
    const difference = row[a]! - row[b]!;
    const step = difference - mean;
    mean += step / (i + 1);
    squares += step * (difference - mean);
  });
  return squares / (rows.length - 1);
}
