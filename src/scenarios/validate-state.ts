import { clockOf, clockToS } from './clock';
import { type HallState, momentToS, type WaitingPeople, type WindowNow } from './hall-state';
import type { Problem } from './problem';
import { nearest } from './problems-nearest';
import { STATE_MESSAGES } from './problems-state';
import { problemAt } from './problems-text';
import { numberOf } from './provenance';
import type { Scenario } from './scenario';
import { isOpenOn, nextOpenDate } from './work-calendar';

type Path = readonly PropertyKey[];

/** More people in one hall at once are a slip of the pen. */
export const MOST_PEOPLE = 2000;

/** When the doors first open and last close on a day, seconds since midnight; null for a continuous run. */
export function hoursOf({ horizon }: Scenario): { openS: number; closeS: number } | null {
  if (horizon.kind === 'continuous') return null;
  const early = numberOf(horizon.doorsOpenBeforeS);
  return {
    openS: Math.max(0, clockToS(horizon.sessions[0]!.from) - early),
    closeS: clockToS(horizon.sessions.at(-1)!.to),
  };
}

/** What contradicts itself, the scenario or the hours. */
export function stateProblems(state: HallState, scenario: Scenario): Problem[] {
  const hours = hoursOf(scenario);
  if (!hours) return [problemAt([], STATE_MESSAGES.noHours())];
  if (state.scenario !== undefined && state.scenario !== scenario.id)
    return [problemAt(['scenario'], STATE_MESSAGES.otherScenario(state.scenario, scenario.id))];
  const atS = momentToS(state.at);
  const problems: Problem[] = [];
  if (state.date !== undefined && !isOpenOn(scenario, state.date)) {
    const next = nextOpenDate(scenario, state.date);
    problems.push(problemAt(['date'], STATE_MESSAGES.closedDay(state.date, next)));
  }
  // Every other time is held against the present: if that is wrong, it is the one mistake.
  if (atS < hours.openS || atS > hours.closeS)
    return [...problems, problemAt(['at'], outsideHours(state.at, hours))];
  const time = { at: state.at, atS, openS: hours.openS };
  return [
    ...problems,
    ...peopleProblems(state, scenario, time),
    ...state.windows.flatMap((window, i) => windowProblems(window, i, scenario, time)),
    ...duplicateWindows(state.windows),
    ...crowdProblems(state),
  ];
}

const outsideHours = (at: string, { openS, closeS }: { openS: number; closeS: number }) =>
  STATE_MESSAGES.outsideHours(at, clockOf(openS).slice(0, 5), clockOf(closeS).slice(0, 5));

interface Present {
  readonly at: string;
  readonly atS: number;
  readonly openS: number;
}

function sinceProblems(since: string, path: Path, { at, atS, openS }: Present): Problem[] {
  const s = momentToS(since);
  if (s > atS) return [problemAt(path, STATE_MESSAGES.later(since, at))];
  if (s < openS)
    return [problemAt(path, STATE_MESSAGES.beforeOpening(since, clockOf(openS).slice(0, 5)))];
  return [];
}

function peopleProblems(state: HallState, scenario: Scenario, time: Present): Problem[] {
  return (['waiting', 'approvals', 'issue'] as const).flatMap((list) =>
    state[list].flatMap((people, i) => [
      ...sinceProblems(people.since, [list, i, 'since'], time),
      ...whoProblems(people, [list, i], scenario),
      ...(list === 'waiting' ? [] : approvalProblems(people, [list, i], scenario)),
    ]),
  );
}

function classProblems(id: string, path: Path, scenario: Scenario): Problem[] {
  const known = scenario.classes.map((c) => c.id);
  if (known.includes(id)) return [];
  return [problemAt(path, STATE_MESSAGES.unknownClass(id, nearest(id, known), known))];
}

/** The class is known, and one of the area if that is named too. */
function whoProblems(people: WaitingPeople, at: Path, scenario: Scenario): Problem[] {
  const { class: id, area } = people;
  if (id !== undefined) {
    const unknown = classProblems(id, [...at, 'class'], scenario);
    if (unknown.length > 0) return unknown;
  }
  if (area === undefined) return [];
  const windows = scenario.windows.filter((w) => w.area === area);
  if (windows.length === 0) return [problemAt([...at, 'area'], STATE_MESSAGES.nothingInArea(area))];
  if (id === undefined || windows.some((w) => w.serves.includes(id))) return [];
  return [problemAt([...at, 'area'], STATE_MESSAGES.otherArea(id, area))];
}

