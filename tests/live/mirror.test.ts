import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DIRECTORY } from '../../src/live/directory';
import { INTAKE_RULES, Intake } from '../../src/live/intake';
import { Mirror } from '../../src/live/mirror';
import { presentOf, waitingOf } from '../../src/live/present';
import type { TicketEvent } from '../../src/scenarios/ticket-event';
import { event, history, MIDNIGHT_MS, NINE_MS, phaseAt, shuffled } from './histories';

const LATER_MS = NINE_MS + 24 * 3600_000;
const NO_NAMES = { windows: [], items: [] };

/** A mirror that has taken in events in the order given. */
function mirrored(events: readonly TicketEvent[], latenessMs = INTAKE_RULES.latenessMs) {
  const intake = new Intake({ ...INTAKE_RULES, latenessMs }, NO_DIRECTORY);
  const mirror = new Mirror({ latenessMs });
  for (const one of events) mirror.follow(intake.take(one, LATER_MS));
  return mirror;
}

const dayFrom = (events: readonly TicketEvent[], latenessMs?: number) =>
  mirrored(events, latenessMs).reflection().day;

const delays = fc.array(fc.nat(120), { minLength: 1, maxLength: 40 });

/** Counts without those that speak of the order of arrival. */
const counts = (mirror: Mirror) => {
  const { reordered, doubled, ...rest } = mirror.reflection().counts;
  return Object.fromEntries(Object.entries(rest).map(([reason, { count }]) => [reason, count]));
};

