import type { Streams } from '../kernel/streams';
import type { BackOffice } from './back-office';
import type { Cases } from './cases';
import type { ClassDraws } from './draws';
import { Due } from './due';
import type { HallFloor } from './floor';
import { Issuing } from './issuing';
import { Manning } from './manning';
import type { HallModel } from './model';
import type { Outcomes } from './outcomes';
import { PooledQueue } from './pooled-queue';
import type { Quality } from './quality';
import type { Queueing } from './queueing';
import { EventKind, LeaveReason, Origin, Outcome } from './record';
import { SeparateLines } from './separate-lines';
import { Services } from './services';
import { SkillQueue } from './skill-queue';
import { TicketChoices } from './ticket-choices';
import { State, type Visitors } from './visitors';
import { Duties } from './windows';

/** Who has been passed over once answers the next call. */
const ANSWERS = 255;

/** What the counters hand on. */
export interface CounterClients {
  readonly backOffice: BackOffice;
  readonly cases: Cases;
  readonly quality: Quality;
  readonly outcomes: Outcomes;
  /** Somebody with a wrong ticket takes a new one. */
  newTicket(slot: number): void;
}

/** From the ticket to the end of the service: waiting, calls, windows, issue. */
export class Counters {
  readonly duties: Duties;
  readonly manning: Manning;
  readonly choices: TicketChoices;
  readonly issuing: Issuing;
  private readonly queue: Queueing;
  private readonly services: Services;
  private readonly visitors: Visitors;
  private readonly draws: readonly ClassDraws[];
  private readonly model: HallModel;
  private readonly tickets: Int32Array;
  private readonly pending: Int32Array;
  /** People with a ticket who wait, their companions included. */
  private waitingPeople = 0;
  private doorsOpen = false;
  private dayIsOver = false;
  /** Windows that have opened at this instant. */
  private opened: number[] = [];
  /** They are about to begin. */
  private opening = false;

  constructor(
    private readonly floor: HallFloor,
    streams: Streams,
    private readonly clients: CounterClients,
  ) {
    const { model, visitors } = floor;
    this.model = model;
    this.visitors = visitors;
    this.draws = floor.draws;
    this.pending = floor.pending;
    this.duties = new Duties(model.windows);
    this.queue = this.createQueue();
    this.choices = new TicketChoices(floor);
    this.services = new Services(floor);
    this.issuing = new Issuing(floor, this.duties, {
      call: (window, slot) => this.call(window, slot),
      collectLater: (slot) => clients.cases.collectLater(slot),
    });
    this.tickets = new Int32Array(model.classes.length);
    this.manning = new Manning(floor, streams, this.duties, {
      onManned: (window, anew) => {
        if (anew) this.opened.push(window);
        if (!this.opening) floor.calendar.schedule(floor.calendar.nowUs, Due.Manned, 0);
        this.opening = true;
      },
      onUnmanned: (window) => {
        this.queue.closed(window);
        if (model.queueing.kind === 'bySkill') this.letHelp(window);
      },
      isNeeded: (window) => this.isNeeded(window),
      waitingFor: (window) => this.queue.waitingFor(window),
    });
  }

  private createQueue(): Queueing {
    const { model, visitors, duties } = this;
    switch (model.queueing.kind) {
      case 'pooled':
        return new PooledQueue(model, visitors, duties);
      case 'bySkill':
        return new SkillQueue(model, visitors, duties);
      case 'separateLines':
        return new SeparateLines(
          model,
          visitors,
          duties,
          this.draws,
          (slot, window, changed) =>
            this.floor.tell(EventKind.LineJoin, slot, window, changed ? 1 : 0),
          (window) => this.release(window),
        );
    }
  }

  /** All windows that open at this instant are manned: they begin together. */
  startServing(): void {
    const { opened } = this;
    this.opened = [];
    this.opening = false;
    this.manning.relieve();
    this.queue.opened();
    for (const window of opened) if (this.duties.canTake(window)) this.release(window);
  }

  // Waiting

