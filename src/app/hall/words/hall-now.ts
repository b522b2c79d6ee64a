import type { FloorPlan } from '../../../scenarios/floorplan';
import { Calls } from '../../../scene/text/display-text';
import { Activity, type Crowd, type Timeline, WindowState } from '../../../sim/hall/timeline';
import { visitorAt } from '../visitor';

/** A call stays news for so long, µs. */
const NEWS_US = 30e6;

/** One window at an instant. */
export interface WindowNow {
  readonly id: string;
  readonly number: number;
  readonly state: WindowState;
  /** The ticket called or served, '' for none. */
  readonly ticket: string;
}

/** Somebody who waits: to be called, for a decision, or for their papers. */
export interface WaitingNow {
  readonly visitor: number;
  readonly ticket: string;
  readonly activity: Activity;
  /** Waited so far for that, µs. */
  readonly waitedUs: number;
}

/** What can be told of a hall at an instant. */
export interface HallNow {
  readonly timeUs: number;
  readonly inside: number;
  readonly waiting: number;
  readonly serving: number;
  readonly open: number;
  readonly closed: number;
  /** The last call, if it is news; null otherwise. */
  readonly called: { readonly ticket: string; readonly number: number } | null;
}

const WAITS: ReadonlySet<Activity> = new Set([
  Activity.Waiting,
  Activity.AwaitingApproval,
  Activity.AwaitingIssue,
]);

/** Reads a recorded day for those who are told of it in words. */
export class HallReader {
  readonly #timeline: Timeline;
  readonly #plan: FloorPlan;
  readonly #calls: Calls;
  readonly #crowd: Crowd;

  constructor(timeline: Timeline, plan: FloorPlan) {
    this.#timeline = timeline;
    this.#plan = plan;
    this.#calls = new Calls(timeline.record);
    this.#crowd = timeline.createCrowd();
  }

  /** How many calls there were up to a time: a new one is news. */
  callsAt(timeUs: number): number {
    return this.#calls.countAt(timeUs);
  }

  now(timeUs: number): HallNow {
    const states = this.windows(timeUs).map(({ state }) => state);
    const count = (...which: WindowState[]) => states.filter((s) => which.includes(s)).length;
    return {
      timeUs,
      inside: this.#timeline.inside(timeUs),
      waiting: this.#timeline.waiting(timeUs),
      serving: count(WindowState.Serving),
      open: count(WindowState.Idle, WindowState.Calling, WindowState.Serving),
      closed: count(WindowState.Closed),
      called: this.#calledAt(timeUs),
    };
  }

  /** Every window of the plan that the record knows, in the plan's order. */
  windows(timeUs: number): readonly WindowNow[] {
    const known = this.#timeline.record.header.windows;
    return this.#plan.windows.flatMap(({ id, number }) => {
      const index = known.indexOf(id);
      if (index < 0) return [];
      const visitor = this.#timeline.windowVisitor(index, timeUs);
      return [
        {
          id,
          number,
          state: this.#timeline.windowState(index, timeUs),
          ticket: visitor >= 0 ? this.#timeline.ticket(visitor) : '',
        },
      ];
    });
  }

  /** Everybody who waits with a ticket, who came first before who came later. */
  waiting(timeUs: number): readonly WaitingNow[] {
    const crowd = this.#crowd;
    this.#timeline.crowdAt(timeUs, crowd);
    const found: WaitingNow[] = [];
    for (let i = 0; i < crowd.count; i++) {
      const activity: Activity = crowd.activity[i]!;
      const visitor = crowd.visitor[i]!;
      const ticket = this.#timeline.ticket(visitor);
      if (!WAITS.has(activity) || ticket === '') continue;
      const { waitedUs, story, present } = visitorAt(this.#timeline, visitor, timeUs);
      const sinceUs = timeUs - (story[present]?.startUs ?? timeUs);
      const isCalled = activity !== Activity.Waiting;
      found.push({ visitor, ticket, activity, waitedUs: isCalled ? sinceUs : waitedUs });
    }
    return found;
  }

  #calledAt(timeUs: number): HallNow['called'] {
    const count = this.#calls.countAt(timeUs);
    if (count === 0 || this.#calls.countAt(timeUs - NEWS_US) === count) return null;
    const id = this.#timeline.record.header.windows[this.#calls.window[count - 1]!];
    const number = this.#plan.windows.find((window) => window.id === id)?.number;
    const ticket = this.#timeline.ticket(this.#calls.visitor[count - 1]!);
    return number === undefined || ticket === '' ? null : { ticket, number };
  }
}
