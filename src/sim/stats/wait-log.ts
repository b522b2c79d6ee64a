import type { HallModel } from '../hall/model';
import { EventKind, type EventSink } from '../hall/record';
import { NewcomerWatch } from './newcomer';
import { quantile } from './quantile';

const HALF_HOUR_US = 1800e6;

/** What one replication says of waiting, by half hour of the clock in which the wait began. */
export interface WaitFigures {
  /** Mean wait of those who were called, s; NaN where nobody was. */
  readonly meanS: Float64Array;
  /** Nine in ten of them waited at most this, s; NaN where nobody was. */
  readonly p90S: Float64Array;
  /** Waits that ended, in a call or otherwise, and those called within the target. */
  readonly ended: Float64Array;
  readonly within: Float64Array;
  /** Time average of people who wait for a call. */
  readonly waiting: Float64Array;
  /** Waits of the half hour that ended late, by class: half hour by half hour. */
  readonly late: Float64Array;
  /** Everybody, s; NaN if nobody was called. */
  readonly dayMeanS: number;
  readonly dayP90S: number;
  /** Of all whose wait began in the run and ended, those called within the target; NaN for nobody. */
  readonly dayShare: number;
  /** Wait of somebody of each class who would take a ticket as the run begins, s; NaN: not called in it. */
  readonly newcomerS: Float64Array;
  /** When nobody waits for the first time, s since midnight; NaN: never. */
  readonly emptyAtS: number;
  readonly stopped: { readonly atS: number; readonly inside: number } | null;
}

/** The half hours of the clock that a day's waits are laid into: from the first door to the last closing. */
export function waitEdgesS(model: Pick<HallModel, 'sessions' | 'fromUs'>): number[] {
  const opens = Math.max(model.sessions[0]?.doorsUs ?? 0, model.fromUs);
  const closes = model.sessions.at(-1)?.toUs ?? 0;
  const first = Math.floor(opens / HALF_HOUR_US);
  const last = Math.max(first + 1, Math.ceil(closes / HALF_HOUR_US));
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * (HALF_HOUR_US / 1e6));
}

/**
 * Every wait of one day, one by one: when it began, how long it lasted, whether it ended in a call.
 * Waits are the same as in `hall-statistics.ts` (ticket to call; with a wrong ticket both waits
 * together; who is passed over has been called), a test holds the two together. Days are small:
 * what is wanted is looked up when the day is over.
 */
export class WaitLog implements EventSink {
  private readonly edgesUs: readonly number[];
  private readonly classIndex: number[] = [];
  private readonly ticketUs: number[] = [];
  /** Waited before, with a ticket for other windows; −1: the wait that counts is over. */
  private readonly waitedUs: number[] = [];
  private readonly waits: boolean[] = [];
  /** One row a wait that has ended. */
  private readonly rows = {
    beganUs: [] as number[],
    lastedUs: [] as number[],
    classIndex: [] as number[],
    called: [] as boolean[],
  };
  private readonly newcomers: NewcomerWatch | null;
  private readonly waitingUs: Float64Array;
  private waiting = 0;
  private sinceUs = 0;
  /** NaN while nobody knows. */
  private emptyAtUs: number;

  /** @param clock the calendar's */
  constructor(
    private readonly model: HallModel,
    private readonly clock: Float64Array,
  ) {
    this.edgesUs = waitEdgesS(model).map((s) => s * 1e6);
    this.waitingUs = new Float64Array(this.edgesUs.length - 1);
    this.newcomers = model.fromUs > 0 ? new NewcomerWatch(model, clock) : null;
    this.sinceUs = model.fromUs;
    this.emptyAtUs = model.fromUs;
  }

  event(kind: EventKind, visitor: number, place: number, value: number): void {
    this.newcomers?.event(kind, visitor, place, value);
    switch (kind) {
      case EventKind.Arrive:
        this.classIndex[visitor] = place;
        this.waitedUs[visitor] = 0;
        this.waits[visitor] = false;
        break;
      case EventKind.Ticket:
      case EventKind.Redirect:
        this.begin(visitor);
        break;
      case EventKind.Call:
        if (value === 1) this.interrupt(visitor);
        else this.end(visitor, true);
        break;
      case EventKind.Abandon:
        this.end(visitor, false);
        break;
      case EventKind.PassOver:
        if (value === 1) this.begin(visitor);
        else this.endInterrupted(visitor);
        break;
    }
  }

  /** Somebody waits since an earlier instant (or no longer, null) who was there when the run began. */
  resume(visitor: number, sinceUs: number | null): void {
    this.newcomers?.resume(visitor, sinceUs);
    if (sinceUs !== null) {
      this.ticketUs[visitor] = sinceUs;
      return;
    }
    if (this.waits[visitor]) this.stop(visitor);
    else this.forgetLast();
    this.waitedUs[visitor] = -1;
  }

