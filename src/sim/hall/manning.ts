import type { Streams } from '../kernel/streams';
import { DAY_US } from './arrivals';
import { Due } from './due';
import type { HallFloor } from './floor';
import { EventKind } from './record';
import { type Duties, Post } from './windows';

/** Who hears of clerks that come and go. */
export interface ManningClients {
  /** A window takes people from now on; `anew`: it has not until now. */
  onManned(window: number, anew: boolean): void;
  /** A window no longer takes anybody. */
  onUnmanned(window: number): void;
  /** Whether anybody inside still needs the window. */
  isNeeded(window: number): boolean;
  /** People who wait for the window's classes. */
  waitingFor(window: number): number;
}

/** Who mans the windows: shifts, breaks, absence and cover, windows opened for a long queue, closing. */
export class Manning {
  /** 1: a cover mans the window today. */
  private readonly covered: Uint8Array;
  /** Event in which a clerk who has been called in is there. */
  private readonly coming: Float64Array;

  constructor(
    private readonly floor: HallFloor,
    private readonly streams: Streams,
    private readonly duties: Duties,
    private readonly clients: ManningClients,
  ) {
    this.covered = new Uint8Array(floor.model.windows.length);
    this.coming = new Float64Array(floor.model.windows.length);
  }

  /** Schedules the duties of a day; who is absent is decided now. */
  startDay(day: number): void {
    const { model, calendar } = this.floor;
    const base = day * DAY_US;
    for (const [w, { id, duties, absence, efficiency }] of model.windows.entries()) {
      const today = duties[day] ?? duties[0]!;
      const first = today[0];
      if (!first) continue;
      const absent =
        absence !== null && this.streams.stream('absence', id).at(day).uniform() < absence.share;
      this.covered[w] = Number(absent);
      this.duties.efficiency[w] = absent ? (absence.cover?.efficiency ?? 1) : efficiency;
      if (absent) this.floor.tell(EventKind.ClerkAbsent, -1, w, Number(absence.cover !== null));
      if (absent && !absence.cover) continue;
      const earliestUs = absent ? first.fromUs + absence.cover!.afterUs : 0;
      for (const { fromUs, toUs, drains } of today) {
        const startUs = Math.max(fromUs, earliestUs);
        if (startUs >= toUs) continue;
        calendar.schedule(base + startUs, Due.DutyStart, w);
        if (base + toUs < model.stopUs)
          calendar.schedule(base + toUs, Due.DutyEnd, w * 2 + Number(drains));
      }
    }
  }

  /** A duty begins. */
  start(window: number): void {
    if (this.floor.model.windows[window]!.onDemand) {
      // Still at work from before: stays until the queue is short.
      if (this.duties.post(window) !== Post.Closed) this.man(window);
      else {
        this.duties.standBy(window);
        this.consider(window);
      }
      return;
    }
    this.man(window);
  }

  /** A clerk who was called in for a long queue is there. */
  calledIn(window: number): void {
    if (this.duties.post(window) === Post.Coming) this.man(window);
  }

  private man(window: number): void {
    const was = this.duties.post(window);
    const fresh = this.duties.open(window);
    if (fresh) this.floor.tell(EventKind.WindowOpen, -1, window, this.covered[window]!);
    if (was !== Post.Open) this.clients.onManned(window, was !== Post.Draining);
  }

  /** A duty ends; with `drains` the window stays for those inside. */
  end(window: number, drains: boolean): void {
    const post = this.duties.post(window);
    if (post === Post.Standby || post === Post.Coming) {
      if (post === Post.Coming) this.floor.calendar.cancel(this.coming[window]!);
      this.duties.close(window);
      return;
    }
    if (post === Post.Closed) return;
    this.duties.end(window, drains);
    if (!drains && this.duties.isIdle(window)) this.close(window);
    else {
      if (!drains) this.clients.onUnmanned(window);
      this.closeUnneeded();
    }
  }

  /** A window is free; true if its clerk goes instead of calling the next. */
  leaves(window: number): boolean {
    const post = this.duties.post(window);
    if (post === Post.Ending) {
      this.close(window);
      return true;
    }
    return this.standsDown(window);
  }

  /** The queue has become shorter: windows opened for it that serve nobody may not be needed. */
  queueShrank(): void {
    for (const w of this.duties.onDemand) if (this.duties.isIdle(w)) this.standsDown(w);
  }

  /** Closes a window on demand for which the queue is short by now. */
  private standsDown(window: number): boolean {
    const { onDemand } = this.floor.model.windows[window]!;
    if (!onDemand || this.duties.post(window) !== Post.Open) return false;
    if (this.clients.waitingFor(window) > onDemand.untilWaiting) return false;
    this.close(window);
    this.duties.standBy(window);
    return true;
  }

  /** The queue has grown: clerks on standby may be called in. */
  queueGrew(): void {
    for (const w of this.duties.onDemand) this.consider(w);
  }

  private consider(window: number): void {
    const { onDemand } = this.floor.model.windows[window]!;
    if (!onDemand || this.duties.post(window) !== Post.Standby) return;
    if (this.clients.waitingFor(window) < onDemand.whenWaiting) return;
    this.duties.callIn(window);
    const { floor } = this;
    this.coming[window] = floor.scheduleIn(onDemand.afterUs / 1e6, Due.OnDemandStart, window);
  }

  private close(window: number): void {
    this.duties.idle(window, this.floor.calendar.nowUs);
    this.duties.close(window);
    this.floor.tell(EventKind.WindowClose, -1, window, 0);
    this.clients.onUnmanned(window);
  }

  /**
   * Another session is on: windows that have stayed for those inside of an earlier one, and are not
   * on duty now, leave what is left to others who serve the same.
   */
  relieve(): void {
    if (!this.duties.anyDraining) return;
    const { windows, sessions, classes } = this.floor.model;
    const timeUs = this.floor.calendar.nowUs % DAY_US;
    if (!sessions.some((s) => s.fromUs <= timeUs && timeUs < s.toUs)) return;
    const isServedElsewhere = (c: number, window: number) =>
      classes[c]!.windows.some((w) => w !== window && this.duties.post(w) === Post.Open);
    for (const [w, { classes: served, issuing }] of windows.entries()) {
      if (this.duties.post(w) !== Post.Draining) continue;
      const others = issuing
        ? this.duties.issuing.some((i) => i !== w && this.duties.post(i) === Post.Open)
        : served.every((c) => isServedElsewhere(c, w));
      if (others) this.end(w, false);
    }
  }

  /** Windows that stay for those inside close when nobody inside needs them. */
  closeUnneeded(): void {
    if (!this.duties.anyDraining) return;
    for (let w = 0; w < this.floor.model.windows.length; w++)
      if (
        this.duties.post(w) === Post.Draining &&
        this.duties.isIdle(w) &&
        !this.clients.isNeeded(w)
      )
        this.close(w);
  }
}
