import type { Day, MirrorWindow, Phase, Ticket, Visit } from './day';

/** A day that is being folded: the same as `Day`, changed in place. */
export interface Draft {
  day: number;
  tickets: Ticket[];
  windows: MirrorWindow[];
  /** Latest ticket of each number. */
  readonly byNumber: Map<string, number>;
  readonly byName: Map<string, number>;
}

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

/** The latest ticket of a number; −1 for one that was never seen. */
export function latest(draft: Draft, number: string): number {
  return draft.byNumber.get(number) ?? -1;
}

/** Takes a ticket in; returns its index. */
export function add(draft: Draft, ticket: Ticket): number {
  const index = draft.tickets.push(ticket) - 1;
  draft.byNumber.set(ticket.number, index);
  return index;
}

export function change(draft: Draft, index: number, part: Partial<Ticket>): void {
  draft.tickets[index] = { ...draft.tickets[index]!, ...part };
}

export function changeWindow(draft: Draft, index: number, part: Partial<MirrorWindow>): void {
  draft.windows[index] = { ...draft.windows[index]!, ...part };
}

/** Whether a window's latest span has no end yet. */
export const isOpen = ({ spans }: MirrorWindow) => spans.at(-1)?.toMs === null;

/** The window of a name, known from now on if it was not. */
export function windowOf(draft: Draft, name: string, atMs: number): number {
  const known = draft.byName.get(name);
  if (known !== undefined) return known;
  const index = draft.windows.push({ name, spans: [], told: false, ticket: -1, sinceMs: atMs }) - 1;
  draft.byName.set(name, index);
  return index;
}

/** Ends the visit that a ticket is on; its window is free. */
export function finish(
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
