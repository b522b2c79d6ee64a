import { type Crowd, createTimeline, Pose, type Timeline } from '../sim/hall/timeline';
import type { MirroredRecord } from './record';

/** Room for people that a drawing is given before it has to be made anew. */
const ROOM = 250;

/**
 * A timeline whose record grows: the drawing holds on to it, and what it is asked it answers from
 * the newest record. Numbers of tickets are those that the hall has printed.
 */
export class GrowingTimeline implements Timeline {
  #inner: Timeline;
  #tickets: readonly string[];
  readonly #room: number;

  constructor({ record, tickets }: MirroredRecord, room = ROOM) {
    this.#inner = createTimeline(record);
    this.#tickets = tickets;
    this.#room = Math.max(room, 2 * this.#inner.mostPeople);
  }

  /** Takes the place of what was known; a new timeline if there are more people than there is room. */
  grown(mirrored: MirroredRecord): GrowingTimeline {
    const inner = createTimeline(mirrored.record);
    if (inner.mostPeople > this.#room) return new GrowingTimeline(mirrored, this.#room);
    this.#inner = inner;
    this.#tickets = mirrored.tickets;
    return this;
  }

  get record() {
    return this.#inner.record;
  }
  get startUs() {
    return this.#inner.startUs;
  }
  get endUs() {
    return this.#inner.endUs;
  }
  get visitors() {
    return this.#inner.visitors;
  }
  get mostPeople() {
    return this.#room;
  }

  createCrowd(): Crowd {
    return {
      count: 0,
      visitor: new Int32Array(this.#room),
      x: new Float64Array(this.#room),
      y: new Float64Array(this.#room),
      headingRad: new Float64Array(this.#room),
      pose: new Uint8Array(this.#room).fill(Pose.Standing),
      activity: new Uint8Array(this.#room),
      classIndex: new Int16Array(this.#room),
      mobility: new Int8Array(this.#room),
      walkedM: new Float64Array(this.#room),
    };
  }

  crowdAt(timeUs: number, crowd: Crowd): void {
    this.#inner.crowdAt(timeUs, crowd);
  }
  windowState(window: number, timeUs: number) {
    return this.#inner.windowState(window, timeUs);
  }
  windowVisitor(window: number, timeUs: number) {
    return this.#inner.windowVisitor(window, timeUs);
  }
  approversBusy(backOffice: number, timeUs: number) {
    return this.#inner.approversBusy(backOffice, timeUs);
  }
  waiting(timeUs: number) {
    return this.#inner.waiting(timeUs);
  }
  inside(timeUs: number) {
    return this.#inner.inside(timeUs);
  }
  ticket(visitor: number) {
    return this.#tickets[visitor] ?? '';
  }
  classIndex(visitor: number) {
    return this.#inner.classIndex(visitor);
  }
  mobility(visitor: number) {
    return this.#inner.mobility(visitor);
  }
  origin(visitor: number) {
    return this.#inner.origin(visitor);
  }
  leaveReason(visitor: number) {
    return this.#inner.leaveReason(visitor);
  }
  companionOf(visitor: number) {
    return this.#inner.companionOf(visitor);
  }
  isGreen(visitor: number) {
    return this.#inner.isGreen(visitor);
  }
  story(visitor: number) {
    return this.#inner.story(visitor);
  }
}
