import type { Job } from './approvals';
import { DAY_US } from './arrivals';
import type { BackOffice } from './back-office';
import type { HallFloor } from './floor';
import { EventKind } from './record';

/** The two lowest of the five levels are followed up (GB/T 39735-2020). */
const LOW = 3;
const LEVELS = 5;

interface FollowUp {
  readonly visitor: number;
  readonly dueUs: number;
}

/** Ratings at the window, and the follow-up of low ones. */
export class Quality {
  private readonly followUps: (FollowUp | null)[] = [];
  private readonly free: number[] = [];

  constructor(
    private readonly floor: HallFloor,
    private readonly backOffice: () => BackOffice,
  ) {}

  /** A visitor rates: by the base distribution, and lower after a wait over the target. */
  rate(slot: number, window: number): void {
    const { visitors: v, model, draws } = this.floor;
    const { upTo, lowerPerUs, followUp } = model.rating!;
    const own = draws[v.classIndex[slot]!]!;
    const key = v.key[slot]!;
    const u = own.rating.at(key);
    let level = upTo.findIndex((limit) => u < limit);
    if (level < 0) level = LEVELS - 1;
    const overUs = v.waitUs[slot]! - model.targetUs;
    if (lowerPerUs > 0 && overUs > 0 && own.lowered.at(key) < overUs * lowerPerUs)
      level = Math.min(LEVELS - 1, level + 1);
    this.floor.tell(EventKind.Rate, slot, window, level);
    if (level < LOW || !followUp) return;
    const today = Math.floor(this.floor.calendar.nowUs / DAY_US);
    const row = this.free.pop() ?? this.followUps.length;
    this.followUps[row] = {
      visitor: v.number[slot]!,
      dueUs: (today + followUp.withinDays + 1) * DAY_US,
    };
    this.backOffice().submit(followUp.backOffice, {
      kind: 'followUp',
      subject: row,
      part: 0,
      seconds: own.followUp!.at(key),
    });
  }

  visitorOf(row: number): number {
    return this.followUps[row]!.visitor;
  }

  /** A low rating has been followed up; true if too late. */
  followedUp({ subject }: Job): boolean {
    const { dueUs } = this.followUps[subject]!;
    this.followUps[subject] = null;
    this.free.push(subject);
    return this.floor.calendar.nowUs > dueUs;
  }
}
