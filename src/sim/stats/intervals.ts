import { DAY_US } from '../hall/arrivals';
import type { HallModel } from '../hall/model';

const HALF_HOUR_US = 1800e6;
/** Intervals of a continuous run. */
const PARTS = 20;

/**
 * The stretch of time that figures speak of, cut into equal intervals: half hours of the clock
 * from the first opening to the last closing of a day (those of several days laid over each
 * other), or twentieths of a continuous run.
 */
export class Intervals {
  static of(model: HallModel): Intervals {
    const first = model.sessions[0]?.doorsUs ?? 0;
    const endUs = model.sessions.at(-1)?.toUs ?? 0;
    if (model.days === 0) {
      const startUs = Math.max(model.warmUpUs, first);
      return new Intervals(startUs, (endUs - startUs) / PARTS, PARTS, false);
    }
    const startUs = Math.floor(first / HALF_HOUR_US) * HALF_HOUR_US;
    const count = Math.ceil((endUs - startUs) / HALF_HOUR_US);
    return new Intervals(startUs, HALF_HOUR_US, count, model.days > 1);
  }

  private constructor(
    readonly firstUs: number,
    readonly widthUs: number,
    readonly count: number,
    /** Several days: instants are taken by their time of the day. */
    private readonly folded: boolean,
  ) {}

  /** Start of each interval, µs; the last entry is the end of the last. */
  get edgesUs(): number[] {
    return Array.from({ length: this.count + 1 }, (_, i) => this.firstUs + i * this.widthUs);
  }

  /** The interval that an instant falls into; −1 outside. */
  indexOf(timeUs: number): number {
    const time = this.folded ? timeUs % DAY_US : timeUs;
    const i = Math.floor((time - this.firstUs) / this.widthUs);
    return i >= 0 && i < this.count ? i : -1;
  }

  /** Adds the time between two instants to the intervals it falls into: `into[row + interval]`. */
  spread(into: Float64Array, row: number, fromUs: number, toUs: number): void {
    if (!this.folded) {
      this.spreadWithin(into, row, fromUs, toUs);
      return;
    }
    for (let from = fromUs; from < toUs; ) {
      const midnight = Math.floor(from / DAY_US) * DAY_US;
      const to = Math.min(toUs, midnight + DAY_US);
      this.spreadWithin(into, row, from - midnight, to - midnight);
      from = to;
    }
  }

  private spreadWithin(into: Float64Array, row: number, fromUs: number, toUs: number): void {
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
