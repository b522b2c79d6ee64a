import type { Navigator, StationPlaces } from '../../geometry/navigator';
import { clockToS } from '../../scenarios/clock';
import type { Distribution } from '../../scenarios/distribution';
import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import {
  compileDistribution,
  gammaFactor,
  type Sampler,
  truncatedNormal,
} from '../kernel/distributions';
import { type ArrivalModel, compileArrivals, sessionsUs } from './arrivals';

/** A span of duty; `drains`: those inside are served before it really ends. */
export interface Duty {
  readonly fromUs: number;
  readonly toUs: number;
  readonly drains: boolean;
}

export interface ClassModel {
  readonly id: string;
  readonly arrivals: ArrivalModel;
  readonly priority: number;
  readonly service: Sampler;
  readonly patience: Sampler | null;
  /** Cumulative: done, approval, promised; the rest is sent back. */
  readonly doneUpTo: number;
  readonly approvalUpTo: number;
  readonly promisedUpTo: number;
  readonly approval: {
    readonly backOffice: number;
    readonly duration: Sampler;
    readonly issue: Sampler;
  } | null;
  /** Windows that serve the class. */
  readonly windows: readonly number[];
  /** Index of the ticket series: classes with the same windows share one. */
  readonly series: number;
}

export interface WindowModel {
  readonly id: string;
  readonly issuing: boolean;
  /** Classes served, the higher priority first. */
  readonly classes: readonly number[];
  readonly duties: readonly Duty[];
  readonly efficiency: number;
  /** Place index in the navigator, −1 without a floor plan. */
  readonly place: number;
}

export type StationKind = StationPlaces['kind'];

export interface StationModel {
  readonly id: string;
  readonly kind: StationKind;
  readonly service: Sampler;
  /** Use spot, then the line behind it; empty without a floor plan. */
  readonly spots: readonly number[];
}

/** A scenario and a floor plan made ready to run: indices instead of names, µs instead of clocks. */
export interface HallModel {
  readonly scenario: Scenario;
  readonly navigator: Navigator | null;
  readonly sessions: readonly { readonly fromUs: number; readonly toUs: number }[];
  /** Where a continuous run stops; Infinity for a day, which ends when the last visitor has left. */
  readonly stopUs: number;
  /** Figures count from here on. */
  readonly warmUpUs: number;
  readonly sendAway: boolean;
  readonly classes: readonly ClassModel[];
  readonly windows: readonly WindowModel[];
  readonly stations: readonly StationModel[];
  readonly backOffices: readonly { readonly id: string; readonly approvers: number }[];
  readonly dayFactor: Sampler | null;
  readonly guideShare: number;
  readonly kioskShare: number;
  readonly rating: { readonly upTo: readonly number[]; readonly duration: Sampler } | null;
  readonly mobility: readonly {
    readonly id: string;
    readonly upTo: number;
    readonly speedMps: Sampler;
  }[];
}

/**
 * Compiles a validated scenario against the floor plan's navigator.
 *
 * @param navigator null: walking takes no time
 */
