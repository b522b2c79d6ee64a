import type { DayRecord } from '../../sim/hall/record';
import { Pose, type Timeline } from '../../sim/hall/timeline';
import type { Body } from './bodies';

/** Sitting down and standing up take so long, and turning to where one is about to go, µs. */
export const SETTLING_US = 0.7e6;

/**
 * How people come to rest and start again, from the recorded walks: they sink onto the seat when
 * they have reached it, and before they leave a place they rise and turn to where they will go. It
 * follows from record and time alone, so scrubbing back shows the same.
 */
export class Settling {
  readonly #timeline: Timeline;
  /** The record that was indexed: that of a hall that is mirrored grows. */
  #record: DayRecord | null = null;
  /** First walk of each visitor in `#order`; walks by visitor, then by start. */
  #first = new Int32Array(1);
  #order = new Int32Array(0);
  #timeUs = 0;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** Sets the instant; indexes a record that is new. */
  at(timeUs: number): void {
    this.#timeUs = timeUs;
    if (this.#timeline.record !== this.#record) this.#read(this.#timeline.record);
  }

  /** Sets how far a visitor at rest is down on the seat, and turns who is about to go. */
  settle(visitor: number, body: Body): void {
    body.seated = 1;
    if (body.pose === Pose.Walking || this.#record === null) return;
    const { walks } = this.#record;
    const timeUs = this.#timeUs;
    const end = this.#first[visitor + 1] ?? 0;
    let next = this.#first[visitor] ?? 0;
    while (next < end && walks.startUs[this.#order[next]!]! <= timeUs) next++;
    if (body.pose === Pose.Sitting && next > this.#first[visitor]!) {
      const since = (timeUs - walks.endUs[this.#order[next - 1]!]!) / SETTLING_US;
      if (since < 1) body.seated = since * since * (3 - 2 * since);
    }
    if (next >= end) return;
    const until = (walks.startUs[this.#order[next]!]! - timeUs) / SETTLING_US;
    if (until < 1) this.#leave(this.#order[next]!, until * until * (3 - 2 * until), body);
  }

  /** Of the stay a share is left, eased: somebody rises and turns to the way ahead. */
  #leave(walk: number, rest: number, body: Body): void {
    const { walks } = this.#record!;
    if (rest < body.seated) body.seated = rest;
    const p = 2 * walks.firstPoint[walk]!;
    if (p + 3 >= 2 * walks.firstPoint[walk + 1]!) return;
    const dx = walks.points[p + 2]! - walks.points[p]!;
    const dy = walks.points[p + 3]! - walks.points[p + 1]!;
    if (dx === 0 && dy === 0) return;
    const turn = Math.atan2(dy, dx) - body.headingRad;
    const short = turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
    body.headingRad += short * (1 - rest);
  }

  #read(record: DayRecord): void {
    const { walks } = record;
    const visitors = this.#timeline.visitors;
    const first = new Int32Array(visitors + 1);
    for (let i = 0; i < walks.length; i++) first[walks.visitor[i]! + 1]!++;
    for (let v = 0; v < visitors; v++) first[v + 1]! += first[v]!;
    const used = first.slice();
    const order = new Int32Array(walks.length);
    // The record has walks in the order of their start.
    for (let i = 0; i < walks.length; i++) order[used[walks.visitor[i]!]!++] = i;
    this.#first = first;
    this.#order = order;
    this.#record = record;
  }
}
