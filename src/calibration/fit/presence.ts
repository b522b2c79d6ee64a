import type { TicketLog } from '../log/types';
import { medianOf } from './day-scatter';
import type { Session } from './sessions';
import { calledAt, rowsByDay, waitEnds } from './ticket-times';
import { BIN_S } from './visits';

/** Quarters of an hour, in which presence is counted. */
export const QUARTER_S = 900;
const QUARTERS = 96;
const MINUTES = 1440;

/** A window that stands idle so long while somebody waits is not manned. */
const IDLE_WITH_QUEUE_MIN = 2;
/** Nor is one of which nothing is heard for so long, or for so many of its usual times between two calls. */
const LONGEST_SILENCE_S = 3600;
const LONGEST_SILENCE_CALLS = 12;
/** More gaps say no more of what is usual. */
const MOST_GAPS = 20_000;
/** A pause between two visitors that is longer is not the next one's way to the window. */
const LONGEST_TURN_S = 180;

/** Who was at the windows, as far as the tickets tell. */
export interface Presence {
  /** Seconds on duty: `(group × days + day) × 96 + quarter of an hour`. */
  readonly onDutyS: Float64Array;
  /** Seconds serving, in the same order. */
  readonly busyS: Float64Array;
  /** Mean time from one visitor's end to the next call while people waited, and how often it was seen. */
  readonly turnS: number;
  readonly turns: number;
}

/**
 * When windows were manned: from a visitor's call to their end for certain; between two visitors if
 * nobody waited long enough to have been called; not when somebody waited and was not called. In the
 * same way from the beginning of a session to the first call, and from the last end to its end.
 *
 * @param groupOf group of each window
 * @param servesOf classes (by row: `classOf`) that a group serves
 */
export function presenceOf(
  log: TicketLog,
  classOf: Int32Array,
  classes: number,
  groupOf: Int32Array,
  servesOf: readonly (readonly number[])[],
  sessions: readonly Session[],
): Presence {
  const days = log.days.length;
  const groups = servesOf.length;
  const onDutyS = new Float64Array(groups * days * QUARTERS);
  const busyS = new Float64Array(groups * days * QUARTERS);
  const firstRow = rowsByDay(log);
  const windows = log.windows.length;
  const silenceS = Math.max(LONGEST_SILENCE_S, LONGEST_SILENCE_CALLS * usualGap(log, firstRow));
  let turnSum = 0;
  let turns = 0;
  for (let d = 0; d < days; d++) {
    const [from, to] = [firstRow[d]!, firstRow[d + 1]!];
    const waiting = waitingByMinute(log, classOf, classes, from, to);
    const opened = openedOn(log, from, to, sessions);
    for (const [w, spans] of spansByWindow(log, windows, from, to).entries()) {
      if (spans.length === 0) continue;
      const group = groupOf[w]!;
      const at = (group * days + d) * QUARTERS;
      const queued = (a: number, b: number): number => {
        let minutes = 0;
        const last = Math.min(MINUTES - 1, Math.floor(b / 60) - 1);
        for (let m = Math.max(0, Math.ceil(a / 60)); m <= last; m++) {
          let people = 0;
          for (const c of servesOf[group]!) people += waiting[c * MINUTES + m]!;
          if (people > 0) minutes++;
        }
        return minutes;
      };
      const idle = (a: number, b: number): void => {
        if (b > a && b - a <= silenceS && queued(a, b) <= IDLE_WITH_QUEUE_MIN)
          spread(onDutyS, at, a, b);
      };
      let end = Number.NEGATIVE_INFINITY;
      let session = -1;
      for (const [a, b] of spans) {
        spread(busyS, at, a, b);
        if (a > end) {
          const now = sessionAt(opened, a);
          if (now === session) {
            idle(end, a);
            const gap = a - end;
            if (gap <= LONGEST_TURN_S && waitedThrough(servesOf[group]!, waiting, end, a)) {
              turnSum += gap;
              turns++;
            }
          } else {
            if (session >= 0) idle(end, opened[session]![1]);
            idle(opened[now]![0], a);
            session = now;
          }
          spread(onDutyS, at, a, b);
        } else if (b > end) spread(onDutyS, at, end, b);
        end = Math.max(end, b);
      }
      idle(end, opened[session]![1]);
    }
  }
  return { onDutyS, busyS, turnS: turns > 0 ? turnSum / turns : 0, turns };
}

