import type { BackOfficeModel } from './model';
import { Ring } from './ring';

/** What an approver works on. */
export interface Job {
  readonly kind: 'inHall' | 'review' | 'followUp';
  /** Slot of the visitor who waits in the hall, or row of the case. */
  readonly subject: number;
  /** Which part of the review. */
  readonly part: number;
  readonly seconds: number;
}

/**
 * Back offices: jobs wait first come, first served for the first free approver, those of people
 * who wait in the hall before the others.
 */
export class Approvals {
  private readonly urgent: readonly Ring[];
  private readonly ordinary: readonly Ring[];
  private readonly jobs: (Job | null)[] = [];
  private readonly freeJobs: number[] = [];
  /** Job of each approver, −1 for none; approvers of all offices in a row. */
  private readonly working: Int32Array;
  private readonly office: Int32Array;
  private readonly firstOf: readonly number[];

  constructor(offices: readonly BackOfficeModel[]) {
    this.urgent = offices.map(() => new Ring());
    this.ordinary = offices.map(() => new Ring());
    let total = 0;
    this.firstOf = offices.map((o) => {
      total += o.approvers;
      return total - o.approvers;
    });
    this.working = new Int32Array(total).fill(-1);
    this.office = new Int32Array(total);
    for (const [i, o] of offices.entries())
      this.office.fill(i, this.firstOf[i]!, this.firstOf[i]! + o.approvers);
  }

  submit(office: number, job: Job): void {
    const row = this.freeJobs.pop() ?? this.jobs.length;
    this.jobs[row] = job;
    (job.kind === 'inHall' ? this.urgent : this.ordinary)[office]!.push(row);
  }

  /**
   * Gives the next job to a free approver; −1 when none waits or nobody is free.
   *
   * @param open whether jobs are taken up for which nobody waits in the hall
   */
  take(office: number, open: boolean): number {
    const urgent = this.urgent[office]!;
    const ring = urgent.length > 0 || !open ? urgent : this.ordinary[office]!;
    if (ring.length === 0) return -1;
    for (let a = this.firstOf[office]!; this.office[a] === office; a++) {
      if (this.working[a]! >= 0) continue;
      this.working[a] = ring.shift();
      return a;
    }
    return -1;
  }

  job(approver: number): Job {
    return this.jobs[this.working[approver]!]!;
  }

  officeOf(approver: number): number {
    return this.office[approver]!;
  }

  numberInOffice(approver: number): number {
    return approver - this.firstOf[this.office[approver]!]!;
  }

  /** Frees the approver and returns the job that is done. */
  release(approver: number): Job {
    const row = this.working[approver]!;
    const job = this.jobs[row]!;
    this.working[approver] = -1;
    this.jobs[row] = null;
    this.freeJobs.push(row);
    return job;
  }
}
