import { Approvals, type Job } from './approvals';
import { DAY_US } from './arrivals';
import { Due } from './due';
import type { HallFloor } from './floor';
import { EventKind } from './record';

/** Who hears that work behind the counters is done. */
export interface BackOfficeClients {
  /** Every department has done its part for somebody who waits in the hall. */
  onDecided(slot: number): void;
  /** Number of the visitor whose case or rating it is. */
  visitorOf(job: Job): number;
  /** A department has done its part of a promised case. */
  onReviewed(job: Job): void;
  /** A low rating has been followed up; true if too late. */
  onFollowedUp(job: Job): boolean;
}

/** Behind the counters: jobs wait for an approver of their office, are done and handed on. */
export class BackOffice {
  private readonly approvals: Approvals;

  constructor(
    private readonly floor: HallFloor,
    private readonly clients: BackOfficeClients,
  ) {
    this.approvals = new Approvals(floor.model.backOffices);
  }

  /**
   * The case of somebody who waits goes to the offices of its class.
   *
   * @param secondsOf work on each part; as drawn unless given
   */
  submitOf(slot: number, secondsOf = this.workOn(slot)): void {
    const { visitors: v, model } = this.floor;
    const c = v.classIndex[slot]!;
    const { parts } = model.classes[c]!.approval!;
    v.parts[slot] = parts.length;
    v.at[slot] = parts[0]!.backOffice;
    for (let i = 0; i < parts.length; i++) {
      const { backOffice } = parts[i]!;
      const kind = i === 0 ? EventKind.CaseSubmit : EventKind.ReviewSubmit;
      this.floor.tell(kind, slot, backOffice, 0);
      this.approvals.submit(backOffice, {
        kind: 'inHall',
        subject: slot,
        part: i,
        seconds: secondsOf(i),
      });
    }
    for (const { backOffice } of parts) this.start(backOffice);
  }

  private workOn(slot: number): (part: number) => number {
    const { visitors: v, draws } = this.floor;
    const { approval } = draws[v.classIndex[slot]!]!;
    return (part) => approval[part]!.at(v.key[slot]!);
  }

  /** A job goes to an office for which nobody waits in the hall. */
  submit(office: number, job: Job): void {
    const kind = job.kind === 'followUp' ? EventKind.FollowUpSubmit : EventKind.ReviewSubmit;
    this.floor.tellOf(kind, this.clients.visitorOf(job), office, 0);
    this.approvals.submit(office, job);
    this.start(office);
  }

  /** Schedules the hours of a day. */
  openOn(day: number): void {
    for (const [office, { hours }] of this.floor.model.backOffices.entries())
      for (const { fromUs, toUs } of hours ?? []) {
        this.floor.calendar.schedule(day * DAY_US + fromUs, Due.OfficeStart, office);
        this.floor.calendar.schedule(day * DAY_US + toUs, Due.OfficeStop, office);
      }
  }

  /** The approvers of an office come on duty. */
  open(office: number): void {
    const { approvers } = this.floor.model.backOffices[office]!;
    this.floor.tell(EventKind.OfficeOpen, -1, office, approvers);
    this.start(office);
  }

  /** An approver has done a job. */
  end(approver: number): void {
    const office = this.approvals.officeOf(approver);
    const number = this.approvals.numberInOffice(approver);
    const job = this.approvals.release(approver);
    if (job.kind === 'inHall') this.endInHall(job, office, number);
    else if (job.kind === 'review') {
      this.floor.tellOf(EventKind.ReviewEnd, this.clients.visitorOf(job), office, number);
      this.clients.onReviewed(job);
    } else {
      const visitor = this.clients.visitorOf(job);
      this.floor.tellOf(
        EventKind.FollowUpEnd,
        visitor,
        office,
        Number(this.clients.onFollowedUp(job)),
      );
    }
    this.start(office);
  }

  private endInHall(job: Job, office: number, number: number): void {
    const { visitors: v } = this.floor;
    const slot = job.subject;
    const last = --v.parts[slot]! === 0;
    this.floor.tell(last ? EventKind.ApprovalEnd : EventKind.ReviewEnd, slot, office, number);
    if (last) this.clients.onDecided(slot);
  }

  /** Free approvers take up what waits. */
  private start(office: number): void {
    const open = this.isOpen(office);
    for (;;) {
      const approver = this.approvals.take(office, open);
      if (approver < 0) return;
      const job = this.approvals.job(approver);
      const number = this.approvals.numberInOffice(approver);
      if (job.kind === 'inHall') {
        const kind = job.part === 0 ? EventKind.ApprovalStart : EventKind.ReviewStart;
        this.floor.tell(kind, job.subject, office, number);
      } else if (job.kind === 'review')
        this.floor.tellOf(EventKind.ReviewStart, this.clients.visitorOf(job), office, number);
      this.floor.scheduleIn(job.seconds, Due.ApprovalEnd, approver);
    }
  }

  private isOpen(office: number): boolean {
    const { hours } = this.floor.model.backOffices[office]!;
    if (!hours) return true;
    const timeUs = this.floor.calendar.nowUs % DAY_US;
    return hours.some(({ fromUs, toUs }) => fromUs <= timeUs && timeUs < toUs);
  }
}
