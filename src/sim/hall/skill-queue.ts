import { PooledQueue } from './pooled-queue';

/**
 * Pooled, and a free window also helps with other classes that it knows: when enough of them wait
 * and enough other windows stay free for its own classes (the reserve).
 */
export class SkillQueue extends PooledQueue {
  override windowFor(slot: number): number {
    const own = super.windowFor(slot);
    if (own >= 0) return own;
    const c = this.visitors.ticketClass[slot]!;
    const { helpAtWaiting } = this.rule;
    // The newcomer counts among those who wait.
    if (this.waitingOf(c) + 1 < helpAtWaiting) return -1;
    return this.duties.longestIdle(this.model.classes[c]!.helpers.filter((w) => this.mayHelp(w)));
  }

  override next(window: number): number {
    const own = super.next(window);
    if (own >= 0) return own;
    const { helps } = this.model.windows[window]!;
    if (helps.length === 0 || !this.mayHelp(window)) return -1;
    const { helpAtWaiting } = this.rule;
    return this.nextOf(helps.filter((c) => this.waitingOf(c) >= helpAtWaiting));
  }

  /** Whether enough other windows are free for the window's own classes. */
  private mayHelp(window: number): boolean {
    const { reserve } = this.rule;
    const { classes, windows } = this.model;
    return windows[window]!.classes.every((c) => {
      const others = classes[c]!.windows.filter((w) => w !== window && this.duties.canTake(w));
      return others.length >= reserve;
    });
  }

  private get rule() {
    const { queueing } = this.model;
    return queueing.kind === 'bySkill' ? queueing : { reserve: 0, helpAtWaiting: 1 };
  }
}
