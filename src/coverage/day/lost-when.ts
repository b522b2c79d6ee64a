/** A window is lost when more than so many wait. */
export interface WaitingRule {
  readonly moreThan: number;
  /** Of the time that it was lost, the share in which more than that waited. */
  readonly ofLost: number;
  /** Of the time that more than that waited, the share in which it was lost. */
  readonly ofWaiting: number;
}

/** How long a window was clear and lost, by how many waited. */
export class WaitingTally {
  /** Samples by how many waited. */
  readonly all: number[] = [];
  readonly lost: number[] = [];

  note(waiting: number, clear: boolean): void {
    this.all[waiting] = (this.all[waiting] ?? 0) + 1;
    if (!clear) this.lost[waiting] = (this.lost[waiting] ?? 0) + 1;
  }
}

/** Of the lost time, so much must fall into what the rule says … */
const MOST_OF_LOST = 0.9;
/** … and of what the rule says, so much must be lost: else it says nothing. */
const MOST_OF_WAITING = 0.5;

/**
 * The number of waiting people above which a window is lost: the largest for which that is true of
 * nine tenths of the lost time, and of half the time that more than that many waited. Null if there
 * is none, or if it was never clear: then the crowd is not what tells.
 */
export function lostWhen({ all, lost }: WaitingTally): WaitingRule | null {
  const sum = (counts: readonly number[], from: number) => {
    let total = 0;
    for (let n = from; n < counts.length; n++) total += counts[n] ?? 0;
    return total;
  };
  const lostAll = sum(lost, 0);
  if (lostAll === 0 || lostAll === sum(all, 0)) return null;
  for (let moreThan = all.length - 1; moreThan >= 0; moreThan--) {
    const within = sum(lost, moreThan + 1);
    const waiting = sum(all, moreThan + 1);
    if (waiting === 0) continue;
    const ofLost = within / lostAll;
    const ofWaiting = within / waiting;
    if (ofLost >= MOST_OF_LOST && ofWaiting >= MOST_OF_WAITING)
      return { moreThan, ofLost, ofWaiting };
  }
  return null;
}
