import type { ClassDraws } from './draws';
import type { HallModel } from './model';
import { TicketQueue } from './queue';
import type { Queueing } from './queueing';
import type { Visitors } from './visitors';
import type { Duties } from './windows';

/** A line at every window; who stands last may change to one that has become shorter. */
export class SeparateLines implements Queueing {
  private readonly queue: TicketQueue;
  private readonly random: boolean;
  private readonly jockeyAt: number;
  private joined = 0;

  /**
   * @param onJoin hears of everybody who joins a line: the visitor, the window, whether they changed
   * @param onFree hears of a free window that somebody has come to
   */
  constructor(
    private readonly model: HallModel,
    private readonly visitors: Visitors,
    private readonly duties: Duties,
    private readonly draws: readonly ClassDraws[],
    private readonly onJoin: (slot: number, window: number, changed: boolean) => void,
    private readonly onFree: (window: number) => void,
  ) {
    const { queueing } = model;
    this.queue = new TicketQueue(visitors, model.windows.length);
    this.random = queueing.kind === 'separateLines' && queueing.choice === 'random';
    const at = queueing.kind === 'separateLines' ? queueing.jockeyAt : null;
    this.jockeyAt = at ?? Number.POSITIVE_INFINITY;
  }

  windowFor(slot: number): number {
    const { visitors: v, duties } = this;
    const chosen = this.choose(slot);
    v.list[slot] = chosen;
    return duties.canTake(chosen) ? chosen : -1;
  }

  join(slot: number): void {
    const window = this.visitors.list[slot]!;
    this.stand(slot, window);
    this.onJoin(slot, window, false);
  }

  leave(slot: number): void {
    const window = this.visitors.list[slot]!;
    this.queue.remove(slot);
    this.shortened(window);
  }

  next(window: number): number {
    let slot = this.queue.first(window);
    // An empty line at a free window is the best reason to change to it.
    if (slot < 0) slot = this.changer(window, 1);
    if (slot < 0) return -1;
    const from = this.visitors.list[slot]!;
    this.queue.remove(slot);
    this.shortened(from);
    return slot;
  }

  ahead(slot: number): number {
    return this.queue.length(this.choose(slot));
  }

  waitingFor(window: number): number {
    const { classes } = this.model.windows[window]!;
    let waiting = 0;
    for (let w = 0; w < this.model.windows.length; w++)
      for (let s = this.queue.first(w); s >= 0; s = this.visitors.next[s]!)
        if (classes.includes(this.visitors.ticketClass[s]!)) waiting++;
    return waiting;
  }

  anyOf(classIndex: number): number {
    for (let w = 0; w < this.model.windows.length; w++)
      for (let s = this.queue.first(w); s >= 0; s = this.visitors.next[s]!)
        if (this.visitors.ticketClass[s] === classIndex) return s;
    return -1;
  }

  /** Those who stand before closed windows go to others, now that some have opened. */
  opened(): void {
    for (let w = 0; w < this.model.windows.length; w++) if (!this.duties.takes(w)) this.closed(w);
  }

  /** Those in the line of a window that has closed go to other windows, if any takes them. */
  closed(window: number): void {
    for (let slot = this.queue.first(window); slot >= 0; ) {
      const following = this.visitors.next[slot]!;
      const to = this.choose(slot);
      if (to !== window && this.duties.takes(to)) {
        this.change(slot, to);
        if (this.duties.canTake(to)) this.onFree(to);
      }
      slot = following;
    }
  }

  /** The line a visitor would join: a free window, else by the rule among those that take people. */
  private choose(slot: number): number {
    const { visitors: v, duties, model } = this;
    const c = v.ticketClass[slot]!;
    const { windows } = model.classes[c]!;
    const open = windows.filter((w) => duties.takes(w));
    const choice = open.length > 0 ? open : windows;
    if (this.random)
      return choice[
        Math.floor(this.draws[v.classIndex[slot]!]!.line.at(v.key[slot]!) * choice.length)
      ]!;
    let best = choice[0]!;
    let shortest = Number.POSITIVE_INFINITY;
    for (const w of choice) {
      const busy = duties.takes(w) && !duties.isIdle(w) ? 1 : 0;
      const people = this.queue.length(w) + busy;
      if (people < shortest) {
        best = w;
        shortest = people;
      }
    }
    return best;
  }

  /** A line has become shorter: the last of a longer one may change to it. */
  private shortened(window: number): void {
    if (!Number.isFinite(this.jockeyAt) || !this.duties.takes(window)) return;
    const slot = this.changer(window, this.jockeyAt);
    if (slot >= 0) this.change(slot, window);
  }

  /** The last of the longest line that is longer by `difference` and may change to the window. */
  private changer(window: number, difference: number): number {
    if (!Number.isFinite(this.jockeyAt)) return -1;
    const { queue, visitors: v } = this;
    const { classes } = this.model.windows[window]!;
    let best = -1;
    let longest = queue.length(window) + difference - 1;
    for (let w = 0; w < this.model.windows.length; w++) {
      if (w === window || queue.length(w) <= longest) continue;
      const last = queue.last(w);
      if (!classes.includes(v.ticketClass[last]!)) continue;
      best = last;
      longest = queue.length(w);
    }
    return best;
  }

  private change(slot: number, to: number): void {
    this.queue.remove(slot);
    this.stand(slot, to);
    this.onJoin(slot, to, true);
  }

  /** Lines know no tickets: behind everybody of the same rank who stands there. */
  private stand(slot: number, window: number): void {
    this.visitors.orderUs[slot] = this.joined++;
    this.queue.push(window, slot);
  }
}
