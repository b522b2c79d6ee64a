/** Names a scheduled event so that it can be cancelled. */
export type EventHandle = number;

/** Receives each event when its time has come. */
export type EventHandler = (kind: number, subject: number) => void;

/**
 * The port between the process and an engine. Times are whole microseconds since midnight of
 * the scenario's first day, exact in a double.
 *
 * Order of events: time; then kind, the lower number first; then order of scheduling.
 * An event scheduled for the present instant is delivered in that same order, before time moves.
 */
export interface Calendar {
  /** Present time, µs. */
  readonly nowUs: number;
  /**
   * The same as the one element of a column, for what reads it at every event: a number handed
   * from function to function would be wrapped anew each time.
   */
  readonly clock: Float64Array;
  /**
   * Schedules an event. Throws RangeError if `atUs` is in the past or not a whole number, or if
   * `kind` is not a whole number from −128 to 127.
   */
  schedule(atUs: number, kind: number, subject: number): EventHandle;
  /** Takes an event back; a handle that is spent or cancelled already is ignored. */
  cancel(handle: EventHandle): void;
  /** Delivers events up to and including `untilUs` (default: until none is left). */
  run(handler: EventHandler, untilUs?: number): void;
}

/** The engines that a run can ask for. */
export const ENGINES = ['default', 'simjs'] as const;
export type Engine = (typeof ENGINES)[number];
