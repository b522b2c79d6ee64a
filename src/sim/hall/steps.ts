/** A quantity that changes at recorded instants and holds in between. */
export class StepFunction {
  private readonly timeUs: number[] = [];
  private readonly value: number[] = [];

  /** @param before value before the first change */
  constructor(private readonly before: number) {}

  /** Sets the value from `timeUs` on; times must not go back. */
  set(timeUs: number, value: number): void {
    if (this.timeUs.at(-1) === timeUs) this.value[this.value.length - 1] = value;
    else {
      this.timeUs.push(timeUs);
      this.value.push(value);
    }
  }

  /** Changes the last value by `step` from `timeUs` on. */
  add(timeUs: number, step: number): void {
    this.set(timeUs, (this.value.at(-1) ?? this.before) + step);
  }

  /** The value at an instant. */
  at(timeUs: number): number {
    const i = lastAtOrBefore(this.timeUs, 0, this.timeUs.length, timeUs);
    return i < 0 ? this.before : this.value[i]!;
  }
}

/** Index of the last entry of `sorted[from, to)` that is ≤ `x`; `from − 1` if there is none. */
export function lastAtOrBefore(
  sorted: ArrayLike<number>,
  from: number,
  to: number,
  x: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
