const HALF_HOUR_US = 1800e6;
/** Intervals of a continuous run. */
const PARTS = 20;

/** The stretch of time that figures speak of, cut into intervals. */
export class Intervals {
  constructor(
    /** Start of each interval, µs; the last entry is the end of the last. */
    readonly edgesUs: readonly number[],
  ) {}

  /** Half hours of the clock for a day, twentieths for a continuous run. */
  static of(startUs: number, endUs: number, continuous: boolean): Intervals {
    const width = continuous ? (endUs - startUs) / PARTS : HALF_HOUR_US;
    const first = continuous ? startUs : Math.floor(startUs / width) * width;
    const count = continuous ? PARTS : Math.ceil((endUs - first) / width);
    return new Intervals(Array.from({ length: count + 1 }, (_, i) => first + i * width));
  }

  get count(): number {
    return this.edgesUs.length - 1;
  }

  /** The interval that an instant falls into; −1 outside. */
  indexOf(timeUs: number): number {
    const first = this.edgesUs[0]!;
    const width = this.edgesUs[1]! - first;
    const i = Math.floor((timeUs - first) / width);
    return i >= 0 && i < this.count ? i : -1;
  }

  /** Adds `weight` × the time between two instants to the intervals it falls into. */
  spread(into: Float64Array, fromUs: number, toUs: number, weight: number): void {
    const { edgesUs, count } = this;
    const first = edgesUs[0]!;
    const width = edgesUs[1]! - first;
    const from = Math.max(0, Math.floor((fromUs - first) / width));
    for (let i = from; i < count && edgesUs[i]! < toUs; i++) {
      const overlap = Math.min(toUs, edgesUs[i + 1]!) - Math.max(fromUs, edgesUs[i]!);
      if (overlap > 0) into[i]! += overlap * weight;
    }
  }
}
