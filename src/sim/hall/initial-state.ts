import type { Residual } from '../kernel/residual';
import type { Stream, Streams } from '../kernel/streams';
import type { Counters } from './counters';
import { Due } from './due';
import type { HallFloor } from './floor';
import type { PresentHall, PresentPerson, WindowsVisitor } from './present-hall';
import type { Reception } from './reception';
import { EventKind, LeaveReason, Origin, Outcome } from './record';
import { State } from './visitors';

/** The parts of the process that somebody who is there already has a place in. */
interface Parts {
  readonly floor: HallFloor;
  readonly counters: Counters;
  readonly backOffice: { submitOf(slot: number, secondsOf: (part: number) => number): void };
  readonly reception: Reception;
}

/** Hears since when somebody waits who was there already; null: their wait is over, and not known. */
export type Resumed = (visitor: number, sinceUs: number | null) => void;

/**
 * Fills a hall with those who are there: each where they wait or are served, with what is left of
 * their service, their patience and their approval drawn given how long it has lasted. What is not
 * known of them (the class, the mobility) is drawn like everything else.
 *
 * Windows that are open have been opened before by the duties of the day, which the present
 * changes (`present-hall.ts`); so nothing in the process knows that it began in the middle.
 */
export class InitialState {
  private readonly classes: Stream;
  private readonly residuals: Stream;
  private readonly patience: Stream;
  private readonly approvals: Stream;

  constructor(
    private readonly present: PresentHall,
    streams: Streams,
    private readonly resumed: Resumed = () => {},
  ) {
    this.classes = streams.stream('present', 'class');
    this.residuals = streams.stream('present', 'service');
    this.patience = streams.stream('present', 'patience');
    this.approvals = streams.stream('present', 'approval');
  }

  /** Puts everybody in place, at the present of the calendar. */
  load(parts: Parts): void {
    const { windows, waiting, approvals, issue } = this.present;
    for (const window of windows) this.open(parts, window);
    for (const { index, visitor } of windows) if (visitor) this.serve(parts, index, visitor);
    for (const person of waiting) this.wait(parts, person);
    for (const person of approvals) this.awaitApproval(parts, person);
    for (const person of issue) this.awaitIssue(parts, person);
    // After the hours, windows stay for those inside and no longer.
    for (const { index, overtime } of windows)
      if (overtime) parts.counters.manning.end(index, true);
    parts.counters.goOn();
  }

  /** What the duties of the day have not opened: on demand, or after the hours. */
  private open({ counters, floor }: Parts, window: PresentHall['windows'][number]): void {
    if (!window.opens) return;
    counters.duties.open(window.index);
    floor.tell(EventKind.WindowOpen, -1, window.index, 0);
  }

  /** Somebody of the class that is drawn for them, with a ticket. */
  private enter({ floor, reception, counters }: Parts, person: PresentPerson): number {
    const u = this.classes.at(person.row).uniform();
    const choice = person.choices.find(({ upTo }) => u < upTo) ?? person.choices.at(-1)!;
    const c = choice.classIndex;
    const slot = floor.enter(c, reception.ordinalOf(c), Origin.WalkIn, -1);
    const { visitors: v } = floor;
    v.ticketClass[slot] = c;
    v.ticketed[slot] = 1;
    counters.issueTicket(slot, counters.choices.rank(slot));
    v.orderUs[slot] = v.orderUs[slot]! - (floor.calendar.nowUs - person.sinceUs);
    v.ticketUs[slot] = person.sinceUs;
    return slot;
  }

  private sit({ floor }: Parts, slot: number): void {
    const { visitors: v, seating } = floor;
    if (!seating) return;
    const u = floor.draws[v.classIndex[slot]!]!.seat.at(v.key[slot]!);
    const seat = seating.take(v.place[slot]!, u);
    v.seat[slot] = seat;
    floor.movement.put(slot, seat);
  }

  private serve(parts: Parts, window: number, visitor: WindowsVisitor): void {
    const { floor, counters } = parts;
    const { visitors: v, model } = floor;
    const slot = this.enter(parts, visitor);
    const c = v.classIndex[slot]!;
    const { issuing, place } = model.windows[window]!;
    if (visitor.phase === 'called') this.sit(parts, slot);
    else floor.movement.put(slot, place);
    floor.tell(EventKind.Call, slot, window, 0);
    counters.duties.take(window, slot);
    v.at[slot] = window;
    v.reason[slot] = issuing ? LeaveReason.Issued : LeaveReason.Done;
    if (issuing) counters.issuing.expect();
    else floor.pending[c]!++;
    this.resumed(v.number[slot]!, null);
    if (visitor.phase === 'called') {
      floor.standUp(slot);
      v.state[slot] = State.ToWindow;
      if (floor.movement.send(slot, place, true)) counters.startService(window);
      return;
    }
    floor.tell(EventKind.ServiceStart, slot, window, 0);
    const left = visitor.left(c).sample(this.residuals.at(visitor.row));
    if (visitor.phase === 'serving') {
      v.state[slot] = State.InService;
      floor.scheduleIn(left / counters.duties.efficiency[window]!, Due.ServiceEnd, window);
      return;
    }
    // Served, and rates.
    floor.tell(EventKind.ServiceEnd, slot, window, issuing ? Outcome.Issued : Outcome.Done);
    if (issuing) counters.issuing.done();
    else floor.pending[c]!--;
    v.state[slot] = State.Rating;
    floor.scheduleIn(left, Due.RatingEnd, window);
  }

  private wait(parts: Parts, person: PresentPerson & { left(c: number): Residual | null }): void {
    const { floor, counters } = parts;
    const { visitors: v } = floor;
    const slot = this.enter(parts, person);
    const c = v.classIndex[slot]!;
    floor.pending[c]!++;
    this.resumed(v.number[slot]!, person.sinceUs);
    counters.keepWaiting(slot);
    this.sit(parts, slot);
    const patience = person.left(c);
    if (!patience) return;
    const left = patience.sample(this.patience.at(person.row));
    v.patience[slot] = floor.scheduleIn(left, Due.PatienceEnd, slot);
  }

  private awaitApproval(parts: Parts, person: PresentHall['approvals'][number]): void {
    const { floor, counters, backOffice } = parts;
    const { visitors: v } = floor;
    const slot = this.enter(parts, person);
    this.resumed(v.number[slot]!, null);
    counters.issuing.expect();
    v.state[slot] = State.AwaitingApproval;
    this.sit(parts, slot);
    const left = person.left(v.classIndex[slot]!);
    const stream = this.approvals.at(person.row);
    backOffice.submitOf(slot, (part) => left[part]!.sample(stream));
  }

  private awaitIssue(parts: Parts, person: PresentPerson): void {
    const { floor, counters } = parts;
    const slot = this.enter(parts, person);
    this.resumed(floor.visitors.number[slot]!, null);
    counters.issuing.expect();
    this.sit(parts, slot);
    counters.issuing.join(slot);
  }
}