  /** Somebody stands before the ticket machine, or has the ticket of another queue. */
  takeTicket(slot: number): void {
    const { visitors: v, model, floor } = this;
    const c = v.classIndex[slot]!;
    if (this.turnsAway(c)) {
      this.turnAway(slot, LeaveReason.SentAway);
      return;
    }
    v.ticketClass[slot] = this.choices.classOf(slot);
    const green = this.choices.rank(slot);
    const window = this.queue.windowFor(slot);
    if (window < 0 && !v.ticketed[slot]) {
      if (this.waitingPeople + 1 + v.companions[slot]! > model.capacity) {
        this.turnAway(slot, LeaveReason.Full);
        return;
      }
      if (
        model.classes[c]!.balking.length > 0 &&
        this.choices.balks(slot, this.queue.ahead(slot))
      ) {
        this.turnAway(slot, LeaveReason.Balked);
        return;
      }
    }
    const t = v.ticketClass[slot]!;
    this.issueTicket(slot, green);
    const first = v.ticketed[slot] === 0;
    v.ticketed[slot] = 1;
    v.ticketUs[slot] = floor.calendar.nowUs;
    this.wait(slot, window);
    // Whoever had a wrong ticket does not give up any more.
    if (v.state[slot] === State.Waiting && first && t === c && model.classes[c]!.patience) {
      const patience = this.draws[c]!.patience!.at(v.key[slot]!);
      v.patience[slot] = floor.scheduleIn(patience, Due.PatienceEnd, slot);
    }
  }

  /**
   * A ticket of the visitor's class, with the next number of its series.
   *
   * @param green whether the green channel has moved it forward
   */
  issueTicket(slot: number, green: boolean): void {
    const t = this.visitors.ticketClass[slot]!;
    const number = ++this.tickets[this.model.classes[t]!.series]!;
    this.floor.tell(EventKind.Ticket, slot, t, number);
    if (green) this.floor.tell(EventKind.GreenTicket, slot, t, 0);
  }

  /** Somebody has waited all along, and has a place in the hall already. */
  keepWaiting(slot: number): void {
    this.visitors.state[slot] = State.Waiting;
    this.waitingPeople += 1 + this.visitors.companions[slot]!;
    this.queue.windowFor(slot);
    this.queue.join(slot);
  }

  /** Everybody who was there is in place: free windows call, and clerks may be called in. */
  goOn(): void {
    for (let w = 0; w < this.model.windows.length; w++) if (this.duties.canTake(w)) this.release(w);
    this.queueGrew();
    this.manning.closeUnneeded();
  }

  /** Calls somebody to a free window, or lets them wait. */
  private wait(slot: number, window: number): void {
    const { visitors: v } = this;
    v.state[slot] = State.Waiting;
    if (window >= 0) {
      this.call(window, slot);
      return;
    }
    this.waitingPeople += 1 + v.companions[slot]!;
    this.queue.join(slot);
    this.floor.sitDown(slot);
    if (this.model.queueing.kind === 'bySkill') this.letHelp(-1);
    this.queueGrew();
  }

  private queueGrew(): void {
    if (this.duties.onDemand.length > 0) this.manning.queueGrew();
  }

  private turnAway(slot: number, reason: LeaveReason): void {
    this.pending[this.visitors.classIndex[slot]!]!--;
    this.floor.leave(slot, reason);
    this.manning.closeUnneeded();
  }

  /** Patience is over (value 0), or the hall sends those who wait away (value 1). */
  giveUp(slot: number, value: 0 | 1): void {
    const c = this.visitors.classIndex[slot]!;
    this.cancelPatience(slot);
    this.queue.leave(slot);
    this.stopWaiting(slot);
    this.pending[c]!--;
    this.floor.tell(EventKind.Abandon, slot, c, value);
    this.floor.standUp(slot);
    this.floor.leave(slot, value === 0 ? LeaveReason.Abandoned : LeaveReason.SentAway);
    this.manning.closeUnneeded();
  }

  private stopWaiting(slot: number): void {
    this.waitingPeople -= 1 + this.visitors.companions[slot]!;
  }

  private cancelPatience(slot: number): void {
    const { visitors: v } = this;
    if (v.patience[slot]! >= 0) this.floor.calendar.cancel(v.patience[slot]!);
    v.patience[slot] = -1;
  }

  // Calls

  private call(window: number, slot: number): void {
    const { visitors: v, model } = this;
    this.cancelPatience(slot);
    const issuing = v.state[slot] === State.AwaitingIssue;
    if (!issuing && v.tries[slot] !== ANSWERS)
      v.waitUs[slot]! += this.floor.calendar.nowUs - v.ticketUs[slot]!;
    this.floor.tell(
      EventKind.Call,
      slot,
      window,
      !issuing && this.services.isWrong(slot, window) ? 1 : 0,
    );
    this.duties.take(window, slot);
    if (this.duties.onDemand.length > 0) this.manning.queueShrank();
    v.at[slot] = window;
    v.reason[slot] = issuing ? LeaveReason.Issued : LeaveReason.Done;
    if (model.calls && this.misses(slot)) {
      v.state[slot] = State.Missing;
      v.tries[slot] = 0;
      this.floor.scheduleIn(model.calls.afterS, Due.Recall, window);
      return;
    }
    this.walkTo(window, slot);
  }

