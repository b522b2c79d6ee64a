import { DAY_US } from '../hall/arrivals';
import type { HallModel } from '../hall/model';
import { EventKind, type EventSink, LeaveReason, Origin, Outcome } from '../hall/record';
import { type DayFigures, DaySeries } from './day-series';
import { Intervals } from './intervals';
import { LiveVisits } from './live-visits';
import { type Figures, Tally } from './tally';
import { WaitSample } from './wait-sample';
import { WindowTime, WindowTimes } from './window-times';

/** The two lowest of the five levels. */
const LOW_RATING = 3;

/** What one replication has to say of the hall as a whole. */
export interface HallFigures extends Figures {
  /** From the last closing until the last window closes, mean over days; null for a continuous run. */
  readonly overtimeS: number | null;
  readonly staffHours: number;
  readonly peopleMax: number;
  /** Promised cases open when the run ends. */
  readonly openCases: number;
  readonly onlineShare: number | null;
  readonly walkMeanM: number | null;
  readonly standingMax: number;
}

/** What the floor has to say of a replication: null and 0 without a floor plan. */
export interface FloorFigures {
  /** Metres walked in the hall, mean over all who came in, companions included. */
  readonly walkMeanM: number | null;
  /** The most people who waited at once without a seat. */
  readonly standingMax: number;
}

/** Probabilities of the quantiles of waiting that every replication tells: 0, 0.05 … 1. */
export const WAIT_PROBABILITIES: readonly number[] = Array.from({ length: 21 }, (_, i) => i / 20);

const NO_FLOOR: FloorFigures = { walkMeanM: null, standingMax: 0 };

/** What one replication has to say. */
export interface ReplicationFigures {
  readonly all: HallFigures;
  readonly byClass: readonly Figures[];
  /** By window: serving time over open time; null for a window that never opened. */
  readonly utilisation: readonly (number | null)[];
  /** Quantiles of the wait at {@link WAIT_PROBABILITIES}; null if nobody was called. */
  readonly waitQuantilesS: readonly (number | null)[];
  readonly edgesS: readonly number[];
  readonly waitMeanS: readonly (number | null)[];
  readonly queueMean: readonly number[];
  /** Time average of people in the hall, companions included, by interval. */
  readonly peopleMean: readonly number[];
  readonly tickets: readonly number[];
  /** What each window did in each interval: read with `shareOf`. */
  readonly windowShares: Float64Array;
  /** By measured day, of a run over several days. */
  readonly days: DayFigures | null;
  /** Where the run was stopped because the hall filled without end; null as a rule. */
  readonly stopped: { readonly atS: number; readonly inside: number } | null;
}

/**
 * The measures, each defined here once, from the process's events. Days that warm up and the
 * warm-up of a continuous run do not count.
 *
 * - arrived: came through the door, whatever for (companions not counted).
 * - served: service at a window, or at a kiosk, finished; the issue of a result is not counted again.
 * - wait: from ticket to call, of those who are called; with a wrong ticket, both waits together.
 *   Quantiles are exact up to 100,000 waits and beyond within 0.1 %.
 * - abandonedShare: gave up, of all whose wait has ended. noShowShare: did not answer the call and
 *   left, of the same.
 * - balkedShare, turnedAwayShare: saw the queue and turned back, found the waiting zone full; of
 *   all who arrived.
 * - withinTargetShare: waited at most the target, of all whose wait has ended, in a call or otherwise
 *   (as L'Ecuyer's call centre counts; read it beside abandonedShare). calledWithinShare: called
 *   within the target, of the same: whoever gave up was not served in time. Who still waits past
 *   the target when a continuous run ends, or any is stopped, counts among them.
 * - timeInHall: from door to door, of everybody who has left.
 * - queueMean, queueMax: people who wait for a call to a window other than the issuing one; the
 *   average over opening hours, from the first door to the last closing, the maximum at any time.
 * - utilisation: serving time over open time of a window.
 * - oneVisitShare: left with the result, of first visits that were served at a window or sent back
 *   at the guide desk (kiosks not counted). visitsPerCase: all
 *   visits over first visits.
 * - promisedLateShare, caseDaysMean: decided after the promised day, and working days from
 *   acceptance to decision, of the promised cases that have been decided. openCases: not yet.
 * - lowRatingShare: the two lowest levels, of all ratings.
 * - overtimeS: from the last closing until the last window closes, mean over days.
 * - staffHours: time that windows are manned. peopleMax: the most people in the hall at once,
 *   companions included. onlineShare: served online, of them and all who arrived. walkMeanM,
 *   standingMax: see {@link FloorFigures}; over the whole run, warm-up included.
 */
