import { clockToS } from '../../scenarios/clock';
import type { Distribution } from '../../scenarios/distribution';
import { numberOf, type Parameter } from '../../scenarios/provenance';
import type { Scenario, VisitorClass } from '../../scenarios/scenario';
import type { WorkDay } from '../../scenarios/work-calendar';
import { compileDistribution, gammaFactor, type Sampler } from '../kernel/distributions';
import type { KeyedDraws } from '../kernel/keyed-draws';

const US_PER_S = 1e6;
const US_PER_HOUR = 3600 * US_PER_S;
/** Working days follow each other on the clock of the run without gaps. */
export const DAY_US = 86_400e6;

/** Rate of a class over a day: `perUs[i]` between `fromUs[i]` and `toUs[i]`. */
interface Rates {
  readonly fromUs: readonly number[];
  readonly toUs: readonly number[];
  readonly perUs: readonly number[];
}

/** How one class arrives, ready to be drawn. */
export type ArrivalModel =
  | {
      readonly kind: 'rates';
      /** Kinds of day. */
      readonly variants: readonly Rates[];
      /** Index into `variants` by day. */
      readonly variantOf: ArrayLike<number>;
      /** Factor by day, null: one. */
      readonly scaleOf: ArrayLike<number> | null;
      /** Random factor for the whole day; null: none. */
      readonly scatter: Sampler | null;
    }
  | {
      readonly kind: 'renewal';
      readonly between: Sampler;
      readonly untilUs: number;
      /** Who would come while the doors are closed does not; null: they never close. */
      readonly open: readonly SessionModel[] | null;
    }
  | { readonly kind: 'list'; readonly atUs: readonly number[] };

/** The rate of the first day's arrivals at an instant of an ordinary day, per µs; a list has none of its own. */
export function rateAt(model: ArrivalModel, timeUs: number): number {
  switch (model.kind) {
    case 'rates': {
      const { fromUs, toUs, perUs } = model.variants[model.variantOf[0]!]!;
      const at = fromUs.findIndex((from, i) => from <= timeUs && timeUs < toUs[i]!);
      return (perUs[at] ?? 0) * (model.scaleOf?.[0] ?? 1);
    }
    case 'renewal':
      return 1 / (model.between.mean * US_PER_S);
    case 'list':
      return model.atUs.length / DAY_US;
  }
}

/** Arrivals that are expected on the first day up to an instant, its random factor being one. */
export function expectedUpTo(model: ArrivalModel, timeUs: number): number {
  switch (model.kind) {
    case 'rates': {
      const { fromUs, toUs, perUs } = model.variants[model.variantOf[0]!]!;
      const upTo = perUs.reduce(
        (sum, rate, i) => sum + rate * Math.max(0, Math.min(toUs[i]!, timeUs) - fromUs[i]!),
        0,
      );
      return upTo * (model.scaleOf?.[0] ?? 1);
    }
    case 'renewal': {
      const open = model.open ?? [{ doorsUs: 0, fromUs: 0, toUs: Number.POSITIVE_INFINITY }];
      const openUs = open.reduce(
        (sum, s) => sum + Math.max(0, Math.min(s.toUs, timeUs) - s.doorsUs),
        0,
      );
      return openUs / (model.between.mean * US_PER_S);
    }
    case 'list':
      return model.atUs.filter((atUs) => atUs < timeUs).length;
  }
}

/** Time between arrivals, or the unit exponential that a rate stretches: what is drawn for each. */
export function gapsOf(model: ArrivalModel): Sampler | null {
  switch (model.kind) {
    case 'list':
      return null;
    case 'renewal':
      return model.between;
    case 'rates':
      return compileDistribution(UNIT_EXPONENTIAL);
  }
}

const UNIT_EXPONENTIAL: Distribution = { dist: 'exponential', meanS: 1 };

/** Opening sessions of a day in µs since its midnight, with the time the doors open. */
export interface SessionModel {
  readonly doorsUs: number;
  readonly fromUs: number;
  readonly toUs: number;
}

