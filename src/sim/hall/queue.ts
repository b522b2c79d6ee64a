import type { Visitors } from './visitors';

/**
 * Tickets waiting, one first-come-first-served list for each class. A window compares the heads
 * of the classes that it serves, so calling costs the number of classes and leaving costs nothing.
 */
export class TicketQueue {
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private tickets = 0;

  constructor(
    private readonly visitors: Visitors,
    lists: number,
  ) {
    this.head = new Int32Array(lists).fill(-1);
    this.tail = new Int32Array(lists).fill(-1);
  }

  /** First of a list, −1 if it is empty. */
  first(list: number): number {
    return this.head[list]!;
  }

  /** Puts a visitor at the end of a list. */
  push(list: number, slot: number): void {
    const v = this.visitors;
    const last = this.tail[list]!;
    v.sequence[slot] = this.tickets++;
    v.previous[slot] = last;
    v.next[slot] = -1;
    if (last < 0) this.head[list] = slot;
    else v.next[last] = slot;
    this.tail[list] = slot;
  }

  /** Takes a visitor out from anywhere in the list. */
  remove(list: number, slot: number): void {
    const v = this.visitors;
    const before = v.previous[slot]!;
    const after = v.next[slot]!;
    if (before < 0) this.head[list] = after;
    else v.next[before] = after;
    if (after < 0) this.tail[list] = before;
    else v.previous[after] = before;
  }
}

/** First in, first out, of numbers: a ring that grows. */
export class Ring {
  private items = new Int32Array(16);
  private start = 0;
  length = 0;

  /** The i-th from the front. */
  at(i: number): number {
    return this.items[(this.start + i) & (this.items.length - 1)]!;
  }

  push(item: number): void {
    if (this.length === this.items.length) {
      const wider = new Int32Array(this.items.length * 2);
      for (let i = 0; i < this.length; i++) wider[i] = this.at(i);
      this.items = wider;
      this.start = 0;
    }
    this.items[(this.start + this.length++) & (this.items.length - 1)] = item;
  }

  /** Takes the front one out; −1 when empty. */
  shift(): number {
    if (this.length === 0) return -1;
    const item = this.items[this.start]!;
    this.start = (this.start + 1) & (this.items.length - 1);
    this.length--;
    return item;
  }
}
