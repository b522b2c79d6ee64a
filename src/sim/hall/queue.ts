import type { Visitors } from './visitors';

/**
 * Lists of people who wait, each in the order of calls: the higher rank first, then the older
 * ticket (less its credit), then who joined first. Who joins a list nearly always belongs at its
 * end, and leaving from anywhere costs nothing.
 */
export class TicketQueue {
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly count: Int32Array;
  private joined = 0;

  constructor(
    private readonly visitors: Visitors,
    lists: number,
  ) {
    this.head = new Int32Array(lists).fill(-1);
    this.tail = new Int32Array(lists).fill(-1);
    this.count = new Int32Array(lists);
  }

  /** First of a list, −1 if it is empty. */
  first(list: number): number {
    return this.head[list]!;
  }

  last(list: number): number {
    return this.tail[list]!;
  }

  /** People in a list. */
  length(list: number): number {
    return this.count[list]!;
  }

  /** Puts a visitor into a list, where rank and ticket belong. */
  push(list: number, slot: number): void {
    const v = this.visitors;
    v.sequence[slot] = this.joined++;
    v.list[slot] = list;
    this.count[list]!++;
    let before = this.tail[list]!;
    while (before >= 0 && this.precedes(slot, before)) before = v.previous[before]!;
    const after = before < 0 ? this.head[list]! : v.next[before]!;
    v.previous[slot] = before;
    v.next[slot] = after;
    if (before < 0) this.head[list] = slot;
    else v.next[before] = slot;
    if (after < 0) this.tail[list] = slot;
    else v.previous[after] = slot;
  }

  /** Takes a visitor out from anywhere in the list. */
  remove(slot: number): void {
    const v = this.visitors;
    const list = v.list[slot]!;
    const before = v.previous[slot]!;
    const after = v.next[slot]!;
    this.count[list]!--;
    if (before < 0) this.head[list] = after;
    else v.next[before] = after;
    if (after < 0) this.tail[list] = before;
    else v.previous[after] = before;
  }

  /** Whether one is called before the other. */
  precedes(one: number, other: number): boolean {
    const v = this.visitors;
    const byRank = v.rank[other]! - v.rank[one]!;
    if (byRank !== 0) return byRank < 0;
    const byTicket = v.orderUs[one]! - v.orderUs[other]!;
    return byTicket < 0 || (byTicket === 0 && v.sequence[one]! < v.sequence[other]!);
  }
}
