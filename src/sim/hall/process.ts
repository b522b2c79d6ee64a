import type { Calendar } from '../kernel/calendar';
import type { Streams } from '../kernel/streams';
import { BackOffice } from './back-office';
import type { ClassDraws } from './draws';
import { Due } from './due';
import { HallFloor } from './floor';
import type { ClassModel, HallModel } from './model';
import { TicketQueue } from './queue';
import { Reception } from './reception';
import { EventKind, type EventSink, LeaveReason, Outcome, type WalkSink } from './record';
import { State, type Visitors } from './visitors';
import { Duties, Post } from './windows';

/**
 * The hall's process: door → guide desk → ticket → wait → window → approval and issue → rating →
 * door. It knows one engine port, draws from keyed streams and tells everything to its sink.
 * The way to the ticket is the reception's; here people wait, are called and served.
 */
export class HallProcess {
  private readonly floor: HallFloor;
  private readonly reception: Reception;
  private readonly visitors: Visitors;
  private readonly draws: readonly ClassDraws[];
  private readonly queue: TicketQueue;
  /** List of the queue for the issuing window, after one for each class. */
  private readonly issueList: number;
  private readonly backOffice: BackOffice;
  private readonly duties: Duties;
  private readonly tickets: Int32Array;
  private readonly pending: Int32Array;
  /** Accepted cases that still need the issuing window. */
  private pendingIssue = 0;
  /** Sessions that have ended. */
  private closings = 0;
  private doorsOpen = false;

  constructor(
    private readonly model: HallModel,
    streams: Streams,
    private readonly calendar: Calendar,
    sink: EventSink,
    walks: WalkSink | null = null,
  ) {
    const { classes } = model;
    this.floor = new HallFloor(model, streams, calendar, sink, walks);
    this.visitors = this.floor.visitors;
    this.draws = this.floor.draws;
    this.pending = this.floor.pending;
    this.reception = new Reception(this.floor, streams, (slot) => this.takeTicket(slot));
    this.issueList = classes.length;
    this.queue = new TicketQueue(this.visitors, classes.length + 1);
    this.backOffice = new BackOffice(this.floor, (slot) => this.awaitIssue(slot));
    this.duties = new Duties(model.windows);
    this.tickets = new Int32Array(classes.length);
  }

  /** Runs the day (or the continuous stretch) to its end. */
  run(): void {
    const { model, calendar } = this;
    model.sessions.forEach((session, i) => {
      calendar.schedule(session.fromUs, Due.SessionStart, i);
      if (model.stopUs === Number.POSITIVE_INFINITY)
        calendar.schedule(session.toUs, Due.SessionEnd, i);
    });
    for (const [w, window] of model.windows.entries()) {
      for (const duty of window.duties) {
        calendar.schedule(duty.fromUs, Due.DutyStart, w);
        if (duty.toUs < model.stopUs) calendar.schedule(duty.toUs, Due.DutyEnd, w);
      }
    }
    for (const c of model.classes.keys()) this.reception.expect(c);
    calendar.run((kind, subject) => this.handle(kind, subject), model.stopUs);
  }

  private handle(kind: number, subject: number): void {
    switch (kind) {
      case Due.ServiceEnd:
        this.endService(subject);
        break;
      case Due.ApprovalEnd:
        this.backOffice.end(subject);
        break;
      case Due.StationEnd:
        this.reception.end(subject);
        break;
      case Due.RatingEnd:
        this.endRating(subject);
        break;
      case Due.WalkEnd:
        this.floor.movement.arrived(subject);
        this.reached(subject);
        break;
      case Due.SessionStart:
        this.doorsOpen = true;
        this.floor.tell(EventKind.SessionStart, -1, subject, 0);
        break;
      case Due.DutyStart:
        this.openWindow(subject);
        break;
      case Due.Arrival:
        this.reception.arrive(subject);
        break;
      case Due.SessionEnd:
        this.endSession(subject);
        break;
      case Due.DutyEnd:
        this.endDuty(subject);
        break;
      case Due.PatienceEnd:
        this.giveUp(subject, 0);
        break;
    }
  }

  /** Somebody has got to where the last walk led. */
  private reached(slot: number): void {
    const { visitors: v } = this;
    switch (v.state[slot]) {
      case State.InLine:
        this.reception.reached(slot);
        break;
      case State.ToWindow:
        this.startService(v.at[slot]!);
        break;
      case State.Leaving:
        this.floor.gone(slot);
        break;
    }
  }

  // Waiting

