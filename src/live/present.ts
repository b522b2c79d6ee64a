import { hallDate } from '../scenarios/ticket-event';
import { type Day, dayOf, type MirrorWindow, type Ticket } from './day';
import type { Reflection } from './mirror';

/** Somebody who waits to be called. */
export interface WaitingTicket {
  readonly number: string;
  readonly item: string;
  /** Since when, ms on the hall's clock. */
  readonly sinceMs: number;
}

export interface ItemNow {
  readonly item: string;
  readonly waiting: number;
  /** How long who waits longest has waited, ms; null where nobody waits. */
  readonly longestMs: number | null;
  /** Called for the first time today. */
  readonly called: number;
  /** Their mean wait, ms; null before the first. */
  readonly meanWaitMs: number | null;
}

export type WindowPhase = 'closed' | 'idle' | 'calling' | 'serving';

export interface WindowNow {
  readonly window: string;
  readonly phase: WindowPhase;
  /** Since when; null where nothing has been heard of it today. */
  readonly sinceMs: number | null;
  /** Since when it is open; null where it is closed. */
  readonly openSinceMs: number | null;
  readonly ticket: string | null;
  /** Its clerk has gone and only serves to the end. */
  readonly closing: boolean;
  /** Closed because nothing was heard of it for long, not because that was told. */
  readonly silent: boolean;
  readonly served: number;
}

/** Waits of those who were called for the first time in a half hour. */
export interface HalfHourNow {
  readonly fromS: number;
  readonly toS: number;
  readonly called: number;
  readonly meanWaitMs: number | null;
}

/** The hall as it is. */
export interface Present {
  readonly nowMs: number;
  readonly date: string;
  /** Time of the latest event; null before the first. */
  readonly latestMs: number | null;
  /** How long nothing has been heard, ms; null before the first event. */
  readonly silentMs: number | null;
  readonly waiting: readonly WaitingTicket[];
  /** Have been at a window and wait in the hall for a result. */
  readonly awaiting: number;
  readonly items: readonly ItemNow[];
  readonly windows: readonly WindowNow[];
  readonly taken: number;
  readonly served: number;
  readonly left: number;
  readonly noShow: number;
  readonly halfHours: readonly HalfHourNow[];
}

/** A window that no one told of opening or closing is taken for closed after so long without work. */
export const QUIET_WINDOW_MS = 30 * 60_000;

const HALF_HOUR_S = 1800;
const DAY_S = 86_400;

/** Who can be named and in which order, where a scenario says so. */
export interface Names {
  readonly windows: readonly string[];
  readonly items: readonly string[];
}

/** Who waits: first come first. */
export function waitingOf(day: Day): readonly WaitingTicket[] {
  return day.tickets
    .filter(({ phase }) => phase === 'waiting')
    .map(({ number, item, takenMs, sinceMs }) => ({ number, item, sinceMs: takenMs ?? sinceMs }))
    .sort((a, b) => a.sinceMs - b.sinceMs || (a.number < b.number ? -1 : 1));
}

/** From taking the number to its first call, ms; null where one of the two is not known. */
export function waitMsOf({ takenMs, visits }: Ticket): number | null {
  const first = visits[0];
  return takenMs === null || first === undefined ? null : first.calledMs - takenMs;
}

/** Whether the hall's machine tells of beginnings: else who is called is taken to be served. */
export const tellsStarts = ({ tickets }: Day): boolean =>
  tickets.some(({ visits }) => visits.some(({ startedMs }) => startedMs !== null));

function windowNow(
  window: MirrorWindow,
  day: Day,
  served: number,
  nowMs: number,
  starts: boolean,
): WindowNow {
  const span = window.spans.at(-1);
  const open = span?.toMs === null;
  const ticket = window.ticket < 0 ? null : day.tickets[window.ticket]!;
  const silent = open && !window.told && !ticket && nowMs - window.sinceMs > QUIET_WINDOW_MS;
  const phase: WindowPhase = ticket
    ? ticket.phase === 'serving' || !starts
      ? 'serving'
      : 'calling'
    : open && !silent
      ? 'idle'
      : 'closed';
  return {
    window: window.name,
    phase,
    sinceMs: window.sinceMs,
    openSinceMs: phase === 'closed' ? null : (span?.fromMs ?? null),
    ticket: ticket?.number ?? null,
    closing: ticket !== null && !open,
    silent,
    served,
  };
}

