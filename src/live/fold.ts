import type { TicketEvent } from '../scenarios/ticket-event';
import { dayOf } from './day';
import { add, change, changeWindow, type Draft, finish, isOpen, latest, windowOf } from './draft';

/** What was made of an event beyond what it says, or that it could not be. */
export type FoldNote = 'impossible' | 'unseenTicket' | 'endInferred' | 'openInferred' | 'leftOver';

/** Hears what was inferred, and of events that could not be. */
export type OnNote = (note: FoldNote, event: TicketEvent) => void;

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