  private takeTicket(slot: number): void {
    const { visitors: v, model } = this;
    const c = v.classIndex[slot]!;
    const kind = model.classes[c]!;
    if (!this.doorsOpen && (model.sendAway || this.neverServed(c))) {
      this.pending[c]!--;
      this.floor.leave(slot, LeaveReason.SentAway);
      this.closeUnneeded();
      return;
    }
    this.floor.tell(EventKind.Ticket, slot, c, ++this.tickets[kind.series]!);
    v.state[slot] = State.Waiting;
    const window = this.duties.longestIdle(kind.windows);
    if (window >= 0) {
      this.call(window, slot);
      return;
    }
    this.queue.push(c, slot);
    if (kind.patience) {
      const patience = kind.patience.sample(this.draws[c]!.patience.at(v.ordinal[slot]!));
      v.patience[slot] = this.floor.scheduleIn(patience, Due.PatienceEnd, slot);
    }
    this.floor.sitDown(slot);
  }

  /** Patience is over (reason 0), or the hall sends those who wait away (reason 1). */
  private giveUp(slot: number, reason: 0 | 1): void {
    const { visitors: v } = this;
    const c = v.classIndex[slot]!;
    this.cancelPatience(slot);
    this.queue.remove(c, slot);
    this.pending[c]!--;
    this.floor.tell(EventKind.Abandon, slot, c, reason);
    this.floor.standUp(slot);
    this.floor.leave(slot, reason === 0 ? LeaveReason.Abandoned : LeaveReason.SentAway);
    this.closeUnneeded();
  }

  private cancelPatience(slot: number): void {
    const { visitors: v } = this;
    if (v.patience[slot]! >= 0) this.calendar.cancel(v.patience[slot]!);
    v.patience[slot] = -1;
  }

  // At the windows

  private call(window: number, slot: number): void {
    const { visitors: v } = this;
    this.cancelPatience(slot);
    this.floor.tell(EventKind.Call, slot, window, 0);
    this.duties.take(window, slot);
    this.floor.standUp(slot);
    const issuing = v.state[slot] === State.AwaitingIssue;
    v.state[slot] = State.ToWindow;
    v.at[slot] = window;
    v.reason[slot] = issuing ? LeaveReason.Issued : LeaveReason.Done;
    if (this.floor.movement.send(slot, this.model.windows[window]!.place, true))
      this.startService(window);
  }

  private startService(window: number): void {
    const { visitors: v, model } = this;
    const slot = this.duties.visitor(window);
    v.state[slot] = State.InService;
    this.floor.tell(EventKind.ServiceStart, slot, window, 0);
    const c = v.classIndex[slot]!;
    const kind = model.classes[c]!;
    const issued = v.reason[slot] === LeaveReason.Issued;
    const seconds = issued
      ? kind.approval!.issue.sample(this.draws[c]!.issue.at(v.ordinal[slot]!))
      : kind.service.sample(this.draws[c]!.service.at(v.ordinal[slot]!));
    this.floor.scheduleIn(seconds / model.windows[window]!.efficiency, Due.ServiceEnd, window);
  }

  private endService(window: number): void {
    const { visitors: v, model } = this;
    const slot = this.duties.visitor(window);
    const c = v.classIndex[slot]!;
    const kind = model.classes[c]!;
    const issued = v.reason[slot] === LeaveReason.Issued;
    const outcome = issued ? Outcome.Issued : this.outcomeOf(kind, c, v.ordinal[slot]!);
    this.floor.tell(EventKind.ServiceEnd, slot, window, outcome);
    if (issued) this.pendingIssue--;
    else this.pending[c]!--;
    if (outcome === Outcome.Approval) {
      this.pendingIssue++;
      v.state[slot] = State.AwaitingApproval;
      this.backOffice.submit(slot, kind.approval!.backOffice);
      this.release(window);
      this.floor.sitDown(slot);
    } else {
      v.reason[slot] = REASONS[outcome]!;
      if (model.rating) {
        v.state[slot] = State.Rating;
        const time = this.draws[c]!.ratingTime.at(v.ordinal[slot]!);
        this.floor.scheduleIn(model.rating.duration.sample(time), Due.RatingEnd, window);
      } else {
        this.release(window);
        this.floor.leave(slot, v.reason[slot]!);
      }
    }
    this.closeUnneeded();
  }

  private outcomeOf(kind: ClassModel, c: number, ordinal: number): Outcome {
    if (kind.doneUpTo >= 1) return Outcome.Done;
    const u = this.draws[c]!.outcome.at(ordinal).uniform();
    if (u < kind.doneUpTo) return Outcome.Done;
    if (u < kind.approvalUpTo) return Outcome.Approval;
    return u < kind.promisedUpTo ? Outcome.Promised : Outcome.SentBack;
  }

  /** The visitor has rated at the window, which is free from now on. */
  private endRating(window: number): void {
    const { visitors: v, model } = this;
    const slot = this.duties.visitor(window);
    const u = this.draws[v.classIndex[slot]!]!.rating.at(v.ordinal[slot]!).uniform();
    const level = model.rating!.upTo.findIndex((upTo) => u < upTo);
    this.floor.tell(
      EventKind.Rate,
      slot,
      window,
      level < 0 ? model.rating!.upTo.length - 1 : level,
    );
    this.release(window);
    this.floor.leave(slot, v.reason[slot]!);
    this.closeUnneeded();
  }