function itemsNow(day: Day, nowMs: number, names: readonly string[]): ItemNow[] {
  const groups = new Map<string, Ticket[]>(names.map((name) => [name, []]));
  for (const ticket of day.tickets) {
    const group = groups.get(ticket.item);
    if (group) group.push(ticket);
    else groups.set(ticket.item, [ticket]);
  }
  return [...groups].map(([item, tickets]) => {
    const since = tickets.flatMap((one) =>
      one.phase === 'waiting' ? [one.takenMs ?? one.sinceMs] : [],
    );
    const waits = tickets.flatMap((one) => waitMsOf(one) ?? []);
    return {
      item,
      waiting: since.length,
      longestMs: since.length === 0 ? null : Math.max(0, nowMs - Math.min(...since)),
      called: waits.length,
      meanWaitMs: meanOf(waits),
    };
  });
}

const meanOf = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function halfHours(day: Day): HalfHourNow[] {
  const waits = new Map<number, number[]>();
  for (const ticket of day.tickets) {
    const wait = waitMsOf(ticket);
    if (wait === null) continue;
    const at = ticket.visits[0]!.calledMs / 1000 - day.day * DAY_S;
    const bin = Math.floor(at / HALF_HOUR_S);
    waits.set(bin, [...(waits.get(bin) ?? []), wait]);
  }
  return [...waits.entries()]
    .sort(([a], [b]) => a - b)
    .map(([bin, all]) => ({
      fromS: bin * HALF_HOUR_S,
      toS: (bin + 1) * HALF_HOUR_S,
      called: all.length,
      meanWaitMs: meanOf(all),
    }));
}

const NOBODY: Day = { day: -1, tickets: [], windows: [] };

/**
 * The hall at an instant. Once midnight has passed it is empty, even before the new day's first event.
 *
 * @param nowMs on the hall's clock
 * @param names windows and items that are listed in this order even if nothing was heard of them
 */
export function presentOf(reflection: Reflection, nowMs: number, names: Names): Present {
  const { latestMs } = reflection;
  const day = dayOf(nowMs) > reflection.day.day ? NOBODY : reflection.day;
  const served = new Map<string, number>();
  const ended = { served: 0, left: 0, noShow: 0 };
  for (const { ending, visits } of day.tickets) {
    if (ending !== null) ended[ending]++;
    for (const { window, end } of visits)
      if (end === 'served' || end === 'awaits') served.set(window, (served.get(window) ?? 0) + 1);
  }
  const starts = tellsStarts(day);
  const known = new Map(day.windows.map((window) => [window.name, window]));
  const listed = [
    ...names.windows,
    ...[...known.keys()].filter((n) => !names.windows.includes(n)).sort(),
  ];
  return {
    nowMs,
    date: hallDate(nowMs),
    latestMs,
    silentMs: latestMs === null ? null : Math.max(0, nowMs - latestMs),
    waiting: waitingOf(day),
    awaiting: day.tickets.filter(({ phase }) => phase === 'awaiting').length,
    items: itemsNow(day, nowMs, names.items),
    windows: listed.map((name): WindowNow => {
      const window = known.get(name);
      if (window) return windowNow(window, day, served.get(name) ?? 0, nowMs, starts);
      return {
        window: name,
        phase: 'closed',
        sinceMs: null,
        openSinceMs: null,
        ticket: null,
        closing: false,
        silent: false,
        served: 0,
      };
    }),
    taken: day.tickets.filter(({ takenMs }) => takenMs !== null).length,
    ...ended,
    halfHours: halfHours(day),
  };
}

/** Windows and items of a scenario, in its order. */
export function namesOf(scenario: {
  readonly windows: readonly { readonly id: string }[];
  readonly classes: readonly { readonly id: string }[];
}): Names {
  return {
    windows: scenario.windows.map(({ id }) => id),
    items: scenario.classes.map(({ id }) => id),
  };
}
