import { clockToS } from '../../scenarios/clock';
import { numberOf } from '../../scenarios/provenance';
import type { Scenario, VisitorClass } from '../../scenarios/scenario';
import { compileDistribution, type Sampler } from '../kernel/distributions';
import type { Stream } from '../kernel/streams';

const US_PER_S = 1e6;
const US_PER_HOUR = 3600 * US_PER_S;

/** Rate of a class over the day: `perUs[i]` between `fromUs[i]` and `toUs[i]`. */
interface Rates {
  readonly fromUs: readonly number[];
  readonly toUs: readonly number[];
  readonly perUs: readonly number[];
  /** Whether the whole-day factor applies. */
  readonly scattered: boolean;
}

/** How one class arrives, ready to be drawn. */
export type ArrivalModel =
  | { readonly kind: 'rates'; readonly rates: Rates }
  | { readonly kind: 'renewal'; readonly between: Sampler; readonly untilUs: number }
  | { readonly kind: 'list'; readonly atUs: readonly number[] };

/** Opening sessions in µs; a continuous horizon is one session. */
export function sessionsUs(scenario: Scenario): { fromUs: number; toUs: number }[] {
  const { horizon } = scenario;
  if (horizon.kind === 'continuous')
    return [{ fromUs: 0, toUs: Math.round((horizon.warmUpS + horizon.durationS) * US_PER_S) }];
  return horizon.sessions.map((s) => ({
    fromUs: clockToS(s.from) * US_PER_S,
    toUs: clockToS(s.to) * US_PER_S,
  }));
}

/** Compiles the arrivals of a class. */
export function compileArrivals(scenario: Scenario, visitorClass: VisitorClass): ArrivalModel {
  const { arrivals } = visitorClass;
  const sessions = sessionsUs(scenario);
  switch (arrivals.kind) {
    case 'poisson':
      return {
        kind: 'rates',
        rates: {
          fromUs: sessions.map((s) => s.fromUs),
          toUs: sessions.map((s) => s.toUs),
          perUs: sessions.map(() => numberOf(arrivals.perHour) / US_PER_HOUR),
          scattered: false,
        },
      };
    case 'poissonByInterval':
      return {
        kind: 'rates',
        rates: {
          fromUs: arrivals.intervals.map((i) => clockToS(i.from) * US_PER_S),
          toUs: arrivals.intervals.map((i) => clockToS(i.to) * US_PER_S),
          perUs: arrivals.intervals.map((i) => i.perHour / US_PER_HOUR),
          scattered: false,
        },
      };
    case 'renewal':
      return {
        kind: 'renewal',
        between: compileDistribution(arrivals.between),
        untilUs: sessions.at(-1)!.toUs,
      };
    case 'list':
      return { kind: 'list', atUs: arrivals.atS.map((s) => Math.round(s * US_PER_S)) };
    case 'share': {
      const { demand } = scenario;
      if (!demand) throw new RangeError(`class ${visitorClass.id}: a share needs a demand`);
      const visits = numberOf(demand.visitsPerDay) * numberOf(arrivals.share);
      const fromUs = demand.profile.map((p) => clockToS(p.from) * US_PER_S);
      const toUs = demand.profile.map((p) => clockToS(p.to) * US_PER_S);
      const total = demand.profile.reduce((sum, p) => sum + p.weight, 0);
      return {
        kind: 'rates',
        rates: {
          fromUs,
          toUs,
          perUs: demand.profile.map(
            (p, i) => (visits * p.weight) / total / (toUs[i]! - fromUs[i]!),
          ),
          scattered: true,
        },
      };
    }
  }
}

/**
 * Arrival times of one class, one after the other. The n-th gap is drawn from the n-th substream,
 * so two layouts compared meet the same visitors.
 */
export class Arrivals {
  private count = 0;
  private interval = 0;
  /** Expected arrivals up to the last one, within the present interval. */
  private usedInInterval = 0;
  private lastUs: number;

  /**
   * @param factor whole-day factor, 1 for an ordinary day
   * @param startUs beginning of the first session
   */
  constructor(
    private readonly model: ArrivalModel,
    private readonly stream: Stream,
    private readonly factor: number,
    startUs: number,
  ) {
    this.lastUs = startUs;
  }

  /** The next arrival, whole µs; Infinity when there is none. */
  nextUs(): number {
    const n = this.count++;
    switch (this.model.kind) {
      case 'list':
        return this.model.atUs[n] ?? Number.POSITIVE_INFINITY;
      case 'renewal': {
        this.lastUs += Math.round(this.model.between.sample(this.stream.at(n)) * US_PER_S);
        return this.lastUs < this.model.untilUs ? this.lastUs : Number.POSITIVE_INFINITY;
      }
      case 'rates':
        return this.nextOfRates(this.model.rates, -Math.log(this.stream.at(n).uniform()));
    }
  }

  /** Inverts the cumulative rate (time change of a unit Poisson process; Çınlar 1975). */
  private nextOfRates(rates: Rates, gap: number): number {
    const factor = rates.scattered ? this.factor : 1;
    let missing = gap;
    while (this.interval < rates.perUs.length) {
      const from = rates.fromUs[this.interval]!;
      const rate = rates.perUs[this.interval]! * factor;
      const expected = rate * (rates.toUs[this.interval]! - from);
      if (this.usedInInterval + missing < expected) {
        this.usedInInterval += missing;
        return Math.floor(from + this.usedInInterval / rate);
      }
      missing -= expected - this.usedInInterval;
      this.usedInInterval = 0;
      this.interval++;
    }
    return Number.POSITIVE_INFINITY;
  }
}
