/**
 * A level that steps up and down in time (people waiting, windows busy), with its integral and
 * its maximum from the start of observation on. Times in µs; whole levels sum exactly.
 */
export class TimeAverage {
  #level: number;
  #max: number;
  #integral = 0;
  #sinceUs = Number.NEGATIVE_INFINITY;
  readonly #startUs: number;

  /** Changes before `startUs` move the level but are not observed. */
  constructor(startUs: number, level = 0) {
    this.#startUs = startUs;
    this.#level = level;
    this.#max = level;
  }

  get level(): number {
    return this.#level;
  }

  /** The highest level since the start of observation, the level at the start included. */
  get max(): number {
    return this.#max;
  }

  /** Sets the level from `atUs` on. Throws RangeError if an earlier change was later than that. */
  set(level: number, atUs: number): void {
    this.#integral = this.integral(atUs);
    this.#sinceUs = atUs;
    this.#level = level;
    this.#max = atUs < this.#startUs ? level : Math.max(this.#max, level);
  }

  /** Moves the level by `step` from `atUs` on. */
  add(step: number, atUs: number): void {
    this.set(this.#level + step, atUs);
  }

  /** Level × µs from the start of observation to `untilUs`, not before the last change. */
  integral(untilUs: number): number {
    if (!(untilUs >= this.#sinceUs))
      throw new RangeError(`${untilUs} is before the last change, ${this.#sinceUs}`);
    const fromUs = Math.max(this.#sinceUs, this.#startUs);
    return this.#integral + this.#level * Math.max(0, untilUs - fromUs);
  }

  /** Time average over the observation; null if it has no length. */
  average(untilUs: number): number | null {
    const integral = this.integral(untilUs);
    return untilUs > this.#startUs ? integral / (untilUs - this.#startUs) : null;
  }
}
