import { numberOf } from '../../scenarios/provenance';
import type { HallModel } from '../hall/model';
import { EventKind, type EventSink, LeaveReason, Outcome } from '../hall/record';
import { Intervals } from './intervals';
import { LiveVisits } from './live-visits';
import { type Figures, Tally } from './tally';
import { WindowTime, WindowTimes } from './window-times';

/** What one replication has to say. */
export interface ReplicationFigures {
  readonly all: Figures;
  readonly byClass: readonly Figures[];
  /** By window: serving time over open time; null for a window that never opened. */
  readonly utilisation: readonly (number | null)[];
  readonly edgesS: readonly number[];
  readonly waitMeanS: readonly (number | null)[];
  readonly queueMean: readonly number[];
  readonly tickets: readonly number[];
  /** What each window did in each interval: read with `shareOf`. */
  readonly windowShares: Float64Array;
}

/**
 * The measures, each defined here once, from the process's events:
 *
 * - arrived: came through the door (continuous horizons: after the warm-up, like every figure).
 * - served: service at a window, or at a kiosk, finished; the issue of the result is not counted again.
 * - wait: from ticket to call, of those who are called.
 * - abandonedShare: gave up, of all whose wait has ended.
 * - withinTargetShare: waited at most the target, of all whose wait has ended, in a call or otherwise
 *   (as L'Ecuyer's call centre counts; read it beside abandonedShare).
 * - timeInHall: from door to door, of everybody who has left.
 * - queueMean, queueMax: people who wait for their first call; the average from the first opening
 *   to the last closing, the maximum over the whole day.
 * - utilisation: serving time over open time of a window.
 */
export class HallStatistics implements EventSink {
  private readonly startUs: number;
  private readonly endUs: number;
  private readonly targetUs: number;
  private readonly rates: boolean;
  private readonly tallies: readonly Tally[];
  private readonly visits = new LiveVisits();
  private readonly windows: WindowTimes;
  private readonly intervals: Intervals;
  private readonly waitSumS: Float64Array;
  private readonly waits: Float64Array;
  private readonly tickets: Float64Array;
  private readonly waitingUs: Float64Array;
  private waiting = 0;
  private mostWaiting = 0;

  constructor(private readonly model: HallModel) {
    this.startUs = Math.max(model.warmUpUs, model.sessions[0]?.fromUs ?? 0);
    this.endUs = model.sessions.at(-1)?.toUs ?? 0;
    this.targetUs = numberOf(model.scenario.targetWaitS) * 1e6;
    this.rates = model.rating !== null;
    this.tallies = model.classes.map(() => new Tally());
    this.intervals = Intervals.of(this.startUs, this.endUs, this.isContinuous);
    this.windows = new WindowTimes(model.windows.length, this.startUs, this.intervals);
    const { count } = this.intervals;
    this.waitSumS = new Float64Array(count);
    this.waits = new Float64Array(count);
    this.tickets = new Float64Array(count);
    this.waitingUs = new Float64Array(count);
  }

  event(timeUs: number, kind: EventKind, visitor: number, place: number, value: number): void {
    switch (kind) {
      case EventKind.Arrive:
        this.visits.add(visitor, place, timeUs);
        if (timeUs >= this.startUs) this.tallies[place]!.arrived++;
        break;
      case EventKind.Ticket:
        this.beginWait(visitor, timeUs);
        break;
      case EventKind.Call:
        this.windows.set(place, WindowTime.Walking, timeUs);
        this.endWait(visitor, timeUs, true, false);
        break;
      case EventKind.Abandon:
        this.endWait(visitor, timeUs, false, value === 0);
        break;
      case EventKind.ServiceStart:
        this.windows.set(place, WindowTime.Serving, timeUs);
        break;
      case EventKind.ServiceEnd: {
        const rating = this.rates && value !== Outcome.Approval;
        this.windows.set(place, rating ? WindowTime.Walking : WindowTime.Idle, timeUs);
        if (value !== Outcome.Issued && timeUs >= this.startUs) this.tallyOf(visitor).served++;
        break;
      }
      case EventKind.Rate:
      case EventKind.WindowOpen:
        this.windows.set(place, WindowTime.Idle, timeUs);
        break;
      case EventKind.WindowClose:
        this.windows.set(place, WindowTime.Closed, timeUs);
        break;
      case EventKind.Leave:
        this.leave(visitor, timeUs, value);
        break;
    }
  }

