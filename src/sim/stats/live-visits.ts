import { Columns } from '../kernel/columns';

/** A power of two. */
const START = 64;
/** Bytes of one visitor over all columns. */
const ROW_BYTES = 38;

/**
 * What is remembered of everybody inside, by visitor number: columns used round and round, as
 * wide as the span of numbers that are inside together, so memory does not grow with the run.
 */
export class LiveVisits {
  private mask = 0;
  private number!: Int32Array;
  classIndex!: Int32Array;
  origin!: Uint8Array;
  arriveUs!: Float64Array;
  /** 1: waits for a call. */
  waits!: Uint8Array;
  /** When the present wait began, or the last. */
  ticketUs!: Float64Array;
  /** The interval in which it began; −1 before the first. */
  ticketInterval!: Int32Array;
  /** Waited before, with a ticket for other windows; −1: the wait that counts is over. */
  waitedUs!: Float64Array;

  /** @param clock the calendar's */
  constructor(private readonly clock: Float64Array) {
    this.allot(START);
  }

  /** Somebody comes in. */
  add(visitor: number, classIndex: number): void {
    while (this.number[visitor & this.mask] !== -1) this.widen();
    const at = visitor & this.mask;
    this.number[at] = visitor;
    this.classIndex[at] = classIndex;
    this.origin[at] = 0;
    this.arriveUs[at] = this.clock[0]!;
    this.waits[at] = 0;
    this.ticketInterval[at] = -1;
    this.waitedUs[at] = 0;
  }

  /** Row of somebody inside. */
  row(visitor: number): number {
    return visitor & this.mask;
  }

  /** Somebody is out. */
  remove(visitor: number): void {
    this.number[visitor & this.mask] = -1;
  }

  /** Rows of those who wait. */
  *waiting(): Generator<number> {
    for (let row = 0; row <= this.mask; row++)
      if (this.number[row] !== -1 && this.waits[row] === 1) yield row;
  }

  private widen(): void {
    const { number, classIndex, origin, waits, arriveUs, ticketUs, ticketInterval, waitedUs } =
      this;
    this.allot(number.length * 2);
    for (let i = 0; i < number.length; i++) {
      if (number[i] === -1) continue;
      const at = number[i]! & this.mask;
      this.number[at] = number[i]!;
      this.classIndex[at] = classIndex[i]!;
      this.origin[at] = origin[i]!;
      this.waits[at] = waits[i]!;
      this.arriveUs[at] = arriveUs[i]!;
      this.ticketUs[at] = ticketUs[i]!;
      this.ticketInterval[at] = ticketInterval[i]!;
      this.waitedUs[at] = waitedUs[i]!;
    }
  }

  private allot(rows: number): void {
    const columns = new Columns(rows, ROW_BYTES);
    this.mask = rows - 1;
    this.arriveUs = columns.floats();
    this.ticketUs = columns.floats();
    this.waitedUs = columns.floats();
    this.number = columns.ints().fill(-1);
    this.classIndex = columns.ints();
    this.ticketInterval = columns.ints();
    this.origin = columns.bytes();
    this.waits = columns.bytes();
  }
}
