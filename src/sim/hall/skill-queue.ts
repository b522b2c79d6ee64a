import { PooledQueue } from './pooled-queue';

/**
 * Pooled, and a free window also helps with other classes that it knows: when enough of them wait
 * and enough other windows stay free for its own classes (the reserve), or when none of their own
 * windows is manned.
 */
export class SkillQueue extends PooledQueue {
  override windowFor(slot: number): number {
    const own = super.windowFor(slot);
    if (own >= 0) return own;
    const c = this.visitors.ticketClass[slot]!;
    // Whoever waits already is helped first.
    if (this.waitingOf(c) > 0) return -1;
    // The newcomer counts among those who wait.
    const helpers = this.model.classes[c]!.helpers.filter((w) => this.mayHelp(w, c, 1));
    return this.duties.longestIdle(helpers);
  }

  override next(window: number): number {
    const own = super.next(window);
    if (own >= 0) return own;
    const { helps } = this.model.windows[window]!;
    return this.nextOf(helps.filter((c) => this.mayHelp(window, c, this.waitingOf(c))));
  }

  private mayHelp(window: number, c: number, waiting: number): boolean {
    const { queueing, classes } = this.model;
    if (queueing.kind !== 'bySkill') return false;
    if (!this.duties.anyTaking(classes[c]!.windows)) return true;
    return waiting >= queueing.helpAtWaiting && this.reserveOf(window) >= queueing.reserve;
  }

  /** Other windows that are free for the window's own classes: the fewest for any of them. */
  private reserveOf(window: number): number {
    const { classes, windows } = this.model;
    const free = windows[window]!.classes.map(
      (c) => classes[c]!.windows.filter((w) => w !== window && this.duties.canTake(w)).length,
    );
    return Math.min(...free);
  }
}
