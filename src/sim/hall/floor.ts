import type { Calendar } from '../kernel/calendar';
import type { Streams } from '../kernel/streams';
import { ClassDraws } from './draws';
import type { HallModel } from './model';
import { Movement } from './movement';
import { EventKind, type EventSink, type LeaveReason, Origin, type WalkSink } from './record';
import { Seating } from './seating';
import { personOf, State, Visitors } from './visitors';

/** Nothing happens later: some 285 years, past any horizon and still exact in µs. */
const END_OF_TIME_US = 9e15;

/** More people in one hall than any run needs: the queue has no end. */
const MOST_INSIDE = 500_000;

/** A run that cannot finish has been stopped; what has happened until then stands. */
export class RunStopped extends Error {
  constructor(
    readonly atUs: number,
    readonly inside: number,
  ) {
    super(`stopped with ${inside} people inside`);
  }
}

/** The floor of the hall: who is inside, where they sit, stand and walk, and who hears of it. */
export class HallFloor {
  readonly visitors = new Visitors();
  readonly movement: Movement;
  readonly seating: Seating | null;
  readonly draws: readonly ClassDraws[];
  /** Inside and still to be served at a window, by class. */
  readonly pending: Int32Array;

  constructor(
    readonly model: HallModel,
    streams: Streams,
    readonly calendar: Calendar,
    private readonly sink: EventSink,
    walks: WalkSink | null,
  ) {
    const { navigator, classes } = model;
    this.movement = new Movement(this.visitors, calendar, navigator, walks);
    this.seating = navigator ? new Seating(navigator) : null;
    this.draws = classes.map((c) => new ClassDraws(streams, model, c));
    this.pending = new Int32Array(classes.length);
  }

  /** Records an event of somebody inside; slot −1 for none. */
  tell(kind: EventKind, slot: number, place: number, value: number): void {
    const visitor = slot < 0 ? -1 : this.visitors.number[slot]!;
    this.sink.event(kind, visitor, place, value);
  }

  /** Records an event that concerns a visitor who need not be inside any more. */
  tellOf(kind: EventKind, visitor: number, place: number, value: number): void {
    this.sink.event(kind, visitor, place, value);
  }

  /** Schedules an event after a drawn duration, and returns its handle. */
  scheduleIn(seconds: number, kind: number, subject: number): number {
    const { nowUs } = this.calendar;
    const at = Math.min(nowUs + Math.round(seconds * 1e6), Math.max(nowUs, END_OF_TIME_US));
    return this.calendar.schedule(at, kind, subject);
  }

  /**
   * Somebody comes in.
   *
   * @param previous number of the visitor they were on the visit before, −1 for none
   * @throws RunStopped when the hall is full beyond all reason
   */
  enter(classIndex: number, key: number, origin: Origin, previous: number): number {
    const { visitors: v, model } = this;
    if (v.inside >= MOST_INSIDE) throw new RunStopped(this.calendar.nowUs, v.inside);
    const slot = v.add(classIndex, key, origin);
    v.ticketClass[slot] = classIndex;
    const group = model.mobility.length > 0 ? this.giveSpeed(slot) : -1;
    this.tell(EventKind.Arrive, slot, classIndex, group);
    if (origin !== Origin.WalkIn) this.tell(EventKind.Origin, slot, previous, origin);
    this.movement.enter(slot);
    if (model.companionsUpTo.length > 0) this.accompany(slot, group);
    return slot;
  }

  private giveSpeed(slot: number): number {
    const { visitors: v, model } = this;
    const draws = this.draws[v.classIndex[slot]!]!;
    const person = personOf(v.key[slot]!);
    const u = draws.mobility.at(person);
    let group = model.mobility.findIndex((m) => u < m.upTo);
    if (group < 0) group = model.mobility.length - 1;
    v.speedMps[slot] = draws.speed[group]!.at(person);
    return group;
  }

  /** Who came along goes to a seat and waits there. */
  private accompany(slot: number, group: number): void {
    const { visitors: v, model } = this;
    const c = v.classIndex[slot]!;
    const u = this.draws[c]!.companions.at(personOf(v.key[slot]!));
    const count = model.companionsUpTo.findIndex((upTo) => u < upTo);
    v.companions[slot] = Math.max(0, count);
    for (let i = 0; i < count; i++) {
      const companion = v.add(c, v.key[slot]!, Origin.WalkIn);
      v.state[companion] = State.Companion;
      v.speedMps[companion] = v.speedMps[slot]!;
      v.at[companion] = v.number[slot]!;
      v.nextCompanion[companion] = v.companion[slot]!;
      v.companion[slot] = companion;
      this.tell(EventKind.Accompany, companion, v.number[slot]!, group);
      this.movement.enter(companion);
      this.sitDown(companion);
    }
  }

  /** Sends a visitor to a seat, standing room or the forecourt to wait. */
  sitDown(slot: number): void {
    if (!this.seating) return;
    const { visitors: v } = this;
    const u = this.draws[v.classIndex[slot]!]!.seat.at(v.key[slot]!);
    const seat = this.seating.take(v.place[slot]!, u);
    v.seat[slot] = seat;
    this.movement.send(slot, seat, false);
  }

  /** Frees the seat that a visitor holds, if any. */
  standUp(slot: number): void {
    const seat = this.visitors.seat[slot]!;
    if (seat < 0) return;
    this.seating?.release(seat);
    this.visitors.seat[slot] = -1;
  }

  /** Sends a visitor home, and who came along. */
  leave(slot: number, reason: LeaveReason): void {
    const { visitors: v } = this;
    v.reason[slot] = reason;
    for (let companion = v.companion[slot]!; companion >= 0; ) {
      const next = v.nextCompanion[companion]!;
      this.standUp(companion);
      this.walkOut(companion);
      companion = next;
    }
    v.state[slot] = State.Leaving;
    this.walkOut(slot);
  }

  private walkOut(slot: number): void {
    if (this.movement.send(slot, this.model.navigator?.exit ?? -1, true)) this.gone(slot);
  }

  /** Somebody is out of the door. */
  gone(slot: number): void {
    const { visitors: v } = this;
    if (v.state[slot] === State.Companion)
      this.tell(EventKind.CompanionLeave, slot, v.at[slot]!, 0);
    else this.tell(EventKind.Leave, slot, -1, v.reason[slot]!);
    v.remove(slot);
  }
}
