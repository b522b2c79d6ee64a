import type { Calendar } from '../kernel/calendar';
import type { Streams } from '../kernel/streams';
import { Approvals } from './approvals';
import { Arrivals } from './arrivals';
import { ClassDraws } from './draws';
import { Due } from './due';
import { Lines } from './lines';
import type { ClassModel, HallModel } from './model';
import { Movement } from './movement';
import { TicketQueue } from './queue';
import { EventKind, type EventSink, LeaveReason, Outcome, type WalkSink } from './record';
import { Seating } from './seating';
import { State, Visitors } from './visitors';
import { Duties, Post } from './windows';

/** Nothing happens later: some 285 years, past any horizon and still exact in µs. */
const END_OF_TIME_US = 9e15;

const toUs = (seconds: number): number => Math.round(Math.min(seconds * 1e6, END_OF_TIME_US));

/**
 * The hall's process: door → guide desk → ticket → wait → window → approval and issue → rating →
 * door. It knows one engine port, draws from keyed streams and tells everything to its sink.
 */
export class HallProcess {
  private readonly visitors = new Visitors();
  private readonly movement: Movement;
  private readonly seating: Seating | null;
  private readonly queue: TicketQueue;
  /** List of the queue for the issuing window, after one for each class. */
  private readonly issueList: number;
  private readonly lines: Lines;
  private readonly approvals: Approvals;
  private readonly duties: Duties;
  private readonly draws: readonly ClassDraws[];
  private readonly arrivals: readonly Arrivals[];
  private readonly came: Int32Array;
  private readonly tickets: Int32Array;
  /** Inside and still to be served at a window, by class. */
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
    private readonly sink: EventSink,
    walks: WalkSink | null = null,
  ) {
    const { navigator, classes } = model;
    this.movement = new Movement(this.visitors, calendar, navigator, walks);
    this.seating = navigator ? new Seating(navigator) : null;
    this.issueList = classes.length;
    this.queue = new TicketQueue(this.visitors, classes.length + 1);
    this.lines = new Lines(model.stations);
    this.approvals = new Approvals(model.backOffices);
    this.duties = new Duties(model.windows);
    this.draws = classes.map((c) => new ClassDraws(streams, c.id));
    this.came = new Int32Array(classes.length);
    this.pending = new Int32Array(classes.length);
    this.tickets = new Int32Array(classes.length);
    const factor = model.dayFactor?.sample(streams.stream('dayFactor').at(0)) ?? 1;
    const start = model.sessions[0]?.fromUs ?? 0;
    this.arrivals = classes.map(
      (c, i) => new Arrivals(c.arrivals, this.draws[i]!.arrival, factor, start),
    );
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
    for (const c of model.classes.keys()) this.scheduleArrival(c);
    calendar.run((kind, subject) => this.handle(kind, subject), model.stopUs);
  }

  private handle(kind: number, subject: number): void {
    switch (kind) {
      case Due.ServiceEnd:
        this.endService(subject);
        break;
      case Due.ApprovalEnd:
        this.endApproval(subject);
        break;
      case Due.StationEnd:
        this.endStation(subject);
        break;
      case Due.RatingEnd:
        this.endRating(subject);
        break;
      case Due.WalkEnd:
        this.movement.arrived(subject);
        this.reached(subject);
        break;
      case Due.SessionStart:
        this.doorsOpen = true;
        this.tell(EventKind.SessionStart, -1, subject, 0);
        break;
      case Due.DutyStart:
        this.openWindow(subject);
        break;
      case Due.Arrival:
        this.arrive(subject);
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

  private scheduleIn(us: number, kind: number, subject: number): number {
    const { nowUs } = this.calendar;
    const at = Math.min(nowUs + us, Math.max(nowUs, END_OF_TIME_US));
    return this.calendar.schedule(at, kind, subject);
  }

  private tell(kind: EventKind, slot: number, place: number, value: number): void {
    const visitor = slot < 0 ? -1 : this.visitors.number[slot]!;
    this.sink.event(this.calendar.nowUs, kind, visitor, place, value);
  }

  // Coming in

  private scheduleArrival(c: number): void {
    const at = this.arrivals[c]!.nextUs();
    if (at < this.model.stopUs) this.calendar.schedule(at, Due.Arrival, c);
  }

  private arrive(c: number): void {
    this.scheduleArrival(c);
    const { visitors: v, model } = this;
    const ordinal = this.came[c]!++;
    const slot = v.add(c, ordinal);
    const draws = this.draws[c]!;
    let group = -1;
    if (model.mobility.length > 0) {
      const u = draws.mobility.at(ordinal).uniform();
      group = model.mobility.findIndex((m) => u < m.upTo);
      if (group < 0) group = model.mobility.length - 1;
      v.speedMps[slot] = model.mobility[group]!.speedMps.sample(draws.speed.at(ordinal));
    }
    this.tell(EventKind.Arrive, slot, c, group);
    this.movement.enter(slot);
    if (model.guideShare > 0 && draws.guide.at(ordinal).uniform() < model.guideShare)
      v.toGuide[slot] = 1;
    if (model.kioskShare > 0 && draws.kiosk.at(ordinal).uniform() < model.kioskShare)
      v.toKiosk[slot] = 1;
    else {
      v.toMachine[slot] = this.lines.has('ticketMachine') ? 1 : 0;
      this.pending[c]!++;
    }
    this.goOn(slot);
  }

  /** Next station of somebody who has no ticket yet. */
  private goOn(slot: number): void {
    const { visitors: v, lines } = this;
    if (v.toGuide[slot]) {
      v.toGuide[slot] = 0;
      this.join(slot, lines.shortest('guideDesk'));
    } else if (v.toKiosk[slot] === 1) {
      v.toKiosk[slot] = 2;
      this.join(slot, lines.shortest('kiosk'));
    } else if (v.toKiosk[slot] === 2) {
      this.leave(slot, LeaveReason.Kiosk);
    } else if (v.toMachine[slot]) {
      v.toMachine[slot] = 0;
      this.join(slot, lines.shortest('ticketMachine'));
    } else this.takeTicket(slot);
  }

  // Guide desk, ticket machine, kiosk

  private join(slot: number, station: number): void {
    this.visitors.state[slot] = State.InLine;
    this.visitors.at[slot] = station;
    this.tell(EventKind.StationJoin, slot, station, 0);
    const line = this.lines.line(station);
    line.push(slot);
    this.stepUp(slot, station, line.length - 1);
  }

  private stepUp(slot: number, station: number, position: number): void {
    const { spots } = this.model.stations[station]!;
    const { visitors: v, seating } = this;
    let spot = spots[position] ?? -1;
    if (spot >= 0) this.standUp(slot);
    else if (seating) {
      // A line longer than its room goes on before the door.
      if (v.seat[slot]! < 0) v.seat[slot] = seating.takeOutside();
      spot = v.seat[slot]!;
    }
    if (this.movement.send(slot, spot, true) && position === 0) this.startStation(station);
  }

  private startStation(station: number): void {
    if (this.lines.busy(station)) return;
    this.lines.setBusy(station, true);
    const { visitors: v } = this;
    const slot = this.lines.line(station).at(0);
    const { kind, service } = this.model.stations[station]!;
    const draws = this.draws[v.classIndex[slot]!]!;
    const stream =
      kind === 'guideDesk'
        ? draws.guideService
        : kind === 'kiosk'
          ? draws.kioskService
          : draws.ticketService;
    this.tell(EventKind.StationStart, slot, station, 0);
    const duration = toUs(service.sample(stream.at(v.ordinal[slot]!)));
    this.scheduleIn(duration, Due.StationEnd, station);
  }

  private endStation(station: number): void {
    const line = this.lines.line(station);
    const slot = line.shift();
    this.lines.setBusy(station, false);
    this.tell(EventKind.StationEnd, slot, station, 0);
    this.goOn(slot);
    for (let i = 0; i < line.length; i++) this.stepUp(line.at(i), station, i);
  }

  /** Somebody has got to where the last walk led. */
  private reached(slot: number): void {
    const { visitors: v } = this;
    switch (v.state[slot]) {
      case State.InLine:
        if (this.lines.line(v.at[slot]!).at(0) === slot) this.startStation(v.at[slot]!);
        break;
      case State.ToWindow:
        this.startService(v.at[slot]!);
        break;
      case State.Leaving:
        this.gone(slot);
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
      this.leave(slot, LeaveReason.SentAway);
      this.closeUnneeded();
      return;
    }
    this.tell(EventKind.Ticket, slot, c, ++this.tickets[kind.series]!);
    v.state[slot] = State.Waiting;
    const window = this.duties.longestIdle(kind.windows);
    if (window >= 0) {
      this.call(window, slot);
      return;
    }
    this.queue.push(c, slot);
    if (kind.patience) {
      const patience = toUs(kind.patience.sample(this.draws[c]!.patience.at(v.ordinal[slot]!)));
      v.patience[slot] = this.scheduleIn(patience, Due.PatienceEnd, slot);
    }
    this.sitDown(slot);
  }

  private sitDown(slot: number): void {
    if (!this.seating) return;
    const { visitors: v } = this;
    const u = this.draws[v.classIndex[slot]!]!.seat.at(v.ordinal[slot]!).uniform();
    const seat = this.seating.take(v.place[slot]!, u);
    v.seat[slot] = seat;
    this.movement.send(slot, seat, false);
  }

  private standUp(slot: number): void {
    const seat = this.visitors.seat[slot]!;
    if (seat < 0) return;
    this.seating?.release(seat);
    this.visitors.seat[slot] = -1;
  }

  /** Patience is over (reason 0), or the hall sends those who wait away (reason 1). */
  private giveUp(slot: number, reason: 0 | 1): void {
    const { visitors: v } = this;
    const c = v.classIndex[slot]!;
    this.cancelPatience(slot);
    this.queue.remove(c, slot);
    this.pending[c]!--;
    this.tell(EventKind.Abandon, slot, c, reason);
    this.standUp(slot);
    this.leave(slot, reason === 0 ? LeaveReason.Abandoned : LeaveReason.SentAway);
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
    this.tell(EventKind.Call, slot, window, 0);
    this.duties.take(window, slot);
    this.standUp(slot);
    const issuing = v.state[slot] === State.AwaitingIssue;
    v.state[slot] = State.ToWindow;
    v.at[slot] = window;
    v.reason[slot] = issuing ? LeaveReason.Issued : LeaveReason.Done;
    if (this.movement.send(slot, this.model.windows[window]!.place, true))
      this.startService(window);
  }

  private startService(window: number): void {
    const { visitors: v, model } = this;
    const slot = this.duties.visitor(window);
    v.state[slot] = State.InService;
    this.tell(EventKind.ServiceStart, slot, window, 0);
    const c = v.classIndex[slot]!;
    const kind = model.classes[c]!;
    const issued = v.reason[slot] === LeaveReason.Issued;
    const seconds = issued
      ? kind.approval!.issue.sample(this.draws[c]!.issue.at(v.ordinal[slot]!))
      : kind.service.sample(this.draws[c]!.service.at(v.ordinal[slot]!));
    const duration = toUs(seconds / model.windows[window]!.efficiency);
    this.scheduleIn(duration, Due.ServiceEnd, window);
  }

  private endService(window: number): void {
    const { visitors: v, model } = this;
    const slot = this.duties.visitor(window);
    const c = v.classIndex[slot]!;
    const kind = model.classes[c]!;
    const issued = v.reason[slot] === LeaveReason.Issued;
    const outcome = issued ? Outcome.Issued : this.outcomeOf(kind, c, v.ordinal[slot]!);
    this.tell(EventKind.ServiceEnd, slot, window, outcome);
    if (issued) this.pendingIssue--;
    else this.pending[c]!--;
    if (outcome === Outcome.Approval) {
      this.pendingIssue++;
      v.state[slot] = State.AwaitingApproval;
      this.submit(slot, kind.approval!.backOffice);
      this.release(window);
      this.sitDown(slot);
    } else {
      v.reason[slot] = REASONS[outcome]!;
      if (model.rating) {
        v.state[slot] = State.Rating;
        const time = this.draws[c]!.ratingTime.at(v.ordinal[slot]!);
        const duration = toUs(model.rating.duration.sample(time));
        this.scheduleIn(duration, Due.RatingEnd, window);
      } else {
        this.release(window);
        this.leave(slot, v.reason[slot]!);
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
    this.tell(EventKind.Rate, slot, window, level < 0 ? model.rating!.upTo.length - 1 : level);
    this.release(window);
    this.leave(slot, v.reason[slot]!);
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

  // Back office and issue

  private submit(slot: number, office: number): void {
    this.visitors.at[slot] = office;
    this.tell(EventKind.CaseSubmit, slot, office, 0);
    this.approvals.submit(office, slot);
    this.startApprovals(office);
  }

  private startApprovals(office: number): void {
    const { visitors: v } = this;
    for (;;) {
      const approver = this.approvals.take(office);
      if (approver < 0) return;
      const slot = this.approvals.visitor(approver);
      const c = v.classIndex[slot]!;
      const duration = this.model.classes[c]!.approval!.duration;
      this.tell(EventKind.ApprovalStart, slot, office, this.approvals.numberInOffice(approver));
      const us = toUs(duration.sample(this.draws[c]!.approval.at(v.ordinal[slot]!)));
      this.scheduleIn(us, Due.ApprovalEnd, approver);
    }
  }

  private endApproval(approver: number): void {
    const office = this.approvals.officeOf(approver);
    const slot = this.approvals.release(approver);
    this.tell(EventKind.ApprovalEnd, slot, office, this.approvals.numberInOffice(approver));
    this.visitors.state[slot] = State.AwaitingIssue;
    const window = this.duties.longestIdle(this.duties.issuing);
    if (window >= 0) this.call(window, slot);
    else if (this.neverIssued()) this.leaveUncollected(slot);
    else this.queue.push(this.issueList, slot);
    this.startApprovals(office);
  }

  /** Nobody is left to issue today: the certificate is collected another day. */
  private leaveUncollected(slot: number): void {
    this.pendingIssue--;
    this.standUp(slot);
    this.leave(slot, LeaveReason.Promised);
  }

  // Opening and closing

  private openWindow(window: number): void {
    if (this.duties.open(window)) this.tell(EventKind.WindowOpen, -1, window, 0);
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
    this.tell(EventKind.WindowClose, -1, window, 0);
  }

  private endSession(session: number): void {
    this.doorsOpen = false;
    this.closings++;
    this.tell(EventKind.SessionEnd, -1, session, 0);
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

  // Going out

  private leave(slot: number, reason: LeaveReason): void {
    const { visitors: v, model } = this;
    v.state[slot] = State.Leaving;
    v.reason[slot] = reason;
    if (this.movement.send(slot, model.navigator?.exit ?? -1, true)) this.gone(slot);
  }

  private gone(slot: number): void {
    this.tell(EventKind.Leave, slot, -1, this.visitors.reason[slot]!);
    this.visitors.remove(slot);
  }
}

const REASONS: Readonly<Record<number, LeaveReason>> = {
  [Outcome.Done]: LeaveReason.Done,
  [Outcome.Issued]: LeaveReason.Issued,
  [Outcome.Promised]: LeaveReason.Promised,
  [Outcome.SentBack]: LeaveReason.SentBack,
};