describe('the mirror', () => {
  it('knows of everybody what they did, at any time', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 5400 }), ({ ways, events }, atS) => {
        const until = events.filter((one) => one.atMs <= NINE_MS + atS * 1000);
        const { tickets } = dayFrom(until);
        const phases = new Map(tickets.map(({ number, phase }) => [number, phase]));
        ways.forEach((way, i) => {
          const number = `A${String(i).padStart(3, '0')}`;
          expect(phases.get(number) ?? null).toBe(phaseAt(way, atS));
        });
      }),
    );
  });

  it('gives the same state for any order within the window of lateness', () => {
    fc.assert(
      fc.property(history, delays, ({ events }, late) => {
        const mirror = mirrored(shuffled(events, 120, late));
        expect(mirror.reflection().counts.late).toBeUndefined();
        expect(mirror.reflection().day).toEqual(dayFrom(events));
        expect(counts(mirror)).toEqual(counts(mirrored(events)));
      }),
    );
  });

  it('gives the same state however often events are repeated', () => {
    fc.assert(
      fc.property(history, delays, fc.array(fc.nat()), ({ events }, late, again) => {
        const doubled = [...events];
        for (const i of again) {
          const one = events[i % events.length]!;
          doubled.splice(doubled.indexOf(one), 0, one);
        }
        const mirror = mirrored(shuffled(doubled, 120, late));
        expect(mirror.reflection().day).toEqual(dayFrom(events));
        expect(mirror.reflection().counts.doubled?.count ?? 0).toBe(again.length);
      }),
    );
  });

  it('agrees with folding everything anew after each event', () => {
    fc.assert(
      fc.property(
        history,
        delays,
        fc.integer({ min: 0, max: 300 }),
        ({ events }, late, seconds) => {
          // Events that contradict each other: windows are shared, numbers too.
          const tangled = events.map((one) => ({
            ...one,
            window: one.window === '' ? '' : `w${one.window.length % 2}`,
          }));
          const arriving = shuffled(tangled, 120, late);
          const latenessMs = 120_000 + seconds * 1000;
          const mirror = mirrored([], latenessMs);
          arriving.forEach((one, i) => {
            mirror.follow({ kind: 'event', event: one, notes: [] });
            // The oracle never settles anything: its window of lateness has no end.
            const anew = new Mirror({ latenessMs: Number.POSITIVE_INFINITY });
            for (const before of arriving.slice(0, i + 1))
              anew.follow({ kind: 'event', event: before, notes: [] });
            expect(mirror.reflection()).toEqual(anew.reflection());
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('goes on from a snapshot as if it had never been away', () => {
    fc.assert(
      fc.property(history, fc.nat(), ({ events }, at) => {
        const cut = at % events.length;
        const first = mirrored(events.slice(0, cut));
        const second = new Mirror(JSON.parse(JSON.stringify(first.snapshot())));
        for (const one of events.slice(cut)) {
          first.follow({ kind: 'event', event: one, notes: [] });
          second.follow({ kind: 'event', event: one, notes: [] });
        }
        expect(second.reflection()).toEqual(first.reflection());
      }),
    );
  });
});

describe('what cannot be taken as it comes', () => {
  const taken = event('1', 'ticket-taken', 0, { ticket: 'A001' });
  const called = event('2', 'called', 60, { ticket: 'A001', window: 'w1' });
  const started = event('3', 'service-started', 70, { ticket: 'A001', window: 'w1' });
  const ended = event('4', 'service-ended', 300, { ticket: 'A001', window: 'w1' });

  it.each<[string, TicketEvent[], Record<string, number>]>([
    ['the end of a service that nobody is in', [taken, ended], { impossible: 1 }],
    ['the same number taken twice', [taken, { ...taken, id: '9' }], { impossible: 1 }],
    [
      'a call of who is being served',
      [taken, called, started, event('9', 'called', 100, { ticket: 'A001', window: 'w2' })],
      { openInferred: 1, impossible: 1 },
    ],
    [
      'leaving while being served',
      [taken, called, started, event('9', 'left', 100, { ticket: 'A001' })],
      { openInferred: 1, impossible: 1 },
    ],
    [
      'a no-show of who was not called',
      [taken, event('9', 'no-show', 10, { ticket: 'A001' })],
      { impossible: 1 },
    ],
    [
      'a window that closes and was not open',
      [event('9', 'window-closed', 0, { window: 'w1' })],
      { impossible: 1 },
    ],
    ['a call of a number that was never taken', [called], { unseenTicket: 1, openInferred: 1 }],
    [
      'a call while the window serves',
      [taken, called, started, event('9', 'called', 200, { ticket: 'A002', window: 'w1' })],
      { openInferred: 1, unseenTicket: 1, endInferred: 1 },
    ],
  ])('is counted: %s', (_, events, expected) => {
    expect(counts(mirrored(events))).toEqual(expected);
  });

  it('is counted: an event beyond the window of lateness', () => {
    const mirror = mirrored([taken, event('9', 'ticket-taken', 500, { ticket: 'A009' }), called]);
    expect(counts(mirror)).toEqual({ late: 1 });
    expect(waitingOf(mirror.reflection().day).map(({ number }) => number)).toEqual([
      'A001',
      'A009',
    ]);
  });

  it('is counted: a clock that is ahead, whose events do not make the others late', () => {
    const intake = new Intake(INTAKE_RULES, NO_DIRECTORY);
    const mirror = new Mirror(INTAKE_RULES);
    const now = NINE_MS + 60_000;
    mirror.follow(intake.take(event('9', 'ticket-taken', 3600, { ticket: 'B001' }), now));
    mirror.follow(intake.take(taken, now));
    expect(counts(mirror)).toEqual({ ahead: 1 });
    expect(mirror.reflection().day.tickets).toHaveLength(1);
  });

  it('is counted: the same id with other content; the first stands', () => {
    const mirror = mirrored([taken, { ...taken, ticket: 'A007' }]);
    expect(counts(mirror)).toEqual({ conflicting: 1 });
    expect(mirror.reflection().day.tickets.map(({ number }) => number)).toEqual(['A001']);
  });

  it('begins a new day at midnight, and counts who was left over', () => {
    const midnight = event('8', 'ticket-taken', 15 * 3600 + 1, { ticket: 'A001' });
    const late = event('9', 'ticket-taken', 15 * 3600 - 1, { ticket: 'A002' });
    const mirror = mirrored([taken, midnight, late]);
    expect(counts(mirror)).toEqual({ leftOver: 2 });
    const { day } = mirror.reflection();
    expect(day.tickets).toHaveLength(1);
    expect(day.day).toBe(MIDNIGHT_MS / 86_400_000 + 1);
  });

  it('shows an empty hall once midnight has passed, even without a further event', () => {
    const reflection = mirrored([taken]).reflection();
    expect(presentOf(reflection, NINE_MS + 60_000, NO_NAMES).waiting).toHaveLength(1);
    expect(presentOf(reflection, NINE_MS + 15 * 3600_000, NO_NAMES).waiting).toHaveLength(0);
  });
});

describe('the present', () => {
  it('takes who is called to be served where the machine tells of no beginnings', () => {
    const called = event('1', 'called', 0, { ticket: 'A001', window: 'w1' });
    const started = event('2', 'service-started', 5, { ticket: 'A002', window: 'w2' });
    const phases = (events: readonly TicketEvent[]) =>
      presentOf(mirrored(events).reflection(), NINE_MS + 10_000, NO_NAMES).windows.map(
        ({ phase }) => phase,
      );
    expect(phases([called])).toEqual(['serving']);
    expect(phases([called, started])).toEqual(['calling', 'serving']);
  });

  it('says who waits, what windows do, and how long the called have waited', () => {
    const reflection = mirrored([
      event('0', 'window-opened', 0, { window: 'w1' }),
      event('1', 'ticket-taken', 0, { ticket: 'A001', item: 'social' }),
      event('2', 'ticket-taken', 30, { ticket: 'A002', item: 'social' }),
      event('3', 'called', 90, { ticket: 'A001', window: 'w1' }),
      event('4', 'service-started', 100, { ticket: 'A001', window: 'w1' }),
    ]).reflection();
    const present = presentOf(reflection, NINE_MS + 210_000, {
      windows: ['w2', 'w1'],
      items: ['social'],
    });
    expect(present.items).toEqual([
      { item: 'social', waiting: 1, longestMs: 180_000, called: 1, meanWaitMs: 90_000 },
    ]);
    expect(present.windows.map(({ window, phase, ticket }) => [window, phase, ticket])).toEqual([
      ['w2', 'closed', null],
      ['w1', 'serving', 'A001'],
    ]);
    expect(present.silentMs).toBe(110_000);
    expect(present.halfHours).toEqual([
      { fromS: 9 * 3600, toS: 9.5 * 3600, called: 1, meanWaitMs: 90_000 },
    ]);
  });

  it('takes a window for closed that works without having been opened, and then falls silent', () => {
    const reflection = mirrored([
      event('1', 'called', 0, { ticket: 'A001', window: 'w1' }),
      event('2', 'service-ended', 60, { ticket: 'A001', window: 'w1' }),
    ]).reflection();
    const at = (s: number) => presentOf(reflection, NINE_MS + s * 1000, NO_NAMES).windows[0]!.phase;
    expect([at(61), at(1800), at(1900)]).toEqual(['idle', 'idle', 'closed']);
  });
});
