import { Approvals } from './approvals';
import { Due } from './due';
import type { HallFloor } from './floor';
import { EventKind } from './record';

/** Behind the counters: cases wait for an approver of their office, are decided and handed on. */
export class BackOffice {
  private readonly approvals: Approvals;

  /** @param onDecided takes over the visitor whose case is decided */
  constructor(
    private readonly floor: HallFloor,
    private readonly onDecided: (slot: number) => void,
  ) {
    this.approvals = new Approvals(floor.model.backOffices);
  }

  /** A visitor's case goes to an office. */
  submit(slot: number, office: number): void {
    this.floor.visitors.at[slot] = office;
    this.floor.tell(EventKind.CaseSubmit, slot, office, 0);
    this.approvals.submit(office, slot);
    this.start(office);
  }

  /** An approver has decided a case. */
  end(approver: number): void {
    const office = this.approvals.officeOf(approver);
    const slot = this.approvals.release(approver);
    this.floor.tell(EventKind.ApprovalEnd, slot, office, this.approvals.numberInOffice(approver));
    this.onDecided(slot);
    this.start(office);
  }

  private start(office: number): void {
    const { visitors: v, model, draws } = this.floor;
    for (;;) {
      const approver = this.approvals.take(office);
      if (approver < 0) return;
      const slot = this.approvals.visitor(approver);
      const c = v.classIndex[slot]!;
      const number = this.approvals.numberInOffice(approver);
      this.floor.tell(EventKind.ApprovalStart, slot, office, number);
      const { duration } = model.classes[c]!.approval!;
      const seconds = duration.sample(draws[c]!.approval.at(v.ordinal[slot]!));
      this.floor.scheduleIn(seconds, Due.ApprovalEnd, approver);
    }
  }
}
