/**
 * The reference engine: simjs 2.0.3 as calendar and clock.
 *
 * simjs delivers timers in order of time, ties first in, first out. The port orders ties by kind
 * as well, so each distinct time has one timer here and a bucket of its own, sorted by kind and
 * then by order of scheduling. simjs keeps the times in order, this file the ties.
 */
import type { Calendar, EventHandle, EventHandler } from './calendar';
import { checkSchedulable, checkUntil } from './checks';
import { Entity, Sim } from './simjs-classes';

interface Entry {
  readonly handle: EventHandle;
  readonly kind: number;
  readonly subject: number;
  cancelled: boolean;
}

/** The events of one instant; those before `next` are delivered. */
interface Bucket {
  readonly timeUs: number;
  readonly entries: Entry[];
  next: number;
}

class Clock extends Entity {
  start(): void {}
}

export class SimjsCalendar implements Calendar {
  readonly clock = new Float64Array(1);
  #running = false;
  #scheduled = 0;
  #handler: EventHandler | null = null;
  readonly #sim = new Sim();
  readonly #clock = this.#sim.addEntity(Clock);
  readonly #buckets = new Map<number, Bucket>();
  readonly #entries = new Map<EventHandle, Entry>();
  readonly #deliver = (bucket: Bucket): void => this.#drain(bucket);

  get nowUs(): number {
    return this.clock[0]!;
  }

  schedule(atUs: number, kind: number, subject: number): EventHandle {
    checkSchedulable(atUs, kind, this.clock[0]!);
    const entry = { handle: this.#scheduled++, kind, subject, cancelled: false };
    this.#entries.set(entry.handle, entry);
    let bucket = this.#buckets.get(atUs);
    if (!bucket) {
      bucket = { timeUs: atUs, entries: [], next: 0 };
      this.#buckets.set(atUs, bucket);
      this.#arm(bucket);
    }
    bucket.entries.splice(placeOf(kind, bucket), 0, entry);
    return entry.handle;
  }

  /** Marks the event; it leaves memory when its time has come. */
  cancel(handle: EventHandle): void {
    const entry = this.#entries.get(handle);
    if (!entry) return;
    entry.cancelled = true;
    this.#entries.delete(handle);
  }

  /** As the default engine: see `HeapCalendar.run`. */
  run(handler: EventHandler, untilUs: number = Number.POSITIVE_INFINITY): void {
    checkUntil(untilUs);
    if (this.#running) throw new Error('the calendar is running already');
    if (untilUs < this.clock[0]!) return;
    this.#running = true;
    this.#handler = handler;
    try {
      if (untilUs === Number.POSITIVE_INFINITY) while (this.#sim.step());
      else this.#runUntil(untilUs);
    } finally {
      this.#running = false;
      this.#handler = null;
    }
  }

  /**
   * simjs's own `simulate(end)` removes and loses the first event past the end. So a timer of
   * ours stands at the end; what was first scheduled for that instant after it is drained by it.
   */
  #runUntil(untilUs: number): void {
    const end = { timeUs: untilUs, reached: false };
    this.#clock.setTimer(untilUs - this.#sim.time()).done(
      (stop) => {
        stop.reached = true;
        const last = this.#buckets.get(stop.timeUs);
        if (last && this.#handler) this.#drain(last);
      },
      null,
      end,
    );
    while (!end.reached) this.#sim.step();
    this.clock[0] = untilUs;
  }

  /**
   * simjs's clock may be ahead of the present after the last events of a run were cancelled
   * ones, which it walks through all the same. Its calendar is empty then, and the negative
   * delay turns its clock back.
   */
  #arm(bucket: Bucket): void {
    this.#clock.setTimer(bucket.timeUs - this.#sim.time()).done(this.#deliver, null, bucket);
  }

  #drain(bucket: Bucket): void {
    const { entries } = bucket;
    try {
      while (bucket.next < entries.length) {
        const entry = entries[bucket.next++]!;
        if (entry.cancelled) continue;
        this.#entries.delete(entry.handle);
        this.clock[0] = bucket.timeUs;
        this.#handler?.(entry.kind, entry.subject);
      }
    } finally {
      // After an error of the handler the rest still waits for its turn. A bucket that the end of
      // a run drained comes here once more when its own timer rings: it has a successor then.
      if (bucket.next < entries.length) this.#arm(bucket);
      else if (this.#buckets.get(bucket.timeUs) === bucket) this.#buckets.delete(bucket.timeUs);
    }
  }
}

/** Where an event of the kind belongs: after all those waiting of its kind and of lower ones. */
function placeOf(kind: number, bucket: Bucket): number {
  let low = bucket.next;
  let high = bucket.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bucket.entries[middle]!.kind <= kind) low = middle + 1;
    else high = middle;
  }
  return low;
}
