/**
 * How those who wait are brought to the windows: which free window takes a newcomer at once,
 * which line they stand in otherwise, and whom a free window calls next.
 */
export interface Queueing {
  /** The free window that takes a newcomer now, −1 if they have to wait. */
  windowFor(slot: number): number;
  /** Puts somebody among those who wait. */
  join(slot: number): void;
  /** Takes somebody out who waits. */
  leave(slot: number): void;
  /** Takes the next one out for a window, −1 if there is none for it. */
  next(window: number): number;
  /** People before a newcomer of a class, as they see it. */
  ahead(slot: number): number;
  /** People who wait for the classes of a window. */
  waitingFor(window: number): number;
  /** Anybody who waits with a ticket of a class, −1 for nobody. */
  anyOf(classIndex: number): number;
  /** Windows take people from now on. */
  opened(): void;
  /** A window no longer takes anybody. */
  closed(window: number): void;
}
