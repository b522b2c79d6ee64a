import { clockToS } from '../../scenarios/clock';
import type { Distribution } from '../../scenarios/distribution';
import { numberOf } from '../../scenarios/provenance';
import type { Scenario, VisitorClass } from '../../scenarios/scenario';
import type { WorkingDays } from '../../scenarios/schema-parts';
import type { WorkDay } from '../../scenarios/work-calendar';
import { compileDistribution, type Sampler, truncatedNormal } from '../kernel/distributions';
import { type ArrivalModel, compileArrivals, profileOf } from './arrivals';

/** Two hours: nobody comes earlier or later than that to an appointment. */
const WORST_PUNCTUALITY_S = 7200;

/** Work of one department on a case. */
export interface OfficeWork {
  readonly backOffice: number;
  readonly duration: Sampler;
}

/** Booked times of any day. */
export interface AppointmentModel {
  /** Time of each place, µs since midnight. */
  readonly atUs: readonly number[];
  readonly booked: number;
  readonly noShow: number;
  readonly punctualityS: Sampler;
  readonly priority: number;
}

/** What happens to a promised case. */
export interface CaseModel {
  readonly promisedDays: number;
  readonly survey: { readonly share: number; readonly after: DaysSampler } | null;
  readonly review: readonly (OfficeWork & { readonly agrees: number })[];
  readonly result: {
    readonly delivered: number;
    readonly collectAfter: DaysSampler;
    readonly issue: Sampler;
  } | null;
}

/** Draws whole working days from one uniform. */
export type DaysSampler = (uniform: number) => number;

export interface ClassModel {
  readonly id: string;
  readonly arrivals: ArrivalModel;
  readonly appointments: AppointmentModel | null;
  readonly priority: number;
  readonly creditUs: number;
  readonly service: Sampler;
  /** What services are known to have taken, s, by visitor of the class (0 the first); NaN, or none: it is drawn. */
  readonly knownServiceS: ArrayLike<number> | null;
  readonly patience: Sampler | null;
  /** Share that turns back when at least so many wait, the longest queue first. */
  readonly balking: readonly { readonly waiting: number; readonly share: number }[];
  /** Cumulative: done, approval, promised; the rest lacks a paper. */
  readonly doneUpTo: number;
  readonly approvalUpTo: number;
  readonly promisedUpTo: number;
  readonly approval: { readonly parts: readonly OfficeWork[]; readonly issue: Sampler } | null;
  readonly promisedCase: CaseModel | null;
  readonly incomplete: {
    readonly share: number;
    readonly online: number;
    readonly broughtAfter: DaysSampler;
    readonly handIn: Sampler;
  } | null;
  readonly returnVisit: {
    readonly share: number;
    readonly again: number;
    readonly afterDays: DaysSampler | null;
    readonly delay: Sampler | null;
  } | null;
  /** Cumulative spread of return and collection visits over a day; by weekday where it differs. */
  readonly visitTimes: readonly VisitTime[];
  /** Windows that serve the class. */
  readonly windows: readonly number[];
  /** Windows that can help with it. */
  readonly helpers: readonly number[];
  /** Index of the ticket series: classes with the same windows share one. */
  readonly series: number;
}

export interface VisitTime {
  readonly upTo: number;
  readonly fromUs: number;
  readonly toUs: number;
}

/** What the names in a scenario stand for. */
export interface Indices {
  readonly classes: ReadonlyMap<string, number>;
  readonly offices: ReadonlyMap<string, number>;
  /** Classes by the windows that serve them. */
  seriesOf(windows: readonly number[]): number;
}