export class HallStatistics implements EventSink {
  private readonly startUs: number;
  private readonly endUs: number;
  private readonly openUs: number;
  private readonly closeUs: number;
  private readonly measuredDays: number;
  private readonly targetUs: number;
  private readonly rates: boolean;
  private readonly tallies: readonly Tally[];
  private readonly visits: LiveVisits;
  private readonly windows: WindowTimes;
  private readonly intervals: Intervals;
  private readonly waitSumS: Float64Array;
  private readonly waits: Float64Array;
  private readonly tickets: Float64Array;
  private readonly waitingUs: Float64Array;
  private readonly peopleUs: Float64Array;
  /** Person-µs in the present interval up to `peopleSinceUs`. */
  private peopleSinceUs = 0;
  private readonly days: DaySeries | null;
  /** When each open case was accepted, by visitor. */
  private readonly acceptedUs = new Map<number, number>();
  private waiting = 0;
  private mostWaiting = 0;
  private people = 0;
  private mostPeople = 0;
  private online = 0;
  /** Observed so far, up to the last mark of the intervals. */
  private observedUs = 0;
  private markUs = 0;
  private waitingUpToMarkUs = 0;

  /** @param clock the calendar's: events are told at the time that it shows */
  constructor(
    private readonly model: HallModel,
    private readonly clock: Float64Array,
  ) {
    const { sessions, days, warmUpUs } = model;
    this.openUs = sessions[0]?.doorsUs ?? 0;
    this.closeUs = sessions.at(-1)?.toUs ?? 0;
    const warmUpDays = days > 0 ? warmUpUs / DAY_US : 0;
    this.measuredDays = days - warmUpDays;
    this.startUs = days > 0 ? warmUpUs + this.openUs : Math.max(warmUpUs, this.openUs);
    this.endUs = Math.max(0, days - 1) * DAY_US + this.closeUs;
    this.targetUs = model.targetUs;
    this.rates = model.rating !== null;
    this.tallies = model.classes.map(() => new Tally(clock));
    this.visits = new LiveVisits(clock);
    this.intervals = new Intervals(model, this.startUs);
    const { count } = this.intervals;
    this.windows = new WindowTimes(model.windows.length, count, this.startUs, clock);
    this.waitSumS = new Float64Array(count);
    this.waits = new Float64Array(count);
    this.tickets = new Float64Array(count);
    this.waitingUs = new Float64Array(count);
    this.peopleUs = new Float64Array(count + 1);
    this.days =
      days > 0 ? new DaySeries(warmUpDays, this.measuredDays, this.openUs, this.closeUs) : null;
  }

  event(kind: EventKind, visitor: number, place: number, value: number): void {
    while (this.clock[0]! >= this.intervals.nextUs) this.goOn();
    switch (kind) {
      case EventKind.Arrive:
        this.arrive(visitor, place);
        break;
      case EventKind.Ticket:
      case EventKind.Redirect:
        this.beginWait(visitor, kind === EventKind.Ticket);
        break;
      case EventKind.Call:
        this.windows.set(place, WindowTime.Walking);
        if (value === 1) this.interruptWait(visitor);
        else this.endWait(visitor, true, false);
        break;
      case EventKind.ServiceStart:
        this.windows.set(place, WindowTime.Serving);
        break;
      case EventKind.ServiceEnd:
        this.endService(visitor, place, value);
        break;
      case EventKind.Leave:
        this.leave(visitor, value);
        break;
      case EventKind.Abandon:
        this.endWait(visitor, false, value === 0);
        break;
      case EventKind.WindowOpen:
        this.windows.set(place, WindowTime.Idle);
        break;
      case EventKind.WindowClose:
        this.windows.set(place, WindowTime.Closed);
        if (this.clock[0]! >= this.startUs) this.days?.windowClosed(this.clock[0]!);
        break;
      default:
        this.seldom(kind, visitor, place, value);
    }
  }

  /** What most halls have little of. */
  private seldom(kind: EventKind, visitor: number, place: number, value: number): void {
    const timeUs = this.clock[0]!;
    switch (kind) {
      case EventKind.Rate:
        this.windows.set(place, WindowTime.Idle);
        if (timeUs < this.startUs) break;
        this.tallyOf(visitor).ratings++;
        if (value >= LOW_RATING) this.tallyOf(visitor).lowRatings++;
        break;
      case EventKind.PassOver:
        this.windows.set(place, WindowTime.Idle);
        if (value === 1) this.beginWait(visitor, false);
        else this.endInterrupted(visitor);
        break;
      case EventKind.Origin: {
        const row = this.visits.row(visitor);
        this.visits.origin[row] = value;
        if (timeUs < this.startUs) break;
        const tally = this.tallies[this.visits.classIndex[row]!]!;
        if (value === Origin.Appointment) break;
        tally.firstVisits--;
        tally.furtherVisits++;
        break;
      }
      case EventKind.Accompany:
        this.enter();
        break;
      case EventKind.CompanionLeave:
        this.go();
        break;
      case EventKind.Online:
        if (this.clock[0]! >= this.startUs) this.online++;
        break;
      case EventKind.CaseAccept:
        this.acceptedUs.set(visitor, timeUs);
        this.days?.cases(timeUs, 1);
        break;
      case EventKind.CaseDecided:
        this.decide(visitor, place, value >= 2);
        break;
    }
  }

