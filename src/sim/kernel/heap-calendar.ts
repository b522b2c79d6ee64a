/**
 * The default engine: a binary heap over typed arrays.
 *
 * Order of events: time; then kind, the lower number first; then order of scheduling. An event
 * scheduled for the present instant takes its place among those of that instant which have not
 * been delivered yet: a kind lower than the one in hand still comes next, time does not move.
 *
 * An event lives in a slot of the columns below; the heap holds slot numbers. A cancelled event
 * leaves the heap at once and its slot is used again, so memory follows the events pending.
 * A handle carries the slot and the generation of its use, so that a stale one is seen.
 */
import type { Calendar, EventHandle, EventHandler } from './calendar';
import { checkSchedulable, checkUntil } from './checks';

/** Slots that a handle can name; the generation takes the 31 bits above them. */
const SLOTS = 2 ** 22;
const NOT_PENDING = -1;

export class HeapCalendar implements Calendar {
  #nowUs = 0;
  #running = false;
  #scheduled = 0;

  #pending = 0;
  #heap = new Int32Array(64);

  #slots = 0;
  #timeUs = new Float64Array(64);
  #kind = new Float64Array(64);
  #subject = new Float64Array(64);
  #sequence = new Float64Array(64);
  #generation = new Int32Array(64);
  /** Index in the heap, or NOT_PENDING. */
  #position = new Int32Array(64);
  /** Slots given back, the last one first. */
  #free = new Int32Array(64);
  #freed = 0;

  get nowUs(): number {
    return this.#nowUs;
  }

  /** Events that are scheduled and neither delivered nor cancelled. */
  get pending(): number {
    return this.#pending;
  }

  /** Events that the columns have room for: grows with the most ever pending at once. */
  get capacity(): number {
    return this.#timeUs.length;
  }

  schedule(atUs: number, kind: number, subject: number): EventHandle {
    checkSchedulable(atUs, kind, this.#nowUs);
    const slot = this.#takeSlot();
    this.#timeUs[slot] = atUs;
    this.#kind[slot] = kind;
    this.#subject[slot] = subject;
    this.#sequence[slot] = this.#scheduled++;
    this.#siftUp(this.#pending++, slot);
    return this.#generation[slot]! * SLOTS + slot;
  }

  cancel(handle: EventHandle): void {
    const slot = handle % SLOTS;
    if (!(slot >= 0 && slot < this.#slots) || this.#position[slot] === NOT_PENDING) return;
    if (this.#generation[slot]! * SLOTS + slot !== handle) return;
    this.#remove(slot);
  }

  /**
   * Afterwards the present is `untilUs`, or the time of the last event if no end was given. An
   * end before the present delivers nothing. Throws RangeError if `untilUs` is not whole µs, and
   * Error if called by a handler.
   */
  run(handler: EventHandler, untilUs: number = Number.POSITIVE_INFINITY): void {
    checkUntil(untilUs);
    if (this.#running) throw new Error('the calendar is running already');
    this.#running = true;
    try {
      while (this.#pending > 0) {
        const slot = this.#heap[0]!;
        const timeUs = this.#timeUs[slot]!;
        if (timeUs > untilUs) break;
        this.#remove(slot);
        this.#nowUs = timeUs;
        handler(this.#kind[slot]!, this.#subject[slot]!);
      }
      if (untilUs > this.#nowUs && untilUs !== Number.POSITIVE_INFINITY) this.#nowUs = untilUs;
    } finally {
      this.#running = false;
    }
  }

  #takeSlot(): number {
    if (this.#freed > 0) return this.#free[--this.#freed]!;
    if (this.#slots === SLOTS) throw new RangeError(`more than ${SLOTS} events are pending`);
    if (this.#slots === this.#timeUs.length) this.#grow(this.#slots * 2);
    return this.#slots++;
  }

  #remove(slot: number): void {
    const hole = this.#position[slot]!;
    this.#position[slot] = NOT_PENDING;
    this.#generation[slot] = (this.#generation[slot]! + 1) & 0x7fffffff;
    this.#free[this.#freed++] = slot;
    const last = this.#heap[--this.#pending]!;
    if (last === slot) return;
    if (hole > 0 && this.#before(last, this.#heap[(hole - 1) >> 1]!)) this.#siftUp(hole, last);
    else this.#siftDown(hole, last);
  }

  #before(a: number, b: number): boolean {
    const timeA = this.#timeUs[a]!;
    const timeB = this.#timeUs[b]!;
    if (timeA !== timeB) return timeA < timeB;
    const kindA = this.#kind[a]!;
    const kindB = this.#kind[b]!;
    if (kindA !== kindB) return kindA < kindB;
    return this.#sequence[a]! < this.#sequence[b]!;
  }

  #siftUp(from: number, slot: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#heap[parent]!;
      if (!this.#before(slot, above)) break;
      this.#put(at, above);
      at = parent;
    }
    this.#put(at, slot);
  }

  #siftDown(from: number, slot: number): void {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#pending) break;
      if (child + 1 < this.#pending && this.#before(this.#heap[child + 1]!, this.#heap[child]!))
        child++;
      const below = this.#heap[child]!;
      if (!this.#before(below, slot)) break;
      this.#put(at, below);
      at = child;
    }
    this.#put(at, slot);
  }

  #put(at: number, slot: number): void {
    this.#heap[at] = slot;
    this.#position[slot] = at;
  }

  #grow(capacity: number): void {
    this.#heap = grownInts(this.#heap, capacity);
    this.#timeUs = grownFloats(this.#timeUs, capacity);
    this.#kind = grownFloats(this.#kind, capacity);
    this.#subject = grownFloats(this.#subject, capacity);
    this.#sequence = grownFloats(this.#sequence, capacity);
    this.#generation = grownInts(this.#generation, capacity);
    this.#position = grownInts(this.#position, capacity);
    this.#free = grownInts(this.#free, capacity);
  }
}

function grownInts(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(capacity);
  grown.set(old);
  return grown;
}

function grownFloats(old: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(capacity);
  grown.set(old);
  return grown;
}