/** The sessions of one day: one that began or ended far from its time did so on that day. */
function openedOn(
  log: TicketLog,
  from: number,
  to: number,
  sessions: readonly Session[],
): Session[] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const take = (s: number) => {
    if (s < first) first = s;
    if (s > last) last = s;
  };
  for (let i = from; i < to; i++) {
    take(log.ticketS[i]!);
    take(calledAt(log, i));
    take(log.endS[i]!);
  }
  return sessions.map(([a, b]) => [
    first > a + BIN_S ? Math.min(b, first) : a,
    last < b - BIN_S ? Math.max(a, last) : b,
  ]);
}

/** The session in which, or before which, a moment lies; after the last, the last. */
function sessionAt(sessions: readonly Session[], s: number): number {
  const k = sessions.findIndex((_, i) => i + 1 === sessions.length || s < sessions[i + 1]![0]);
  return k >= 0 && s >= sessions[k]![1] && k + 1 < sessions.length ? k + 1 : k;
}

/** Median time between two calls of a window. */
function usualGap(log: TicketLog, firstRow: Int32Array): number {
  const gaps: number[] = [];
  const last = new Float64Array(log.windows.length);
  for (let d = 0; d < log.days.length; d++) {
    last.fill(Number.NaN);
    for (let i = firstRow[d]!; i < firstRow[d + 1]! && gaps.length < MOST_GAPS; i++) {
      const [w, a] = [log.window[i]!, calledAt(log, i)];
      if (w < 0 || !Number.isFinite(a)) continue;
      if (a >= last[w]!) gaps.push(a - last[w]!);
      last[w] = a;
    }
  }
  return medianOf(gaps);
}

/** Whether somebody waited from before the end of one service until the next call. */
function waitedThrough(
  serves: readonly number[],
  waiting: Int16Array,
  a: number,
  b: number,
): boolean {
  const first = Math.max(0, Math.floor(a / 60));
  const last = Math.min(MINUTES - 1, Math.floor(b / 60));
  for (let m = first; m <= last; m++) {
    let people = 0;
    for (const c of serves) people += waiting[c * MINUTES + m]!;
    if (people === 0) return false;
  }
  return true;
}

/** People of each class who wait through the whole of a minute: `class × 1440 + minute`. */
function waitingByMinute(
  log: TicketLog,
  classOf: Int32Array,
  classes: number,
  from: number,
  to: number,
): Int16Array {
  const waiting = new Int16Array(classes * MINUTES);
  for (let i = from; i < to; i++) {
    const ends = waitEnds(log, i);
    if (!Number.isFinite(ends)) continue;
    const first = Math.max(0, Math.ceil(log.ticketS[i]! / 60));
    const last = Math.min(MINUTES - 1, Math.floor(ends / 60) - 1);
    const at = classOf[i]! * MINUTES;
    for (let m = first; m <= last; m++) waiting[at + m]!++;
  }
  return waiting;
}

/** Times at the windows by window, in order of their beginning. */
function spansByWindow(
  log: TicketLog,
  windows: number,
  from: number,
  to: number,
): [number, number][][] {
  const spans = Array.from({ length: windows }, (): [number, number][] => []);
  for (let i = from; i < to; i++) {
    const w = log.window[i]!;
    const a = calledAt(log, i);
    const b = log.endS[i]!;
    if (w >= 0 && Number.isFinite(a) && b >= a) spans[w]!.push([a, b]);
  }
  for (const one of spans) one.sort((x, y) => x[0] - y[0]);
  return spans;
}

function spread(into: Float64Array, at: number, a: number, b: number): void {
  const first = Math.max(0, Math.floor(a / QUARTER_S));
  const last = Math.min(QUARTERS - 1, Math.floor(b / QUARTER_S));
  for (let q = first; q <= last; q++)
    into[at + q]! += Math.max(0, Math.min(b, (q + 1) * QUARTER_S) - Math.max(a, q * QUARTER_S));
}
