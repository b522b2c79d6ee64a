import type { SnapshotLog } from '../log/types';
import { waitsInTurn } from './cumulative';
import { QUARTER_S } from './presence';
import { spreadOver } from './simulated-waits';
import { BIN_S } from './visits';

/** Half hours of a day. */
export const HALF_HOURS = 48;
const QUARTERS = 96;

/** What the looks at a queue come to, by queue and day. */
export interface Looks {
  readonly queues: number;
  readonly days: number;
  /** `(queue × days + day) × 48 + half hour`: who came, who was called, person-seconds waited. */
  readonly came: Float64Array;
  readonly called: Float64Array;
  readonly waitingS: Float64Array;
  /** Of those who came in the half hour and were called: their number, and the sum of their waits. */
  readonly calls: Float64Array;
  readonly waitSumS: Float64Array;
  /** `(queue × days + day) × 96 + quarter of an hour`: counter-seconds open. */
  readonly openS: Float64Array;
  /** By queue: counter-seconds and calls while people waited all the time; the display's mean service. */
  readonly busyS: Float64Array;
  readonly busyCalls: Float64Array;
  readonly shownS: Float64Array;
  /** Most people seen waiting, by queue. */
  readonly longest: Float64Array;
  /** Resets of the numbers that were noticed. */
  readonly resets: number;
}

/** Two looks further apart say nothing of what was between. */
const LONGEST_GAP_S = 1800;
/** The first number of a day below this is counted from one. */
const FRESH_START = 30;
/** A lower number that is not taken back within so many looks is a reset. */
const LOOKS_TO_BELIEVE = 3;
/** More calls a counter and minute than this are a jump of the numbers. */
const MOST_CALLS_A_MINUTE = 2;

/**
 * From looks to flows. Calls are how far the number has moved, arrivals how far number and queue
 * together have: A(t) = called(t) + waiting(t), taken as the least curve that never falls, because a
 * display may lag behind. A number that falls and stays low was reset; one that falls for a look
 * or two was a second call. A number that stands still while the queue becomes shorter lags: its calls were made on the way.
 */
export function readLooks(log: SnapshotLog): Looks {
  const queues = log.queues.length;
  const days = log.days.length;
  const looks = {
    queues,
    days,
    came: new Float64Array(queues * days * HALF_HOURS),
    called: new Float64Array(queues * days * HALF_HOURS),
    waitingS: new Float64Array(queues * days * HALF_HOURS),
    calls: new Float64Array(queues * days * HALF_HOURS),
    waitSumS: new Float64Array(queues * days * HALF_HOURS),
    openS: new Float64Array(queues * days * QUARTERS),
    busyS: new Float64Array(queues),
    busyCalls: new Float64Array(queues),
    shownS: new Float64Array(queues),
    longest: new Float64Array(queues),
    resets: 0,
  };
  const shown = new Int32Array(queues);
  let from = 0;
  for (let to = 1; to <= log.rows; to++) {
    const same =
      to < log.rows && log.queue[to] === log.queue[from] && log.day[to] === log.day[from];
    if (same) continue;
    const q = log.queue[from]!;
    looks.resets += readDay(log, from, to, looks);
    for (let i = from; i < to; i++)
      if (log.serviceS[i]! > 0) {
        looks.shownS[q]! += log.serviceS[i]!;
        shown[q]!++;
      }
    from = to;
  }
  for (let q = 0; q < queues; q++)
    looks.shownS[q] = shown[q]! > 0 ? looks.shownS[q]! / shown[q]! : 0;
  return looks;
}

