import { numberOf } from '../../scenarios/provenance';
import type { HallModel } from '../hall/model';
import { EventKind, type EventSink, LeaveReason, Outcome } from '../hall/record';
import { Intervals } from './intervals';
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
  readonly windows: readonly ReturnType<WindowTimes['shares']>[];
}

/** What is remembered of somebody inside. */
interface Visit {
  readonly classIndex: number;
  readonly arriveUs: number;
  ticketUs: number;
  waiting: boolean;
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
  private readonly targetS: number;
  private readonly total: Tally;
  private readonly tallies: readonly Tally[];
  private readonly visits = new Map<number, Visit>();
  private readonly windows: WindowTimes;
  private readonly intervals: Intervals;
  private readonly waitSumS: Float64Array;
  private readonly waits: Float64Array;
  private readonly tickets: Float64Array;
  private readonly waitingUs: Float64Array;
  private waiting = 0;
  private waitingSinceUs: number;

  constructor(private readonly model: HallModel) {
    this.startUs = Math.max(model.warmUpUs, model.sessions[0]?.fromUs ?? 0);
    this.endUs = model.sessions.at(-1)?.toUs ?? 0;
    this.waitingSinceUs = this.startUs;
    this.targetS = numberOf(model.scenario.targetWaitS);
    this.total = new Tally(this.startUs, this.endUs);
    this.tallies = model.classes.map(() => new Tally(this.startUs, this.endUs));
    const continuous = Number.isFinite(model.stopUs);
    this.intervals = Intervals.of(this.startUs, this.endUs, continuous);
    this.windows = new WindowTimes(model.windows.length, this.startUs, this.intervals);
    const bins = this.intervals.count;
    this.waitSumS = new Float64Array(bins);
    this.waits = new Float64Array(bins);
    this.tickets = new Float64Array(bins);
    this.waitingUs = new Float64Array(bins);
  }

  event(timeUs: number, kind: EventKind, visitor: number, place: number, value: number): void {
    switch (kind) {
      case EventKind.Arrive:
        this.visits.set(visitor, {
          classIndex: place,
          arriveUs: timeUs,
          ticketUs: -1,
          waiting: false,
        });
        if (timeUs >= this.startUs) this.count(place, 'arrived');
        break;
      case EventKind.Ticket:
        this.beginWait(this.visits.get(visitor)!, timeUs);
        break;
      case EventKind.Call:
        this.windows.set(place, WindowTime.Walking, timeUs);
        this.endWait(this.visits.get(visitor)!, timeUs, 'called');
        break;
      case EventKind.Abandon:
        this.endWait(this.visits.get(visitor)!, timeUs, value === 0 ? 'abandoned' : 'sentAway');
        break;
      case EventKind.ServiceStart:
        this.windows.set(place, WindowTime.Serving, timeUs);
        break;
      case EventKind.ServiceEnd: {
        const rates = this.model.rating !== null && value !== Outcome.Approval;
        this.windows.set(place, rates ? WindowTime.Walking : WindowTime.Idle, timeUs);
        if (value !== Outcome.Issued && timeUs >= this.startUs)
          this.count(this.visits.get(visitor)!.classIndex, 'served');
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
    for (const tally of this.tallies) for (const wait of tally.waitsS) this.total.waitsS.push(wait);
    this.integrateWaiting(this.endUs);
    // A day's overtime counts; a continuous run ends while windows are at work.
    if (Number.isFinite(this.model.stopUs)) this.windows.finish(this.endUs);
    const { edgesUs } = this.intervals;
    return {
      all: this.total.figures(),
      byClass: this.tallies.map((t) => t.figures()),
      utilisation: this.model.windows.map((_, w) => this.windows.utilisation(w)),
      edgesS: edgesUs.map((us) => us / 1e6),
      waitMeanS: Array.from(this.waits, (n, i) => (n > 0 ? this.waitSumS[i]! / n : null)),
      queueMean: Array.from(this.waitingUs, (us, i) => us / (edgesUs[i + 1]! - edgesUs[i]!)),
      tickets: Array.from(this.tickets),
      windows: this.model.windows.map((_, w) => this.windows.shares(w)),
    };
  }

  private count(
    classIndex: number,
    what: 'arrived' | 'served' | 'ended' | 'abandoned' | 'within',
  ): void {
    this.total[what]++;
    this.tallies[classIndex]![what]++;
  }

  private beginWait(visit: Visit, timeUs: number): void {
    visit.ticketUs = timeUs;
    visit.waiting = true;
    this.changeWaiting(visit, timeUs, 1);
    const interval = this.intervals.indexOf(timeUs);
    if (interval >= 0) this.tickets[interval]!++;
  }

  private endWait(visit: Visit, timeUs: number, how: 'called' | 'abandoned' | 'sentAway'): void {
    if (!visit.waiting) return;
    visit.waiting = false;
    this.changeWaiting(visit, timeUs, -1);
    if (visit.ticketUs < this.startUs) return;
    this.count(visit.classIndex, 'ended');
    if (how === 'abandoned') this.count(visit.classIndex, 'abandoned');
    const waitS = (timeUs - visit.ticketUs) / 1e6;
    if (waitS <= this.targetS) this.count(visit.classIndex, 'within');
    if (how !== 'called') return;
    this.tallies[visit.classIndex]!.waitsS.push(waitS);
    const interval = this.intervals.indexOf(visit.ticketUs);
    if (interval < 0) return;
    this.waitSumS[interval]! += waitS;
    this.waits[interval]!++;
  }

  private changeWaiting(visit: Visit, timeUs: number, step: number): void {
    this.integrateWaiting(timeUs);
    this.waiting += step;
    this.total.changeWaiting(timeUs, step);
    this.tallies[visit.classIndex]!.changeWaiting(timeUs, step);
  }

  private integrateWaiting(timeUs: number): void {
    if (timeUs <= this.waitingSinceUs) return;
    this.intervals.spread(this.waitingUs, this.waitingSinceUs, timeUs, this.waiting);
    this.waitingSinceUs = timeUs;
  }

  private leave(visitor: number, timeUs: number, reason: LeaveReason): void {
    const visit = this.visits.get(visitor)!;
    this.visits.delete(visitor);
    if (reason === LeaveReason.Kiosk && timeUs >= this.startUs)
      this.count(visit.classIndex, 'served');
    if (visit.arriveUs < this.startUs) return;
    const seconds = (timeUs - visit.arriveUs) / 1e6;
    for (const tally of [this.total, this.tallies[visit.classIndex]!]) {
      tally.left++;
      tally.timeInHallS += seconds;
    }
  }
}
