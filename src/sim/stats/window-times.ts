import type { Intervals } from './intervals';

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
  private readonly openUs: Float64Array;
  private readonly servingUs: Float64Array;
  /** Window by window, state by state, interval by interval, µs. */
  private readonly byInterval: Float64Array;

  constructor(
    windows: number,
    startUs: number,
    private readonly intervals: Intervals,
  ) {
    this.state = new Uint8Array(windows);
    this.sinceUs = new Float64Array(windows).fill(startUs);
    this.openUs = new Float64Array(windows);
    this.servingUs = new Float64Array(windows);
    this.byInterval = new Float64Array(windows * STATES * intervals.count);
  }

  /** A window's state changes. */
  set(window: number, state: State, timeUs: number): void {
    const old = this.state[window]!;
    const since = this.sinceUs[window]!;
    this.state[window] = state;
    if (timeUs <= since) return;
    this.sinceUs[window] = timeUs;
    if (old === WindowTime.Closed) return;
    this.openUs[window]! += timeUs - since;
    if (old === WindowTime.Serving) this.servingUs[window]! += timeUs - since;
    this.intervals.spread(this.byInterval, this.rowOf(window, old), since, timeUs);
  }

  /** Ends the observation of windows that are still open. */
  finish(endUs: number): void {
    for (let w = 0; w < this.state.length; w++) this.set(w, this.state[w] as State, endUs);
  }

  /** Serving time over open time, null for a window that never opened. */
  utilisation(window: number): number | null {
    return this.openUs[window]! > 0 ? this.servingUs[window]! / this.openUs[window]! : null;
  }

  /** Time that windows were manned, all together, µs. */
  get mannedUs(): number {
    return this.openUs.reduce((sum, us) => sum + us, 0);
  }

  /**
   * Share of each interval spent in each state: see `shareOf`. The closed shares are left at 0.
   *
   * @param days that are laid over each other
   */
  shares(days: number): Float64Array {
    const scale = 1 / (this.intervals.widthUs * days);
    return this.byInterval.map((us) => us * scale);
  }

  private rowOf(window: number, state: number): number {
    return (window * STATES + state) * this.intervals.count;
  }
}
