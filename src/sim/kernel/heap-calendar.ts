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
    const at = this.#siftDown(hole, time, order);
    // What came from the end may belong above the hole, if the hole was not the top.
    if (at === hole && hole > 0) this.#siftUp(hole, time, order, this.#slot[last]!);
    else this.#put(at, time, order, this.#slot[last]!);
  }

  /** Moves later events down from a free place until (time, order) may stand above them. */
  #siftUp(from: number, time: number, order: number, slot: number): void {
    // Columns in locals: the loop then reads arrays, not fields.
    const times = this.#timeUs;
    const orders = this.#order;
    const slots = this.#slot;
    const positions = this.#position;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = times[parent]!;
      if (above < time || (above === time && orders[parent]! < order)) break;
      times[at] = above;
      orders[at] = orders[parent]!;
      const moved = slots[parent]!;
      slots[at] = moved;
      positions[moved] = at;
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    slots[at] = slot;
    positions[slot] = at;
  }

  /** Moves earlier events up into a hole; returns the place where (time, order) may stand. */
  #siftDown(hole: number, time: number, order: number): number {
    const times = this.#timeUs;
    const orders = this.#order;
    const slots = this.#slot;
    const positions = this.#position;
    const end = this.#pending;
    let at = hole;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= end) return at;
      let below = times[child]!;
      if (child + 1 < end) {
        const other = times[child + 1]!;
        if (other < below || (other === below && orders[child + 1]! < orders[child]!)) {
          child++;
          below = other;
        }
      }
      if (time < below || (time === below && order < orders[child]!)) return at;
      times[at] = below;
      orders[at] = orders[child]!;
      const moved = slots[child]!;
      slots[at] = moved;
      positions[moved] = at;
      at = child;
    }
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
