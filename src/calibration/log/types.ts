/**
 * What has been read from a hall's own books, cleaned, before anything is fitted. Four kinds: single
 * tickets, snapshots of the queue, totals of intervals, and steps of cases that run over days.
 * Columns of one table have equal lengths; a time that is not known is NaN, a name that is not known −1.
 */
export type Log = TicketLog | SnapshotLog | IntervalLog | CaseLog;

/** How a ticket ended. */
export const TicketOutcome = {
  Unknown: 0,
  Served: 1,
  /** Left while waiting: the wait is censored at the time of leaving. */
  Abandoned: 2,
  /** Was called and did not come. */
  NoShow: 3,
} as const;
export type TicketOutcome = (typeof TicketOutcome)[keyof typeof TicketOutcome];

/**
 * One row a ticket, in order of day and ticket time. Times are seconds since midnight of the row's
 * day; what passes midnight goes on beyond 86,400.
 */
export interface TicketLog {
  readonly kind: 'tickets';
  /** ISO dates in rising order: every date between the first and the last that has a row. */
  readonly days: readonly string[];
  readonly windows: readonly string[];
  readonly items: readonly string[];
  readonly rows: number;
  /** Index into `days`. */
  readonly day: Int32Array;
  readonly ticketS: Float64Array;
  /** When the number was called. */
  readonly callS: Float64Array;
  /** When the service began. */
  readonly startS: Float64Array;
  /** When the service ended; of who left, when they left. */
  readonly endS: Float64Array;
  /** Index into `windows`. */
  readonly window: Int32Array;
  /** Index into `items`. */
  readonly item: Int32Array;
  /** A `TicketOutcome`. */
  readonly outcome: Uint8Array;
  /** As the log gives it; 0 where it has none. */
  readonly priority: Int32Array;
}

/** One row a look at one queue. Ordered by queue, day and time. */
export interface SnapshotLog {
  readonly kind: 'snapshots';
  readonly days: readonly string[];
  readonly queues: readonly string[];
  readonly rows: number;
  readonly queue: Int32Array;
  readonly day: Int32Array;
  readonly atS: Float64Array;
  /** People waiting. */
  readonly waiting: Float64Array;
  /** Counters that serve this queue; they may serve others too. */
  readonly open: Float64Array;
  /** Number of the ticket called last; NaN before the first. */
  readonly ticket: Float64Array;
  /** Average service that the display shows, seconds; NaN where it shows none. */
  readonly serviceS: Float64Array;
}

/** One row a stretch of time of one queue. Ordered by queue, day and beginning. */
export interface IntervalLog {
  readonly kind: 'intervals';
  readonly days: readonly string[];
  readonly queues: readonly string[];
  readonly rows: number;
  readonly queue: Int32Array;
  readonly day: Int32Array;
  readonly fromS: Float64Array;
  readonly toS: Float64Array;
  readonly people: Float64Array;
  readonly open: Float64Array;
  readonly waitMeanS: Float64Array;
  readonly waitMaxS: Float64Array;
}

/** One row a case of the back office: first and last step, as local times. */
export interface CaseLog {
  readonly kind: 'cases';
  /** ISO dates on which any step was taken, in rising order. */
  readonly days: readonly string[];
  readonly items: readonly string[];
  readonly rows: number;
  /** Days since 1970-01-01. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Seconds since midnight of those days. */
  readonly firstS: Float64Array;
  readonly lastS: Float64Array;
  readonly steps: Int32Array;
  readonly item: Int32Array;
}
