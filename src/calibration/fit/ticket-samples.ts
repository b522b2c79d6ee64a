import { type TicketLog, TicketOutcome } from '../log/types';
import { shareOf } from './numeric/estimates';
import { calledAt, serviceOf, waitEnds, wasCalled } from './ticket-times';
import type { Estimate } from './types';
import { BIN_S, emptyVisits, type Visits } from './visits';

/** When a visitor is taken to have come: the ticket, or what is next known of them. */
export function cameAt(log: TicketLog, i: number): number {
  return Number.isFinite(log.ticketS[i]!) ? log.ticketS[i]! : calledAt(log, i);
}

/** Half hours in which less of a day's visits than this come belong to no opening hours. */
const HARDLY = 0.0005;

/** Who came, by class, day and half hour of the hours in which anybody to speak of does. */
export function visitsOf(log: TicketLog, classes: Visits['classes'], classOf: Int32Array): Visits {
  const ofBin = new Float64Array(48);
  for (let i = 0; i < log.rows; i++) {
    const b = Math.floor(cameAt(log, i) / BIN_S);
    if (b >= 0 && b < 48) ofBin[b]!++;
  }
  const least = Math.max(1, HARDLY * log.rows);
  const first = Math.max(
    0,
    ofBin.findIndex((n) => n >= least),
  );
  const last = Math.max(
    first,
    ofBin.findLastIndex((n) => n >= least),
  );
  const visits = emptyVisits(classes, log.days, first * BIN_S, (last + 1) * BIN_S);
  for (let i = 0; i < log.rows; i++) {
    const b = Math.floor((cameAt(log, i) - visits.fromS) / BIN_S);
    if (b >= 0 && b < visits.bins)
      visits.counts[(classOf[i]! * log.days.length + log.day[i]!) * visits.bins + b]!++;
  }
  return visits;
}

/** Times of the tickets by class: services, patience that ran out, and waits that ended in a call. */
export function timesByClass(log: TicketLog, classOf: Int32Array, classes: number) {
  const values = new Float64Array(log.rows);
  const collect = (value: (i: number) => number): Float64Array[] => {
    const n = new Int32Array(classes);
    for (let i = 0; i < log.rows; i++) {
      values[i] = value(i);
      if (values[i]! >= 0) n[classOf[i]!]!++;
    }
    const lists = Array.from(n, (size) => new Float64Array(size));
    n.fill(0);
    for (let i = 0; i < log.rows; i++) {
      const x = values[i]!;
      const c = classOf[i]!;
      if (x >= 0) lists[c]![n[c]!++] = x;
    }
    return lists;
  };
  const would = goneWithin(log, classOf, classes);
  return {
    service: collect((i) => serviceOf(log, i)),
    gone: collect((i) => would[i]!),
    left: collect((i) =>
      log.outcome[i] === TicketOutcome.Abandoned ? log.endS[i]! - log.ticketS[i]! : Number.NaN,
    ),
    called: collect((i) => (wasCalled(log, i) ? waitEnds(log, i) - log.ticketS[i]! : Number.NaN)),
  };
}

/**
 * Of who left at a time that is not recorded: the wait that they would have had, until somebody of their class
 * who came after them was called; NaN of all others, and where nobody was.
 */
function goneWithin(log: TicketLog, classOf: Int32Array, classes: number): Float64Array {
  const would = new Float64Array(log.rows).fill(Number.NaN);
  const nextS = new Float64Array(classes);
  let day = -1;
  for (let i = log.rows - 1; i >= 0; i--) {
    if (log.day[i] !== day) {
      day = log.day[i]!;
      nextS.fill(Number.NaN);
    }
    const c = classOf[i]!;
    if (log.outcome[i] !== TicketOutcome.Abandoned) {
      if (wasCalled(log, i)) nextS[c] = calledAt(log, i);
    } else if (Number.isNaN(log.endS[i]!)) would[i] = Math.max(0, nextS[c]! - log.ticketS[i]!);
  }
  return would;
}

/** Who did not come, of those called who had to wait: whoever is called at once is there. */
export function noShowOf(log: TicketLog): Estimate | null {
  let missed = 0;
  let called = 0;
  for (let i = 0; i < log.rows; i++) {
    if (calledAt(log, i) - log.ticketS[i]! <= 0) continue;
    if (log.outcome[i] === TicketOutcome.NoShow) missed++;
    if (log.outcome[i] === TicketOutcome.Served) called++;
  }
  return missed + called === 0 ? null : shareOf(missed, missed + called);
}

/** How long a window is held up by somebody who does not come: from call to end, or half a minute. */
export function lostOf(log: TicketLog): { readonly valueS: number; readonly known: boolean } {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < log.rows; i++) {
    if (log.outcome[i] !== TicketOutcome.NoShow) continue;
    const lost = log.endS[i]! - calledAt(log, i);
    if (lost > 0 && lost < 900) {
      sum += lost;
      n++;
    }
  }
  return n >= 5 ? { valueS: Math.max(1, sum / n), known: true } : { valueS: 30, known: false };
}

const FEWEST_TURNS = 20;

/** From one visitor's end to the next one's beginning while somebody waits: next call and the walk to the window. */
export function turnOf(log: TicketLog, turnS: number, turns: number): Estimate | null {
  let walk = 0;
  let walks = 0;
  for (let i = 0; i < log.rows; i++) {
    const gap = log.startS[i]! - log.callS[i]!;
    if (gap >= 0 && gap < 600) {
      walk += gap;
      walks++;
    }
  }
  const value = (turns >= FEWEST_TURNS ? turnS : 0) + (walks > 0 ? walk / walks : 0);
  return value > 0.5 ? { value, ci95: null, n: turns } : null;
}
