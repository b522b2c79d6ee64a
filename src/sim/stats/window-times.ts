import type { Intervals } from './intervals';

/** States whose durations add up to a window's day. */
export const WindowTime = { Closed: 0, Idle: 1, Walking: 2, Serving: 3 } as const;
type State = (typeof WindowTime)[keyof typeof WindowTime];
const STATES = 4;

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

  /** Shares of each interval that a window spends in each state. */
  shares(window: number): { serving: number; walking: number; idle: number; closed: number }[] {
    const { widthUs, count } = this.intervals;
    const share = (state: State, interval: number) =>
      this.byInterval[this.rowOf(window, state) + interval]! / widthUs;
    return Array.from({ length: count }, (_, i) => {
      const serving = share(WindowTime.Serving, i);
      const walking = share(WindowTime.Walking, i);
      const idle = share(WindowTime.Idle, i);
      return { serving, walking, idle, closed: Math.max(0, 1 - serving - walking - idle) };
    });
  }

  private rowOf(window: number, state: number): number {
    return (window * STATES + state) * this.intervals.count;
  }
}
