import type { TicketEvent, TicketEventKind } from '../scenarios/ticket-event';
import { type DayRecord, EventKind, Outcome } from '../sim/hall/record';

const DAY_US = 86_400e6;

/** What a hall's ticket system would have told of a recorded day. */
const KINDS: Partial<Record<EventKind, TicketEventKind>> = {
  [EventKind.Ticket]: 'ticket-taken',
  [EventKind.Call]: 'called',
  [EventKind.Recall]: 'recalled',
  [EventKind.ServiceStart]: 'service-started',
  [EventKind.ServiceEnd]: 'service-ended',
  [EventKind.Abandon]: 'left',
  [EventKind.PassOver]: 'no-show',
  [EventKind.WindowOpen]: 'window-opened',
  [EventKind.WindowClose]: 'window-closed',
};

/**
 * The first day of a record as ticket events: what happens at guide desk, kiosk and back office a
 * ticket system does not see.
 *
 * @param day the date it is told for, in days since 1970-01-01
 */
export function ticketEventsOfDay(record: DayRecord, day: number): readonly TicketEvent[] {
  const { header, events } = record;
  const tickets = new Map<number, string>();
  const told: TicketEvent[] = [];
  for (let i = 0; i < events.length; i++) {
    const at = events.timeUs[i]!;
    if (at >= DAY_US) break;
    const of = events.kind[i] as EventKind;
    const kind = KINDS[of];
    const visitor = events.visitor[i]!;
    const place = events.place[i]!;
    const value = events.value[i]!;
    if (of === EventKind.Ticket)
      tickets.set(visitor, `${header.ticketPrefixes[place]}${String(value).padStart(3, '0')}`);
    if (kind === undefined) continue;
    const atWindow = kind !== 'ticket-taken' && kind !== 'left';
    const ticket = visitor < 0 ? '' : tickets.get(visitor);
    // Who collects without a ticket is not in the machine's books.
    if (ticket === undefined) continue;
    told.push({
      id: `${header.scenario}-${header.seed}-${i}`,
      kind,
      atMs: day * 86_400_000 + Math.round(at / 1000),
      ticket: kind.startsWith('window') ? '' : ticket,
      window: atWindow ? header.windows[place]! : '',
      item: of === EventKind.Ticket ? header.classes[place]! : '',
      next: nextOf(of, value),
    });
  }
  return told;
}

function nextOf(of: EventKind, value: number): TicketEvent['next'] {
  if (of === EventKind.ServiceEnd && value === Outcome.Approval) return 'waits-for-issue';
  if (of === EventKind.ServiceEnd && value === Outcome.Redirected) return 'waits-again';
  if (of === EventKind.PassOver && value === 1) return 'waits-again';
  return 'leaves';
}