  /** Takes back the wait of somebody who was called as they were put in place. */
  private forgetLast(): void {
    const { beganUs, lastedUs, classIndex, called } = this.rows;
    beganUs.pop();
    lastedUs.pop();
    classIndex.pop();
    called.pop();
  }

  private settle(): void {
    const now = this.clock[0]!;
    if (this.waiting > 0) spread(this.edgesUs, this.sinceUs, now, this.waiting, this.waitingUs);
    this.sinceUs = now;
  }

  private begin(visitor: number): void {
    this.settle();
    this.waiting++;
    // They were there as the run began.
    if (this.clock[0]! <= this.model.fromUs) this.emptyAtUs = Number.NaN;
    this.waits[visitor] = true;
    this.ticketUs[visitor] = this.clock[0]!;
  }

  private stop(visitor: number): void {
    this.settle();
    this.waits[visitor] = false;
    if (--this.waiting === 0 && !(this.emptyAtUs >= 0)) this.emptyAtUs = this.clock[0]!;
  }

  private interrupt(visitor: number): void {
    if (this.waitedUs[visitor]! >= 0)
      this.waitedUs[visitor]! += this.clock[0]! - this.ticketUs[visitor]!;
    this.stop(visitor);
  }

  private end(visitor: number, called: boolean): void {
    // Called to the issuing window: the wait for the first call is over long ago.
    if (!this.waits[visitor]) return;
    this.stop(visitor);
    const before = this.waitedUs[visitor]!;
    if (before < 0) return;
    this.waitedUs[visitor] = -1;
    this.keep(visitor, before + this.clock[0]! - this.ticketUs[visitor]!, called);
  }

  private endInterrupted(visitor: number): void {
    const waitedUs = this.waitedUs[visitor]!;
    if (waitedUs < 0) return;
    this.waitedUs[visitor] = -1;
    this.keep(visitor, waitedUs, true);
  }

  private keep(visitor: number, lastedUs: number, called: boolean): void {
    this.rows.beganUs.push(this.ticketUs[visitor]!);
    this.rows.lastedUs.push(lastedUs);
    this.rows.classIndex.push(this.classIndex[visitor]!);
    this.rows.called.push(called);
  }

  /** The figures; call once, at the end. */
  figures(stopped: WaitFigures['stopped'] = null): WaitFigures {
    this.settle();
    this.newcomers?.end();
    const { edgesUs, model, rows } = this;
    const bins = edgesUs.length - 1;
    const byBin: number[][] = Array.from({ length: bins }, () => []);
    const all: number[] = [];
    const ended = new Float64Array(bins);
    const within = new Float64Array(bins);
    const late = new Float64Array(bins * model.classes.length);
    let dayEnded = 0;
    let dayWithin = 0;
    for (let i = 0; i < rows.beganUs.length; i++) {
      const beganUs = rows.beganUs[i]!;
      const waitS = rows.lastedUs[i]! / 1e6;
      const inTime = rows.called[i]! && rows.lastedUs[i]! <= model.targetUs;
      dayEnded++;
      if (inTime) dayWithin++;
      if (rows.called[i]) all.push(waitS);
      const bin = Math.floor((beganUs - edgesUs[0]!) / HALF_HOUR_US);
      if (bin < 0 || bin >= bins) continue;
      ended[bin]!++;
      if (inTime) within[bin]!++;
      else late[bin * model.classes.length + rows.classIndex[i]!]!++;
      if (rows.called[i]) byBin[bin]!.push(waitS);
    }
    return {
      meanS: Float64Array.from(byBin, mean),
      p90S: Float64Array.from(byBin, (waits) => quantile(waits, 0.9) ?? Number.NaN),
      ended,
      within,
      waiting: this.waitingUs.map((us) => us / HALF_HOUR_US),
      late,
      dayMeanS: mean(all),
      dayP90S: quantile(all, 0.9) ?? Number.NaN,
      dayShare: dayEnded > 0 ? dayWithin / dayEnded : Number.NaN,
      newcomerS: this.newcomers?.waitS ?? new Float64Array(model.classes.length).fill(Number.NaN),
      emptyAtS: this.emptyAtUs / 1e6,
      stopped,
    };
  }
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? sum / values.length : Number.NaN;
}

/** Adds `weight` times the length of [fromUs, toUs] that falls into each interval. */
function spread(
  edgesUs: readonly number[],
  fromUs: number,
  toUs: number,
  weight: number,
  into: Float64Array,
): void {
  const bins = edgesUs.length - 1;
  let bin = Math.max(0, Math.floor((fromUs - edgesUs[0]!) / HALF_HOUR_US));
  for (; bin < bins && edgesUs[bin]! < toUs; bin++) {
    const part = Math.min(toUs, edgesUs[bin + 1]!) - Math.max(fromUs, edgesUs[bin]!);
    if (part > 0) into[bin]! += weight * part;
  }
}
