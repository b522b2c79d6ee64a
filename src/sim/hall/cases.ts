import type { Job } from './approvals';
import { DAY_US } from './arrivals';
import type { BackOffice } from './back-office';
import { Due } from './due';
import type { ExpectedVisits } from './expected-visits';
import type { HallFloor } from './floor';
import { EventKind, Origin } from './record';
import { nextAttempt } from './visitors';

interface Case {
  readonly classIndex: number;
  readonly key: number;
  /** Number of the visitor who handed it in. */
  readonly visitor: number;
  /** Latest instant at which it is in time. */
  readonly dueUs: number;
  partsLeft: number;
  refused: boolean;
}

/** Promised cases: they go on when their visitors have left, from day to day, until they are closed. */
export class Cases {
  private readonly cases: (Case | null)[] = [];
  private readonly free: number[] = [];

  constructor(
    private readonly floor: HallFloor,
    private readonly expected: ExpectedVisits,
    private readonly backOffice: () => BackOffice,
  ) {}

  /** A visitor is promised a decision. */
  accept(slot: number): void {
    const { visitors: v, model, draws, calendar } = this.floor;
    const c = v.classIndex[slot]!;
    const rule = model.classes[c]!.promisedCase;
    if (!rule) return;
    const key = v.key[slot]!;
    const today = Math.floor(calendar.nowUs / DAY_US);
    this.floor.tell(EventKind.CaseAccept, slot, c, rule.promisedDays);
    const row = this.add({
      classIndex: c,
      key,
      visitor: v.number[slot]!,
      dueUs: (today + rule.promisedDays + 1) * DAY_US,
      partsLeft: rule.review.length,
      refused: false,
    });
    const { survey } = rule;
    if (!survey || draws[c]!.survey.at(key) >= survey.share) {
      this.review(row);
      return;
    }
    const days = survey.after(draws[c]!.surveyAfter.at(key));
    // The surveyors report at the beginning of the day.
    const atUs = Math.max(calendar.nowUs, (today + days) * DAY_US);
    if (atUs < model.stopUs && (model.days === 0 || atUs < model.days * DAY_US))
      calendar.schedule(atUs, Due.CaseStep, row);
  }

  /** All departments concerned begin at the same time. */
  review(row: number): void {
    const { classIndex, key } = this.cases[row]!;
    const { model, draws } = this.floor;
    const { review } = model.classes[classIndex]!.promisedCase!;
    for (const [part, { backOffice }] of review.entries())
      this.backOffice().submit(backOffice, {
        kind: 'review',
        subject: row,
        part,
        seconds: draws[classIndex]!.review[part]!.at(key),
      });
  }

  visitorOf(row: number): number {
    return this.cases[row]!.visitor;
  }

  /** A department is done: the case is decided with the last one, and refused if one disagrees. */
  reviewed({ subject: row, part }: Job): void {
    const one = this.cases[row]!;
    const { model, draws, calendar } = this.floor;
    const { review, result } = model.classes[one.classIndex]!.promisedCase!;
    const own = draws[one.classIndex]!;
    if (own.agrees.nth(one.key, part) >= review[part]!.agrees) one.refused = true;
    if (--one.partsLeft > 0) return;
    const late = calendar.nowUs > one.dueUs;
    this.tell(EventKind.CaseDecided, one, Number(one.refused) + (late ? 2 : 0));
    this.cases[row] = null;
    this.free.push(row);
    if (!result || one.refused) return;
    if (own.delivered.at(one.key) < result.delivered) {
      this.tell(EventKind.CaseClosed, one, 0);
      return;
    }
    this.expectCollection(one, result.collectAfter(own.collectAfter.at(one.key)));
  }

  /** Somebody's certificate could not be issued today: they collect it on the next working day. */
  collectLater(slot: number): void {
    const { visitors: v } = this.floor;
    const one = {
      classIndex: v.classIndex[slot]!,
      key: v.key[slot]!,
      visitor: v.number[slot]!,
    };
    this.expectCollection(one, 1);
  }

  private expectCollection(
    one: { readonly classIndex: number; readonly key: number; readonly visitor: number },
    days: number,
  ): void {
    this.expected.expectAfter(days, {
      classIndex: one.classIndex,
      key: nextAttempt(one.key),
      origin: Origin.Collection,
      previous: one.visitor,
    });
  }

  private tell(kind: EventKind, { visitor, classIndex }: Case, value: number): void {
    this.floor.tellOf(kind, visitor, classIndex, value);
  }

  private add(one: Case): number {
    const row = this.free.pop() ?? this.cases.length;
    this.cases[row] = one;
    return row;
  }
}