  /** A window is free: it calls, waits, or ends its duty. */
  private release(window: number): void {
    if (this.duties.post(window) === Post.Ending) {
      this.closeWindow(window);
      return;
    }
    const { issuing, classes } = this.model.windows[window]!;
    const slot = issuing ? this.queue.first(this.issueList) : this.nextFor(classes);
    if (slot < 0) {
      this.duties.idle(window, this.calendar.nowUs);
      return;
    }
    this.queue.remove(issuing ? this.issueList : this.visitors.classIndex[slot]!, slot);
    this.call(window, slot);
  }

  /** Highest priority first, then the earliest ticket. */
  private nextFor(classes: readonly number[]): number {
    let best = -1;
    let priority = -1;
    for (const c of classes) {
      const slot = this.queue.first(c);
      if (slot < 0) continue;
      const own = this.model.classes[c]!.priority;
      if (best >= 0 && own < priority) break;
      if (best < 0 || this.visitors.sequence[slot]! < this.visitors.sequence[best]!) best = slot;
      priority = own;
    }
    return best;
  }

  // Issue

  private awaitIssue(slot: number): void {
    this.visitors.state[slot] = State.AwaitingIssue;
    const window = this.duties.longestIdle(this.duties.issuing);
    if (window >= 0) this.call(window, slot);
    else if (this.neverIssued()) this.leaveUncollected(slot);
    else this.queue.push(this.issueList, slot);
  }

  /** Nobody is left to issue today: the certificate is collected another day. */
  private leaveUncollected(slot: number): void {
    this.pendingIssue--;
    this.floor.standUp(slot);
    this.floor.leave(slot, LeaveReason.Promised);
  }

  // Opening and closing

  private openWindow(window: number): void {
    if (this.duties.open(window)) this.floor.tell(EventKind.WindowOpen, -1, window, 0);
    else return;
    this.release(window);
  }

  private endDuty(window: number): void {
    const duty = this.model.windows[window]!.duties.find((d) => d.toUs === this.calendar.nowUs);
    this.duties.end(window, duty?.drains ?? false);
    if (this.duties.post(window) === Post.Ending && this.duties.isIdle(window))
      this.closeWindow(window);
    else this.closeUnneeded();
  }

  private closeWindow(window: number): void {
    this.duties.close(window);
    this.floor.tell(EventKind.WindowClose, -1, window, 0);
  }

  private endSession(session: number): void {
    this.doorsOpen = false;
    this.closings++;
    this.floor.tell(EventKind.SessionEnd, -1, session, 0);
    for (const c of this.model.classes.keys())
      if (this.model.sendAway || this.neverServed(c)) this.sendAway(c);
    this.releaseUncollected();
  }

  private sendAway(c: number): void {
    for (let slot = this.queue.first(c); slot >= 0; slot = this.queue.first(c))
      this.giveUp(slot, 1);
  }

  private releaseUncollected(): void {
    if (!this.neverIssued()) return;
    const list = this.issueList;
    for (let slot = this.queue.first(list); slot >= 0; slot = this.queue.first(list)) {
      this.queue.remove(list, slot);
      this.leaveUncollected(slot);
    }
  }

  /** After the last session: no window that serves the class takes anybody any more. */
  private neverServed(c: number): boolean {
    return this.dayIsOver && !this.duties.anyTaking(this.model.classes[c]!.windows);
  }

  private neverIssued(): boolean {
    return this.dayIsOver && !this.duties.anyTaking(this.duties.issuing);
  }

  private get dayIsOver(): boolean {
    return this.closings === this.model.sessions.length;
  }

  /** Windows that stay for those inside close when nobody inside needs them. */
  private closeUnneeded(): void {
    if (!this.duties.anyDraining) return;
    for (const [w, window] of this.model.windows.entries()) {
      if (this.duties.post(w) !== Post.Draining || !this.duties.isIdle(w)) continue;
      const needed = window.issuing
        ? this.pendingIssue > 0 ||
          this.pending.some((n, c) => n > 0 && this.model.classes[c]!.approval !== null)
        : window.classes.some((c) => this.pending[c]! > 0);
      if (!needed) this.closeWindow(w);
    }
  }
}

const REASONS: Readonly<Record<number, LeaveReason>> = {
  [Outcome.Done]: LeaveReason.Done,
  [Outcome.Issued]: LeaveReason.Issued,
  [Outcome.Promised]: LeaveReason.Promised,
  [Outcome.SentBack]: LeaveReason.SentBack,
};
