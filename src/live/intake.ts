import { parseTicketEvent, readTicketEvent, type TicketEvent } from '../scenarios/ticket-event';
import type { Example, Reason } from './counts';
import { dayOf } from './day';
import type { Directory } from './directory';
import type { Entry } from './mirror';

/** Rules of taking in. */
export interface IntakeRules {
  /** An event that much older than the latest is too late. */
  readonly latenessMs: number;
  /** An event that much after the time of its receipt has a wrong clock. */
  readonly aheadMs: number;
  /** What the hall's clock is ahead of UTC, minutes. */
  readonly offsetMin: number;
}

/** Two minutes of lateness, one of a clock that is ahead. */
export const INTAKE_RULES: IntakeRules = {
  latenessMs: 120_000,
  aheadMs: 60_000,
  offsetMin: 480,
};

/** Events of one day that are taken in: twenty times what the largest hall has. */
const MOST_EVENTS = 200_000;

/** Decides about each line that comes, in the order in which they come. */
export class Intake {
  #latestMs: number | null = null;
  #day = -1;
  #today = 0;
  /** What each event said, by its id. */
  readonly #seen = new Map<string, { readonly said: string; readonly atMs: number }>();

  constructor(
    readonly rules: IntakeRules,
    private readonly directory: Directory,
  ) {}

  /**
   * One line, or a value that is parsed already.
   *
   * @param receivedMs when it came, ms on the hall's clock
   */
  offer(given: unknown, receivedMs: number): Entry {
    const read =
      typeof given === 'string'
        ? readTicketEvent(given, this.rules.offsetMin)
        : parseTicketEvent(given, this.rules.offsetMin);
    if (read.event === null)
      return dropped('malformed', {
        text: typeof given === 'string' ? given : JSON.stringify(given),
        problem: read.problems[0] ?? null,
      });
    return this.take(read.event, receivedMs, typeof given === 'string' ? given : null);
  }

  /** An event that has been read, from whatever kind of log. */
  take(event: TicketEvent, receivedMs: number, line: string | null = null): Entry {
    const example: Example = { text: line ?? saidBy(event), problem: null };
    const said = saidBy(event);
    const before = this.#seen.get(event.id);
    if (before !== undefined)
      return dropped(before.said === said ? 'doubled' : 'conflicting', example);
    if (event.atMs > receivedMs + this.rules.aheadMs) return dropped('ahead', example);
    const latest = this.#latestMs;
    if (latest !== null && event.atMs < latest - this.rules.latenessMs)
      return dropped('late', example);
    this.#turnDay(event.atMs);
    if (++this.#today > MOST_EVENTS) return dropped('tooMany', example);
    this.#seen.set(event.id, { said, atMs: event.atMs });
    const notes: Reason[] = [];
    if (latest !== null && event.atMs < latest) notes.push('reordered');
    else this.#latestMs = event.atMs;
    const window = this.directory.window(event.window);
    if (event.window !== '' && window === null) notes.push('unknownWindow');
    const item = this.directory.item(event.item);
    if (event.item !== '' && item === null) notes.push('unknownItem');
    return {
      kind: 'event',
      event: { ...event, window: window ?? event.window, item: item ?? event.item },
      notes,
    };
  }

  /** What came before yesterday's end can only be too late, so its ids need not be known. */
  #turnDay(atMs: number): void {
    const day = dayOf(atMs);
    if (day <= this.#day) return;
    this.#day = day;
    this.#today = 0;
    for (const [id, { atMs: at }] of this.#seen)
      if (at < atMs - this.rules.latenessMs) this.#seen.delete(id);
  }
}

function dropped(reason: Reason, example: Example): Entry {
  return { kind: 'dropped', reason, example };
}

/** An event as one line that is equal for equal events. */
function saidBy({ id, kind, atMs, ticket, window, item, next }: TicketEvent): string {
  return JSON.stringify([id, kind, atMs, ticket, window, item, next]);
}
