import { quantiles } from './quantile';

/** Figures of one class, or of all together, in one replication. null: nobody to speak of. */
export interface Figures {
  readonly arrived: number;
  readonly served: number;
  readonly abandonedShare: number | null;
  readonly waitMeanS: number | null;
  readonly waitP50S: number | null;
  readonly waitP90S: number | null;
  readonly waitP95S: number | null;
  readonly withinTargetShare: number | null;
  readonly timeInHallMeanS: number | null;
  readonly queueMean: number;
  readonly queueMax: number;
}

/** What is counted of one class, or of all together, in one replication. */
export class Tally {
  arrived = 0;
  served = 0;
  /** Waits that have ended, one way or another. */
  ended = 0;
  abandoned = 0;
  within = 0;
  left = 0;
  timeInHallUs = 0;
  /** Person-µs of waiting within the observation. */
  waitingUs = 0;
  mostWaiting = 0;
  private waiting = 0;
  private waits = new Float64Array(64);
  private waitCount = 0;

  /** Somebody begins to wait; the highest number counts when observed. */
  beginWait(observed: boolean): void {
    this.waiting++;
    if (observed && this.waiting > this.mostWaiting) this.mostWaiting = this.waiting;
  }

  endWait(): void {
    this.waiting--;
  }

  /** A wait that ended in a call. */
  addWait(seconds: number): void {
    if (this.waitCount === this.waits.length) {
      const wider = new Float64Array(this.waitCount * 2);
      wider.set(this.waits);
      this.waits = wider;
    }
    this.waits[this.waitCount++] = seconds;
  }

  /** All waits that ended in a call, seconds, in the order of the calls. */
  get waitsS(): Float64Array {
    return this.waits.subarray(0, this.waitCount);
  }

  /**
   * The figures of the whole replication.
   *
   * @param spanUs length of the observation
   */
  figures(spanUs: number): Figures {
    return figuresOf(this, this.waitsS, this.mostWaiting, spanUs);
  }

  /**
   * The figures of all classes together.
   *
   * @param mostWaiting highest number waiting at once, which classes alone can't tell
   */
  static total(tallies: readonly Tally[], mostWaiting: number, spanUs: number): Figures {
    const sum = new Tally();
    const waits = new Float64Array(tallies.reduce((n, t) => n + t.waitCount, 0));
    let at = 0;
    for (const t of tallies) {
      waits.set(t.waitsS, at);
      at += t.waitCount;
      sum.arrived += t.arrived;
      sum.served += t.served;
      sum.ended += t.ended;
      sum.abandoned += t.abandoned;
      sum.within += t.within;
      sum.left += t.left;
      sum.timeInHallUs += t.timeInHallUs;
      sum.waitingUs += t.waitingUs;
    }
    return figuresOf(sum, waits, mostWaiting, spanUs);
  }
}

const PROBABILITIES = [0.5, 0.9, 0.95];

function figuresOf(
  tally: Tally,
  waitsS: Float64Array,
  mostWaiting: number,
  spanUs: number,
): Figures {
  const [p50 = null, p90 = null, p95 = null] = quantiles(waitsS, PROBABILITIES);
  let sum = 0;
  for (let i = 0; i < waitsS.length; i++) sum += waitsS[i]!;
  return {
    arrived: tally.arrived,
    served: tally.served,
    abandonedShare: ratio(tally.abandoned, tally.ended),
    waitMeanS: ratio(sum, waitsS.length),
    waitP50S: p50,
    waitP90S: p90,
    waitP95S: p95,
    withinTargetShare: ratio(tally.within, tally.ended),
    timeInHallMeanS: ratio(tally.timeInHallUs / 1e6, tally.left),
    queueMean: tally.waitingUs / spanUs,
    queueMax: mostWaiting,
  };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
