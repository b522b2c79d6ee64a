import type { TicketEvent, TicketEventKind } from '../scenarios/ticket-event';

/**
 * Order of events of one instant, where the machine's clock has whole seconds: who leaves makes
 * room before the next is called, and a window opens first and closes last.
 */
const RANKS: Readonly<Record<TicketEventKind, number>> = {
  'window-opened': 0,
  'ticket-taken': 1,
  'service-ended': 2,
  'no-show': 2,
  left: 2,
  called: 3,
  recalled: 4,
  'service-started': 5,
  'window-closed': 9,
};

/** A call and its end within one instant: the end comes after it. */
const AFTER_CALLS = 6;

/** Whether an event of a ticket brings it to a window. */
const begins = ({ kind }: TicketEvent) => kind === 'called' || kind === 'service-started';

/** Of two strings the one whose code units come first, as on every machine. */
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By time, then by id: equal sets of events have one order. */
export function byTime(a: TicketEvent, b: TicketEvent): number {
  return a.atMs - b.atMs || compareText(a.id, b.id);
}

/** Brings events that are sorted by time into the order in which they are applied. */
export function inOrder(sorted: readonly TicketEvent[]): readonly TicketEvent[] {
  const ordered: TicketEvent[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]!.atMs === sorted[from]!.atMs) to++;
    if (to === from + 1) ordered.push(sorted[from]!);
    else ordered.push(...instant(sorted.slice(from, to)));
    from = to;
  }
  return ordered;
}

function instant(events: readonly TicketEvent[]): TicketEvent[] {
  const called = new Set(events.filter(begins).map(({ ticket }) => ticket));
  const rank = ({ kind, ticket }: TicketEvent) =>
    RANKS[kind] === 2 && called.has(ticket) ? AFTER_CALLS : RANKS[kind];
  return [...events].sort((a, b) => rank(a) - rank(b) || compareText(a.id, b.id));
}
