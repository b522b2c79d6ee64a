import { ThreadFailure } from './lane';

/** One pair of hands: a thread that does one job at a time. */
export interface Hand<Job, Result> {
  /** Rejects with `ThreadFailure` when the thread dies of it, or has died. */
  run(job: Job): Promise<Result>;
  end(): void;
}

/** A job that takes its thread down as often as this is given up. */
const MOST_DEATHS = 3;

/**
 * Hands that share a list of jobs. Whoever is free takes the next; a hand that dies is replaced
 * and its job done again by another.
 */
export class Crew<Job, Result> {
  private readonly hands: (Hand<Job, Result> | null)[];
  private stopJobs: (() => void) | null = null;

  /**
   * @param start makes a hand; none is made before there is work for it
   * @param size how many work at a time
   * @param giveUp the result of a job that takes every thread down, given why
   */
  constructor(
    private readonly start: () => Hand<Job, Result>,
    readonly size: number,
    private readonly giveUp: (job: Job, reason: string) => Result,
  ) {
    if (!(Number.isInteger(size) && size >= 1)) throw new RangeError(`no crew of ${size}`);
    this.hands = Array.from({ length: size }, () => null);
  }

  /**
   * Does all jobs; their results in the order of the jobs, null if stopped before the last.
   * One list at a time; throws Error while another is being done.
   *
   * @param onDone hears of each result as it comes
   */
  async run(
    jobs: readonly Job[],
    onDone: (result: Result, index: number) => void = () => {},
  ): Promise<Result[] | null> {
    if (this.stopJobs) throw new Error('the crew is at work already');
    const results: Result[] = [];
    const deaths = new Uint8Array(jobs.length);
    const open = jobs.map((_, index) => index).reverse();
    let left = jobs.length;
    let stopped = false;
    const halted = new Promise<void>((resolve) => {
      this.stopJobs = () => {
        stopped = true;
        resolve();
      };
    });

    const finish = (result: Result, index: number) => {
      results[index] = result;
      left--;
      onDone(result, index);
    };
    const work = async (place: number): Promise<void> => {
      for (let index = open.pop(); index !== undefined && !stopped; index = open.pop()) {
        const job = jobs[index]!;
        try {
          this.hands[place] ??= this.start();
          const result = await this.hands[place].run(job);
          if (stopped) return;
          finish(result, index);
        } catch (error) {
          if (stopped) return;
          this.dismiss(place);
          if (!(error instanceof ThreadFailure)) throw error;
          if (++deaths[index]! < MOST_DEATHS) open.push(index);
          else finish(this.giveUp(job, error.message), index);
        }
      }
    };
    // A place that has run out of jobs may be needed again when another's job comes back.
    const all = async () => {
      while (left > 0 && !stopped)
        await Promise.all(this.hands.slice(0, Math.max(open.length, 1)).map((_, p) => work(p)));
    };
    try {
      await Promise.race([all(), halted]);
    } catch (error) {
      // The others would take their end for a death, and go on with new hands.
      stopped = true;
      this.close();
      throw error;
    } finally {
      this.stopJobs = null;
    }
    if (stopped) return null;
    return results;
  }

  /** Stops the list under way, if any: what is half done is thrown away. */
  stop(): void {
    if (!this.stopJobs) return;
    this.stopJobs();
    this.close();
  }

  /** Ends all hands; new ones are made when there is work again. */
  close(): void {
    for (let place = 0; place < this.hands.length; place++) this.dismiss(place);
  }

  private dismiss(place: number): void {
    this.hands[place]?.end();
    this.hands[place] = null;
  }
}
