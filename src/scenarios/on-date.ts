import { clockToS } from './clock';
import { InputError } from './problem';
import { STATE_MESSAGES } from './problems-state';
import { problemAt } from './problems-text';
import { numberOf, type Provenance } from './provenance';
import { scaleArrivals } from './scale-scenario';
import type { Scenario, VisitorClass } from './scenario';
import type { Weekday } from './schema-parts';
import { dayNumberOf, isMarketDay, isOpenOn, nextOpenDate, workDaysOf } from './work-calendar';

/** A day to come, as it is asked for. */
export interface DayAsked {
  /** "YYYY-MM-DD". */
  readonly date: string;
  /** Visits of an ordinary day, in place of the scenario's own. */
  readonly visitsPerDay?: number | undefined;
  /** It is a market day with this factor, whatever the calendar says. */
  readonly marketFactor?: number | undefined;
}

/** What the calendar knows of a day. */
export interface DayFacts {
  readonly date: string;
  readonly weekday: Weekday;
  /** Visits over those of an ordinary day, all reasons together. */
  readonly factor: number;
  /** Whether it is a market day, by the calendar or because it was asked for. */
  readonly marketDay: boolean;
  /** A weekend's day that is worked (调休). */
  readonly makeUpDay: boolean;
  /** Visits that are expected, online ones left out; null where arrivals are a list or gaps. */
  readonly visits: number | null;
}

const ASKED: Provenance = {
  kind: 'assumption',
  note: { zh: '预测时填写', en: 'as asked for in the forecast' },
};

/**
 * The scenario on one day to come: its weekday, market day, holidays and make-up days as its
 * calendar has them. The hall begins empty; cases and collections of the days before are not in it.
 *
 * @throws InputError if the hall is closed that day (with the next day that it is not), or the
 *   scenario knows no days
 */
export function onDate(scenario: Scenario, asked: DayAsked): Scenario {
  const { horizon } = scenario;
  const refuse = (words: ReturnType<typeof STATE_MESSAGES.noHours>) =>
    new InputError(scenario.id, [problemAt(['date'], words)]);
  if (horizon.kind === 'continuous') throw refuse(STATE_MESSAGES.noHours());
  const { date } = asked;
  if (!isOpenOn(scenario, date))
    throw refuse(STATE_MESSAGES.closedDay(date, nextOpenDate(scenario, date)));
  const { sessions, doorsOpenBeforeS, closing, provenance } = horizon;
  const day: Scenario = {
    ...scenario,
    horizon: {
      kind: 'day',
      date,
      sessions,
      doorsOpenBeforeS,
      closing,
      ...(provenance && { provenance }),
    },
  };
  return withMarket(withVisits(day, asked.visitsPerDay), asked);
}

function withVisits(scenario: Scenario, visits: number | undefined): Scenario {
  if (visits === undefined) return scenario;
  const { demand } = scenario;
  if (demand)
    return {
      ...scenario,
      demand: { ...demand, visitsPerDay: { value: visits, provenance: ASKED } },
    };
  const now = visitsOf(scenario);
  return now ? scaled(scenario, visits / now) : scenario;
}

function withMarket(scenario: Scenario, { date, marketFactor }: DayAsked): Scenario {
  if (marketFactor === undefined) return scenario;
  const { demand } = scenario;
  if (!demand) return scaled(scenario, marketFactor);
  return {
    ...scenario,
    demand: {
      ...demand,
      marketDays: {
        on: { kind: 'dates', dates: [date] },
        factor: { value: marketFactor, provenance: ASKED },
      },
    },
  };
}

function scaled(scenario: Scenario, factor: number): Scenario {
  return {
    ...scenario,
    classes: scenario.classes.map((c) => ({ ...c, arrivals: scaleArrivals(c.arrivals, factor) })),
  };
}

/** What the calendar says of the day of a scenario that {@link onDate} has made. */
export function factsOf(day: Scenario, { marketFactor }: DayAsked): DayFacts {
  const { horizon, demand, calendar } = day;
  const [work] = workDaysOf(day);
  const date = horizon.kind === 'day' ? horizon.date! : work!.date!;
  const { weekday } = work!;
  const weekend = calendar?.weekend ?? ['sat', 'sun'];
  return {
    date,
    weekday: weekday!,
    factor: demand ? work!.factor : (marketFactor ?? 1),
    marketDay: demand?.marketDays
      ? isMarketDay(demand.marketDays.on, dayNumberOf(date))
      : marketFactor !== undefined,
    makeUpDay: weekend.includes(weekday!),
    visits: visitsOf(day),
  };
}

/** Visits that are expected on the day of a scenario; null where a class comes by a list or gaps. */
export function visitsOf(day: Scenario): number | null {
  const [work] = workDaysOf(day);
  const { demand } = day;
  let sum = 0;
  for (const c of day.classes) {
    const visits = visitsOfClass(day, c, work?.weekday ?? null);
    if (visits === null) return null;
    sum += visits;
  }
  return demand ? sum * (work?.factor ?? 1) * (1 - numberOf(demand.onlineShare)) : sum;
}

function visitsOfClass(
  { demand, horizon }: Scenario,
  { arrivals }: VisitorClass,
  weekday: Weekday | null,
): number | null {
  const hours = ({ from, to }: { from: string; to: string }) =>
    (clockToS(to) - clockToS(from)) / 3600;
  switch (arrivals.kind) {
    case 'share':
      return demand ? numberOf(demand.visitsPerDay) * numberOf(arrivals.share) : null;
    case 'poisson':
      return horizon.kind === 'continuous'
        ? null
        : numberOf(arrivals.perHour) * horizon.sessions.reduce((sum, s) => sum + hours(s), 0);
    case 'poissonByInterval':
      return arrivals.intervals
        .filter(({ days }) => !days || (weekday !== null && days.includes(weekday)))
        .reduce((sum, i) => sum + i.perHour * hours(i), 0);
    default:
      return null;
  }
}