/** The sessions of a day, those that touch as one; a continuous horizon is one session. */
export function sessionsOf(scenario: Scenario): SessionModel[] {
  const { horizon } = scenario;
  if (horizon.kind === 'continuous') {
    const toUs = Math.round((horizon.warmUpS + horizon.durationS) * US_PER_S);
    return [{ doorsUs: 0, fromUs: 0, toUs }];
  }
  const early = Math.round(numberOf(horizon.doorsOpenBeforeS) * US_PER_S);
  const sessions: { doorsUs: number; fromUs: number; toUs: number }[] = [];
  for (const { from, to } of horizon.sessions) {
    const fromUs = clockToS(from) * US_PER_S;
    const toUs = clockToS(to) * US_PER_S;
    const last = sessions.at(-1);
    if (last?.toUs === fromUs) last.toUs = toUs;
    else sessions.push({ doorsUs: Math.max(last?.toUs ?? 0, fromUs - early), fromUs, toUs });
  }
  return sessions;
}

/**
 * Compiles the arrivals of a class.
 *
 * @param days the working days of the run; none for a continuous horizon
 */
export function compileArrivals(
  scenario: Scenario,
  visitorClass: VisitorClass,
  days: readonly WorkDay[],
): ArrivalModel {
  const { arrivals } = visitorClass;
  const sessions = sessionsOf(scenario);
  const always = new Uint8Array(Math.max(1, days.length));
  switch (arrivals.kind) {
    case 'poisson': {
      const rates = {
        fromUs: sessions.map((s) => s.doorsUs),
        toUs: sessions.map((s) => s.toUs),
        perUs: sessions.map(() => numberOf(arrivals.perHour) / US_PER_HOUR),
      };
      return unscaled([rates], always, null);
    }
    case 'poissonByInterval': {
      const rates = (day: WorkDay | undefined): Rates => {
        const held = arrivals.intervals.filter(
          (i) => !i.days || (day?.weekday && i.days.includes(day.weekday)),
        );
        return {
          fromUs: held.map((i) => clockToS(i.from) * US_PER_S),
          toUs: held.map((i) => clockToS(i.to) * US_PER_S),
          perUs: held.map((i) => i.perHour / US_PER_HOUR),
        };
      };
      const scatter = scatterOf(arrivals.dayFactorCv);
      if (arrivals.intervals.every((i) => !i.days))
        return unscaled([rates(days[0])], always, scatter);
      return unscaled(...variantsBy(days, (day) => day.weekday ?? '', rates), scatter);
    }
    case 'renewal':
      return {
        kind: 'renewal',
        between: compileDistribution(arrivals.between),
        untilUs: Math.max(0, days.length - 1) * DAY_US + sessions.at(-1)!.toUs,
        open: scenario.horizon.kind === 'continuous' ? null : sessions,
      };
    case 'list':
      return { kind: 'list', atUs: arrivals.atS.map((s) => Math.round(s * US_PER_S)) };
    case 'share': {
      const { demand } = scenario;
      if (!demand) throw new RangeError(`class ${visitorClass.id}: a share needs a demand`);
      const visits = numberOf(demand.visitsPerDay) * numberOf(arrivals.share);
      const [variants, variantOf] = variantsBy(
        days,
        (day) => day.weekday ?? '',
        (day) => ratesOfProfile(visits, profileOf(demand, day)),
      );
      return {
        kind: 'rates',
        variants,
        variantOf,
        scaleOf: days.some((day) => day.factor !== 1) ? days.map((day) => day.factor) : null,
        scatter: scatterOf(demand.dayFactorCv),
      };
    }
  }
}

type Demand = NonNullable<Scenario['demand']>;
export type Profile = Demand['profile'];

/** How the visits of a day are spread over it. */
export function profileOf(demand: Demand, day: WorkDay): Profile {
  const special = demand.weekdays.find((w) => day.weekday && w.days.includes(day.weekday));
  return special?.profile ?? demand.profile;
}

function ratesOfProfile(visits: number, profile: Profile): Rates {
  const fromUs = profile.map((p) => clockToS(p.from) * US_PER_S);
  const toUs = profile.map((p) => clockToS(p.to) * US_PER_S);
  const total = profile.reduce((sum, p) => sum + p.weight, 0);
  return {
    fromUs,
    toUs,
    perUs: profile.map((p, i) => (visits * p.weight) / total / (toUs[i]! - fromUs[i]!)),
  };
}

function unscaled(
  variants: readonly Rates[],
  variantOf: ArrayLike<number>,
  scatter: Sampler | null,
): ArrivalModel {
  return { kind: 'rates', variants, variantOf, scaleOf: null, scatter };
}

function scatterOf(cv: Parameter | undefined): Sampler | null {
  return cv === undefined || numberOf(cv) === 0 ? null : gammaFactor(numberOf(cv));
}

