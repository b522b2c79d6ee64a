import { dayOf } from '../../live/day';
import type { Intake } from '../../live/intake';
import type { Entry } from '../../live/mirror';
import type { Problem } from '../../scenarios/problem';
import { MAX_EVENT_LINE, type TicketEvent } from '../../scenarios/ticket-event';
import type { HallClock, Hub } from './hub';
import type { Line } from './lines';

/** What a line of a log gives: events of one row, or why it gives none. */
export type Row =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'events'; readonly events: readonly TicketEvent[] }
  | { readonly kind: 'malformed'; readonly line: string; readonly problem: Problem }
  | { readonly kind: 'tooLong' };

/** Reads the lines of one kind of log. */
export interface LogReader {
  /** Rejects with an InputError for a log that can't be read at all. */
  read(lines: readonly Line[]): Promise<readonly Row[]>;
  /** The log has a row for each finished visit, so that nobody is seen waiting. */
  readonly finishedOnly: boolean;
}

/** A line of events is an event. */
export const NDJSON: LogReader = {
  read: async (lines) =>
    lines.map((line) => (line === null ? { kind: 'tooLong' } : { kind: 'line', line })),
  finishedOnly: false,
};

/** Brings what comes in to the mirror, whence ever it comes. */
export class Feed {
  constructor(
    private readonly hub: Hub,
    private readonly intake: Intake,
    private readonly clock: HallClock,
    /** Whether days before today are taken in too. */
    private readonly fromStart: boolean,
  ) {}

  take(row: Row): readonly Entry[] {
    const entries = this.#entriesOf(row);
    for (const entry of entries) this.hub.publish(entry);
    return entries;
  }

  /** Values that were pushed: a line, or an object. */
  push(values: readonly unknown[]): readonly Entry[] {
    return values.flatMap((value) => {
      if (typeof value === 'string' && value.length > MAX_EVENT_LINE)
        return this.take({ kind: 'tooLong' });
      const entry = this.intake.offer(value, this.clock.nowMs());
      this.hub.publish(entry);
      return [entry];
    });
  }

  #entriesOf(row: Row): readonly Entry[] {
    switch (row.kind) {
      case 'line':
        return [this.#todays(this.intake.offer(row.line, this.clock.nowMs()), row.line)];
      case 'events':
        return row.events.map((event) =>
          this.#todays(this.intake.take(event, this.clock.nowMs()), event.id),
        );
      case 'malformed':
        return [
          {
            kind: 'dropped',
            reason: 'malformed',
            example: { text: row.line, problem: row.problem },
          },
        ];
      case 'tooLong':
        return [{ kind: 'dropped', reason: 'tooLong', example: { text: '…', problem: null } }];
    }
  }

  /** The entry, unless only today counts and it is of an earlier day. */
  #todays(entry: Entry, text: string): Entry {
    if (this.fromStart || entry.kind === 'dropped') return entry;
    if (dayOf(entry.event.atMs) >= dayOf(this.clock.nowMs())) return entry;
    return { kind: 'dropped', reason: 'earlier', example: { text, problem: null } };
  }
}
