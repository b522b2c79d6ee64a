import { LeaveReason, Origin } from '../hall/record';
import { WaitSample } from './wait-sample';

/** Figures of one class, or of all together, in one replication. null: nobody to speak of. */
export interface Figures {
  readonly arrived: number;
  readonly served: number;
  readonly abandonedShare: number | null;
  readonly balkedShare: number | null;
  readonly turnedAwayShare: number | null;
  readonly noShowShare: number | null;
  readonly waitMeanS: number | null;
  readonly waitP50S: number | null;
  readonly waitP90S: number | null;
  readonly waitP95S: number | null;
  readonly withinTargetShare: number | null;
  readonly calledWithinShare: number | null;
  readonly timeInHallMeanS: number | null;
  readonly queueMean: number;
  readonly queueMax: number;
  readonly oneVisitShare: number | null;
  readonly visitsPerCase: number | null;
  readonly promisedLateShare: number | null;
  readonly caseDaysMean: number | null;
  readonly lowRatingShare: number | null;
}

/** What is counted of one class, or of all together, in one replication. */
export class Tally {
  arrived = 0;
  served = 0;
  /** Visits that begin something, and all that follow on them. */
  firstVisits = 0;
  furtherVisits = 0;
  /** First visits that ended in a service at a window, and in the result there and then. */
  firstServed = 0;
  firstDone = 0;
  /** Waits that have ended, one way or another. */
  ended = 0;
  abandoned = 0;
  balked = 0;
  turnedAway = 0;
  passedOver = 0;
  within = 0;
  calledWithin = 0;
  /** Still waiting, past the target, when the run ends or is stopped. */
  overdue = 0;
  left = 0;
  timeInHallUs = 0;
  ratings = 0;
  lowRatings = 0;
  casesDecided = 0;
  casesLate = 0;
  caseDays = 0;
  /** Person-µs of waiting within the observation. */
  waitingUs = 0;
  mostWaiting = 0;
  readonly waits = new WaitSample();
  private waiting = 0;
  private sinceUs = 0;

  /** @param clock the calendar's */
  constructor(private readonly clock: Float64Array) {}

  /**
   * Somebody begins to wait.
   *
   * @param open whether the time up to now was observed
   * @param counts whether the highest number counts: also after the last closing
   */
  beginWait(open: boolean, counts: boolean): void {
    this.settle(this.clock[0]!, open);
    this.waiting++;
    if (counts && this.waiting > this.mostWaiting) this.mostWaiting = this.waiting;
  }

  endWait(open: boolean): void {
    this.settle(this.clock[0]!, open);
    this.waiting--;
  }

  /** Counts the person-time up to now, which has passed observed or not. */
  settle(timeUs: number, observed: boolean): void {
    if (observed) this.waitingUs += this.waiting * (timeUs - this.sinceUs);
    this.sinceUs = timeUs;
  }

  /** Somebody has left. */
  leave(origin: Origin, reason: LeaveReason, timeInHallUs: number): void {
    this.left++;
    this.timeInHallUs += timeInHallUs;
    switch (reason) {
      case LeaveReason.Balked:
        this.balked++;
        return;
      case LeaveReason.Full:
        this.turnedAway++;
        return;
      case LeaveReason.PassedOver:
        this.passedOver++;
        return;
    }
    if (reason > LeaveReason.SentBack) return;
    if (origin !== Origin.WalkIn && origin !== Origin.Appointment) return;
    this.firstServed++;
    if (reason === LeaveReason.Done || reason === LeaveReason.Issued) this.firstDone++;
  }

  /**
   * The figures of the whole replication.
   *
   * @param spanUs length of the observation
   */
  figures(spanUs: number): Figures {
    return figuresOf(this, this.waits, this.mostWaiting, spanUs);
  }

  /**
   * The figures of all classes together.
   *
   * @param waits of all classes
   * @param mostWaiting highest number waiting at once, which classes alone can't tell
   */
  static total(
    tallies: readonly Tally[],
    waits: WaitSample,
    mostWaiting: number,
    spanUs: number,
  ): Figures {
    const sum = new Tally(tallies[0]!.clock);
    for (const t of tallies) for (const key of COUNTS) sum[key] += t[key];
    return figuresOf(sum, waits, mostWaiting, spanUs);
  }
}

const COUNTS = [
  'arrived',
  'served',
  'firstVisits',
  'furtherVisits',
  'firstServed',
  'firstDone',
  'ended',
  'abandoned',
  'balked',
  'turnedAway',
  'passedOver',
  'within',
  'calledWithin',
  'overdue',
  'left',
  'timeInHallUs',
  'ratings',
  'lowRatings',
  'casesDecided',
  'casesLate',
  'caseDays',
  'waitingUs',
] as const satisfies readonly (keyof Tally)[];

const PROBABILITIES = [0.5, 0.9, 0.95];

function figuresOf(tally: Tally, waits: WaitSample, mostWaiting: number, spanUs: number): Figures {
  const [p50 = null, p90 = null, p95 = null] = waits.quantiles(PROBABILITIES);
  return {
    arrived: tally.arrived,
    served: tally.served,
    abandonedShare: ratio(tally.abandoned, tally.ended),
    balkedShare: ratio(tally.balked, tally.arrived),
    turnedAwayShare: ratio(tally.turnedAway, tally.arrived),
    noShowShare: ratio(tally.passedOver, tally.ended),
    waitMeanS: waits.mean,
    waitP50S: p50,
    waitP90S: p90,
    waitP95S: p95,
    withinTargetShare: ratio(tally.within, tally.ended + tally.overdue),
    calledWithinShare: ratio(tally.calledWithin, tally.ended + tally.overdue),
    timeInHallMeanS: ratio(tally.timeInHallUs / 1e6, tally.left),
    queueMean: tally.waitingUs / spanUs,
    queueMax: mostWaiting,
    oneVisitShare: ratio(tally.firstDone, tally.firstServed),
    visitsPerCase: ratio(tally.firstVisits + tally.furtherVisits, tally.firstVisits),
    promisedLateShare: ratio(tally.casesLate, tally.casesDecided),
    caseDaysMean: ratio(tally.caseDays, tally.casesDecided),
    lowRatingShare: ratio(tally.lowRatings, tally.ratings),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
