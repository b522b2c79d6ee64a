import { quantiles } from './quantile';

/** Beyond so many values the sample is kept as a sketch. */
const EXACT = 100_000;
/** Relative error of a quantile read off the sketch, at most. */
export const SKETCH_ERROR = 0.001;

const GAMMA = (1 + SKETCH_ERROR) / (1 - SKETCH_ERROR);
const LOG_GAMMA = Math.log(GAMMA);
/** One µs: what is shorter counts as nothing. */
const SMALLEST = 1e-6;
const FIRST = Math.ceil(Math.log(SMALLEST) / LOG_GAMMA);
/** 31 years, the longest time of a scenario. */
const BUCKETS = Math.ceil(Math.log(1e9) / LOG_GAMMA) - FIRST + 2;

/**
 * Waits, seconds: their mean exact, their quantiles exact up to 100,000 values and beyond within
 * 0.1 % of the value, so that memory does not grow with the run.
 * Source of the sketch: Masson, Rim, Lee, DDSketch: a fast and fully-mergeable quantile sketch
 * with relative-error guarantees, VLDB 12 (2019) 2195–2205.
 */
export class WaitSample {
  count = 0;
  sum = 0;
  private values: number[] = [];
  /** Counts of zeros first, then of logarithmic buckets. */
  private buckets: Float64Array | null = null;

  add(seconds: number): void {
    this.sum += seconds;
    const n = this.count++;
    if (this.buckets) {
      this.buckets[bucketOf(seconds)]!++;
      return;
    }
    if (n === EXACT) {
      this.sketch();
      this.buckets![bucketOf(seconds)]!++;
      return;
    }
    this.values.push(seconds);
  }

  /** All samples as one. */
  static join(samples: readonly WaitSample[]): WaitSample {
    const all = new WaitSample();
    for (const one of samples) {
      all.count += one.count;
      all.sum += one.sum;
    }
    if (all.count <= EXACT) {
      all.values = all.values.concat(...samples.map((one) => one.values));
      return all;
    }
    const buckets = new Float64Array(BUCKETS);
    for (const one of samples) {
      if (one.buckets) for (let i = 0; i < BUCKETS; i++) buckets[i]! += one.buckets[i]!;
      else for (const value of one.values) buckets[bucketOf(value)]!++;
    }
    all.buckets = buckets;
    return all;
  }

  get mean(): number | null {
    return this.count > 0 ? this.sum / this.count : null;
  }

  /** Quantiles at probabilities in [0, 1]; null for an empty sample. */
  quantiles(probabilities: readonly number[]): (number | null)[] {
    if (!this.buckets) return quantiles(this.values, probabilities);
    return probabilities.map((p) => this.fromSketch(p));
  }

  private fromSketch(p: number): number {
    const rank = Math.floor((this.count - 1) * p);
    let passed = 0;
    for (let i = 0; i < BUCKETS; i++) {
      passed += this.buckets![i]!;
      if (passed > rank) return i === 0 ? 0 : (2 * GAMMA ** (i - 1 + FIRST)) / (GAMMA + 1);
    }
    throw new RangeError(`no value has rank ${rank}`);
  }

  private sketch(): void {
    this.buckets = new Float64Array(BUCKETS);
    for (const value of this.values) this.buckets[bucketOf(value)]!++;
    this.values = [];
  }
}

function bucketOf(seconds: number): number {
  if (seconds < SMALLEST) return 0;
  return Math.min(BUCKETS - 1, 1 + Math.ceil(Math.log(seconds) / LOG_GAMMA) - FIRST);
}
