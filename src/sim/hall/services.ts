import type { HallFloor } from './floor';
import { LeaveReason, Origin } from './record';

/** What a window does for somebody, and how long that takes. */
export class Services {
  /** 1: the window serves or helps the class; window by window. */
  private readonly serves: Uint8Array;

  constructor(private readonly floor: HallFloor) {
    const { windows, classes } = floor.model;
    this.serves = new Uint8Array(windows.length * classes.length);
    for (const [w, window] of windows.entries())
      for (const c of [...window.classes, ...window.helps]) this.serves[w * classes.length + c] = 1;
  }

  /** Whether a window cannot serve what the visitor came for: the ticket was a wrong one. */
  isWrong(slot: number, window: number): boolean {
    const { model, visitors: v } = this.floor;
    if (!model.wrongTicket) return false;
    return this.serves[window * model.classes.length + v.classIndex[slot]!] === 0;
  }

  /** Seconds that the service takes, for a clerk of ordinary speed. */
  secondsOf(slot: number, window: number): number {
    const { visitors: v, draws: all } = this.floor;
    const draws = all[v.classIndex[slot]!]!;
    const key = v.key[slot]!;
    if (v.reason[slot] === LeaveReason.Issued) {
      const collects = v.origin[slot] === Origin.Collection && draws.caseIssue !== null;
      return (collects ? draws.caseIssue! : draws.issue!).at(key);
    }
    if (this.isWrong(slot, window)) return draws.clarify!.at(key);
    if (v.origin[slot] === Origin.HandIn) return draws.handIn!.at(key);
    const known = this.floor.model.classes[v.classIndex[slot]!]!.knownServiceS?.[key];
    return known !== undefined && known >= 0 ? known : draws.service.at(key);
  }
}
