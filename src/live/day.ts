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