  /** The figures of the replication; call once, at its end. */
  figures(): ReplicationFigures {
    for (const row of this.visits.rows())
      if (this.visits.ticketUs[row]! >= 0) this.addWaiting(row, this.endUs);
    // A day's overtime counts; a continuous run ends while windows are at work.
    if (this.isContinuous) this.windows.finish(this.endUs);
    const { edgesUs, widthUs } = this.intervals;
    const spanUs = this.endUs - this.startUs;
    return {
      all: Tally.total(this.tallies, this.mostWaiting, spanUs),
      byClass: this.tallies.map((t) => t.figures(spanUs)),
      utilisation: this.model.windows.map((_, w) => this.windows.utilisation(w)),
      edgesS: edgesUs.map((us) => us / 1e6),
      waitMeanS: Array.from(this.waits, (n, i) => (n > 0 ? this.waitSumS[i]! / n : null)),
      queueMean: Array.from(this.waitingUs, (us) => us / widthUs),
      tickets: Array.from(this.tickets),
      windowShares: this.windows.shares(),
    };
  }

  private get isContinuous(): boolean {
    return Number.isFinite(this.model.stopUs);
  }

  private tallyOf(visitor: number): Tally {
    return this.tallies[this.visits.classIndex[this.visits.row(visitor)]!]!;
  }

  private beginWait(visitor: number, timeUs: number): void {
    const row = this.visits.row(visitor);
    this.visits.ticketUs[row] = timeUs;
    const observed = timeUs >= this.startUs;
    this.waiting++;
    if (observed && this.waiting > this.mostWaiting) this.mostWaiting = this.waiting;
    this.tallies[this.visits.classIndex[row]!]!.beginWait(observed);
    const interval = this.intervals.indexOf(timeUs);
    if (interval >= 0) this.tickets[interval]!++;
  }

  private endWait(visitor: number, timeUs: number, called: boolean, gaveUp: boolean): void {
    const { visits } = this;
    const row = visits.row(visitor);
    const ticketUs = visits.ticketUs[row]!;
    // Called to the issuing window: the wait for the first call is over long ago.
    if (ticketUs < 0) return;
    const tally = this.tallies[visits.classIndex[row]!]!;
    this.waiting--;
    tally.endWait();
    this.addWaiting(row, timeUs);
    visits.ticketUs[row] = -1;
    if (ticketUs < this.startUs) return;
    const waitUs = timeUs - ticketUs;
    tally.ended++;
    if (gaveUp) tally.abandoned++;
    if (waitUs <= this.targetUs) tally.within++;
    if (!called) return;
    const waitS = waitUs / 1e6;
    tally.addWait(waitS);
    const interval = this.intervals.indexOf(ticketUs);
    if (interval < 0) return;
    this.waitSumS[interval]! += waitS;
    this.waits[interval]!++;
  }

  /** Counts the part of somebody's wait that lies within the observation. */
  private addWaiting(row: number, untilUs: number): void {
    const from = Math.max(this.visits.ticketUs[row]!, this.startUs);
    const to = Math.min(untilUs, this.endUs);
    if (to <= from) return;
    this.tallies[this.visits.classIndex[row]!]!.waitingUs += to - from;
    this.intervals.spread(this.waitingUs, 0, from, to);
  }

  private leave(visitor: number, timeUs: number, reason: LeaveReason): void {
    const { visits } = this;
    const row = visits.row(visitor);
    const tally = this.tallies[visits.classIndex[row]!]!;
    const arriveUs = visits.arriveUs[row]!;
    visits.remove(visitor);
    if (reason === LeaveReason.Kiosk && timeUs >= this.startUs) tally.served++;
    if (arriveUs < this.startUs) return;
    tally.left++;
    tally.timeInHallUs += timeUs - arriveUs;
  }
}
