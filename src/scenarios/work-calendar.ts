import { numberOf } from './provenance';
import type { Scenario } from './scenario';
import type { Weekday } from './schema-parts';

/** Dates are counted in days since 1970-01-01, so that no time zone can shift them. */
type DayNumber = number;

const DAY_MS = 86_400_000;
const WEEKDAYS: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];
const DEFAULT_WEEKEND: readonly Weekday[] = ['sat', 'sun'];
/** More days in a row without work than any real calendar has. */
const LONGEST_CLOSURE = 3660;

/** Day number of a date "YYYY-MM-DD" that the schema has checked. */
export function dayNumberOf(date: string): DayNumber {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

const isoFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'UTC',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Date "YYYY-MM-DD" of a day number. */
export function dateOf(day: DayNumber): string {
  return isoFormat.format(day * DAY_MS);
}

/** Day of the week of a day number. */
export function weekdayOf(day: DayNumber): Weekday {
  return WEEKDAYS[((day % 7) + 7) % 7]!;
}

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', day: 'numeric' });

/** Day of the Chinese lunar month, 1 … 30, as the platform's calendar (Unicode CLDR) has it. */
export function lunarDayOf(day: DayNumber): number {
  return Number(lunarFormat.format(day * DAY_MS).replace(/\D/g, ''));
}

interface Calendar {
  readonly weekend: ReadonlySet<Weekday>;
  readonly holidays: readonly { readonly from: DayNumber; readonly to: DayNumber }[];
  readonly makeUpDays: ReadonlySet<DayNumber>;
}

function calendarOf(scenario: Scenario): Calendar {
  const { calendar } = scenario;
  return {
    weekend: new Set(calendar?.weekend ?? DEFAULT_WEEKEND),
    holidays: (calendar?.holidays ?? []).map(({ from, to }) => ({
      from: dayNumberOf(from),
      to: dayNumberOf(to),
    })),
    makeUpDays: new Set((calendar?.makeUpDays ?? []).map(dayNumberOf)),
  };
}

const isHoliday = (calendar: Calendar, day: DayNumber) =>
  calendar.holidays.some(({ from, to }) => from <= day && day <= to);

function isWorked(calendar: Calendar, day: DayNumber): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  return !isHoliday(calendar, day) && !calendar.weekend.has(weekdayOf(day));
}

/** Whether the hall works on a date "YYYY-MM-DD": holidays, weekends and make-up days looked up. */
export function isOpenOn(scenario: Scenario, date: string): boolean {
  return isWorked(calendarOf(scenario), dayNumberOf(date));
}

/** The first open date on a date or after it; null if no day is worked within ten years. */
export function nextOpenDate(scenario: Scenario, date: string): string | null {
  const calendar = calendarOf(scenario);
  const from = dayNumberOf(date);
  for (let day = from; day < from + LONGEST_CLOSURE; day++)
    if (isWorked(calendar, day)) return dateOf(day);
  return null;
}

/** A day that the hall works: which date it is, and what makes its visits more or fewer. */
export interface WorkDay {
  /** null: the scenario names no date. */
  readonly date: string | null;
  readonly weekday: Weekday | null;
  /** Visits over those of an ordinary day. */
  readonly factor: number;
}

const ORDINARY: WorkDay = { date: null, weekday: null, factor: 1 };

/**
 * The working days of a scenario in order, warm-up days first; one ordinary day where no date is
 * named, none for a continuous horizon. Factors of weekday, market day and the days after a
 * holiday multiply.
 *
 * @throws RangeError if no day is worked within ten years
 */
export function workDaysOf(scenario: Scenario): readonly WorkDay[] {
  const { horizon } = scenario;
  if (horizon.kind === 'continuous') return [];
  const calendar = calendarOf(scenario);
  if (horizon.kind === 'day')
    return [horizon.date ? workDay(scenario, calendar, dayNumberOf(horizon.date)) : ORDINARY];
  const days: WorkDay[] = [];
  const wanted = horizon.warmUpDays + horizon.workingDays;
  let idle = 0;
  for (let day = dayNumberOf(horizon.firstDate); days.length < wanted; day++) {
    if (isWorked(calendar, day)) {
      days.push(workDay(scenario, calendar, day));
      idle = 0;
    } else if (++idle > LONGEST_CLOSURE) throw new RangeError('no day is worked');
  }
  return days;
}

function workDay(scenario: Scenario, calendar: Calendar, day: DayNumber): WorkDay {
  const { demand } = scenario;
  const weekday = weekdayOf(day);
  let factor = 1;
  if (demand) {
    const special = demand.weekdays.find(({ days }) => days.includes(weekday));
    if (special) factor *= numberOf(special.factor);
    if (demand.marketDays && isMarketDay(demand.marketDays.on, day))
      factor *= numberOf(demand.marketDays.factor);
    const since = workingDaysSinceHoliday(calendar, day);
    const after = since === null ? undefined : demand.afterHoliday?.factors[since];
    if (after !== undefined) factor *= numberOf(after);
  }
  return { date: dateOf(day), weekday, factor };
}

type MarketRule = NonNullable<NonNullable<Scenario['demand']>['marketDays']>['on'];

/** Whether a day is a market day (圩日) by the rule. */
export function isMarketDay(on: MarketRule, day: DayNumber): boolean {
  return on.kind === 'dates'
    ? on.dates.includes(dateOf(day))
    : on.daysOfMonth.includes(lunarDayOf(day));
}

/** Working days between the end of the last holiday and this day; null if none is near. */
function workingDaysSinceHoliday(calendar: Calendar, day: DayNumber): number | null {
  if (isHoliday(calendar, day)) return null;
  let worked = 0;
  for (let before = day - 1; before > day - 120; before--) {
    if (isHoliday(calendar, before)) return worked;
    if (isWorked(calendar, before)) worked++;
  }
  return null;
}