/** One queue on one day, rows `from` … `to − 1`. Returns resets. */
function readDay(log: SnapshotLog, from: number, to: number, looks: Looks): number {
  const n = to - from;
  const called = new Float64Array(n);
  let resets = 0;
  let number = Number.NaN;
  let sum = 0;
  for (let k = 0; k < n; k++) {
    const t = log.ticket[from + k]!;
    if (Number.isFinite(t)) {
      if (Number.isNaN(number)) {
        sum += t <= FRESH_START ? t : 0;
        number = t;
      } else if (t >= number) {
        sum += plausible(log, from + k, t - number);
        number = t;
      } else if (staysLow(log, from + k, to, number)) {
        sum += t <= FRESH_START ? t : 0;
        number = t;
        resets++;
      }
    }
    called[k] = sum;
  }
  callsOnTheWay(log, from, called);
  const q = log.queue[from]!;
  const base = q * looks.days + log.day[from]!;
  let cameSoFar = 0;
  const cumulative = { atS: [] as number[], came: [] as number[], called: [] as number[] };
  for (let k = 0; k < n; k++) {
    const i = from + k;
    const came = Math.max(cameSoFar, called[k]! + log.waiting[i]!);
    looks.longest[q] = Math.max(looks.longest[q]!, log.waiting[i]!);
    const previous = k > 0 ? i - 1 : i;
    const gap = log.atS[i]! - log.atS[previous]!;
    const known = k > 0 && gap > 0 && gap <= LONGEST_GAP_S;
    const at = log.atS[i]!;
    // Who came before the first look, or in a gap, is put just before this one.
    const since = known ? log.atS[previous]! : Math.max(0, at - 300);
    const span = Math.max(1, at - since);
    add(looks.came, base, since, at, (came - cameSoFar) / span);
    const calls = called[k]! - (k > 0 ? called[k - 1]! : 0);
    add(looks.called, base, since, at, calls / span);
    if (!known) {
      cumulative.atS.push(since);
      cumulative.came.push(cameSoFar);
      cumulative.called.push(k > 0 ? called[k - 1]! : 0);
    }
    cumulative.atS.push(at);
    cumulative.came.push(came);
    cumulative.called.push(called[k]!);
    if (known) {
      add(looks.waitingS, base, since, at, (log.waiting[previous]! + log.waiting[i]!) / 2);
      const open = log.open[previous]!;
      spreadOver(looks.openS, base * QUARTERS, QUARTERS, 0, QUARTER_S, since, at, open);
      if (log.waiting[previous]! > 0 && log.waiting[i]! > 0 && open > 0) {
        looks.busyS[q]! += (gap * (open + log.open[i]!)) / 2;
        looks.busyCalls[q]! += calls;
      }
    }
    cameSoFar = came;
  }
  waitsInTurn(cumulative, (cameS, waitS) => {
    const at = base * HALF_HOURS + Math.min(HALF_HOURS - 1, Math.floor(cameS / BIN_S));
    looks.calls[at]!++;
    looks.waitSumS[at]! += waitS;
  });
  return resets;
}

/**
 * Spreads the calls of a number that stood still and then jumped, where the queue became shorter meanwhile,
 * over the time that it stood still: each person fewer in the queue is a call at least.
 */
function callsOnTheWay(log: SnapshotLog, from: number, called: Float64Array): void {
  const n = called.length;
  for (let k = 0; k < n; ) {
    let end = k + 1;
    while (end < n && called[end] === called[k]) end++;
    if (end >= n) return;
    const [start, moved] = [called[k]!, called[end]! - called[k]!];
    let fewer = 0;
    const fewerBy = new Float64Array(end - k);
    for (let j = k + 1; j < end; j++) {
      fewer += Math.max(0, log.waiting[from + j - 1]! - log.waiting[from + j]!);
      fewerBy[j - k] = fewer;
    }
    const [a, b] = [log.atS[from + k]!, log.atS[from + end]!];
    if (fewer >= 1)
      for (let j = k + 1; j < end; j++) {
        const evenly = (moved * (log.atS[from + j]! - a)) / Math.max(1, b - a);
        called[j] = start + Math.max(evenly, Math.min(moved, fewerBy[j - k]!));
      }
    k = end;
  }
}

function add(into: Float64Array, base: number, a: number, b: number, height: number): void {
  spreadOver(into, base * HALF_HOURS, HALF_HOURS, 0, BIN_S, a, b, height);
}

/** A jump that no counters could have made is a jump of the numbers, not calls. */
function plausible(log: SnapshotLog, i: number, moved: number): number {
  const minutes = Math.max(5, (log.atS[i]! - (log.atS[i - 1] ?? 0)) / 60);
  const counters = Math.max(1, log.open[i]!, log.open[i - 1] ?? 0);
  return moved > MOST_CALLS_A_MINUTE * minutes * counters + 10 ? 1 : moved;
}

function staysLow(log: SnapshotLog, i: number, to: number, number: number): boolean {
  let seen = 0;
  for (let k = i; k < to && seen < LOOKS_TO_BELIEVE; k++) {
    const t = log.ticket[k]!;
    if (!Number.isFinite(t)) continue;
    if (t >= number) return false;
    seen++;
  }
  return seen === LOOKS_TO_BELIEVE;
}
