import { DAY_US } from '../hall/arrivals';

/** A few figures of every measured day of a run over several days. */
export interface DayFigures {
  readonly arrived: readonly number[];
  readonly waitMeanS: readonly (number | null)[];
  /** Promised cases open at the end of the day. */
  readonly openCases: readonly number[];
  readonly overtimeS: readonly number[];
}

/** Counts by working day. */
export class DaySeries {
  private readonly arrived: Float64Array;
  private readonly waitSumS: Float64Array;
  private readonly waits: Float64Array;
  private readonly openCases: Float64Array;
  private readonly lastCloseUs: Float64Array;

  /**
   * @param first index of the first measured day
   * @param count measured days
   * @param openingUs first opening of the doors, µs since midnight
   * @param closingUs end of the last session, µs since midnight
   */
  constructor(
    private readonly first: number,
    private readonly count: number,
    private readonly openingUs: number,
    private readonly closingUs: number,
  ) {
    this.arrived = new Float64Array(count);
    this.waitSumS = new Float64Array(count);
    this.waits = new Float64Array(count);
    this.openCases = new Float64Array(count);
    this.lastCloseUs = new Float64Array(count);
  }

  arrive(timeUs: number): void {
    this.arrived[this.dayOf(timeUs)]!++;
  }

  wait(ticketUs: number, seconds: number): void {
    const day = this.dayOf(ticketUs);
    this.waitSumS[day]! += seconds;
    this.waits[day]!++;
  }

  /** A case is accepted (+1) or decided (−1): it is open, or no longer, at the end of this day. */
  cases(timeUs: number, change: number): void {
    this.openCases[Math.max(0, this.dayOf(timeUs))]! += change;
  }

  /** A window closes: overtime is what it took past the last closing of the day that it belongs to. */
  windowClosed(timeUs: number): void {
    const day = this.dayOf(timeUs);
    // Past midnight the day before is still being finished, until the hall opens again.
    const past = timeUs - Math.floor(timeUs / DAY_US) * DAY_US;
    const belongs = past < this.openingUs ? day - 1 : day;
    if (belongs >= 0 && belongs < this.count) this.lastCloseUs[belongs] = timeUs;
  }

  figures(): DayFigures {
    let open = 0;
    return {
      arrived: Array.from(this.arrived),
      waitMeanS: Array.from(this.waits, (n, i) => (n > 0 ? this.waitSumS[i]! / n : null)),
      openCases: Array.from(this.openCases, (change) => {
        open += change;
        return open;
      }),
      overtimeS: Array.from(this.lastCloseUs, (us, i) =>
        Math.max(0, (us - (this.first + i) * DAY_US - this.closingUs) / 1e6),
      ),
    };
  }

  private dayOf(timeUs: number): number {
    return Math.min(this.count - 1, Math.floor(timeUs / DAY_US) - this.first);
  }
}
