import type { Route } from '../../geometry/navigator';
import { Columns } from '../kernel/columns';
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
/** Bytes of one visitor over all columns. */
const ROW_BYTES = 131;

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
  number!: Int32Array;
  /** Key of the visitor's own random numbers: the order of arrival within the class, and the attempt. */
  key!: Uint32Array;
  classIndex!: Int32Array;
  origin!: Uint8Array;
  state!: Uint8Array;
  /** Stations still to visit, and whether the visit ends at a kiosk. */
  toGuide!: Uint8Array;
  toKiosk!: Uint8Array;
  toMachine!: Uint8Array;
  /** Station, window or back office the visitor is bound to, by state. */
  at!: Int32Array;
  reason!: Uint8Array;
  patience!: Float64Array;
  /** Class whose windows the ticket is for. */
  ticketClass!: Int32Array;
  /** Has a ticket, so is not turned away again. */
  ticketed!: Uint8Array;
  /** The higher is called first, whoever came when. */
  rank!: Uint8Array;
  /** Place in the order of calls: time of the ticket less the waiting credit. */
  orderUs!: Float64Array;
  /** Wait from the ticket to the first call. */
  waitUs!: Float64Array;
  ticketUs!: Float64Array;
  /** Calls not answered; 255: is not missed again. */
  tries!: Uint8Array;
  /** Departments that still review the case. */
  parts!: Uint8Array;
  /** People who came along: slots, chained by `nextCompanion`. */
  companion!: Int32Array;
  nextCompanion!: Int32Array;
  companions!: Uint8Array;
  walkEvent!: Float64Array;
  walkStartUs!: Float64Array;
  walkEndUs!: Float64Array;
  speedMps!: Float64Array;
  place!: Int32Array;
  /** Seat or standing spot taken, −1 for none. */
  seat!: Int32Array;
  /** List that the visitor waits in. */
  list!: Int32Array;
  next!: Int32Array;
  previous!: Int32Array;
  sequence!: Float64Array;
  readonly route: (Route | null)[] = [];

  private readonly free: number[] = [];
  private used = 0;
  private came = 0;

  constructor() {
    this.widen(START);
  }

  /** People inside, companions included. */
  get inside(): number {
    return this.used - this.free.length;
  }

  /** Takes a slot for a newcomer. */
  add(classIndex: number, key: number, origin: Origin): number {
    const slot = this.free.pop() ?? this.used++;
    if (slot >= this.number.length) this.widen(this.number.length * 2);
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

  /** Allots the columns, which keep what they hold. */
  private widen(rows: number): void {
    const columns = new Columns(rows, ROW_BYTES);
    this.patience = columns.floats(this.patience);
    this.orderUs = columns.floats(this.orderUs);
    this.waitUs = columns.floats(this.waitUs);
    this.ticketUs = columns.floats(this.ticketUs);
    this.walkEvent = columns.floats(this.walkEvent);
    this.walkStartUs = columns.floats(this.walkStartUs);
    this.walkEndUs = columns.floats(this.walkEndUs);
    this.speedMps = columns.floats(this.speedMps);
    this.sequence = columns.floats(this.sequence);
    this.number = columns.ints(this.number);
    this.key = columns.words(this.key);
    this.classIndex = columns.ints(this.classIndex);
    this.at = columns.ints(this.at);
    this.ticketClass = columns.ints(this.ticketClass);
    this.companion = columns.ints(this.companion);
    this.nextCompanion = columns.ints(this.nextCompanion);
    this.place = columns.ints(this.place);
    this.seat = columns.ints(this.seat);
    this.list = columns.ints(this.list);
    this.next = columns.ints(this.next);
    this.previous = columns.ints(this.previous);
    this.origin = columns.bytes(this.origin);
    this.state = columns.bytes(this.state);
    this.toGuide = columns.bytes(this.toGuide);
    this.toKiosk = columns.bytes(this.toKiosk);
    this.toMachine = columns.bytes(this.toMachine);
    this.reason = columns.bytes(this.reason);
    this.ticketed = columns.bytes(this.ticketed);
    this.rank = columns.bytes(this.rank);
    this.tries = columns.bytes(this.tries);
    this.parts = columns.bytes(this.parts);
    this.companions = columns.bytes(this.companions);
  }
}
