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
  timeInHallS = 0;
  /** Waits that ended in a call, seconds. */
  readonly waitsS: number[] = [];
  private waiting = 0;
  private mostWaiting = 0;
  private waitingUs = 0;
  private sinceUs: number;

  /** The number waiting is averaged from `startUs` to `endUs`. */
  constructor(
    private readonly startUs: number,
    private readonly endUs: number,
  ) {
    this.sinceUs = startUs;
  }

  /** Somebody begins (+1) or ends (−1) waiting. */
  changeWaiting(timeUs: number, step: number): void {
    this.integrate(timeUs);
    this.waiting += step;
    if (timeUs >= this.startUs && this.waiting > this.mostWaiting) this.mostWaiting = this.waiting;
  }

  /** The figures of the whole replication. */
  figures(): Figures {
    this.integrate(this.endUs);
    const [p50 = null, p90 = null, p95 = null] = quantiles(this.waitsS, [0.5, 0.9, 0.95]);
    let sum = 0;
    for (const wait of this.waitsS) sum += wait;
    return {
      arrived: this.arrived,
      served: this.served,
      abandonedShare: ratio(this.abandoned, this.ended),
      waitMeanS: ratio(sum, this.waitsS.length),
      waitP50S: p50,
      waitP90S: p90,
      waitP95S: p95,
      withinTargetShare: ratio(this.within, this.ended),
      timeInHallMeanS: ratio(this.timeInHallS, this.left),
      queueMean: this.waitingUs / (this.endUs - this.startUs),
      queueMax: this.mostWaiting,
    };
  }

  private integrate(timeUs: number): void {
    const until = Math.min(timeUs, this.endUs);
    if (until <= this.sinceUs) return;
    this.waitingUs += this.waiting * (until - this.sinceUs);
    this.sinceUs = until;
  }
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