  private walkTo(window: number, slot: number): void {
    this.floor.standUp(slot);
    this.visitors.state[slot] = State.ToWindow;
    if (this.floor.movement.send(slot, this.model.windows[window]!.place, true))
      this.startService(window);
  }

  /** Whether somebody does not hear the call; who just took the ticket does. */
  private misses(slot: number): boolean {
    const { visitors: v, model } = this;
    if (v.reason[slot] === LeaveReason.Issued || v.tries[slot] === ANSWERS) return false;
    if (v.ticketUs[slot] === this.floor.calendar.nowUs) return false;
    return this.draws[v.classIndex[slot]!]!.noShow.at(v.key[slot]!) < model.calls!.noShow;
  }

  /** Nobody has come: the number is called again, and passed over in the end. */
  recall(window: number): void {
    const { visitors: v, model } = this;
    const { recalls, answers, afterS } = model.calls!;
    const slot = this.duties.visitor(window);
    const times = ++v.tries[slot]!;
    if (times > recalls) {
      this.passOver(window, slot);
      return;
    }
    this.floor.tell(EventKind.Recall, slot, window, times);
    const draws = this.draws[v.classIndex[slot]!]!;
    if (draws.answers.nth(v.key[slot]!, times - 1) < answers) this.walkTo(window, slot);
    else this.floor.scheduleIn(afterS, Due.Recall, window);
  }

  private passOver(window: number, slot: number): void {
    const { visitors: v, model, floor, duties } = this;
    const rejoins = model.calls!.rejoins && !this.turnsAway(v.classIndex[slot]!);
    let free = -1;
    floor.tell(EventKind.PassOver, slot, window, rejoins ? 1 : 0);
    if (rejoins) {
      v.tries[slot] = ANSWERS;
      v.state[slot] = State.Waiting;
      v.orderUs[slot] = floor.calendar.nowUs;
      this.waitingPeople += 1 + v.companions[slot]!;
      free = this.queue.windowFor(slot);
      this.queue.join(slot);
      this.queueGrew();
    } else {
      this.pending[v.classIndex[slot]!]!--;
      floor.standUp(slot);
      floor.leave(slot, LeaveReason.PassedOver);
    }
    this.release(window);
    if (free >= 0 && duties.canTake(free)) this.release(free);
    this.manning.closeUnneeded();
  }

  // Service

  /** Somebody has reached the window. */
  startService(window: number): void {
    const slot = this.duties.visitor(window);
    this.visitors.state[slot] = State.InService;
    this.floor.tell(EventKind.ServiceStart, slot, window, 0);
    const seconds = this.services.secondsOf(slot, window);
    this.floor.scheduleIn(seconds / this.duties.efficiency[window]!, Due.ServiceEnd, window);
  }

  endService(window: number): void {
    const { visitors: v, model, clients, floor } = this;
    const slot = this.duties.visitor(window);
    const issued = v.reason[slot] === LeaveReason.Issued;
    if (!issued && this.services.isWrong(slot, window)) {
      this.redirect(window, slot);
      return;
    }
    const outcome = issued ? Outcome.Issued : clients.outcomes.decide(slot);
    floor.tell(EventKind.ServiceEnd, slot, window, outcome);
    if (issued) this.endIssue(slot);
    else {
      this.pending[v.classIndex[slot]!]!--;
      clients.outcomes.settle(slot, outcome);
      if (outcome === Outcome.Promised) clients.cases.accept(slot);
    }
    if (outcome === Outcome.Approval) {
      this.issuing.expect();
      v.state[slot] = State.AwaitingApproval;
      clients.backOffice.submitOf(slot);
      this.release(window);
      floor.sitDown(slot);
    } else {
      v.reason[slot] = REASONS[outcome]!;
      if (model.rating) {
        v.state[slot] = State.Rating;
        const time = this.draws[v.classIndex[slot]!]!.ratingTime!.at(v.key[slot]!);
        floor.scheduleIn(time, Due.RatingEnd, window);
      } else {
        this.release(window);
        floor.leave(slot, v.reason[slot]!);
      }
    }
    this.manning.closeUnneeded();
  }

  private endIssue(slot: number): void {
    const { visitors: v } = this;
    this.issuing.done();
    if (v.origin[slot] === Origin.Collection)
      this.floor.tell(EventKind.CaseClosed, slot, v.classIndex[slot]!, 1);
  }

