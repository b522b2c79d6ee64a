/** States whose durations add up to a window's day. */
export const WindowTime = { Closed: 0, Idle: 1, Walking: 2, Serving: 3 } as const;
type State = (typeof WindowTime)[keyof typeof WindowTime];
const STATES = 4;

/** Reads one share out of `WindowTimes.shares()`; `intervals` is their number. */
export function shareOf(
  shares: Float64Array,
  intervals: number,
  window: number,
  state: State,
  interval: number,
): number {
  return shares[(window * STATES + state) * intervals + interval]!;
}

/** How each window spends its time, in all and by interval. */
export class WindowTimes {
  private readonly state: Uint8Array;
  private readonly sinceUs: Float64Array;
  /** Window by window, state by state, interval by interval and outside of all, µs. */
  private readonly spentUs: Float64Array;
  private readonly columns: number;
  private column: number;

  /** @param clock the calendar's */
  constructor(
    private readonly windows: number,
    private readonly intervals: number,
    startUs: number,
    private readonly clock: Float64Array,
  ) {
    this.columns = intervals + 1;
    this.column = intervals;
    this.state = new Uint8Array(windows);
    this.sinceUs = new Float64Array(windows).fill(startUs);
    this.spentUs = new Float64Array(windows * STATES * this.columns);
  }

  /** A window's state changes now. */
  set(window: number, state: State): void {
    this.change(window, state, this.clock[0]!);
  }

  private change(window: number, state: State, timeUs: number): void {
    const old = this.state[window]!;
    const spent = timeUs - this.sinceUs[window]!;
    this.state[window] = state;
    if (spent <= 0) return;
    this.sinceUs[window] = timeUs;
    this.spentUs[(window * STATES + old) * this.columns + this.column]! += spent;
  }

  /** Another interval begins; `intervals` outside of all. */
  enter(interval: number, timeUs: number): void {
    this.settle(timeUs);
    this.column = interval;
  }

  /** Counts what has been spent up to an instant. */
  settle(timeUs: number): void {
    for (let w = 0; w < this.windows; w++) this.change(w, this.state[w] as State, timeUs);
  }

  /** Serving time over open time, null for a window that never opened. */
  utilisation(window: number): number | null {
    const openUs = this.openUs(window);
    return openUs > 0 ? this.inState(window, WindowTime.Serving) / openUs : null;
  }

  /** Time that windows were manned, all together, µs. */
  get mannedUs(): number {
    let sum = 0;
    for (let w = 0; w < this.windows; w++) sum += this.openUs(w);
    return sum;
  }

  /**
   * Share of each interval spent in each state: see `shareOf`. The closed shares are left at 0.
   *
   * @param spanUs length of an interval, of all days that are laid over each other
   */
  shares(spanUs: number): Float64Array {
    const { intervals, columns, spentUs } = this;
    const shares = new Float64Array(this.windows * STATES * intervals);
    for (let row = 0; row < this.windows * STATES; row++) {
      if (row % STATES === WindowTime.Closed) continue;
      for (let i = 0; i < intervals; i++)
        shares[row * intervals + i] = spentUs[row * columns + i]! / spanUs;
    }
    return shares;
  }

  private openUs(window: number): number {
    return (
      this.inState(window, WindowTime.Idle) +
      this.inState(window, WindowTime.Walking) +
      this.inState(window, WindowTime.Serving)
    );
  }

  private inState(window: number, state: State): number {
    const row = (window * STATES + state) * this.columns;
    let sum = 0;
    for (let i = row; i < row + this.columns; i++) sum += this.spentUs[i]!;
    return sum;
  }
}