function approvalProblems({ class: id }: WaitingPeople, at: Path, scenario: Scenario): Problem[] {
  const approved = scenario.classes.filter((c) => numberOf(c.outcomes?.approval?.share ?? 0) > 0);
  if (approved.length === 0) return [problemAt(at, STATE_MESSAGES.noApprovals())];
  if (id === undefined || !scenario.classes.some((c) => c.id === id)) return [];
  if (approved.some((c) => c.id === id)) return [];
  return [problemAt([...at, 'class'], STATE_MESSAGES.noApproval(id))];
}

function windowProblems(
  window: WindowNow,
  index: number,
  scenario: Scenario,
  time: Present,
): Problem[] {
  const at: Path = ['windows', index];
  const known = scenario.windows.find(({ id }) => id === window.id);
  if (!known) {
    const ids = scenario.windows.map(({ id }) => id);
    const near = nearest(window.id, ids);
    return [problemAt([...at, 'id'], STATE_MESSAGES.unknownWindow(window.id, near, ids))];
  }
  const problems: Problem[] = [];
  const { open, serving, until, backAt } = window;
  if (serving) {
    if (!open) problems.push(problemAt([...at, 'serving'], STATE_MESSAGES.busyButClosed(known.id)));
    problems.push(...sinceProblems(serving.since, [...at, 'serving', 'since'], time));
    problems.push(...servingProblems(serving, known, [...at, 'serving'], scenario));
  }
  const later = (field: 'until' | 'backAt', value: string | undefined, misplaced: boolean) => {
    if (value === undefined) return;
    if (misplaced) {
      const words = field === 'until' ? STATE_MESSAGES.untilClosed() : STATE_MESSAGES.backOpen();
      problems.push(problemAt([...at, field], words));
    } else if (momentToS(value) <= time.atS)
      problems.push(problemAt([...at, field], STATE_MESSAGES.notLater(value, time.at)));
  };
  later('until', until, !open);
  later('backAt', backAt, open);
  return problems;
}

function servingProblems(
  { class: id, phase }: NonNullable<WindowNow['serving']>,
  window: Scenario['windows'][number],
  at: Path,
  scenario: Scenario,
): Problem[] {
  const problems: Problem[] = [];
  if (phase === 'rating' && !scenario.rating)
    problems.push(problemAt([...at, 'phase'], STATE_MESSAGES.unratedHall()));
  if (id === undefined) return problems;
  const unknown = classProblems(id, [...at, 'class'], scenario);
  if (unknown.length > 0) return [...problems, ...unknown];
  if (window.area === 'issuing')
    return [...problems, ...approvalProblems({ class: id, count: 1, since: '' }, at, scenario)];
  const serves = [...window.serves, ...window.helps];
  if (!serves.includes(id) && !scenario.wrongTicket)
    problems.push(
      problemAt([...at, 'class'], STATE_MESSAGES.notServedThere(window.id, id, serves)),
    );
  return problems;
}

function duplicateWindows(windows: readonly WindowNow[]): Problem[] {
  return windows.flatMap(({ id }, i) =>
    windows.findIndex((w) => w.id === id) < i
      ? [problemAt(['windows', i, 'id'], STATE_MESSAGES.twice(id))]
      : [],
  );
}

function crowdProblems(state: HallState): Problem[] {
  const lists = (['waiting', 'approvals', 'issue'] as const).map((list) => ({
    list,
    people: state[list].reduce((sum, { count }) => sum + count, 0),
  }));
  const all = lists.reduce((sum, { people }) => sum + people, 0);
  if (all <= MOST_PEOPLE) return [];
  const fullest = lists.reduce((a, b) => (b.people > a.people ? b : a));
  return [problemAt([fullest.list], STATE_MESSAGES.tooMany(all, MOST_PEOPLE))];
}
