import type { Calendar } from '../kernel/calendar';
import type { Streams } from '../kernel/streams';
import { ClassDraws } from './draws';
import type { HallModel } from './model';
import { Movement } from './movement';
import { EventKind, type EventSink, type LeaveReason, type WalkSink } from './record';
import { Seating } from './seating';
import { State, Visitors } from './visitors';

/** Nothing happens later: some 285 years, past any horizon and still exact in µs. */
const END_OF_TIME_US = 9e15;

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
    this.draws = classes.map((c) => new ClassDraws(streams, c.id));
    this.pending = new Int32Array(classes.length);
  }

  /** Records an event of a visitor; slot −1 for none. */
  tell(kind: EventKind, slot: number, place: number, value: number): void {
    const visitor = slot < 0 ? -1 : this.visitors.number[slot]!;
    this.sink.event(this.calendar.nowUs, kind, visitor, place, value);
  }

  /** Schedules an event after a drawn duration, and returns its handle. */
  scheduleIn(seconds: number, kind: number, subject: number): number {
    const { nowUs } = this.calendar;
    const at = Math.min(nowUs + Math.round(seconds * 1e6), Math.max(nowUs, END_OF_TIME_US));
    return this.calendar.schedule(at, kind, subject);
  }

  /** Sends a visitor to a seat, standing room or the forecourt to wait. */
  sitDown(slot: number): void {
    if (!this.seating) return;
    const { visitors: v } = this;
    const u = this.draws[v.classIndex[slot]!]!.seat.at(v.ordinal[slot]!).uniform();
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

  /** Sends a visitor home. */
  leave(slot: number, reason: LeaveReason): void {
    const { visitors: v, model } = this;
    v.state[slot] = State.Leaving;
    v.reason[slot] = reason;
    if (this.movement.send(slot, model.navigator?.exit ?? -1, true)) this.gone(slot);
  }

  /** A visitor is out of the door. */
  gone(slot: number): void {
    this.tell(EventKind.Leave, slot, -1, this.visitors.reason[slot]!);
    this.visitors.remove(slot);
  }
}
