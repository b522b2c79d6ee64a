/**
 * The default engine: a binary heap over typed arrays.
 *
 * Order of events: time; then kind, the lower number first; then order of scheduling. An event
 * scheduled for the present instant takes its place among those of that instant which have not
 * been delivered yet: a kind lower than the one in hand still comes next, time does not move.
 *
 * The heap's own columns hold what is compared (time, and kind and sequence in one number) and the
 * event's slot, so that sifting reads neighbours and nothing else. The slot knows where in the heap
 * its event is. An event being delivered leaves a hole at the top, and the first that its handler
 * schedules goes in there: most events bring on one other, which so takes one sift instead of two.
 * A cancelled event leaves the heap at once and its slot is used again, so memory
 * follows the events pending. A handle carries the slot and the generation of its use, so that a
 * stale one is seen.
 */
import type { Calendar, EventHandle, EventHandler } from './calendar';
import { checkSchedulable, checkUntil } from './checks';
import { Columns } from './columns';

/** Slots that a handle can name; the generation takes the 31 bits above them. */
const SLOTS = 2 ** 22;
const NOT_PENDING = -1;
/** Bytes of one event over all columns. */
const ROW_BYTES = 40;
/** Kinds stand above the sequence in one exact number: 2⁴⁵ events, kinds from −128 to 127. */
const SEQUENCES = 2 ** 45;

export class HeapCalendar implements Calendar {
  readonly clock = new Float64Array(1);
  #running = false;
  #scheduled = 0;

  /** Places of the heap in use, the hole among them. */
  #size = 0;
  /** 1: the top place is free, for the event in hand has left it. */
  #hole = 0;
  /** By place in the heap. */
  #timeUs!: Float64Array;
  #order!: Float64Array;
  #slot!: Int32Array;

  /** By slot. */
  #slots = 0;
  #subject!: Float64Array;
  #generation!: Int32Array;
  /** Place in the heap, or NOT_PENDING. */
  #position!: Int32Array;
  /** Slots given back, the last one first. */
  #free!: Int32Array;
  #freed = 0;

  constructor() {
    this.#allot(64);
  }

  get nowUs(): number {
    return this.clock[0]!;
  }

  /** Events that are scheduled and neither delivered nor cancelled. */
  get pending(): number {
    return this.#size - this.#hole;
  }

  /** Events that the columns have room for: grows with the most ever pending at once. */
  get capacity(): number {
    return this.#timeUs.length;
  }

  schedule(atUs: number, kind: number, subject: number): EventHandle {
    checkSchedulable(atUs, kind, this.clock[0]!);
    const slot = this.#takeSlot();
    this.#subject[slot] = subject;
    const order = kind * SEQUENCES + this.#scheduled++;
    if (this.#hole === 1) {
      this.#hole = 0;
      this.#siftDown(0, atUs, order, slot);
    } else this.#siftUp(this.#size++, atUs, order, slot);
    return this.#generation[slot]! * SLOTS + slot;
  }

  cancel(handle: EventHandle): void {
    const slot = handle % SLOTS;
    if (!(slot >= 0 && slot < this.#slots) || this.#position[slot] === NOT_PENDING) return;
    if (this.#generation[slot]! * SLOTS + slot !== handle) return;
    this.#closeHole();
    const at = this.#position[slot]!;
    this.#giveBack(slot);
    this.#close(at);
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
      while (this.#size > 0) {
        const timeUs = this.#timeUs[0]!;
        if (timeUs > untilUs) break;
        const kind = Math.floor(this.#order[0]! * (1 / SEQUENCES));
        const slot = this.#slot[0]!;
        this.#giveBack(slot);
        this.#hole = 1;
        this.clock[0] = timeUs;
        handler(kind, this.#subject[slot]!);
        this.#closeHole();
      }
      if (untilUs > this.clock[0]! && untilUs !== Number.POSITIVE_INFINITY) this.clock[0] = untilUs;
    } finally {
      this.#closeHole();
      this.#running = false;
    }
  }

  #takeSlot(): number {
    if (this.#freed > 0) return this.#free[--this.#freed]!;
    if (this.#slots === SLOTS) throw new RangeError(`more than ${SLOTS} events are pending`);
    if (this.#slots === this.#timeUs.length) this.#allot(this.#slots * 2);
    return this.#slots++;
  }

  #giveBack(slot: number): void {
    this.#position[slot] = NOT_PENDING;
    this.#generation[slot] = (this.#generation[slot]! + 1) & 0x7fffffff;
    this.#free[this.#freed++] = slot;
  }

  #closeHole(): void {
    if (this.#hole === 0) return;
    this.#hole = 0;
    this.#close(0);
  }

  /** Closes a free place of the heap with the last event. */
  #close(hole: number): void {
    const last = --this.#size;
    if (hole === last) return;
    const time = this.#timeUs[last]!;
    const order = this.#order[last]!;
    const slot = this.#slot[last]!;
    const above = (hole - 1) >> 1;
    // What came from the end may belong above the hole, if the hole was not the top.
    if (
      hole > 0 &&
      (time < this.#timeUs[above]! ||
        (time === this.#timeUs[above]! && order < this.#order[above]!))
    )
      this.#siftUp(hole, time, order, slot);
    else this.#siftDown(hole, time, order, slot);
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

  /** Moves earlier events up from below a free place until (time, order) may stand in it. */
  #siftDown(from: number, time: number, order: number, slot: number): void {
    const times = this.#timeUs;
    const orders = this.#order;
    const slots = this.#slot;
    const positions = this.#position;
    const end = this.#size;
    let at = from;
    for (let child = 2 * at + 1; child < end; child = 2 * at + 1) {
      let below = times[child]!;
      if (child + 1 < end) {
        const other = times[child + 1]!;
        if (other < below || (other === below && orders[child + 1]! < orders[child]!)) {
          child++;
          below = other;
        }
      }
      if (time < below || (time === below && order < orders[child]!)) break;
      times[at] = below;
      orders[at] = orders[child]!;
      const moved = slots[child]!;
      slots[at] = moved;
      positions[moved] = at;
      at = child;
    }
    times[at] = time;
    orders[at] = order;
    slots[at] = slot;
    positions[slot] = at;
  }

  #allot(capacity: number): void {
    const columns = new Columns(capacity, ROW_BYTES);
    this.#timeUs = columns.floats(this.#timeUs);
    this.#order = columns.floats(this.#order);
    this.#subject = columns.floats(this.#subject);
    this.#slot = columns.ints(this.#slot);
    this.#generation = columns.ints(this.#generation);
    this.#position = columns.ints(this.#position);
    this.#free = columns.ints(this.#free);
  }
}
