import { type TicketLog, TicketOutcome } from '../log/types';

/** When a ticket is at a window from: the call, or the beginning of service where no call is known. */
export function calledAt(log: TicketLog, i: number): number {
  const call = log.callS[i]!;
  return Number.isFinite(call) ? call : log.startS[i]!;
}

/** When its wait ends: in a call, or by leaving; NaN if neither is known. */
export function waitEnds(log: TicketLog, i: number): number {
  const call = calledAt(log, i);
  return Number.isFinite(call)
    ? call
    : log.outcome[i] === TicketOutcome.Abandoned
      ? log.endS[i]!
      : Number.NaN;
}

/** Whether somebody was called: served, or expected in vain. */
export function wasCalled(log: TicketLog, i: number): boolean {
  return log.outcome[i] !== TicketOutcome.Abandoned && Number.isFinite(calledAt(log, i));
}

/** Length of the service, NaN where it is not known. */
export function serviceOf(log: TicketLog, i: number): number {
  if (log.outcome[i] === TicketOutcome.Abandoned || log.outcome[i] === TicketOutcome.NoShow)
    return Number.NaN;
  const start = Number.isFinite(log.startS[i]!) ? log.startS[i]! : log.callS[i]!;
  const length = log.endS[i]! - start;
  return length >= 0 ? length : Number.NaN;
}

/** Rows by day: first row of each, and one past the last. Rows are in order of days. */
export function rowsByDay(log: TicketLog): Int32Array {
  const first = new Int32Array(log.days.length + 1);
  for (let i = 0; i < log.rows; i++) first[log.day[i]! + 1]!++;
  for (let d = 0; d < log.days.length; d++) first[d + 1]! += first[d]!;
  return first;
}
