import type { HallModel } from '../hall/model';
import { EventKind, Outcome } from '../hall/record';

/**
 * How long somebody of each class would wait who took a ticket at the instant at which the run
 * begins, without their being there: they would be called as soon as a window of theirs is free
 * and nobody waits for it who comes before them. So one run tells it for every class, and nobody's
 * wait is changed by the question.
 *
 * Rank is the class's, order the ticket's time less the class's credit. Of somebody who has the
 * right to go first (the green channel, a booking) it is seen by their being called while others
 * who were there still wait. Windows that only help with a class are not counted on. In separate
 * lines there is no such order: there it is the first who really comes.
 */
export class NewcomerWatch {
  /** Wait, s; NaN: not called in this run. */
  readonly waitS: Float64Array;
  private readonly lines: boolean;
  private readonly open: Uint8Array;
  private readonly free: Uint8Array;
  private readonly classOf: number[] = [];
  private readonly orderUs: number[] = [];
  private readonly asked: boolean[];
  private left: number;
  /** Waiting since before the run, by class. */
  private readonly before: Int32Array;
  private readonly waitsFromBefore: boolean[] = [];
  private lastUs = 0;

  /** @param clock the calendar's */
  constructor(
    private readonly model: HallModel,
    private readonly clock: Float64Array,
  ) {
    const { classes, windows, queueing } = model;
    this.lines = queueing.kind === 'separateLines';
    this.waitS = new Float64Array(classes.length).fill(Number.NaN);
    this.open = new Uint8Array(windows.length);
    this.free = new Uint8Array(windows.length);
    this.asked = classes.map(() => true);
    this.left = classes.length;
    this.before = new Int32Array(classes.length);
  }

  /** Somebody waits since an earlier instant, or not any more (null). */
  resume(visitor: number, sinceUs: number | null): void {
    if (sinceUs === null) return;
    const c = this.classOf[visitor]!;
    this.orderUs[visitor] = sinceUs - this.model.classes[c]!.creditUs;
    this.waitsFromBefore[visitor] = true;
    this.before[c]!++;
  }

  event(kind: EventKind, visitor: number, place: number, value: number): void {
    if (this.left === 0) return;
    const now = this.clock[0]!;
    if (now > this.lastUs) {
      this.endOfInstant();
      // Where nobody was there, nothing has happened at the instant that is asked about.
      if (this.lastUs < this.model.fromUs && this.model.fromUs < now) {
        this.lastUs = this.model.fromUs;
        this.endOfInstant();
      }
      this.lastUs = now;
    }
    switch (kind) {
      case EventKind.Arrive:
        this.classOf[visitor] = place;
        break;
      case EventKind.Ticket:
        this.orderUs[visitor] = now - this.model.classes[this.classOf[visitor]!]!.creditUs;
        break;
      case EventKind.WindowOpen:
        this.open[place] = 1;
        this.free[place] = 1;
        break;
      case EventKind.WindowClose:
        this.open[place] = 0;
        break;
      case EventKind.Call:
        this.called(place, visitor, now);
        break;
      case EventKind.Abandon:
        this.goes(visitor);
        break;
      case EventKind.ServiceEnd:
        if (!this.model.rating || value === Outcome.Approval || value === Outcome.Redirected)
          this.free[place] = 1;
        break;
      case EventKind.Rate:
      case EventKind.PassOver:
        this.free[place] = 1;
        break;
    }
  }

  /** The run is over. */
  end(): void {
    this.endOfInstant();
  }

  /** A window that is open and still free when an instant is over would have called. */
  private endOfInstant(): void {
    const { fromUs, windows } = this.model;
    if (this.lastUs < fromUs || this.lines) return;
    for (let w = 0; w < windows.length; w++)
      if (this.open[w] && this.free[w])
        for (const c of windows[w]!.classes) this.answer(c, this.lastUs);
  }

  private called(window: number, visitor: number, now: number): void {
    this.free[window] = 0;
    const c = this.classOf[visitor]!;
    if (now >= this.model.fromUs) {
      if (this.lines) {
        if (this.orderUs[visitor]! >= this.model.fromUs && !this.waitsFromBefore[visitor])
          this.answer(c, now, this.orderUs[visitor]);
      } else if (!this.wasThere(visitor, now))
        for (const asked of this.model.windows[window]!.classes)
          if (this.asked[asked] && !this.precedes(visitor, asked, window)) this.answer(asked, now);
    }
    this.goes(visitor);
  }

  /** Somebody at a window already as the run began. */
  private wasThere(visitor: number, now: number): boolean {
    return now === this.model.fromUs && !this.waitsFromBefore[visitor];
  }

  private precedes(visitor: number, asked: number, window: number): boolean {
    const { classes, fromUs, windows } = this.model;
    const theirs = classes[this.classOf[visitor]!]!.priority;
    const { priority, creditUs } = classes[asked]!;
    if (theirs !== priority) return theirs > priority;
    if (this.orderUs[visitor]! <= fromUs - creditUs) return true;
    // They go first before people who were there, and so before a newcomer.
    return windows[window]!.classes.some(
      (c) => this.before[c]! > 0 && classes[c]!.priority >= priority,
    );
  }

  private goes(visitor: number): void {
    if (!this.waitsFromBefore[visitor]) return;
    this.waitsFromBefore[visitor] = false;
    this.before[this.classOf[visitor]!]!--;
  }

  private answer(c: number, atUs: number, fromUs = this.model.fromUs): void {
    if (!this.asked[c]) return;
    this.asked[c] = false;
    this.left--;
    this.waitS[c] = (atUs - fromUs) / 1e6;
  }
}