/** One variant for each kind of day that occurs. */
function variantsBy<T>(
  days: readonly WorkDay[],
  kindOf: (day: WorkDay) => string,
  make: (day: WorkDay) => T,
): [variants: T[], variantOf: number[]] {
  const index = new Map<string, number>();
  const variants: T[] = [];
  const variantOf = days.map((day) => {
    const kind = kindOf(day);
    const known = index.get(kind);
    if (known !== undefined) return known;
    index.set(kind, variants.length);
    return variants.push(make(day)) - 1;
  });
  return [variants, variantOf];
}

/**
 * Arrival times of one class, one after the other. The n-th gap is the n-th visitor's own draw,
 * so two layouts compared meet the same visitors.
 */
export class Arrivals {
  private count = 0;
  private day = 0;
  private interval = 0;
  /** Expected arrivals up to the last one, within the present interval. */
  private usedInInterval = 0;
  private lastUs: number;

  /**
   * @param gaps drawn from what `gapsOf` gives
   * @param dayFactor random factor of a day
   * @param startUs beginning of the first session
   * @param fromUs nobody comes before; of gaps between arrivals the first begins here
   */
  constructor(
    private readonly model: ArrivalModel,
    private readonly gaps: KeyedDraws | null,
    private readonly dayFactor: (day: number) => number,
    startUs: number,
    fromUs: number,
  ) {
    this.lastUs = Math.max(startUs, fromUs);
    if (fromUs > 0) this.skipTo(fromUs);
  }

  /** Passes over what would have come before; a Poisson process forgets it. */
  private skipTo(fromUs: number): void {
    const { model } = this;
    if (model.kind === 'list')
      while ((model.atUs[this.count] ?? Number.POSITIVE_INFINITY) < fromUs) this.count++;
    if (model.kind !== 'rates') return;
    this.day = Math.floor(fromUs / DAY_US);
    if (this.day >= model.variantOf.length) return;
    const { rates, factor } = this.ratesOf(model, this.day);
    const timeUs = fromUs - this.day * DAY_US;
    while (this.interval < rates.toUs.length && rates.toUs[this.interval]! <= timeUs)
      this.interval++;
    const begunUs = timeUs - (rates.fromUs[this.interval] ?? timeUs);
    if (begunUs > 0) this.usedInInterval = rates.perUs[this.interval]! * factor * begunUs;
  }

  /** The rates of a day, and the factor that goes with them. */
  private ratesOf(model: ArrivalModel & { kind: 'rates' }, day: number) {
    const rates = model.variants[model.variantOf[day]!]!;
    let factor = model.scatter ? this.dayFactor(day) : 1;
    if (model.scaleOf) factor *= model.scaleOf[day]!;
    return { rates, factor };
  }

  /** The next arrival, whole µs; Infinity when there is none. */
  nextUs(): number {
    const { model } = this;
    switch (model.kind) {
      case 'rates':
        return this.nextOfRates(model, this.gaps!.at(this.count++));
      case 'list':
        return model.atUs[this.count++] ?? Number.POSITIVE_INFINITY;
      case 'renewal': {
        do this.lastUs += Math.round(this.gaps!.at(this.count++) * US_PER_S);
        while (this.lastUs < model.untilUs && !isOpen(model.open, this.lastUs));
        return this.lastUs < model.untilUs ? this.lastUs : Number.POSITIVE_INFINITY;
      }
    }
  }

  /** Inverts the cumulative rate (time change of a unit Poisson process; Çınlar 1975). */
  private nextOfRates(model: ArrivalModel & { kind: 'rates' }, gap: number): number {
    let missing = gap;
    for (; this.day < model.variantOf.length; this.day++) {
      const { rates, factor } = this.ratesOf(model, this.day);
      for (; this.interval < rates.perUs.length; this.interval++) {
        const from = rates.fromUs[this.interval]!;
        const rate = rates.perUs[this.interval]! * factor;
        const expected = rate * (rates.toUs[this.interval]! - from);
        if (this.usedInInterval + missing < expected) {
          this.usedInInterval += missing;
          return this.day * DAY_US + Math.floor(from + this.usedInInterval / rate);
        }
        missing -= expected - this.usedInInterval;
        this.usedInInterval = 0;
      }
      this.interval = 0;
    }
    return Number.POSITIVE_INFINITY;
  }
}

function isOpen(open: readonly SessionModel[] | null, timeUs: number): boolean {
  const timeOfDayUs = timeUs % DAY_US;
  return open?.some((s) => s.doorsUs <= timeOfDayUs && timeOfDayUs < s.toUs) ?? true;
}
