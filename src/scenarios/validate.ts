import type { Problem } from './problem';
import { nearest } from './problems-nearest';
import { MESSAGES, problemAt } from './problems-text';
import { numberOf } from './provenance';
import type { Scenario } from './scenario';
import { calendarProblems } from './validate-calendar';
import { distributionProblems } from './validate-distributions';
import { hoursProblems } from './validate-hours';
import { officeProblem, sumProblems } from './validate-parts';
import { processProblems } from './validate-process';

type Path = readonly PropertyKey[];

function duplicates(ids: readonly string[], at: (index: number) => Path): Problem[] {
  const seen = new Set<string>();
  return ids.flatMap((id, i) => {
    if (seen.has(id)) return [problemAt(at(i), MESSAGES.duplicateId(id))];
    seen.add(id);
    return [];
  });
}

function idProblems(scenario: Scenario): Problem[] {
  return (['classes', 'windows', 'backOffices', 'mobility'] as const).flatMap((list) =>
    duplicates(
      scenario[list].map((entry) => entry.id),
      (i) => [list, i, 'id'],
    ),
  );
}

/** Who serves whom: every name known, every class served by someone. */
function serviceProblems(scenario: Scenario): Problem[] {
  const known = scenario.classes.map((c) => c.id);
  const knownSet = new Set(known);
  const served = new Set<string>();
  const problems = scenario.windows.flatMap((window, i) => {
    const at = ['windows', i, 'serves'];
    if (window.area === 'issuing')
      return window.serves.length > 0 ? [problemAt(at, MESSAGES.issuingServes())] : [];
    for (const id of window.serves) served.add(id);
    return [
      ...window.serves.flatMap((id, j) =>
        knownSet.has(id)
          ? []
          : [problemAt([...at, j], MESSAGES.servesUnknown(id, nearest(id, known), known))],
      ),
      ...duplicates(window.serves, (j) => [...at, j]),
    ];
  });
  for (const [i, { id }] of scenario.classes.entries())
    if (!served.has(id)) problems.push(problemAt(['classes', i, 'id'], MESSAGES.nobodyServes(id)));
  return problems;
}

function outcomeProblems(scenario: Scenario): Problem[] {
  const offices = scenario.backOffices.map((office) => office.id);
  const issues = scenario.windows.some((window) => window.area === 'issuing');
  return scenario.classes.flatMap(({ outcomes }, i) => {
    if (!outcomes) return [];
    const at = ['classes', i, 'outcomes'];
    const { done, approval, promised, sentBack } = outcomes;
    const problems = sumProblems([done, approval?.share ?? 0, promised ?? 0, sentBack ?? 0], at);
    if (!approval) return problems;
    problems.push(
      ...officeProblem(approval.backOffice, offices, [...at, 'approval', 'backOffice']),
      ...approval.joint.flatMap((part, j) =>
        officeProblem(part.backOffice, offices, [...at, 'approval', 'joint', j, 'backOffice']),
      ),
    );
    if (!issues && numberOf(approval.share) > 0)
      problems.push(problemAt([...at, 'approval'], MESSAGES.noIssuingWindow()));
    return problems;
  });
}

function demandProblems(scenario: Scenario): Problem[] {
  const shares = scenario.classes.flatMap(({ arrivals }, i) =>
    arrivals.kind === 'share' ? [{ share: arrivals.share, at: ['classes', i, 'arrivals'] }] : [],
  );
  const { demand } = scenario;
  if (!demand) return shares.map(({ at }) => problemAt(at, MESSAGES.needsDemand()));
  if (shares.length === 0) return [problemAt(['demand'], MESSAGES.unusedDemand())];
  const problems = sumProblems(
    shares.map(({ share }) => share),
    ['classes'],
  );
  const empty = (profile: typeof demand.profile) => profile.every(({ weight }) => weight === 0);
  if (empty(demand.profile)) problems.push(problemAt(['demand', 'profile'], MESSAGES.allZero()));
  for (const [i, { profile }] of demand.weekdays.entries())
    if (profile && empty(profile))
      problems.push(problemAt(['demand', 'weekdays', i, 'profile'], MESSAGES.allZero()));
  return problems;
}

function peopleProblems(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  if (scenario.rating) problems.push(...sumProblems(scenario.rating.shares, ['rating', 'shares']));
  if (scenario.companions)
    problems.push(...sumProblems(scenario.companions.byNumber, ['companions', 'byNumber']));
  if (scenario.mobility.length > 0)
    problems.push(
      ...sumProblems(
        scenario.mobility.map((group) => group.share),
        ['mobility'],
      ),
    );
  else if (scenario.floorplan !== null)
    problems.push(problemAt(['mobility'], MESSAGES.needsMobility()));
  for (const [i, { minMps, meanMps, maxMps }] of scenario.mobility.entries()) {
    const mean = numberOf(meanMps);
    if (minMps > maxMps)
      problems.push(problemAt(['mobility', i, 'minMps'], MESSAGES.outOfOrder('minMps', 'maxMps')));
    else if (mean < minMps)
      problems.push(problemAt(['mobility', i, 'minMps'], MESSAGES.outOfOrder('minMps', 'meanMps')));
    else if (mean > maxMps)
      problems.push(
        problemAt(['mobility', i, 'meanMps'], MESSAGES.outOfOrder('meanMps', 'maxMps')),
      );
  }
  return problems;
}

/**
 * What is wrong with a scenario across its fields: names that nothing bears, sums that are not
 * one, hours out of order. A queue that grows without bound is a result, not a mistake.
 */
export function validateScenario(scenario: Scenario): Problem[] {
  return [
    ...idProblems(scenario),
    ...serviceProblems(scenario),
    ...outcomeProblems(scenario),
    ...demandProblems(scenario),
    ...hoursProblems(scenario),
    ...distributionProblems(scenario),
    ...peopleProblems(scenario),
    ...processProblems(scenario),
    ...calendarProblems(scenario),
  ];
}
