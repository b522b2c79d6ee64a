import type { ClassDraws } from './draws';
import type { ExpectedVisits } from './expected-visits';
import type { HallFloor } from './floor';
import type { ClassModel } from './model-class';
import { EventKind, Origin, Outcome } from './record';
import { isFurtherVisit, nextAttempt } from './visitors';

/** What a service ends in, whether papers are complete, and who comes again because of it. */
export class Outcomes {
  constructor(
    private readonly floor: HallFloor,
    private readonly expected: ExpectedVisits,
  ) {}

  /** Whether a paper is missing with which the visitor would be sent back. */
  lacksPaper(slot: number): boolean {
    const { kind, draws, key } = this.of(slot);
    return isMissing(kind, draws, key) && !isAccepted(kind, draws, key);
  }

  /** What the visitor's service at a window ends in. */
  decide(slot: number): Outcome {
    const { kind, draws, key, origin } = this.of(slot);
    if (kind.doneUpTo >= 1 || origin === Origin.HandIn) return Outcome.Done;
    if (isMissing(kind, draws, key)) {
      if (!isAccepted(kind, draws, key)) return Outcome.SentBack;
      return regionOf(kind, draws.decision.at(key) * kind.promisedUpTo);
    }
    const u = draws.outcome.at(key);
    if (!isFurtherVisit(key)) return regionOf(kind, u);
    const again = kind.returnVisit?.again ?? 0;
    return regionOf(kind, (u / (1 - again)) * kind.promisedUpTo);
  }

  /** What follows from it for later visits; to be called once, after the service is recorded. */
  settle(slot: number, outcome: Outcome): void {
    const { kind, draws, key, origin } = this.of(slot);
    if (outcome === Outcome.SentBack) this.sentBack(slot);
    else if (
      kind.incomplete &&
      origin !== Origin.HandIn &&
      isMissing(kind, draws, key) &&
      isAccepted(kind, draws, key)
    )
      this.acceptedIncomplete(slot);
  }

  /** Somebody has been told what is missing and may come again. */
  sentBack(slot: number): void {
    const { kind, draws, key } = this.of(slot);
    const rule = kind.returnVisit;
    if (!rule || draws.returns.at(key) >= rule.share) return;
    const visit = this.again(slot, Origin.Return);
    if (rule.delay) this.expected.expectIn(draws.returnDelay!.at(key), visit);
    else this.expected.expectAfter(rule.afterDays!(draws.returnAfter.at(key)), visit);
  }

  private acceptedIncomplete(slot: number): void {
    const { kind, draws, key } = this.of(slot);
    const rule = kind.incomplete!;
    this.floor.tell(EventKind.AcceptIncomplete, slot, this.floor.visitors.classIndex[slot]!, 0);
    if (draws.brings.at(key) < rule.online) return;
    const days = rule.broughtAfter(draws.broughtAfter.at(key));
    this.expected.expectAfter(days, this.again(slot, Origin.HandIn));
  }

  private again(slot: number, origin: Origin) {
    const { visitors: v } = this.floor;
    return {
      classIndex: v.classIndex[slot]!,
      key: nextAttempt(v.key[slot]!),
      origin,
      previous: v.number[slot]!,
    };
  }

  private of(slot: number) {
    const { visitors: v, model, draws } = this.floor;
    const c = v.classIndex[slot]!;
    return {
      kind: model.classes[c]!,
      draws: draws[c]!,
      key: v.key[slot]!,
      origin: v.origin[slot] as Origin,
    };
  }
}

/** The papers of a first visit are missing with the class's share, those of a later one with another. */
function isMissing(kind: ClassModel, draws: ClassDraws, key: number): boolean {
  if (kind.promisedUpTo >= 1) return false;
  const u = draws.outcome.at(key);
  if (!isFurtherVisit(key)) return u >= kind.promisedUpTo;
  return u >= 1 - (kind.returnVisit?.again ?? 0);
}

/** 容缺受理. */
function isAccepted(kind: ClassModel, draws: ClassDraws, key: number): boolean {
  return kind.incomplete !== null && draws.incomplete.at(key) < kind.incomplete.share;
}

function regionOf(kind: ClassModel, u: number): Outcome {
  // Where every first visit is sent back, no other outcome is known: a later one is done.
  if (u < kind.doneUpTo || kind.promisedUpTo === 0) return Outcome.Done;
  return u < kind.approvalUpTo ? Outcome.Approval : Outcome.Promised;
}
