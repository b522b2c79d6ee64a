import type { Navigator, StationPlaces } from '../../geometry/navigator';
import type { Distribution } from '../../scenarios/distribution';
import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { workDaysOf } from '../../scenarios/work-calendar';
import { compileDistribution, type Sampler, truncatedNormal } from '../kernel/distributions';
import { DAY_US, type SessionModel, sessionsOf } from './arrivals';
import { type Duty, dutiesOf, spansOfDuty } from './duties';
import { type ClassModel, compileClass, type Indices } from './model-class';

export type { Duty } from './duties';
export type { ClassModel } from './model-class';

export interface WindowModel {
  readonly id: string;
  readonly issuing: boolean;
  /** Classes served. */
  readonly classes: readonly number[];
  /** Classes that it may help with. */
  readonly helps: readonly number[];
  /** By day of the run; one for all days where they are all alike. */
  readonly duties: readonly (readonly Duty[])[];
  readonly efficiency: number;
  readonly absence: {
    readonly share: number;
    readonly cover: { readonly afterUs: number; readonly efficiency: number } | null;
  } | null;
  readonly onDemand: {
    readonly whenWaiting: number;
    readonly untilWaiting: number;
    readonly afterUs: number;
  } | null;
  /** Place index in the navigator, −1 without a floor plan. */
  readonly place: number;
}

export type StationKind = StationPlaces['kind'];

export interface StationModel {
  readonly id: string;
  readonly kind: StationKind;
  readonly service: Sampler;
  /** When it is staffed on any day; null: always there. */
  readonly duties: readonly { readonly fromUs: number; readonly toUs: number }[] | null;
  /** Use spot, then the line behind it; empty without a floor plan. */
  readonly spots: readonly number[];
}

export interface BackOfficeModel {
  readonly id: string;
  readonly approvers: number;
  /** When cases of those who are not in the hall are taken up, on any day; null: at any time. */
  readonly hours: readonly { readonly fromUs: number; readonly toUs: number }[] | null;
}

/** A scenario and a floor plan made ready to run: indices instead of names, µs instead of clocks. */
export interface HallModel {
  readonly scenario: Scenario;
  readonly navigator: Navigator | null;
  /** Sessions of any day; a continuous run is one session. */
  readonly sessions: readonly SessionModel[];
  /** Working days, warm-up days first; 0 for a continuous run. */
  readonly days: number;
  readonly dates: readonly (string | null)[];
  /** Where a continuous run stops; Infinity for days, which end when the last visitor has left. */
  readonly stopUs: number;
  /** Nobody comes before: 0, or the instant at which a run takes up a hall as it is. */
  readonly fromUs: number;
  /** Figures count from here on. */
  readonly warmUpUs: number;
  readonly sendAway: boolean;
  readonly classes: readonly ClassModel[];
  readonly windows: readonly WindowModel[];
  readonly stations: readonly StationModel[];
  readonly backOffices: readonly BackOfficeModel[];
  readonly onlineShare: number;
  readonly queueing: Scenario['queueing'];
  readonly green: { readonly share: number; readonly creditUs: number | null } | null;
  readonly calls: {
    readonly noShow: number;
    readonly recalls: number;
    readonly afterS: number;
    readonly answers: number;
    readonly rejoins: boolean;
  } | null;
  readonly wrongTicket: {
    readonly share: number;
    readonly clarify: Sampler;
    readonly firstAsked: boolean;
  } | null;
  /** People who may wait, Infinity without a limit. */
  readonly capacity: number;
  readonly guideShare: number;
  /** Probability that the guide desk sees that a paper is missing. */
  readonly guideDetects: number;
  readonly kioskShare: number;
  readonly rating: {
    readonly upTo: readonly number[];
    readonly duration: Sampler;
    /** Probability of one level less for each µs over the target. */
    readonly lowerPerUs: number;
    readonly followUp: {
      readonly backOffice: number;
      readonly duration: Sampler;
      readonly withinDays: number;
    } | null;
  } | null;
  readonly targetUs: number;
  readonly mobility: readonly {
    readonly id: string;
    readonly upTo: number;
    readonly speedMps: Sampler;
  }[];
  /** Cumulative shares of visitors with 0, 1, 2 … companions; empty: everybody comes alone. */
  readonly companionsUpTo: readonly number[];
}

