import type { TicketLog } from '../log/types';
import { calledAt, rowsByDay } from './ticket-times';

/** Rows with a window below this part: the column says nothing. */
const NAMED = 0.3;

/**
 * The log with windows: its own, or, where it names none, nameless ones that the services are put
 * on one after the other, each on the first that is free. So many were served at once.
 */
export function withWindows(log: TicketLog): {
  readonly log: TicketLog;
  readonly nameless: boolean;
} {
  let named = 0;
  for (let i = 0; i < log.rows; i++) if (log.window[i]! >= 0) named++;
  if (named >= NAMED * log.rows && named > 0) return { log, nameless: false };
  const window = new Int32Array(log.rows).fill(-1);
  const firstRow = rowsByDay(log);
  let most = 0;
  for (let d = 0; d < log.days.length; d++) {
    const rows: number[] = [];
    for (let i = firstRow[d]!; i < firstRow[d + 1]!; i++)
      if (log.endS[i]! >= calledAt(log, i)) rows.push(i);
    rows.sort((a, b) => calledAt(log, a) - calledAt(log, b));
    const freeAt: number[] = [];
    for (const i of rows) {
      const from = calledAt(log, i);
      let w = freeAt.findIndex((t) => t <= from);
      if (w < 0) w = freeAt.length;
      freeAt[w] = log.endS[i]!;
      window[i] = w;
    }
    most = Math.max(most, freeAt.length);
  }
  return {
    log: { ...log, window, windows: Array.from({ length: most }, (_, w) => `${w + 1}`) },
    nameless: true,
  };
}
