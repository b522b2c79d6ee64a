import type { SweepTask } from './task';
import { pointsOf } from './task';

/** Runs `from` … `to − 1` of one variant of a hall, by its place among the points. */
export interface Part {
  readonly point: number;
  readonly from: number;
  readonly to: number;
}

/** A piece of a sweep: runs of some variants of one hall. */
export interface SweepPiece {
  readonly index: number;
  readonly hall: number;
  readonly parts: readonly Part[];
}

/**
 * The pieces of a task, of about equally many simulated visits and in the order of halls, variants
 * and runs. They follow from the task alone: every machine numbers them alike.
 */
export class Pieces {
  readonly count: number;
  /** First piece of each hall, and the count behind the last. */
  private readonly firsts: readonly number[];
  private readonly factors: readonly number[];
  /** Of the last hall asked for. */
  private last: { readonly hall: number; readonly lists: readonly (readonly Part[])[] } | null =
    null;

  constructor(private readonly task: SweepTask) {
    this.factors = pointsOf(task).map(({ group }) => {
      const demand = task.groups[group]!.assumptions.find(([id]) => id === 'demand');
      return demand ? demand[1] : 1;
    });
    const firsts = [0];
    for (let hall = 0; hall < task.halls.length; hall++)
      firsts.push(firsts[hall]! + this.listsOf(hall).length);
    this.firsts = firsts;
    this.count = firsts.at(-1)!;
  }

  /** Throws RangeError if there is no such piece. */
  at(index: number): SweepPiece {
    const hall = this.hallOf(index);
    if (this.last?.hall !== hall) this.last = { hall, lists: this.listsOf(hall) };
    return { index, hall, parts: this.last.lists[index - this.firsts[hall]!]! };
  }

  hallOf(index: number): number {
    if (!(Number.isInteger(index) && index >= 0 && index < this.count))
      throw new RangeError(`no piece ${index}`);
    let [low, high] = [0, this.task.halls.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.firsts[middle]! <= index) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Pieces of a hall: from the first up to, and without, the second. */
  ofHall(hall: number): readonly [from: number, to: number] {
    return [this.firsts[hall]!, this.firsts[hall + 1]!];
  }

  private listsOf(hall: number): Part[][] {
    const { visitsAPiece, replications } = this.task;
    const { visitsARun } = this.task.halls[hall]!;
    const lists: Part[][] = [];
    let open: Part[] = [];
    let room = visitsAPiece;
    const close = () => {
      if (open.length > 0) lists.push(open);
      open = [];
      room = visitsAPiece;
    };
    for (const [point, factor] of this.factors.entries()) {
      const cost = Math.max(1, visitsARun * factor);
      // What is larger than a piece is cut evenly; what is smaller is put together.
      const cuts = Math.min(replications, Math.ceil((cost * replications) / visitsAPiece));
      for (let cut = 0; cut < cuts; cut++) {
        const from = Math.round((replications * cut) / cuts);
        const to = Math.round((replications * (cut + 1)) / cuts);
        if ((to - from) * cost > room) close();
        open.push({ point, from, to });
        room -= (to - from) * cost;
      }
    }
    close();
    return lists;
  }
}
