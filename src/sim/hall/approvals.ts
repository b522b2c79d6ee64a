import { Ring } from './queue';

/** Back offices: cases wait first come, first served for the first free approver. */
export class Approvals {
  private readonly cases: readonly Ring[];
  /** Visitor whose case each approver works on, −1 for none; approvers of all offices in a row. */
  private readonly working: Int32Array;
  private readonly office: Int32Array;
  private readonly firstOf: readonly number[];

  constructor(offices: readonly { readonly approvers: number }[]) {
    this.cases = offices.map(() => new Ring());
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

  submit(office: number, slot: number): void {
    this.cases[office]!.push(slot);
  }

  /** Gives the next case to a free approver; −1 when no case waits or nobody is free. */
  take(office: number): number {
    if (this.cases[office]!.length === 0) return -1;
    for (let a = this.firstOf[office]!; this.office[a] === office; a++) {
      if (this.working[a]! >= 0) continue;
      this.working[a] = this.cases[office]!.shift();
      return a;
    }
    return -1;
  }

  visitor(approver: number): number {
    return this.working[approver]!;
  }

  officeOf(approver: number): number {
    return this.office[approver]!;
  }

  numberInOffice(approver: number): number {
    return approver - this.firstOf[this.office[approver]!]!;
  }

  /** Frees the approver and returns the visitor whose case is decided. */
  release(approver: number): number {
    const slot = this.working[approver]!;
    this.working[approver] = -1;
    return slot;
  }
}