export function compileHall(scenario: Scenario, navigator: Navigator | null): HallModel {
  const continuous = scenario.horizon.kind === 'continuous' ? scenario.horizon : null;
  const sessions = sessionsUs(scenario);
  const classIndex = new Map(scenario.classes.map((c, i) => [c.id, i]));
  const officeIndex = new Map(scenario.backOffices.map((b, i) => [b.id, i]));
  const servedBy = scenario.classes.map((c) =>
    scenario.windows.flatMap((w, i) =>
      w.area !== 'issuing' && w.serves.includes(c.id) ? [i] : [],
    ),
  );
  const seriesOf = new Map<string, number>();
  const classes = scenario.classes.map((c, i): ClassModel => {
    const windows = servedBy[i]!;
    const key = windows.join();
    if (!seriesOf.has(key)) seriesOf.set(key, seriesOf.size);
    const o = c.outcomes;
    const done = o ? numberOf(o.done) : 1;
    const approval = o?.approval ? numberOf(o.approval.share) : 0;
    const promised = o?.promised === undefined ? 0 : numberOf(o.promised);
    const sentBack = o?.sentBack === undefined ? 0 : numberOf(o.sentBack);
    return {
      id: c.id,
      arrivals: compileArrivals(scenario, c),
      priority: c.priority,
      service: compileDistribution(c.service),
      patience: c.patience ? compileDistribution(c.patience) : null,
      doneUpTo: done,
      approvalUpTo: done + approval,
      // Rounded shares must not send anybody back where nobody is sent back.
      promisedUpTo: sentBack === 0 ? 1 : done + approval + promised,
      approval: o?.approval
        ? {
            backOffice: officeIndex.get(o.approval.backOffice)!,
            duration: compileDistribution(o.approval.duration),
            issue: compileDistribution(o.approval.issue),
          }
        : null,
      windows,
      series: seriesOf.get(key)!,
    };
  });
  const windows = scenario.windows.map((w): WindowModel => {
    const ids = w.serves.map((id) => classIndex.get(id)!);
    ids.sort((a, b) => classes[b]!.priority - classes[a]!.priority || a - b);
    return {
      id: w.id,
      issuing: w.area === 'issuing',
      classes: ids,
      duties: dutiesOf(scenario, sessions, w),
      efficiency: numberOf(w.efficiency),
      place: navigator?.windows.get(w.id) ?? -1,
    };
  });
  let shareSum = 0;
  return {
    scenario,
    navigator,
    sessions,
    stopUs: continuous ? sessions[0]!.toUs : Number.POSITIVE_INFINITY,
    warmUpUs: continuous ? Math.round(continuous.warmUpS * 1e6) : 0,
    sendAway: scenario.horizon.kind === 'day' && scenario.horizon.closing === 'sendAway',
    classes,
    windows,
    stations: stationsOf(scenario, navigator),
    backOffices: scenario.backOffices.map((b) => ({ id: b.id, approvers: numberOf(b.approvers) })),
    dayFactor: scenario.demand?.dayFactorCv
      ? gammaFactor(numberOf(scenario.demand.dayFactorCv))
      : null,
    guideShare: scenario.guideDesk ? numberOf(scenario.guideDesk.share) : 0,
    kioskShare: scenario.kiosk ? numberOf(scenario.kiosk.share) : 0,
    rating: scenario.rating
      ? {
          upTo: cumulative(scenario.rating.shares.map(numberOf)),
          duration: compileDistribution(scenario.rating.duration),
        }
      : null,
    mobility: navigator
      ? scenario.mobility.map((m) => {
          shareSum += numberOf(m.share);
          return {
            id: m.id,
            upTo: shareSum,
            speedMps: truncatedNormal(numberOf(m.meanMps), numberOf(m.sdMps), m.minMps, m.maxMps),
          };
        })
      : [],
  };
}

function cumulative(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}

/** Sessions cut with the window's shifts, touching spans joined. */
function dutiesOf(
  scenario: Scenario,
  sessions: HallModel['sessions'],
  window: Scenario['windows'][number],
): Duty[] {
  const { horizon } = scenario;
  if (horizon.kind === 'continuous') return [{ ...sessions[0]!, drains: false }];
  const drains = horizon.closing === 'serveInside' || window.area === 'issuing';
  const shifts = (window.shifts ?? [{ from: '00:00', to: '24:00' }])
    .map((s) => ({ fromUs: clockToS(s.from) * 1e6, toUs: clockToS(s.to) * 1e6 }))
    .sort((a, b) => a.fromUs - b.fromUs);
  const duties: Duty[] = [];
  for (const session of sessions) {
    let last: { fromUs: number; toUs: number } | null = null;
    const spans: { fromUs: number; toUs: number }[] = [];
    for (const shift of shifts) {
      const fromUs = Math.max(session.fromUs, shift.fromUs);
      const toUs = Math.min(session.toUs, shift.toUs);
      if (fromUs >= toUs) continue;
      if (last && last.toUs >= fromUs) last.toUs = Math.max(last.toUs, toUs);
      else {
        last = { fromUs, toUs };
        spans.push(last);
      }
    }
    duties.push(...spans.map((s) => ({ ...s, drains: drains && s.toUs === session.toUs })));
  }
  return duties;
}

/** One station for each machine or desk of the floor plan; without a plan, one of each kind asked for. */
function stationsOf(scenario: Scenario, navigator: Navigator | null): StationModel[] {
  const asked: { kind: StationKind; service: Distribution }[] = [];
  if (scenario.guideDesk) asked.push({ kind: 'guideDesk', service: scenario.guideDesk.service });
  if (scenario.ticketMachine)
    asked.push({ kind: 'ticketMachine', service: scenario.ticketMachine.service });
  if (scenario.kiosk) asked.push({ kind: 'kiosk', service: scenario.kiosk.service });
  return asked.flatMap(({ kind, service }): StationModel[] => {
    const sampler = compileDistribution(service);
    if (!navigator) return [{ id: kind, kind, service: sampler, spots: [] }];
    return navigator.stations
      .filter((s) => s.kind === kind)
      .map((s) => ({ id: s.id, kind, service: sampler, spots: s.spots }));
  });
}
