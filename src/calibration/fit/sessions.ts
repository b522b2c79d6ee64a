import { BIN_S, type Visits } from './visits';

/** From and to, seconds since midnight. */
export type Session = readonly [fromS: number, toS: number];

/** A half hour within the day to which so small a part of the usual comes is a break. */
const HARDLY = 0.02;
/** With fewer visits in a usual half hour nobody can tell a break from chance. */
const FEWEST_USUAL = 10;

/**
 * The stretches of the day in which people come, in half hours: apart from each other by half hours,
 * like those of a lunch break, to which hardly anybody comes on any day.
 */
export function sessionsOf({ counts, bins, fromS }: Visits): Session[] {
  const total = new Float64Array(bins);
  for (let i = 0; i < counts.length; i++) total[i % bins]! += counts[i]!;
  const come = total.filter((n) => n > 0);
  const usual = come.reduce((sum, n) => sum + n, 0) / Math.max(1, come.length);
  const closed = (b: number) => usual >= FEWEST_USUAL && total[b]! <= HARDLY * usual;
  const sessions: Session[] = [];
  let start = -1;
  for (let b = 0; b <= bins; b++) {
    const open = b < bins && !closed(b);
    if (open && start < 0) start = b;
    else if (!open && start >= 0) {
      sessions.push([fromS + start * BIN_S, fromS + b * BIN_S]);
      start = -1;
    }
  }
  return sessions.length > 0 ? sessions : [[fromS, fromS + bins * BIN_S]];
}

/** The few visits outside sessions are nobody's: without them no rate there is left over. */
export function withinSessions(visits: Visits, sessions: readonly Session[]): Visits {
  const { bins, fromS } = visits;
  return {
    ...visits,
    counts: visits.counts.map((n, i) => {
      const at = fromS + (i % bins) * BIN_S;
      return sessions.some(([from, to]) => at >= from && at < to) ? n : 0;
    }),
  };
}
