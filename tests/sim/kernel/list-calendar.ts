import type { Calendar, EventHandle, EventHandler } from '../../../src/sim/kernel/calendar';

interface Entry {
  atUs: number;
  kind: number;
  subject: number;
  handle: number;
}

/** The port as naively as it can be written: a list that is sorted before every delivery. */
export class ListCalendar implements Calendar {
  readonly clock = new Float64Array(1);
  #entries: Entry[] = [];
  #scheduled = 0;
  #running = false;

  get nowUs(): number {
    return this.clock[0]!;
  }

  schedule(atUs: number, kind: number, subject: number): EventHandle {
    if (!Number.isSafeInteger(atUs) || atUs < this.nowUs || !Number.isInteger(kind))
      throw new RangeError('no such time or kind');
    this.#entries.push({ atUs, kind, subject, handle: this.#scheduled++ });
    return this.#scheduled - 1;
  }

  cancel(handle: EventHandle): void {
    this.#entries = this.#entries.filter((entry) => entry.handle !== handle);
  }

  run(handler: EventHandler, untilUs = Number.POSITIVE_INFINITY): void {
    if (untilUs !== Number.POSITIVE_INFINITY && !Number.isInteger(untilUs))
      throw new RangeError('no such time');
    if (this.#running) throw new Error('running');
    this.#running = true;
    try {
      for (;;) {
        this.#entries.sort((a, b) => a.atUs - b.atUs || a.kind - b.kind || a.handle - b.handle);
        const next = this.#entries[0];
        if (!next || next.atUs > untilUs) break;
        this.#entries.shift();
        this.clock[0] = next.atUs;
        handler(next.kind, next.subject);
      }
      if (untilUs !== Number.POSITIVE_INFINITY) this.clock[0] = Math.max(this.nowUs, untilUs);
    } finally {
      this.#running = false;
    }
  }
}
