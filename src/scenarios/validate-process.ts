import type { Problem } from './problem';
import { nearest } from './problems-nearest';
import { PROCESS_MESSAGES } from './problems-process';
import { MESSAGES, meant, problemAt } from './problems-text';
import { numberOf } from './provenance';
import type { Scenario, VisitorClass } from './scenario';
import type { WorkingDays } from './schema-parts';
import { officeProblem } from './validate-parts';

type Path = readonly PropertyKey[];
const DAY_S = 86_400;

function windowProblems(scenario: Scenario): Problem[] {
  const known = scenario.classes.map((c) => c.id);
  const problems = scenario.windows.flatMap((window, i) => {
    const at = ['windows', i];
    const found = window.helps.flatMap((id, j) =>
      known.includes(id)
        ? []
        : [
            problemAt(
              [...at, 'helps', j],
              PROCESS_MESSAGES.helpsUnknown(id, meant(nearest(id, known), known)),
            ),
          ],
    );
    const { onDemand, area } = window;
    if (onDemand && area === 'issuing')
      found.push(problemAt([...at, 'onDemand'], PROCESS_MESSAGES.issuingOnDemand()));
    if (onDemand && onDemand.untilWaiting >= onDemand.whenWaiting)
      found.push(
        problemAt(
          [...at, 'onDemand', 'untilWaiting'],
          PROCESS_MESSAGES.thresholdsCross(onDemand.whenWaiting, onDemand.untilWaiting),
        ),
      );
    return found;
  });
  for (const [i, { id }] of scenario.classes.entries()) {
    const serving = scenario.windows.filter((w) => w.serves.includes(id));
    if (serving.length > 0 && serving.every((w) => w.onDemand))
      problems.push(problemAt(['classes', i, 'id'], PROCESS_MESSAGES.onlyOnDemand(id)));
  }
  return problems;
}

/** Fewest working days that a number of days can come to. */
function leastOf(days: WorkingDays): number {
  switch (days.kind) {
    case 'fixed':
      return numberOf(days.days);
    case 'uniform':
      return days.minDays;
    case 'geometric':
      return 0;
    case 'empirical':
      return days.days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  }
}

function daysProblems(days: WorkingDays | undefined, at: Path): Problem[] {
  return days?.kind === 'uniform' && days.minDays > days.maxDays
    ? [problemAt([...at, 'minDays'], MESSAGES.outOfOrder('minDays', 'maxDays'))]
    : [];
}

/** Who comes again or lacks a paper: rules that nobody meets, or that never end. */
function paperProblems(c: VisitorClass, at: Path): Problem[] {
  const { returnVisit, acceptedIncomplete, outcomes } = c;
  const problems: Problem[] = [];
  const lacking = numberOf(outcomes?.sentBack ?? 0) > 0;
  if (returnVisit && !lacking)
    problems.push(
      problemAt([...at, 'returnVisit'], PROCESS_MESSAGES.nobodyLacksPaper('returnVisit')),
    );
  if (acceptedIncomplete && !lacking)
    problems.push(
      problemAt(
        [...at, 'acceptedIncomplete'],
        PROCESS_MESSAGES.nobodyLacksPaper('acceptedIncomplete'),
      ),
    );
  if (returnVisit && numberOf(returnVisit.share) === 1 && numberOf(returnVisit.again) === 1)
    problems.push(problemAt([...at, 'returnVisit', 'again'], PROCESS_MESSAGES.neverEnds()));
  if (returnVisit && returnVisit.after.kind !== 'delay')
    problems.push(...daysProblems(returnVisit.after, [...at, 'returnVisit', 'after']));
  problems.push(
    ...daysProblems(acceptedIncomplete?.broughtAfter, [
      ...at,
      'acceptedIncomplete',
      'broughtAfter',
    ]),
  );
  return problems;
}

function caseProblems(scenario: Scenario, c: VisitorClass, at: Path): Problem[] {
  const { promisedCase, outcomes } = c;
  if (!promisedCase) return [];
  const offices = scenario.backOffices.map((office) => office.id);
  const { survey, review, result } = promisedCase;
  const problems = [
    ...review.flatMap((part, j) =>
      officeProblem(part.backOffice, offices, [...at, 'review', j, 'backOffice']),
    ),
    ...daysProblems(survey?.after, [...at, 'survey', 'after']),
  ];
  if (numberOf(outcomes?.promised ?? 0) === 0)
    problems.push(problemAt(at, PROCESS_MESSAGES.nobodyPromised()));
  if (result.kind === 'handedOver') {
    problems.push(...daysProblems(result.collectAfter, [...at, 'result', 'collectAfter']));
    if (numberOf(result.delivered) < 1 && scenario.windows.every((w) => w.area !== 'issuing'))
      problems.push(problemAt([...at, 'result'], MESSAGES.noIssuingWindow()));
  }
  const promised = numberOf(promisedCase.promisedDays);
  const surveyed = survey && numberOf(survey.share) > 0 ? leastOf(survey.after) : 0;
  const least = surveyed + Math.max(...review.map((part) => leastWorkDays(part.duration)));
  if (promised < least)
    problems.push(
      problemAt([...at, 'promisedDays'], PROCESS_MESSAGES.promisedTooSoon(promised, least)),
    );
  return problems;
}

/** Working days that an approver's work takes at the very least: it is not interrupted. */
function leastWorkDays(duration: VisitorClass['service']): number {
  const seconds =
    duration.dist === 'deterministic'
      ? numberOf(duration.valueS)
      : duration.dist === 'uniform' || duration.dist === 'triangular'
        ? numberOf(duration.minS)
        : 0;
  return Math.floor(seconds / DAY_S);
}

/** Lines are formed by standing in them: no ticket could be taken for older. */
function creditProblems({ queueing, classes, greenChannel }: Scenario): Problem[] {
  if (queueing.kind !== 'separateLines') return [];
  const paths: Path[] = classes.flatMap(({ creditS }, i) =>
    numberOf(creditS) > 0 ? [['classes', i, 'creditS']] : [],
  );
  if (greenChannel?.rule.kind === 'credit') paths.push(['greenChannel', 'rule']);
  return paths.map((at) => problemAt(at, PROCESS_MESSAGES.creditInLines()));
}

/** What the process is told to do and cannot, or could never do. */
export function processProblems(scenario: Scenario): Problem[] {
  const problems = [...windowProblems(scenario), ...creditProblems(scenario)];
  for (const [i, c] of scenario.classes.entries()) {
    problems.push(
      ...paperProblems(c, ['classes', i]),
      ...caseProblems(scenario, c, ['classes', i, 'promisedCase']),
    );
  }
  const { rating } = scenario;
  if (rating?.followUp)
    problems.push(
      ...officeProblem(
        rating.followUp.backOffice,
        scenario.backOffices.map((office) => office.id),
        ['rating', 'followUp', 'backOffice'],
      ),
    );
  return problems;
}
