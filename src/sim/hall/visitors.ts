import type { Route } from '../../geometry/navigator';

/** Where a visitor stands in the process. */
export enum State {
  InLine = 0,
  Waiting = 1,
  ToWindow = 2,
  InService = 3,
  AwaitingApproval = 4,
  AwaitingIssue = 5,
  Rating = 6,
  Leaving = 7,
}

const START = 64;

/**
 * Everybody inside, as columns: a visitor is a slot, and slots are used again, so memory follows
 * the number inside and not the number who came.
 */
export class Visitors {
  /** Number in order of arrival, over the whole run. */
  number = new Int32Array(START);
  /** Number in order of arrival within the class: the key of the visitor's own random numbers. */
  ordinal = new Int32Array(START);
  classIndex = new Int32Array(START);
  state = new Uint8Array(START);
  /** Stations still to visit, and whether the visit ends at a kiosk. */
  toGuide = new Uint8Array(START);
  toKiosk = new Uint8Array(START);
  toMachine = new Uint8Array(START);
  /** Station, window or back office the visitor is bound to, by state. */
  at = new Int32Array(START);
  reason = new Uint8Array(START);
  patience = new Float64Array(START);
  walkEvent = new Float64Array(START);
  walkStartUs = new Float64Array(START);
  walkEndUs = new Float64Array(START);
  speedMps = new Float64Array(START);
  place = new Int32Array(START);
  /** Seat or standing spot taken, −1 for none. */
  seat = new Int32Array(START);
  next = new Int32Array(START);
  previous = new Int32Array(START);
  sequence = new Float64Array(START);
  readonly route: (Route | null)[] = [];

  private readonly free: number[] = [];
  private used = 0;
  private came = 0;

  /** Takes a slot for a newcomer. */
  add(classIndex: number, ordinal: number): number {
    const slot = this.free.pop() ?? this.used++;
    if (slot >= this.number.length) this.grow();
    this.number[slot] = this.came++;
    this.ordinal[slot] = ordinal;
    this.classIndex[slot] = classIndex;
    this.toGuide[slot] = 0;
    this.toKiosk[slot] = 0;
    this.toMachine[slot] = 0;
    this.at[slot] = -1;
    this.patience[slot] = -1;
    this.walkEvent[slot] = -1;
    this.walkStartUs[slot] = 0;
    this.walkEndUs[slot] = 0;
    this.speedMps[slot] = 1;
    this.place[slot] = -1;
    this.seat[slot] = -1;
    this.route[slot] = null;
    return slot;
  }

  /** Gives the slot of somebody who has left back. */
  remove(slot: number): void {
    this.free.push(slot);
  }

  private grow(): void {
    const size = this.number.length * 2;
    const ints = (old: Int32Array) => copied(new Int32Array(size), old);
    const bytes = (old: Uint8Array) => copied(new Uint8Array(size), old);
    const doubles = (old: Float64Array) => copied(new Float64Array(size), old);
    this.number = ints(this.number);
    this.ordinal = ints(this.ordinal);
    this.classIndex = ints(this.classIndex);
    this.state = bytes(this.state);
    this.toGuide = bytes(this.toGuide);
    this.toKiosk = bytes(this.toKiosk);
    this.toMachine = bytes(this.toMachine);
    this.at = ints(this.at);
    this.reason = bytes(this.reason);
    this.patience = doubles(this.patience);
    this.walkEvent = doubles(this.walkEvent);
    this.walkStartUs = doubles(this.walkStartUs);
    this.walkEndUs = doubles(this.walkEndUs);
    this.speedMps = doubles(this.speedMps);
    this.place = ints(this.place);
    this.seat = ints(this.seat);
    this.next = ints(this.next);
    this.previous = ints(this.previous);
    this.sequence = doubles(this.sequence);
  }
}

function copied<T extends { set(values: ArrayLike<number>): void }>(
  fresh: T,
  old: ArrayLike<number>,
): T {
  fresh.set(old);
  return fresh;
}
