import type { Route } from '../../geometry/navigator';
import type { Origin } from './record';

/** Where a visitor stands in the process. */
export enum State {
  InLine = 0,
  Waiting = 1,
  ToWindow = 2,
  InService = 3,
  AwaitingApproval = 4,
  AwaitingIssue = 5,
  Rating = 6,
  Leaving = 7,
  /** Called, and not there. */
  Missing = 8,
  /** Came with somebody, waits beside them. */
  Companion = 9,
}

const START = 64;

/** Ordinals stand below the attempt in a key; a class with more visitors reuses random numbers. */
const ATTEMPT = 2 ** 24;
const LAST_ATTEMPT = 0x7f000000;
/** Keys of the booked have a range of their own. */
const BOOKED = 2 ** 31;

/** Key of a person's random numbers on a further visit; the 127th is the last with numbers of its own. */
export function nextAttempt(key: number): number {
  return (key & LAST_ATTEMPT) === LAST_ATTEMPT ? key : (key + ATTEMPT) >>> 0;
}

/** Whether a key is that of a further visit. */
export function isFurtherVisit(key: number): boolean {
  return (key & LAST_ATTEMPT) !== 0;
}

/** Key of what stays with a person over all visits: mobility, companions, rights. */
export function personOf(key: number): number {
  return (key & 0x80ffffff) >>> 0;
}

/** Key of the n-th bookable place of a class. */
export function bookedKey(n: number): number {
  return (BOOKED + (n % ATTEMPT)) >>> 0;
}

/**
 * Everybody inside, as columns: a visitor is a slot, and slots are used again, so memory follows
 * the number inside and not the number who came.
 */
export class Visitors {
  /** Number in order of arrival, over the whole run. */
  number = new Int32Array(START);
  /** Key of the visitor's own random numbers: the order of arrival within the class, and the attempt. */
  key = new Uint32Array(START);
  classIndex = new Int32Array(START);
  origin = new Uint8Array(START);
  state = new Uint8Array(START);
  /** Stations still to visit, and whether the visit ends at a kiosk. */
  toGuide = new Uint8Array(START);
  toKiosk = new Uint8Array(START);
  toMachine = new Uint8Array(START);
  /** Station, window or back office the visitor is bound to, by state. */
  at = new Int32Array(START);
  reason = new Uint8Array(START);
  patience = new Float64Array(START);
  /** Class whose windows the ticket is for. */
  ticketClass = new Int32Array(START);
  /** Has a ticket, so is not turned away again. */
  ticketed = new Uint8Array(START);
  /** The higher is called first, whoever came when. */
  rank = new Uint8Array(START);
  /** Place in the order of calls: time of the ticket less the waiting credit. */
  orderUs = new Float64Array(START);
  /** Wait from the ticket to the first call. */
  waitUs = new Float64Array(START);
  ticketUs = new Float64Array(START);
  /** Calls not answered; 255: is not missed again. */
  tries = new Uint8Array(START);
  /** Departments that still review the case. */
  parts = new Uint8Array(START);
  /** People who came along: slots, chained by `nextCompanion`. */
  companion = new Int32Array(START);
  nextCompanion = new Int32Array(START);
  companions = new Uint8Array(START);
  walkEvent = new Float64Array(START);
  walkStartUs = new Float64Array(START);
  walkEndUs = new Float64Array(START);
  speedMps = new Float64Array(START);
  place = new Int32Array(START);
  /** Seat or standing spot taken, −1 for none. */
  seat = new Int32Array(START);
  /** List that the visitor waits in. */
  list = new Int32Array(START);
  next = new Int32Array(START);
  previous = new Int32Array(START);
  sequence = new Float64Array(START);
  readonly route: (Route | null)[] = [];

  private readonly free: number[] = [];
  private used = 0;
  private came = 0;

  /** People inside, companions included. */
  get inside(): number {
    return this.used - this.free.length;
  }

  /** Takes a slot for a newcomer. */
  add(classIndex: number, key: number, origin: Origin): number {
    const slot = this.free.pop() ?? this.used++;
    if (slot >= this.number.length) this.grow();
    this.number[slot] = this.came++;
    this.key[slot] = key;
    this.classIndex[slot] = classIndex;
    this.origin[slot] = origin;
    this.toGuide[slot] = 0;
    this.toKiosk[slot] = 0;
    this.toMachine[slot] = 0;
    this.at[slot] = -1;
    this.patience[slot] = -1;
    this.ticketed[slot] = 0;
    this.rank[slot] = 0;
    this.waitUs[slot] = 0;
    this.tries[slot] = 0;
    this.companion[slot] = -1;
    this.companions[slot] = 0;
    this.walkEvent[slot] = -1;
    this.walkEndUs[slot] = 0;
    this.place[slot] = -1;
    this.seat[slot] = -1;
    this.route[slot] = null;
    return slot;
  }

  /** Gives the slot of somebody who has left back. */
  remove(slot: number): void {
    this.free.push(slot);
  }

  private grow(): void {
    const size = this.number.length * 2;
    const ints = (old: Int32Array) => copied(new Int32Array(size), old);
    const bytes = (old: Uint8Array) => copied(new Uint8Array(size), old);
    const doubles = (old: Float64Array) => copied(new Float64Array(size), old);
    this.number = ints(this.number);
    this.key = copied(new Uint32Array(size), this.key);
    this.classIndex = ints(this.classIndex);
    this.origin = bytes(this.origin);
    this.state = bytes(this.state);
    this.toGuide = bytes(this.toGuide);
    this.toKiosk = bytes(this.toKiosk);
    this.toMachine = bytes(this.toMachine);
    this.at = ints(this.at);
    this.reason = bytes(this.reason);
    this.patience = doubles(this.patience);
    this.ticketClass = ints(this.ticketClass);
    this.ticketed = bytes(this.ticketed);
    this.rank = bytes(this.rank);
    this.orderUs = doubles(this.orderUs);
    this.waitUs = doubles(this.waitUs);
    this.ticketUs = doubles(this.ticketUs);
    this.tries = bytes(this.tries);
    this.parts = bytes(this.parts);
    this.companion = ints(this.companion);
    this.nextCompanion = ints(this.nextCompanion);
    this.companions = bytes(this.companions);
    this.walkEvent = doubles(this.walkEvent);
    this.walkStartUs = doubles(this.walkStartUs);
    this.walkEndUs = doubles(this.walkEndUs);
    this.speedMps = doubles(this.speedMps);
    this.place = ints(this.place);
    this.seat = ints(this.seat);
    this.list = ints(this.list);
    this.next = ints(this.next);
    this.previous = ints(this.previous);
    this.sequence = doubles(this.sequence);
  }
}

function copied<T extends { set(values: ArrayLike<number>): void }>(
  fresh: T,
  old: ArrayLike<number>,
): T {
  fresh.set(old);
  return fresh;
}