/**
 * Compiles a validated scenario against the floor plan's navigator.
 *
 * @param navigator null: walking takes no time
 */
export function compileHall(scenario: Scenario, navigator: Navigator | null): HallModel {
  const { horizon, calls, wrongTicket, greenChannel } = scenario;
  const sessions = sessionsOf(scenario);
  const days = workDaysOf(scenario);
  const indices = indicesOf(scenario);
  const classes = scenario.classes.map((c) => compileClass(scenario, c, days, indices));
  const dutiesBy = dutiesOf(scenario, sessions, days);
  const mobilityUpTo = cumulative(scenario.mobility.map((m) => numberOf(m.share)));
  return {
    scenario,
    navigator,
    sessions,
    days: days.length,
    dates: days.map((day) => day.date),
    stopUs: horizon.kind === 'continuous' ? sessions[0]!.toUs : Number.POSITIVE_INFINITY,
    fromUs: 0,
    warmUpUs: warmUpOf(horizon),
    sendAway: horizon.kind !== 'continuous' && horizon.closing === 'sendAway',
    classes,
    windows: scenario.windows.map((w) =>
      compileWindow(scenario, w, dutiesBy(w), classes, indices, navigator),
    ),
    stations: stationsOf(scenario, sessions, navigator),
    backOffices: scenario.backOffices.map((b) => ({
      id: b.id,
      approvers: numberOf(b.approvers),
      hours: horizon.kind === 'continuous' ? null : spansOfDuty(sessions, b.shifts),
    })),
    onlineShare: scenario.demand ? numberOf(scenario.demand.onlineShare) : 0,
    queueing: scenario.queueing,
    green: greenChannel
      ? {
          share: numberOf(greenChannel.share),
          creditUs:
            greenChannel.rule.kind === 'credit'
              ? Math.round(numberOf(greenChannel.rule.creditS) * 1e6)
              : null,
        }
      : null,
    calls: calls
      ? {
          noShow: numberOf(calls.noShow),
          recalls: calls.recalls,
          afterS: numberOf(calls.afterS),
          answers: numberOf(calls.answers),
          rejoins: calls.passedOver === 'rejoins',
        }
      : null,
    wrongTicket: wrongTicket
      ? {
          share: numberOf(wrongTicket.share),
          clarify: compileDistribution(wrongTicket.clarify),
          firstAsked: wrongTicket.rule === 'firstAsked',
        }
      : null,
    capacity: scenario.waitingZone
      ? numberOf(scenario.waitingZone.capacity)
      : Number.POSITIVE_INFINITY,
    guideShare: scenario.guideDesk ? numberOf(scenario.guideDesk.share) : 0,
    guideDetects: scenario.guideDesk?.paperCheck
      ? numberOf(scenario.guideDesk.paperCheck.detects)
      : 0,
    kioskShare: scenario.kiosk ? numberOf(scenario.kiosk.share) : 0,
    rating: compileRating(scenario, indices),
    targetUs: numberOf(scenario.targetWaitS) * 1e6,
    mobility: navigator
      ? scenario.mobility.map((m, i) => ({
          id: m.id,
          upTo: mobilityUpTo[i]!,
          speedMps: truncatedNormal(numberOf(m.meanMps), numberOf(m.sdMps), m.minMps, m.maxMps),
        }))
      : [],
    companionsUpTo: cumulative((scenario.companions?.byNumber ?? []).map(numberOf)),
  };
}

