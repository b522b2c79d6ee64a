import type { TicketEvent } from '../scenarios/ticket-event';

/** What somebody with a ticket is doing, as far as events tell. */
export type Phase = 'waiting' | 'called' | 'serving' | 'awaiting' | 'over';

/** How a ticket ended. */
export type Ending = 'served' | 'left' | 'noShow';

/** A call to a window and what came of it. Times in ms on the hall's clock, null until it happens. */
export interface Visit {
  readonly window: string;
  readonly calledMs: number;
  readonly startedMs: number | null;
  readonly endedMs: number | null;
  /** What ended it; null while it lasts. */
  readonly end: 'served' | 'awaits' | 'again' | 'noShow' | 'left' | null;
}

/** A number and everything that is known of it today. */
export interface Ticket {
  readonly number: string;
  /** Class in the scenario, as written where no class bears the name, '' where it was not told. */
  readonly item: string;
  /** When it was taken; null where the first that was heard of it was its call. */
  readonly takenMs: number | null;
  readonly phase: Phase;
  /** Since when it is in this phase. */
  readonly sinceMs: number;
  readonly visits: readonly Visit[];
  readonly ending: Ending | null;
}

/** A span in which a window is open; `toMs` is null while it is. */
export interface OpenSpan {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** A window as events tell. */
export interface MirrorWindow {
  readonly name: string;
  readonly spans: readonly OpenSpan[];
  /** Whether its opening was told; else it was inferred from its first call. */
  readonly told: boolean;
  /** Index into the day's tickets of whom it has called or serves, −1 for none. */
  readonly ticket: number;
  /** When it last became busy or free. */
  readonly sinceMs: number;
}

/** What was made of an event beyond what it says, or that it could not be. */
export type FoldNote = 'impossible' | 'unseenTicket' | 'endInferred' | 'openInferred' | 'leftOver';

/** One day of a hall, as folded from its events in their order. A value: nothing in it is changed. */
export interface Day {
  /** Days since 1970-01-01; −1 before the first event. */
  readonly day: number;
  readonly tickets: readonly Ticket[];
  readonly windows: readonly MirrorWindow[];
}

export const NO_EVENTS: Day = { day: -1, tickets: [], windows: [] };

const DAY_MS = 86_400_000;

/** Day number of a time on the hall's clock. */
export const dayOf = (atMs: number): number => Math.floor(atMs / DAY_MS);

/** A day that is being folded: the same as `Day`, changed in place. */
export interface Draft {
  day: number;
  tickets: Ticket[];
  windows: MirrorWindow[];
  /** Latest ticket of each number. */
  readonly byNumber: Map<string, number>;
  readonly byName: Map<string, number>;
}

/** Hears what was inferred, and of events that could not be. */
export type OnNote = (note: FoldNote, event: TicketEvent) => void;

export function draftOf(day: Day): Draft {
  return {
    day: day.day,
    tickets: [...day.tickets],
    windows: [...day.windows],
    byNumber: new Map(day.tickets.map(({ number }, i) => [number, i])),
    byName: new Map(day.windows.map(({ name }, i) => [name, i])),
  };
}

export function dayOfDraft({ day, tickets, windows }: Draft): Day {
  return { day, tickets: [...tickets], windows: [...windows] };
}

/**
 * Applies one event. Rules: an event that cannot follow what is known is left out (`impossible`);
 * a number that was never seen taken is taken in at its call (`unseenTicket`); a window that calls
 * while it is busy has ended what it did (`endInferred`); a window that calls without having been
 * opened is open (`openInferred`); at midnight a new day begins and who still waits is forgotten
 * (`leftOver`, once for each).
 */
export function apply(draft: Draft, event: TicketEvent, note: OnNote): void {
  const day = dayOf(event.atMs);
  if (day > draft.day) beginDay(draft, day, event, note);
  switch (event.kind) {
    case 'ticket-taken':
      take(draft, event, note);
      break;
    case 'called':
    case 'recalled':
      call(draft, event, note);
      break;
    case 'service-started':
      start(draft, event, note);
      break;
    case 'service-ended':
      end(draft, event, note);
      break;
    case 'left':
      leave(draft, event, note);
      break;
    case 'no-show':
      pass(draft, event, note);
      break;
    case 'window-opened':
      open(draft, event, note);
      break;
    case 'window-closed':
      close(draft, event, note);
      break;
  }
}

function beginDay(draft: Draft, day: number, event: TicketEvent, note: OnNote): void {
  for (const { phase } of draft.tickets)
    if (phase === 'waiting' || phase === 'called' || phase === 'serving') note('leftOver', event);
  draft.day = day;
  draft.tickets = [];
  draft.windows = [];
  draft.byNumber.clear();
  draft.byName.clear();
}

function latest(draft: Draft, number: string): number {
  return draft.byNumber.get(number) ?? -1;
}

function add(draft: Draft, ticket: Ticket): number {
  const index = draft.tickets.push(ticket) - 1;
  draft.byNumber.set(ticket.number, index);
  return index;
}

function change(draft: Draft, index: number, part: Partial<Ticket>): void {
  draft.tickets[index] = { ...draft.tickets[index]!, ...part };
}

function changeWindow(draft: Draft, index: number, part: Partial<MirrorWindow>): void {
  draft.windows[index] = { ...draft.windows[index]!, ...part };
}

const isOpen = ({ spans }: MirrorWindow) => spans.at(-1)?.toMs === null;

/** The window of a name, known from now on if it was not. */
function windowOf(draft: Draft, name: string, atMs: number): number {
  const known = draft.byName.get(name);
  if (known !== undefined) return known;
  const index = draft.windows.push({ name, spans: [], told: false, ticket: -1, sinceMs: atMs }) - 1;
  draft.byName.set(name, index);
  return index;
}

/** The window of somebody who is called there; it is open, and ends what it did. −1 where none is told. */
function workingWindow(draft: Draft, event: TicketEvent, ticket: number, note: OnNote): number {
  if (event.window === '') return -1;
  const index = windowOf(draft, event.window, event.atMs);
  const window = draft.windows[index]!;
  if (!isOpen(window)) {
    note('openInferred', event);
    changeWindow(draft, index, { spans: [...window.spans, { fromMs: event.atMs, toMs: null }] });
  }
  if (window.ticket >= 0 && window.ticket !== ticket) {
    note('endInferred', event);
    const served = draft.tickets[window.ticket]!.phase === 'serving';
    finish(draft, window.ticket, event.atMs, served ? 'served' : 'noShow', 'over');
  }
  return index;
}

/** Ends the visit that a ticket is on; its window is free. */
function finish(
  draft: Draft,
  index: number,
  atMs: number,
  end: NonNullable<Visit['end']>,
  phase: Phase,
): void {
  const ticket = draft.tickets[index]!;
  const last = ticket.visits.at(-1);
  const visits =
    last === undefined || last.end !== null
      ? ticket.visits
      : [...ticket.visits.slice(0, -1), { ...last, endedMs: atMs, end }];
  const ending = end === 'served' || end === 'left' || end === 'noShow' ? end : null;
  change(draft, index, { visits, phase, sinceMs: atMs, ending: phase === 'over' ? ending : null });
  const window = draft.windows.findIndex((one) => one.ticket === index);
  if (window >= 0) changeWindow(draft, window, { ticket: -1, sinceMs: atMs });
}

function take(draft: Draft, event: TicketEvent, note: OnNote): void {
  const known = latest(draft, event.ticket);
  if (known >= 0 && draft.tickets[known]!.phase !== 'over') {
    note('impossible', event);
    return;
  }
  add(draft, {
    number: event.ticket,
    item: event.item,
    takenMs: event.atMs,
    phase: 'waiting',
    sinceMs: event.atMs,
    visits: [],
    ending: null,
  });
}

/** The ticket that a window turns to, known from now on if it was not. */
function ticketOf(draft: Draft, event: TicketEvent, note: OnNote): number {
  const known = latest(draft, event.ticket);
  if (known >= 0) return known;
  note('unseenTicket', event);
  return add(draft, {
    number: event.ticket,
    item: event.item,
    takenMs: null,
    phase: 'waiting',
    sinceMs: event.atMs,
    visits: [],
    ending: null,
  });
}

function call(draft: Draft, event: TicketEvent, note: OnNote): void {
  const known = latest(draft, event.ticket);
  const phase = known < 0 ? 'waiting' : draft.tickets[known]!.phase;
  // Who is being served can't be called; who left or was served may be, for a result or by mistake.
  if (phase === 'serving') {
    note('impossible', event);
    return;
  }
  const ticket = ticketOf(draft, event, note);
  const there = draft.tickets[ticket]!;
  const last = there.visits.at(-1);
  const window = workingWindow(draft, event, ticket, note);
  if (phase === 'called' && last?.window === event.window) return;
  if (phase === 'called') finish(draft, ticket, event.atMs, 'again', 'waiting');
  const visits = draft.tickets[ticket]!.visits;
  change(draft, ticket, {
    phase: 'called',
    sinceMs: event.atMs,
    ending: null,
    visits: [
      ...visits,
      { window: event.window, calledMs: event.atMs, startedMs: null, endedMs: null, end: null },
    ],
  });
  if (window >= 0) changeWindow(draft, window, { ticket, sinceMs: event.atMs });
}

function start(draft: Draft, event: TicketEvent, note: OnNote): void {
  const known = latest(draft, event.ticket);
  if (known >= 0 && draft.tickets[known]!.phase === 'serving') {
    note('impossible', event);
    return;
  }
  const called = known >= 0 && draft.tickets[known]!.phase === 'called';
  if (!called || draft.tickets[known]!.visits.at(-1)!.window !== event.window)
    call(draft, event, note);
  const ticket = latest(draft, event.ticket);
  const { visits } = draft.tickets[ticket]!;
  change(draft, ticket, {
    phase: 'serving',
    sinceMs: event.atMs,
    visits: [...visits.slice(0, -1), { ...visits.at(-1)!, startedMs: event.atMs }],
  });
  const window = draft.byName.get(event.window);
  if (window !== undefined) changeWindow(draft, window, { sinceMs: event.atMs });
}

function end(draft: Draft, event: TicketEvent, note: OnNote): void {
  const known = latest(draft, event.ticket);
  const ticket = known < 0 ? undefined : draft.tickets[known];
  const busy = ticket && (ticket.phase === 'serving' || ticket.phase === 'called');
  if (!busy || ticket.visits.at(-1)!.window !== event.window) {
    note('impossible', event);
    return;
  }
  if (event.next === 'waits-for-issue') finish(draft, known, event.atMs, 'awaits', 'awaiting');
  else if (event.next === 'waits-again') finish(draft, known, event.atMs, 'again', 'waiting');
  else finish(draft, known, event.atMs, 'served', 'over');
}

function leave(draft: Draft, event: TicketEvent, note: OnNote): void {
  const known = latest(draft, event.ticket);
  const phase = known < 0 ? 'over' : draft.tickets[known]!.phase;
  if (phase === 'over' || phase === 'serving') {
    note('impossible', event);
    return;
  }
  finish(draft, known, event.atMs, 'left', 'over');
}

function pass(draft: Draft, event: TicketEvent, note: OnNote): void {
  const known = latest(draft, event.ticket);
  const ticket = known < 0 ? undefined : draft.tickets[known];
  if (ticket?.phase !== 'called') {
    note('impossible', event);
    return;
  }
  if (event.next === 'waits-again') finish(draft, known, event.atMs, 'again', 'waiting');
  else finish(draft, known, event.atMs, 'noShow', 'over');
}

function open(draft: Draft, event: TicketEvent, note: OnNote): void {
  const index = windowOf(draft, event.window, event.atMs);
  const window = draft.windows[index]!;
  if (isOpen(window)) {
    if (window.told) note('impossible', event);
    changeWindow(draft, index, { told: true });
    return;
  }
  changeWindow(draft, index, {
    told: true,
    sinceMs: event.atMs,
    spans: [...window.spans, { fromMs: event.atMs, toMs: null }],
  });
}

function close(draft: Draft, event: TicketEvent, note: OnNote): void {
  const index = windowOf(draft, event.window, event.atMs);
  const window = draft.windows[index]!;
  const last = window.spans.at(-1);
  if (last?.toMs !== null) {
    note('impossible', event);
    return;
  }
  changeWindow(draft, index, {
    told: true,
    sinceMs: window.ticket >= 0 ? window.sinceMs : event.atMs,
    spans: [...window.spans.slice(0, -1), { ...last, toMs: event.atMs }],
  });
}
