import fc from 'fast-check';
import type { TicketEvent, TicketEventKind } from '../../src/scenarios/ticket-event';

/** Midnight of 1 December 2026 on the hall's clock. */
export const MIDNIGHT_MS = Date.UTC(2026, 11, 1);
export const NINE_MS = MIDNIGHT_MS + 9 * 3600_000;

export const event = (
  id: string,
  kind: TicketEventKind,
  atS: number,
  part: Partial<Pick<TicketEvent, 'ticket' | 'window' | 'item' | 'next'>> = {},
): TicketEvent => ({
  id,
  kind,
  atMs: NINE_MS + Math.round(atS * 1000),
  ticket: '',
  window: '',
  item: '',
  next: 'leaves',
  ...part,
});

/** One visitor's way through the hall, seconds after nine. */
interface Way {
  readonly takenS: number;
  readonly waitS: number;
  readonly walkS: number;
  readonly serviceS: number;
  readonly end: 'served' | 'left' | 'noShow' | 'awaits';
}

/** A day that could have been: each visitor has a window of their own, so that nothing contradicts. */
export interface History {
  readonly ways: readonly Way[];
  readonly events: readonly TicketEvent[];
}

const way: fc.Arbitrary<Way> = fc.record({
  takenS: fc.integer({ min: 0, max: 3600 }),
  waitS: fc.integer({ min: 1, max: 900 }),
  walkS: fc.integer({ min: 1, max: 30 }),
  serviceS: fc.integer({ min: 1, max: 600 }),
  end: fc.constantFrom('served', 'left', 'noShow', 'awaits'),
});

function eventsOf({ takenS, waitS, walkS, serviceS, end }: Way, i: number): TicketEvent[] {
  const of = { ticket: `A${String(i).padStart(3, '0')}` };
  const there = { ...of, window: `w${i}` };
  const taken = event(`${i}-t`, 'ticket-taken', takenS, { ...of, item: 'social' });
  if (end === 'left') return [taken, event(`${i}-l`, 'left', takenS + waitS, of)];
  const open = event(`${i}-o`, 'window-opened', 0, { window: there.window });
  const called = event(`${i}-c`, 'called', takenS + waitS, there);
  const atS = takenS + waitS + walkS;
  if (end === 'noShow') return [open, taken, called, event(`${i}-n`, 'no-show', atS, there)];
  return [
    open,
    taken,
    called,
    event(`${i}-s`, 'service-started', atS, there),
    event(`${i}-e`, 'service-ended', atS + serviceS, {
      ...there,
      next: end === 'awaits' ? 'waits-for-issue' : 'leaves',
    }),
  ];
}

/** Days with up to thirty visitors, their events in order of time. */
export const history: fc.Arbitrary<History> = fc
  .array(way, { minLength: 1, maxLength: 30 })
  .map((ways) => ({
    ways,
    events: ways
      .flatMap(eventsOf)
      .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  }));

/** What each visitor of a history does at a time, worked out from their way alone. */
export function phaseAt(way: Way, atS: number): string | null {
  const { takenS, waitS, walkS, serviceS, end } = way;
  if (atS < takenS) return null;
  if (atS < takenS + waitS) return 'waiting';
  if (end === 'left') return 'over';
  if (atS < takenS + waitS + walkS) return 'called';
  if (end === 'noShow') return 'over';
  if (atS < takenS + waitS + walkS + serviceS) return 'serving';
  return end === 'awaits' ? 'awaiting' : 'over';
}

/** Brings events into an order in which each comes at most `lateS` after a later one. */
export function shuffled(
  events: readonly TicketEvent[],
  lateS: number,
  delays: readonly number[],
): TicketEvent[] {
  return events
    .map((one, i) => ({
      one,
      comesMs: one.atMs + (delays[i % delays.length]! % (lateS + 1)) * 1000,
    }))
    .sort((a, b) => a.comesMs - b.comesMs)
    .map(({ one }) => one);
}