/** Compiles one class of a validated scenario. */
export function compileClass(
  scenario: Scenario,
  c: VisitorClass,
  days: readonly WorkDay[],
  indices: Indices,
): ClassModel {
  const windowsWhere = (serves: (w: Scenario['windows'][number]) => boolean) =>
    scenario.windows.flatMap((w, i) => (w.area !== 'issuing' && serves(w) ? [i] : []));
  const windows = windowsWhere((w) => w.serves.includes(c.id));
  const o = c.outcomes;
  const done = o ? numberOf(o.done) : 1;
  const approval = o?.approval ? numberOf(o.approval.share) : 0;
  const promised = o?.promised === undefined ? 0 : numberOf(o.promised);
  const sentBack = o?.sentBack === undefined ? 0 : numberOf(o.sentBack);
  const work = (part: { backOffice: string; duration: Distribution }): OfficeWork => ({
    backOffice: indices.offices.get(part.backOffice)!,
    duration: compileDistribution(part.duration),
  });
  return {
    id: c.id,
    arrivals: compileArrivals(scenario, c, days),
    appointments: c.appointments ? compileAppointments(c.appointments, c.priority) : null,
    priority: c.priority,
    creditUs: Math.round(numberOf(c.creditS) * 1e6),
    service: compileDistribution(c.service),
    knownServiceS: null,
    patience: c.patience ? compileDistribution(c.patience) : null,
    balking: c.balking
      .map((b) => ({ waiting: b.waiting, share: numberOf(b.share) }))
      .sort((a, b) => b.waiting - a.waiting),
    doneUpTo: done,
    approvalUpTo: done + approval,
    // Rounded shares must not send anybody back where nobody is sent back.
    promisedUpTo: sentBack === 0 ? 1 : done + approval + promised,
    approval: o?.approval
      ? {
          parts: [work(o.approval), ...o.approval.joint.map(work)],
          issue: compileDistribution(o.approval.issue),
        }
      : null,
    promisedCase: c.promisedCase
      ? {
          promisedDays: numberOf(c.promisedCase.promisedDays),
          survey: c.promisedCase.survey
            ? {
                share: numberOf(c.promisedCase.survey.share),
                after: daysSampler(c.promisedCase.survey.after),
              }
            : null,
          review: c.promisedCase.review.map((part) => ({
            ...work(part),
            agrees: numberOf(part.agrees),
          })),
          result:
            c.promisedCase.result.kind === 'handedOver'
              ? {
                  delivered: numberOf(c.promisedCase.result.delivered),
                  collectAfter: daysSampler(c.promisedCase.result.collectAfter),
                  issue: compileDistribution(c.promisedCase.result.issue),
                }
              : null,
        }
      : null,
    incomplete: c.acceptedIncomplete
      ? {
          share: numberOf(c.acceptedIncomplete.share),
          online: numberOf(c.acceptedIncomplete.online),
          broughtAfter: daysSampler(c.acceptedIncomplete.broughtAfter),
          handIn: compileDistribution(c.acceptedIncomplete.handIn),
        }
      : null,
    returnVisit: c.returnVisit
      ? {
          share: numberOf(c.returnVisit.share),
          again: numberOf(c.returnVisit.again),
          afterDays: c.returnVisit.after.kind === 'delay' ? null : daysSampler(c.returnVisit.after),
          delay:
            c.returnVisit.after.kind === 'delay'
              ? compileDistribution(c.returnVisit.after.duration)
              : null,
        }
      : null,
    visitTimes: visitTimesOf(scenario),
    windows,
    helpers:
      scenario.queueing.kind === 'bySkill'
        ? windowsWhere((w) => w.helps.includes(c.id) && !w.serves.includes(c.id))
        : [],
    series: indices.seriesOf(windows),
  };
}

function compileAppointments(
  a: NonNullable<VisitorClass['appointments']>,
  classPriority: number,
): AppointmentModel {
  const atUs = a.slots.flatMap(({ from, to, everyS, places }) => {
    const times: number[] = [];
    const end = clockToS(to);
    for (let i = 0; clockToS(from) + i * everyS < end; i++)
      for (let place = 0; place < places; place++)
        times.push(Math.round((clockToS(from) + i * everyS) * 1e6));
    return times;
  });
  return {
    atUs,
    booked: numberOf(a.booked),
    noShow: numberOf(a.noShow),
    punctualityS: truncatedNormal(
      numberOf(a.punctuality.meanS),
      numberOf(a.punctuality.sdS),
      -WORST_PUNCTUALITY_S,
      WORST_PUNCTUALITY_S,
    ),
    priority: a.priority ?? classPriority,
  };
}

/** Return and collection visits are spread over the day as the ordinary ones are. */
function visitTimesOf(scenario: Scenario): VisitTime[] {
  const { horizon, demand } = scenario;
  if (horizon.kind === 'continuous') return [];
  const spread = demand
    ? profileOf(demand, { date: null, weekday: null, factor: 1 })
    : horizon.sessions.map((s) => ({ ...s, weight: clockToS(s.to) - clockToS(s.from) }));
  const total = spread.reduce((sum, p) => sum + p.weight, 0);
  let upTo = 0;
  return spread.map((p) => {
    upTo += p.weight / total;
    return { upTo, fromUs: clockToS(p.from) * 1e6, toUs: clockToS(p.to) * 1e6 };
  });
}

/** Inverts the distribution function of a number of working days. */
export function daysSampler(days: WorkingDays): DaysSampler {
  switch (days.kind) {
    case 'fixed': {
      const fixed = numberOf(days.days);
      return () => fixed;
    }
    case 'uniform': {
      const { minDays, maxDays } = days;
      return (u) => minDays + Math.floor(u * (maxDays - minDays + 1));
    }
    case 'geometric': {
      // From 0 on: P(days ≥ k) = q^k with mean q / (1 − q).
      const mean = numberOf(days.meanDays);
      const logQ = Math.log(mean / (1 + mean));
      return (u) => Math.min(5000, Math.floor(Math.log(u) / logQ));
    }
    case 'empirical': {
      const values = days.days;
      return (u) => values[Math.floor(u * values.length)]!;
    }
  }
}