function indicesOf(scenario: Scenario): Indices {
  const series = new Map<string, number>();
  return {
    classes: new Map(scenario.classes.map((c, i) => [c.id, i])),
    offices: new Map(scenario.backOffices.map((b, i) => [b.id, i])),
    seriesOf(windows) {
      const key = windows.join();
      if (!series.has(key)) series.set(key, series.size);
      return series.get(key)!;
    },
  };
}

function warmUpOf(horizon: Scenario['horizon']): number {
  if (horizon.kind === 'continuous') return Math.round(horizon.warmUpS * 1e6);
  return horizon.kind === 'days' ? horizon.warmUpDays * DAY_US : 0;
}

function compileWindow(
  scenario: Scenario,
  w: Scenario['windows'][number],
  duties: WindowModel['duties'],
  classes: readonly ClassModel[],
  indices: Indices,
  navigator: Navigator | null,
): WindowModel {
  const served = w.serves.map((id) => indices.classes.get(id)!);
  const absence = w.absence ?? scenario.staff?.absence;
  return {
    id: w.id,
    issuing: w.area === 'issuing',
    classes: served.sort((a, b) => classes[b]!.priority - classes[a]!.priority || a - b),
    helps:
      scenario.queueing.kind === 'bySkill'
        ? w.helps.filter((id) => !w.serves.includes(id)).map((id) => indices.classes.get(id)!)
        : [],
    duties,
    efficiency: numberOf(w.efficiency),
    absence: absence
      ? {
          share: numberOf(absence.share),
          cover: absence.cover
            ? {
                afterUs: Math.round(numberOf(absence.cover.afterS) * 1e6),
                efficiency: numberOf(absence.cover.efficiency),
              }
            : null,
        }
      : null,
    onDemand: w.onDemand
      ? {
          whenWaiting: w.onDemand.whenWaiting,
          untilWaiting: w.onDemand.untilWaiting,
          afterUs: Math.round(numberOf(w.onDemand.afterS) * 1e6),
        }
      : null,
    place: navigator?.windows.get(w.id) ?? -1,
  };
}

function compileRating(scenario: Scenario, indices: Indices): HallModel['rating'] {
  const { rating } = scenario;
  if (!rating) return null;
  return {
    upTo: cumulative(rating.shares.map(numberOf)),
    duration: compileDistribution(rating.duration),
    lowerPerUs: rating.waitEffect ? numberOf(rating.waitEffect.perMinuteOverTarget) / 60e6 : 0,
    followUp: rating.followUp
      ? {
          backOffice: indices.offices.get(rating.followUp.backOffice)!,
          duration: compileDistribution(rating.followUp.duration),
          withinDays: numberOf(rating.followUp.withinDays),
        }
      : null,
  };
}

function cumulative(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}

/** One station for each machine or desk of the floor plan; without a plan, one of each kind asked for. */
function stationsOf(
  scenario: Scenario,
  sessions: readonly SessionModel[],
  navigator: Navigator | null,
): StationModel[] {
  const { guideDesk } = scenario;
  const asked: {
    kind: StationKind;
    service: Distribution;
    duties: StationModel['duties'];
  }[] = [];
  if (guideDesk)
    asked.push({
      kind: 'guideDesk',
      service: guideDesk.service,
      duties:
        guideDesk.shifts || guideDesk.breaks.length > 0
          ? spansOfDuty(sessions, guideDesk.shifts, guideDesk.breaks)
          : null,
    });
  if (scenario.ticketMachine)
    asked.push({
      kind: 'ticketMachine',
      service: scenario.ticketMachine.service,
      duties: null,
    });
  if (scenario.kiosk) asked.push({ kind: 'kiosk', service: scenario.kiosk.service, duties: null });
  return asked.flatMap(({ kind, service, duties }): StationModel[] => {
    const sampler = compileDistribution(service);
    if (!navigator) return [{ id: kind, kind, service: sampler, duties, spots: [] }];
    return navigator.stations
      .filter((s) => s.kind === kind)
      .map((s) => ({ id: s.id, kind, service: sampler, duties, spots: s.spots }));
  });
}
