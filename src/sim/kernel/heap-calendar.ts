/**
 * The default engine: a binary heap over typed arrays.
 *
 * Order of events: time; then kind, the lower number first; then order of scheduling. An event
 * scheduled for the present instant takes its place among those of that instant which have not
 * been delivered yet: a kind lower than the one in hand still comes next, time does not move.
 *
 * The heap's own columns hold what is compared (time, and kind and sequence in one number) and the
 * event's slot, so that sifting reads neighbours and nothing else. The slot knows where in the heap
 * its event is. A cancelled event leaves the heap at once and its slot is used again, so memory
 * follows the events pending. A handle carries the slot and the generation of its use, so that a
 * stale one is seen.
 */
import type { Calendar, EventHandle, EventHandler } from './calendar';
import { checkSchedulable, checkUntil } from './checks';

/** Slots that a handle can name; the generation takes the 31 bits above them. */
const SLOTS = 2 ** 22;
const NOT_PENDING = -1;
/** Kinds stand above the sequence in one exact number: 2⁴⁵ events, kinds from −128 to 127. */
const SEQUENCES = 2 ** 45;

export class HeapCalendar implements Calendar {
  #nowUs = 0;
  #running = false;
  #scheduled = 0;

  #pending = 0;
  /** By place in the heap. */
  #timeUs = new Float64Array(64);
  #order = new Float64Array(64);
  #slot = new Int32Array(64);

  /** By slot. */
  #slots = 0;
  #subject = new Float64Array(64);
  #generation = new Int32Array(64);
  /** Place in the heap, or NOT_PENDING. */
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
    this.#subject[slot] = subject;
    this.#siftUp(this.#pending++, atUs, kind * SEQUENCES + this.#scheduled++, slot);
    return this.#generation[slot]! * SLOTS + slot;
  }

  cancel(handle: EventHandle): void {
    const slot = handle % SLOTS;
    if (!(slot >= 0 && slot < this.#slots) || this.#position[slot] === NOT_PENDING) return;
    if (this.#generation[slot]! * SLOTS + slot !== handle) return;
    this.#remove(this.#position[slot]!);
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
        const timeUs = this.#timeUs[0]!;
        if (timeUs > untilUs) break;
        const kind = Math.floor(this.#order[0]! / SEQUENCES);
        const subject = this.#subject[this.#slot[0]!]!;
        this.#remove(0);
        this.#nowUs = timeUs;
        handler(kind, subject);
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

  /** Takes the event at a place of the heap out and closes the hole with the last one. */
  #remove(hole: number): void {
    const slot = this.#slot[hole]!;
    this.#position[slot] = NOT_PENDING;
    this.#generation[slot] = (this.#generation[slot]! + 1) & 0x7fffffff;
    this.#free[this.#freed++] = slot;
    const last = --this.#pending;
    if (hole === last) return;
    const time = this.#timeUs[last]!;
    const order = this.#order[last]!;
    const moved = this.#slot[last]!;
    if (hole > 0 && this.#isBefore(time, order, (hole - 1) >> 1))
      this.#siftUp(hole, time, order, moved);
    else this.#siftDown(hole, time, order, moved);
  }

  /** Whether (time, order) comes before what is at a place of the heap. */
  #isBefore(time: number, order: number, at: number): boolean {
    const other = this.#timeUs[at]!;
    return time < other || (time === other && order < this.#order[at]!);
  }

  #siftUp(from: number, time: number, order: number, slot: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(time, order, parent)) break;
      this.#put(at, this.#timeUs[parent]!, this.#order[parent]!, this.#slot[parent]!);
      at = parent;
    }
    this.#put(at, time, order, slot);
  }

  #siftDown(from: number, time: number, order: number, slot: number): void {
    const timeUs = this.#timeUs;
    const end = this.#pending;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= end) break;
      if (child + 1 < end && this.#isBefore(timeUs[child + 1]!, this.#order[child + 1]!, child))
        child++;
      const childTime = timeUs[child]!;
      const childOrder = this.#order[child]!;
      if (time < childTime || (time === childTime && order < childOrder)) break;
      this.#put(at, childTime, childOrder, this.#slot[child]!);
      at = child;
    }
    this.#put(at, time, order, slot);
  }

  #put(at: number, time: number, order: number, slot: number): void {
    this.#timeUs[at] = time;
    this.#order[at] = order;
    this.#slot[at] = slot;
    this.#position[slot] = at;
  }

  #grow(capacity: number): void {
    this.#timeUs = grownFloats(this.#timeUs, capacity);
    this.#order = grownFloats(this.#order, capacity);
    this.#slot = grownInts(this.#slot, capacity);
    this.#subject = grownFloats(this.#subject, capacity);
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