  /** The ticket was for other windows: the clerk hands the visitor on, or sends them for a new one. */
  private redirect(window: number, slot: number): void {
    const { visitors: v, model, floor } = this;
    floor.tell(EventKind.ServiceEnd, slot, window, Outcome.Redirected);
    const c = v.classIndex[slot]!;
    if (!model.wrongTicket!.firstAsked) {
      this.release(window);
      this.clients.newTicket(slot);
      return;
    }
    if (this.turnsAway(c)) {
      this.release(window);
      this.turnAway(slot, LeaveReason.SentAway);
      return;
    }
    floor.tell(EventKind.Redirect, slot, c, 0);
    v.ticketClass[slot] = c;
    v.ticketUs[slot] = floor.calendar.nowUs;
    // The place in the order is that of the first ticket.
    this.wait(slot, this.queue.windowFor(slot));
    this.release(window);
  }

  /** The visitor has rated at the window, which is free from now on. */
  endRating(window: number): void {
    const { visitors: v } = this;
    const slot = this.duties.visitor(window);
    this.clients.quality.rate(slot, window);
    this.release(window);
    this.floor.leave(slot, v.reason[slot]!);
    this.manning.closeUnneeded();
  }

  /** A window is free: it calls, waits, or its clerk goes. */
  private release(window: number): void {
    const { duties } = this;
    if (this.manning.leaves(window)) return;
    if (this.model.windows[window]!.issuing) {
      const slot = this.issuing.next();
      if (slot >= 0) {
        this.call(window, slot);
        return;
      }
    } else {
      const slot = this.queue.next(window);
      if (slot >= 0) {
        this.stopWaiting(slot);
        this.call(window, slot);
        return;
      }
    }
    duties.idle(window, this.floor.calendar.nowUs);
    if (this.model.queueing.kind === 'bySkill') this.letHelp(window);
  }

  /** With one more window free, others may be allowed to help. */
  private letHelp(free: number): void {
    const { model, duties } = this;
    for (let w = 0; w < model.windows.length; w++) {
      if (w === free || model.windows[w]!.helps.length === 0 || !duties.canTake(w)) continue;
      const slot = this.queue.next(w);
      if (slot < 0) continue;
      this.stopWaiting(slot);
      this.call(w, slot);
    }
  }

  /** A case is decided while its visitor waits. */
  awaitIssue(slot: number): void {
    this.issuing.join(slot);
  }

  /** Somebody comes to collect a result. */
  collect(slot: number): void {
    this.issuing.expect();
    this.issuing.join(slot);
  }

  // Opening and closing

  /** A working day begins. */
  startDay(day: number): void {
    this.tickets.fill(0);
    this.manning.startDay(day);
  }

  /** @param first the first session of the day */
  openDoors(first: boolean): void {
    this.doorsOpen = true;
    if (!first) return;
    this.dayIsOver = false;
    this.issuing.startDay();
  }

  /**
   * A session ends.
   *
   * @param last the last of the day
   * @param reopens the doors open again at this instant, for the next
   */
  closeDoors(last: boolean, reopens: boolean): void {
    this.doorsOpen = reopens;
    this.dayIsOver = last;
    for (let c = 0; c < this.model.classes.length; c++)
      if (this.model.sendAway || this.neverServed(c)) this.sendAway(c);
    this.issuing.closeDoors(last);
  }

  private sendAway(c: number): void {
    for (let slot = this.queue.anyOf(c); slot >= 0; slot = this.queue.anyOf(c))
      this.giveUp(slot, 1);
  }

  /** The doors are closed, and nobody who would have to wait is kept. */
  private turnsAway(c: number): boolean {
    return !this.doorsOpen && (this.model.sendAway || this.neverServed(c));
  }

  /** After the last session of a day: no window that serves the class takes anybody any more. */
  private neverServed(c: number): boolean {
    if (!this.dayIsOver) return false;
    const { windows, helpers } = this.model.classes[c]!;
    return !this.duties.anyTaking(windows) && !this.duties.anyTaking(helpers);
  }

  /** Whether anybody inside still needs a window. */
  private isNeeded(window: number): boolean {
    const { classes, windows } = this.model;
    const { issuing, classes: served, helps } = windows[window]!;
    if (!issuing) {
      // With a wrong ticket somebody may be called anywhere.
      if (this.model.wrongTicket) return this.pending.some((n) => n > 0);
      return [...served, ...helps].some((c) => this.pending[c]! > 0);
    }
    return (
      this.issuing.anyPending || this.pending.some((n, c) => n > 0 && classes[c]!.approval !== null)
    );
  }
}

const REASONS: Readonly<Record<number, LeaveReason>> = {
  [Outcome.Done]: LeaveReason.Done,
  [Outcome.Issued]: LeaveReason.Issued,
  [Outcome.Promised]: LeaveReason.Promised,
  [Outcome.SentBack]: LeaveReason.SentBack,
};
