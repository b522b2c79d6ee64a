const HALF_HOUR_US = 1800e6;
/** Intervals of a continuous run. */
const PARTS = 20;

/** The stretch of time that figures speak of, cut into equal intervals. */
export class Intervals {
  /** Half hours of the clock for a day, twentieths for a continuous run. */
  static of(startUs: number, endUs: number, continuous: boolean): Intervals {
    if (continuous) return new Intervals(startUs, (endUs - startUs) / PARTS, PARTS);
    const first = Math.floor(startUs / HALF_HOUR_US) * HALF_HOUR_US;
    return new Intervals(first, HALF_HOUR_US, Math.ceil((endUs - first) / HALF_HOUR_US));
  }

  private constructor(
    readonly firstUs: number,
    readonly widthUs: number,
    readonly count: number,
  ) {}

  /** Start of each interval, µs; the last entry is the end of the last. */
  get edgesUs(): number[] {
    return Array.from({ length: this.count + 1 }, (_, i) => this.firstUs + i * this.widthUs);
  }

  /** The interval that an instant falls into; −1 outside. */
  indexOf(timeUs: number): number {
    const i = Math.floor((timeUs - this.firstUs) / this.widthUs);
    return i >= 0 && i < this.count ? i : -1;
  }

  /** Adds the time between two instants to the intervals it falls into: `into[row + interval]`. */
  spread(into: Float64Array, row: number, fromUs: number, toUs: number): void {
    const { firstUs, widthUs, count } = this;
    let i = Math.max(0, Math.floor((fromUs - firstUs) / widthUs));
    let from = Math.max(fromUs, firstUs);
    while (i < count && from < toUs) {
      const end = Math.min(toUs, firstUs + (i + 1) * widthUs);
      if (end > from) into[row + i]! += end - from;
      from = end;
      i++;
    }
  }
}
