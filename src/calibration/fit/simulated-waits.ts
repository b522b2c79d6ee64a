import type { Scenario } from '../../scenarios/scenario';
import { runToTheEnd } from '../../sim/experiments/simulate';
import { compileHall, type HallModel } from '../../sim/hall/model';
import { HallProcess } from '../../sim/hall/process';
import { EventKind, type EventSink } from '../../sim/hall/record';
import { createCalendar } from '../../sim/kernel/engines';
import { Streams } from '../../sim/kernel/streams';

/** What of a simulated day a log could show, by class and interval: `class × bins + bin`. */
export interface DayOfWaits {
  readonly tickets: Float64Array;
  /** Called, counted where their ticket was taken, and the sum of their waits. */
  readonly calls: Float64Array;
  readonly waitSumS: Float64Array;
  /** Person-seconds of waiting in the interval. */
  readonly waitingS: Float64Array;
}

/** A search simulates the same days at one speed after another: each is compiled once. */
const compiledHalls = new WeakMap<Scenario, HallModel>();

function compiledOf(scenario: Scenario): HallModel {
  let model = compiledHalls.get(scenario);
  if (!model) {
    model = compileHall(scenario, null);
    compiledHalls.set(scenario, model);
  }
  return model;
}

/**
 * Simulates one day and keeps the waits.
 *
 * @param edgesS equal intervals, seconds since midnight
 * @param knownServiceS by class, of a list of arrivals: how long each one's service took; NaN is drawn
 * @param efficiency by window, in the place of the scenario's
 */
export function simulateWaits(
  scenario: Scenario,
  seed: number,
  replication: number,
  edgesS: readonly number[],
  knownServiceS?: readonly ArrayLike<number>[],
  efficiency?: readonly number[],
): DayOfWaits {
  const compiled = compiledOf(scenario);
  const model: HallModel = {
    ...compiled,
    classes: knownServiceS
      ? compiled.classes.map((c, i) => ({ ...c, knownServiceS: knownServiceS[i]! }))
      : compiled.classes,
    windows: efficiency
      ? compiled.windows.map((w, i) => ({ ...w, efficiency: efficiency[i]! }))
      : compiled.windows,
  };
  const calendar = createCalendar('default');
  const sink = new WaitSink(calendar.clock, model.classes.length, edgesS);
  runToTheEnd(new HallProcess(model, new Streams(seed, replication), calendar, sink));
  return sink;
}

class WaitSink implements EventSink, DayOfWaits {
  readonly tickets: Float64Array;
  readonly calls: Float64Array;
  readonly waitSumS: Float64Array;
  readonly waitingS: Float64Array;
  private readonly bins: number;
  private readonly fromS: number;
  private readonly widthS: number;
  private readonly since = new Map<number, readonly [atS: number, classIndex: number]>();

  constructor(
    private readonly clock: Float64Array,
    classes: number,
    edgesS: readonly number[],
  ) {
    this.bins = Math.max(1, edgesS.length - 1);
    this.fromS = edgesS[0] ?? 0;
    this.widthS = (edgesS[1] ?? 86_400) - this.fromS;
    const size = classes * this.bins;
    this.tickets = new Float64Array(size);
    this.calls = new Float64Array(size);
    this.waitSumS = new Float64Array(size);
    this.waitingS = new Float64Array(size);
  }

  event(kind: EventKind, visitor: number, place: number): void {
    const nowS = this.clock[0]! / 1e6;
    if (kind === EventKind.Ticket) {
      this.since.set(visitor, [nowS, place]);
      this.tickets[place * this.bins + this.binOf(nowS)]!++;
    } else if (kind === EventKind.Call || kind === EventKind.Abandon) {
      const known = this.since.get(visitor);
      if (!known) return;
      this.since.delete(visitor);
      const [fromS, c] = known;
      spreadOver(this.waitingS, c * this.bins, this.bins, this.fromS, this.widthS, fromS, nowS, 1);
      if (kind === EventKind.Abandon) return;
      const at = c * this.bins + this.binOf(fromS);
      this.calls[at]!++;
      this.waitSumS[at]! += nowS - fromS;
    }
  }

  private binOf(s: number): number {
    return Math.min(this.bins - 1, Math.max(0, Math.floor((s - this.fromS) / this.widthS)));
  }
}

/** Adds `height` times the seconds between `aS` and `bS` to the intervals that they fall into; what lies outside is left out. */
export function spreadOver(
  into: Float64Array,
  at: number,
  bins: number,
  fromS: number,
  widthS: number,
  aS: number,
  bS: number,
  height: number,
): void {
  const first = Math.max(0, Math.floor((aS - fromS) / widthS));
  const last = Math.min(bins - 1, Math.floor((bS - fromS) / widthS));
  for (let b = first; b <= last; b++) {
    const low = Math.max(aS, fromS + b * widthS);
    const high = Math.min(bS, fromS + (b + 1) * widthS);
    if (high > low) into[at + b]! += height * (high - low);
  }
}
