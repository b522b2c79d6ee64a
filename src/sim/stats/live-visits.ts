/**
 * What is remembered of everybody inside, by visitor number: columns used round and round, as
 * wide as the span of numbers that are inside together, so memory does not grow with the run.
 */
export class LiveVisits {
  private mask = 255;
  private number = new Int32Array(256).fill(-1);
  classIndex = new Int32Array(256);
  origin = new Uint8Array(256);
  arriveUs = new Float64Array(256);
  /** When the present wait began; −1 for somebody who does not wait. */
  ticketUs = new Float64Array(256);
  /** Waited before, with a ticket for other windows; −1: the wait that counts is over. */
  waitedUs = new Float64Array(256);

  /** Somebody comes in. */
  add(visitor: number, classIndex: number, arriveUs: number): void {
    while (this.number[visitor & this.mask] !== -1) this.widen();
    const at = visitor & this.mask;
    this.number[at] = visitor;
    this.classIndex[at] = classIndex;
    this.origin[at] = 0;
    this.arriveUs[at] = arriveUs;
    this.ticketUs[at] = -1;
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

  /** Rows of everybody inside. */
  *rows(): Generator<number> {
    for (let at = 0; at < this.number.length; at++) if (this.number[at] !== -1) yield at;
  }

  private widen(): void {
    const { number, classIndex, origin, arriveUs, ticketUs, waitedUs } = this;
    const size = number.length * 2;
    this.mask = size - 1;
    this.number = new Int32Array(size).fill(-1);
    this.classIndex = new Int32Array(size);
    this.origin = new Uint8Array(size);
    this.arriveUs = new Float64Array(size);
    this.ticketUs = new Float64Array(size);
    this.waitedUs = new Float64Array(size);
    for (let i = 0; i < number.length; i++) {
      if (number[i] === -1) continue;
      const at = number[i]! & this.mask;
      this.number[at] = number[i]!;
      this.classIndex[at] = classIndex[i]!;
      this.origin[at] = origin[i]!;
      this.arriveUs[at] = arriveUs[i]!;
      this.ticketUs[at] = ticketUs[i]!;
      this.waitedUs[at] = waitedUs[i]!;
    }
  }
}
