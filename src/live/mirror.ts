import type { TicketEvent } from '../scenarios/ticket-event';
import { type Counts, counted, type Example, joined, type Reason } from './counts';
import { type Day, NO_EVENTS } from './day';
import { type Draft, dayOfDraft, draftOf } from './draft';
import { apply } from './fold';
import { byTime, inOrder } from './order';

/** What became of one line: it goes into the mirror in this form, on the server and on the page. */
export type Entry =
  | {
      readonly kind: 'event';
      readonly event: TicketEvent;
      /** What is to be said about it. */
      readonly notes: readonly Reason[];
    }
  | { readonly kind: 'dropped'; readonly reason: Reason; readonly example: Example };

/** Everything that a mirror knows, as plain data. */
export interface MirrorSnapshot {
  readonly latenessMs: number;
  /** Time of the latest event; null before the first. */
  readonly latestMs: number | null;
  /** The day up to what can't change any more. */
  readonly settled: Day;
  /** Events that a late one may still come before. */
  readonly pending: readonly TicketEvent[];
  readonly counts: Counts;
}

/** The present state of a hall: a day, and what was counted on the way. */
export interface Reflection {
  readonly day: Day;
  readonly counts: Counts;
  readonly latestMs: number | null;
}

/** What is written where an example of an event is kept. */
export const eventText = (event: TicketEvent): string =>
  [event.id, event.kind, event.ticket, event.window, event.item].filter((w) => w !== '').join(' ');

/**
 * The state of a real hall, folded from its events. Events within `latenessMs` of the latest are
 * kept in order of time and folded anew when one comes between; older ones are settled. So any
 * order of arrival within that window gives the same state, and each event shows at once.
 */
export class Mirror {
  readonly latenessMs: number;
  #latestMs: number | null = null;
  readonly #settled: Draft;
  #pending: TicketEvent[] = [];
  #counts: Counts = {};
  #reflection: Reflection | null = null;

  constructor(from: { readonly latenessMs: number } | MirrorSnapshot) {
    this.latenessMs = from.latenessMs;
    const known = 'settled' in from ? from : null;
    this.#settled = draftOf(known?.settled ?? NO_EVENTS);
    if (!known) return;
    this.#latestMs = known.latestMs;
    this.#pending = [...known.pending];
    this.#counts = known.counts;
  }

  /** Takes in what became of a line. The caller has seen to it that no event comes twice or too late. */
  follow(entry: Entry): void {
    this.#reflection = null;
    if (entry.kind === 'dropped') {
      this.#counts = counted(this.#counts, entry.reason, entry.example);
      return;
    }
    const { event, notes } = entry;
    for (const note of notes) this.#note(note, event);
    this.#insert(event);
    if (this.#latestMs !== null && event.atMs <= this.#latestMs) return;
    this.#latestMs = event.atMs;
    this.#settle(event.atMs - this.latenessMs);
  }

  /** The state with everything that has come. */
  reflection(): Reflection {
    if (this.#reflection) return this.#reflection;
    const draft = draftOf(dayOfDraft(this.#settled));
    let counts: Counts = {};
    for (const event of inOrder(this.#pending))
      apply(draft, event, (note, about) => {
        counts = counted(counts, note, { text: eventText(about), problem: null });
      });
    this.#reflection = {
      day: dayOfDraft(draft),
      counts: joined(this.#counts, counts),
      latestMs: this.#latestMs,
    };
    return this.#reflection;
  }

  snapshot(): MirrorSnapshot {
    return {
      latenessMs: this.latenessMs,
      latestMs: this.#latestMs,
      settled: dayOfDraft(this.#settled),
      pending: [...this.#pending],
      counts: this.#counts,
    };
  }

  #note(reason: Reason, event: TicketEvent): void {
    this.#counts = counted(this.#counts, reason, { text: eventText(event), problem: null });
  }

  /** Most events come in order: looked for from the end. */
  #insert(event: TicketEvent): void {
    let at = this.#pending.length;
    while (at > 0 && byTime(this.#pending[at - 1]!, event) > 0) at--;
    this.#pending.splice(at, 0, event);
  }

  /** What lies before an instant can't change any more: nothing older will be taken in. */
  #settle(beforeMs: number): void {
    let count = 0;
    while (count < this.#pending.length && this.#pending[count]!.atMs < beforeMs) count++;
    if (count === 0) return;
    for (const event of inOrder(this.#pending.splice(0, count)))
      apply(this.#settled, event, (note, about) => this.#note(note, about));
  }
}
