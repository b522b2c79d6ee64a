import type { Calendar } from '../kernel/calendar';
import type { Streams } from '../kernel/streams';
import { DAY_US } from './arrivals';
import { BackOffice } from './back-office';
import { Cases } from './cases';
import { Counters } from './counters';
import { Due } from './due';
import { ExpectedVisits } from './expected-visits';
import { HallFloor } from './floor';
import type { InitialState } from './initial-state';
import type { HallModel } from './model';
import { Outcomes } from './outcomes';
import { Quality } from './quality';
import { Reception } from './reception';
import { EventKind, type EventSink, type WalkSink } from './record';
import { State } from './visitors';

/**
 * The hall's process: door → guide desk → ticket → wait → window → approval and issue → rating →
 * door, day after day. It knows one engine port, draws from keyed streams and tells everything to
 * its sink. This is the switchboard: what happens is in the parts.
 */
export class HallProcess {
  readonly floor: HallFloor;
  readonly reception: Reception;
  readonly counters: Counters;
  readonly backOffice: BackOffice;
  private readonly cases: Cases;
  private readonly expected: ExpectedVisits;

  constructor(
    private readonly model: HallModel,
    streams: Streams,
    private readonly calendar: Calendar,
    sink: EventSink,
    walks: WalkSink | null = null,
    private readonly initial: InitialState | null = null,
  ) {
    const floor = new HallFloor(model, streams, calendar, sink, walks);
    this.floor = floor;
    this.expected = new ExpectedVisits(floor);
    const outcomes = new Outcomes(floor, this.expected);
    const quality = new Quality(floor, () => this.backOffice);
    this.cases = new Cases(floor, this.expected, () => this.backOffice);
    this.backOffice = new BackOffice(floor, {
      onDecided: (slot) => this.counters.awaitIssue(slot),
      visitorOf: ({ kind, subject }) =>
        kind === 'followUp' ? quality.visitorOf(subject) : this.cases.visitorOf(subject),
      onReviewed: (job) => this.cases.reviewed(job),
      onFollowedUp: (job) => quality.followedUp(job),
    });
    this.counters = new Counters(floor, streams, {
      backOffice: this.backOffice,
      cases: this.cases,
      quality,
      outcomes,
      newTicket: (slot) => this.reception.newTicket(slot),
    });
    this.reception = new Reception(floor, streams, {
      onTicket: (slot) => this.counters.takeTicket(slot),
      onCollection: (slot) => this.counters.collect(slot),
      lacksPaper: (slot) => outcomes.lacksPaper(slot),
      onTurnedBack: (slot) => {
        outcomes.sentBack(slot);
        this.counters.manning.closeUnneeded();
      },
    });
  }

  /**
   * Runs the days (or the continuous stretch) to the end.
   *
   * @throws RunStopped when the hall fills without end
   */
  run(): void {
    const { model, calendar } = this;
    if (model.days === 0) this.startContinuous();
    else calendar.schedule(0, Due.DayStart, 0);
    for (let c = 0; c < model.classes.length; c++) this.reception.expect(c);
    if (this.initial) {
      // The day's own hours up to now, in which nobody comes; then everybody is there at once.
      calendar.run((kind, subject) => this.handle(kind, subject), model.fromUs);
      this.initial.load(this);
    }
    calendar.run((kind, subject) => this.handle(kind, subject), model.stopUs);
  }

  /** What the floor has to say of the run. */
  floorFigures(): { readonly walkMeanM: number | null; readonly standingMax: number } {
    const { movement, seating } = this.floor;
    return { walkMeanM: movement.walkMeanM, standingMax: seating?.mostStanding ?? 0 };
  }

  private startContinuous(): void {
    this.calendar.schedule(0, Due.SessionStart, 0);
    this.counters.manning.startDay(0);
    this.reception.openOn(0);
  }

  private handle(kind: number, subject: number): void {
    switch (kind) {
      case Due.Arrival:
        this.reception.arrive(subject);
        break;
      case Due.ServiceEnd:
        this.counters.endService(subject);
        break;
      case Due.PatienceEnd:
        this.counters.giveUp(subject, 0);
        break;
      case Due.WalkEnd:
        this.floor.movement.arrived(subject);
        this.reached(subject);
        break;
      case Due.StationEnd:
        this.reception.end(subject);
        break;
      case Due.ApprovalEnd:
        this.backOffice.end(subject);
        break;
      case Due.RatingEnd:
        this.counters.endRating(subject);
        break;
      case Due.Recall:
        this.counters.recall(subject);
        break;
      case Due.Visit:
        this.reception.arriveExpected(this.expected.take(subject));
        break;
      case Due.CaseStep:
        this.cases.review(subject);
        break;
      case Due.DutyStart:
        this.counters.manning.start(subject);
        break;
      case Due.DutyEnd:
        this.counters.manning.end(subject >> 1, (subject & 1) === 1);
        break;
      case Due.OnDemandStart:
        this.counters.manning.calledIn(subject);
        break;
      case Due.Manned:
        this.counters.startServing();
        break;
      case Due.StationStart:
        this.reception.open(subject);
        break;
      case Due.StationStop:
        this.reception.close(subject);
        break;
      case Due.OfficeStart:
        this.backOffice.open(subject);
        break;
      case Due.OfficeStop:
        this.floor.tell(EventKind.OfficeClose, -1, subject, 0);
        break;
      case Due.SessionStart:
        this.counters.openDoors(subject === 0);
        this.floor.tell(EventKind.SessionStart, -1, subject, 0);
        break;
      case Due.SessionEnd:
        this.floor.tell(EventKind.SessionEnd, -1, subject, 0);
        this.closeDoors(subject);
        break;
      case Due.DayStart:
        this.startDay(subject);
        break;
    }
  }

  /** Each day schedules its own hours, so that memory does not grow with the days. */
  private startDay(day: number): void {
    const { model, calendar } = this;
    const base = day * DAY_US;
    this.floor.tell(EventKind.DayStart, -1, day, 0);
    this.counters.startDay(day);
    this.reception.openOn(day);
    this.backOffice.openOn(day);
    this.expected.expectBooked(day);
    for (let i = 0; i < model.sessions.length; i++) {
      calendar.schedule(base + model.sessions[i]!.doorsUs, Due.SessionStart, i);
      calendar.schedule(base + model.sessions[i]!.toUs, Due.SessionEnd, i);
    }
    if (day + 1 < model.days) calendar.schedule(base + DAY_US, Due.DayStart, day + 1);
  }

  private closeDoors(session: number): void {
    const { sessions } = this.model;
    const next = sessions[session + 1];
    this.counters.closeDoors(!next, next?.doorsUs === sessions[session]!.toUs);
  }

  /** Somebody has got to where the last walk led. */
  private reached(slot: number): void {
    const { visitors: v } = this.floor;
    switch (v.state[slot]) {
      case State.InLine:
        this.reception.reached(slot);
        break;
      case State.ToWindow:
        this.counters.startService(v.at[slot]!);
        break;
      case State.Leaving:
      case State.Companion:
        this.floor.gone(slot);
        break;
    }
  }
}