  /**
   * The figures of the replication; call once, at its end.
   *
   * @param floor what the floor has to say
   * @param stoppedUs when it was stopped before its end
   */
  figures(
    floor: FloorFigures = NO_FLOOR,
    stoppedUs = Number.POSITIVE_INFINITY,
  ): Omit<ReplicationFigures, 'stopped'> {
    const { intervals } = this;
    const endUs = Math.min(this.endUs, stoppedUs);
    while (intervals.nextUs <= endUs) this.goOn();
    this.settle(endUs);
    // A day's overtime counts; a continuous run ends while windows are at work.
    if (this.model.days === 0) this.windows.settle(endUs);
    if (stoppedUs < this.endUs || this.model.days === 0) this.countOverdue(endUs);
    const days = Math.max(1, this.measuredDays);
    const byDay = this.days?.figures() ?? null;
    const waits = WaitSample.join(this.tallies.map((t) => t.waits));
    const all = Tally.total(this.tallies, waits, this.mostWaiting, this.observedUs);
    return {
      all: {
        ...all,
        overtimeS: byDay ? byDay.overtimeS.reduce((sum, s) => sum + s, 0) / days : null,
        staffHours: this.windows.mannedUs / 3600e6,
        peopleMax: this.mostPeople,
        openCases: this.acceptedUs.size,
        onlineShare: this.online > 0 ? this.online / (this.online + all.arrived) : null,
        ...floor,
      },
      byClass: this.tallies.map((t) => t.figures(this.observedUs)),
      utilisation: this.model.windows.map((_, w) => this.windows.utilisation(w)),
      waitQuantilesS: waits.quantiles(WAIT_PROBABILITIES),
      edgesS: intervals.edgesUs.map((us) => us / 1e6),
      waitMeanS: [...this.waits].map((n, i) => (n > 0 ? this.waitSumS[i]! / n : null)),
      queueMean: [...this.waitingUs].map((us) => us / (intervals.widthUs * days)),
      peopleMean: [...this.peopleUs]
        .slice(0, intervals.count)
        .map((us) => us / (intervals.widthUs * days)),
      tickets: [...this.tickets].map((n) => n / days),
      windowShares: this.windows.shares(intervals.widthUs * days),
      days: this.measuredDays > 1 ? byDay : null,
    };
  }

  /** Goes past a mark: another interval begins, or the observation pauses or goes on. */
  private goOn(): void {
    const { intervals } = this;
    const markUs = intervals.nextUs;
    this.settle(markUs);
    intervals.step();
    this.windows.enter(intervals.present, markUs);
  }

  /** Counts the time up to now, and the waiting in it. */
  private settle(timeUs: number): void {
    const { observed, present, count } = this.intervals;
    this.settlePeople(timeUs);
    let waitingUs = 0;
    for (const tally of this.tallies) {
      tally.settle(timeUs, observed);
      waitingUs += tally.waitingUs;
    }
    if (observed) this.observedUs += timeUs - this.markUs;
    if (present < count) this.waitingUs[present]! += waitingUs - this.waitingUpToMarkUs;
    this.markUs = timeUs;
    this.waitingUpToMarkUs = waitingUs;
  }

  private tallyOf(visitor: number): Tally {
    return this.tallies[this.visits.classIndex[this.visits.row(visitor)]!]!;
  }

  private settlePeople(timeUs: number): void {
    this.peopleUs[this.intervals.present]! += this.people * (timeUs - this.peopleSinceUs);
    this.peopleSinceUs = timeUs;
  }

  private go(): void {
    this.settlePeople(this.clock[0]!);
    this.people--;
  }

  private enter(): void {
    this.settlePeople(this.clock[0]!);
    if (++this.people > this.mostPeople) this.mostPeople = this.people;
  }

  private arrive(visitor: number, classIndex: number): void {
    const timeUs = this.clock[0]!;
    this.visits.add(visitor, classIndex);
    this.enter();
    if (timeUs < this.startUs) return;
    const tally = this.tallies[classIndex]!;
    tally.arrived++;
    tally.firstVisits++;
    this.days?.arrive(timeUs);
  }

  private endService(visitor: number, window: number, outcome: Outcome): void {
    const rating = this.rates && outcome !== Outcome.Approval && outcome !== Outcome.Redirected;
    this.windows.set(window, rating ? WindowTime.Walking : WindowTime.Idle);
    if (outcome < Outcome.Issued && this.clock[0]! >= this.startUs) this.tallyOf(visitor).served++;
  }

