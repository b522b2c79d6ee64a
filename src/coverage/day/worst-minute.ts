/** A minute of the clock as a window was seen in it. */
export interface Minute {
  /** Its beginning, seconds since midnight. */
  readonly startS: number;
  readonly openS: number;
  readonly clearS: number;
  /** The most who waited in it. */
  readonly waiting: number;
}

/**
 * The minute with the smallest share of its open time clear. Minutes in which the window was open
 * for half of the time at least go before others; ties go to the one in which more waited, then to
 * the earliest. Null if nothing was lost in any.
 *
 * @param minutes samples by number of the minute, in the order of the day
 */
export function worstMinute(
  minutes: ReadonlyMap<number, { open: number; clear: number; waiting: number }>,
  everyS: number,
): Minute | null {
  let worst: Minute | null = null;
  let rank: readonly number[] = [];
  for (const [minute, { open, clear, waiting }] of minutes) {
    if (clear === open) continue;
    const own = [open * everyS >= 30 ? 0 : 1, clear / open, -waiting];
    const i = own.findIndex((value, k) => value !== rank[k]);
    if (worst !== null && (i < 0 || own[i]! > rank[i]!)) continue;
    rank = own;
    worst = { startS: 60 * minute, openS: open * everyS, clearS: clear * everyS, waiting };
  }
  return worst;
}
