import type { HallModel } from './model';
import { TicketQueue } from './queue';
import type { Queueing } from './queueing';
import type { Visitors } from './visitors';
import type { Duties } from './windows';

/** One ticket sequence for all: a free window calls whoever comes first of the classes it serves. */
export class PooledQueue implements Queueing {
  private readonly queue: TicketQueue;

  constructor(
    protected readonly model: HallModel,
    protected readonly visitors: Visitors,
    protected readonly duties: Duties,
  ) {
    this.queue = new TicketQueue(visitors, model.classes.length);
  }

  windowFor(slot: number): number {
    if (!this.duties.anyIdle) return -1;
    return this.duties.longestIdle(this.model.classes[this.visitors.ticketClass[slot]!]!.windows);
  }

  join(slot: number): void {
    this.queue.push(this.visitors.ticketClass[slot]!, slot);
  }

  leave(slot: number): void {
    this.queue.remove(slot);
  }

  next(window: number): number {
    return this.nextOf(this.model.windows[window]!.classes);
  }

  ahead(slot: number): number {
    const { classes } = this.model;
    const { series } = classes[this.visitors.ticketClass[slot]!]!;
    let ahead = 0;
    for (let c = 0; c < classes.length; c++)
      if (classes[c]!.series === series) ahead += this.queue.length(c);
    return ahead;
  }

  waitingFor(window: number): number {
    let waiting = 0;
    for (const c of this.model.windows[window]!.classes) waiting += this.queue.length(c);
    return waiting;
  }

  anyOf(classIndex: number): number {
    return this.queue.first(classIndex);
  }

  opened(): void {
    // Nobody waits for one window in particular.
  }

  closed(): void {}

  protected waitingOf(classIndex: number): number {
    return this.queue.length(classIndex);
  }

  /** Takes out the first of several classes, −1 if none of them waits. */
  protected nextOf(classes: readonly number[]): number {
    const { queue } = this;
    let best = -1;
    for (let i = 0; i < classes.length; i++) {
      const first = queue.first(classes[i]!);
      if (first >= 0 && (best < 0 || queue.precedes(first, best))) best = first;
    }
    if (best >= 0) queue.remove(best);
    return best;
  }
}
