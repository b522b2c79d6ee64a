import type { Problem } from './problem';
import { PROCESS_MESSAGES } from './problems-process';
import { MESSAGES, problemAt } from './problems-text';
import type { Scenario } from './scenario';
import { workDaysOf } from './work-calendar';

/** Dates and working days: a calendar that is worked at all, and dates where something needs them. */
export function calendarProblems(scenario: Scenario): Problem[] {
  const { horizon, calendar } = scenario;
  const problems: Problem[] = (calendar?.holidays ?? []).flatMap(({ from, to }, i) =>
    to < from
      ? [problemAt(['calendar', 'holidays', i, 'to'], PROCESS_MESSAGES.datesReversed(from, to))]
      : [],
  );
  if (problems.length > 0) return problems;
  if (horizon.kind === 'days' && !isWorked(scenario))
    return [problemAt(['calendar'], PROCESS_MESSAGES.neverWorked())];
  return [...weekdayProblems(scenario), ...steadyStateProblems(scenario)];
}

function isWorked(scenario: Scenario): boolean {
  try {
    workDaysOf(scenario);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Days of the week on a day that has no date, or two rules for the same day of the week. */
function weekdayProblems({ horizon, demand, classes, windows }: Scenario): Problem[] {
  const problems: Problem[] = [];
  if (horizon.kind === 'day' && horizon.date === undefined)
    for (const [i, { shifts }] of windows.entries())
      if (shifts?.some((one) => one.days))
        problems.push(
          problemAt(
            ['windows', i, 'shifts'],
            PROCESS_MESSAGES.needsDates('按星期的班次', 'Shifts by weekday'),
          ),
        );
  if (horizon.kind === 'day' && horizon.date === undefined)
    for (const [i, { arrivals }] of classes.entries())
      if (arrivals.kind === 'poissonByInterval' && arrivals.intervals.some((one) => one.days))
        problems.push(
          problemAt(
            ['classes', i, 'arrivals', 'intervals'],
            PROCESS_MESSAGES.needsDates('按星期的到达', 'Arrivals by weekday'),
          ),
        );
  if (horizon.kind === 'day' && horizon.date === undefined) problems.push(...datelessRules(demand));
  const seen = new Set<string>();
  for (const [i, { days }] of (demand?.weekdays ?? []).entries())
    for (const [j, day] of days.entries()) {
      if (seen.has(day))
        problems.push(problemAt(['demand', 'weekdays', i, 'days', j], MESSAGES.duplicateId(day)));
      seen.add(day);
    }
  return problems;
}

/** Rules of the demand that would do nothing on a day that nobody can name. */
function datelessRules(demand: Scenario['demand']): Problem[] {
  const rules = [
    ['weekdays', demand && demand.weekdays.length > 0, '星期差异', 'Days of the week'],
    ['marketDays', demand?.marketDays, '圩日', 'Market days'],
    ['afterHoliday', demand?.afterHoliday, '节后', 'Days after a holiday'],
  ] as const;
  return rules.flatMap(([field, given, zh, en]) =>
    given ? [problemAt(['demand', field], PROCESS_MESSAGES.needsDates(zh, en))] : [],
  );
}

/** What counts working days has none in a continuous horizon. */
function steadyStateProblems({ horizon, classes }: Scenario): Problem[] {
  if (horizon.kind !== 'continuous') return [];
  return classes.flatMap((c, i) => {
    const problems: Problem[] = [];
    const refuse = (field: string, zh: string, en: string) =>
      problems.push(problemAt(['classes', i, field], PROCESS_MESSAGES.neverInSteadyState(zh, en)));
    if (c.promisedCase) refuse('promisedCase', '承诺办结', 'Promised cases');
    if (c.acceptedIncomplete) refuse('acceptedIncomplete', '容缺受理', 'Papers that follow');
    if (c.returnVisit && c.returnVisit.after.kind !== 'delay')
      refuse('returnVisit', '再次来访', 'Return visits');
    return problems;
  });
}