  private decide(visitor: number, classIndex: number, late: boolean): void {
    const timeUs = this.clock[0]!;
    const acceptedUs = this.acceptedUs.get(visitor)!;
    this.acceptedUs.delete(visitor);
    this.days?.cases(timeUs, -1);
    if (timeUs < this.startUs) return;
    const tally = this.tallies[classIndex]!;
    tally.casesDecided++;
    if (late) tally.casesLate++;
    tally.caseDays += Math.floor(timeUs / DAY_US) - Math.floor(acceptedUs / DAY_US);
  }

  // Waits

  private beginWait(visitor: number, ticket: boolean): void {
    const timeUs = this.clock[0]!;
    const { visits, intervals } = this;
    const row = visits.row(visitor);
    const { present } = intervals;
    const first = visits.ticketInterval[row]! < 0;
    visits.waits[row] = 1;
    visits.ticketUs[row] = timeUs;
    visits.ticketInterval[row] = present;
    const observed = this.clock[0]! >= this.startUs;
    this.waiting++;
    if (observed && this.waiting > this.mostWaiting) this.mostWaiting = this.waiting;
    this.tallies[visits.classIndex[row]!]!.beginWait(intervals.observed, observed);
    if (ticket && first && observed && present < intervals.count) this.tickets[present]!++;
  }

  /** Called to a window that will hand them on: the wait goes on afterwards. */
  private interruptWait(visitor: number): void {
    const { visits } = this;
    const row = visits.row(visitor);
    if (visits.waitedUs[row]! >= 0) visits.waitedUs[row]! += this.clock[0]! - visits.ticketUs[row]!;
    this.stopWaiting(row);
  }

  private stopWaiting(row: number): void {
    this.waiting--;
    this.tallies[this.visits.classIndex[row]!]!.endWait(this.intervals.observed);
    this.visits.waits[row] = 0;
  }

  private endWait(visitor: number, called: boolean, gaveUp: boolean): void {
    const { visits } = this;
    const row = visits.row(visitor);
    // Called to the issuing window: the wait for the first call is over long ago.
    if (visits.waits[row] === 0) return;
    this.stopWaiting(row);
    const before = visits.waitedUs[row]!;
    // Passed over and waiting again: the wait that counts ended with the first call.
    if (before < 0) return;
    visits.waitedUs[row] = -1;
    this.count(row, before + this.clock[0]! - visits.ticketUs[row]!, called, gaveUp);
  }

  /** Counts a wait that has ended, if it (or its last part) began in the observation. */
  private count(row: number, waitUs: number, called: boolean, gaveUp: boolean): void {
    const { visits } = this;
    const ticketUs = visits.ticketUs[row]!;
    if (ticketUs < this.startUs) return;
    const tally = this.tallies[visits.classIndex[row]!]!;
    tally.ended++;
    if (gaveUp) tally.abandoned++;
    if (waitUs <= this.targetUs) tally.within++;
    if (!called) return;
    if (waitUs <= this.targetUs) tally.calledWithin++;
    const waitS = waitUs / 1e6;
    tally.waits.add(waitS);
    this.days?.wait(ticketUs, waitS);
    const interval = visits.ticketInterval[row]!;
    if (interval === this.intervals.count) return;
    this.waitSumS[interval]! += waitS;
    this.waits[interval]!++;
  }

  /** Who has waited past the target by the end has not been called in time, whatever comes. */
  private countOverdue(endUs: number): void {
    const { visits } = this;
    for (const row of visits.waiting()) {
      const waitedUs = visits.waitedUs[row]!;
      const ticketUs = visits.ticketUs[row]!;
      if (waitedUs < 0 || ticketUs < this.startUs) continue;
      if (waitedUs + endUs - ticketUs > this.targetUs)
        this.tallies[visits.classIndex[row]!]!.overdue++;
    }
  }

  /** Called to a window that would have handed them on, and gone: the call ends the wait. */
  private endInterrupted(visitor: number): void {
    const { visits } = this;
    const row = visits.row(visitor);
    const waitedUs = visits.waitedUs[row]!;
    if (waitedUs < 0) return;
    visits.waitedUs[row] = -1;
    this.count(row, waitedUs, true, false);
  }

  private leave(visitor: number, reason: LeaveReason): void {
    const { visits } = this;
    this.go();
    const row = visits.row(visitor);
    const tally = this.tallies[visits.classIndex[row]!]!;
    const arriveUs = visits.arriveUs[row]!;
    const origin = visits.origin[row] as Origin;
    visits.remove(visitor);
    if (reason === LeaveReason.Kiosk && this.clock[0]! >= this.startUs) tally.served++;
    if (arriveUs >= this.startUs) tally.leave(origin, reason, this.clock[0]! - arriveUs);
  }
}
