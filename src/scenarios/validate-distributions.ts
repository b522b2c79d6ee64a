import type { Distribution, SimpleDistribution } from './distribution';
import type { Problem } from './problem';
import { MESSAGES, problemAt } from './problems-text';
import { numberOf, type Parameter } from './provenance';
import type { Scenario } from './scenario';

type Path = readonly PropertyKey[];

/** Some 31 years: far beyond any hall, and small enough for whole microseconds to stay exact. */
const MAX_TIME_S = 1e9;

/** Every distribution of a scenario and where it stands. */
function distributionsOf(scenario: Scenario): { at: Path; of: Distribution }[] {
  const found: { at: Path; of: Distribution }[] = [];
  const add = (of: Distribution | null | undefined, ...at: PropertyKey[]) => {
    if (of) found.push({ at, of });
  };
  for (const [i, c] of scenario.classes.entries()) {
    if (c.arrivals.kind === 'renewal') add(c.arrivals.between, 'classes', i, 'arrivals', 'between');
    add(c.service, 'classes', i, 'service');
    add(c.patience, 'classes', i, 'patience');
    add(c.outcomes?.approval?.duration, 'classes', i, 'outcomes', 'approval', 'duration');
    add(c.outcomes?.approval?.issue, 'classes', i, 'outcomes', 'approval', 'issue');
    for (const [j, part] of (c.outcomes?.approval?.joint ?? []).entries())
      add(part.duration, 'classes', i, 'outcomes', 'approval', 'joint', j, 'duration');
    for (const [j, part] of (c.promisedCase?.review ?? []).entries())
      add(part.duration, 'classes', i, 'promisedCase', 'review', j, 'duration');
    if (c.promisedCase?.result.kind === 'handedOver')
      add(c.promisedCase.result.issue, 'classes', i, 'promisedCase', 'result', 'issue');
    add(c.acceptedIncomplete?.handIn, 'classes', i, 'acceptedIncomplete', 'handIn');
    if (c.returnVisit?.after.kind === 'delay')
      add(c.returnVisit.after.duration, 'classes', i, 'returnVisit', 'after', 'duration');
  }
  add(scenario.guideDesk?.service, 'guideDesk', 'service');
  add(scenario.ticketMachine?.service, 'ticketMachine', 'service');
  add(scenario.kiosk?.service, 'kiosk', 'service');
  add(scenario.wrongTicket?.clarify, 'wrongTicket', 'clarify');
  add(scenario.rating?.duration, 'rating', 'duration');
  add(scenario.rating?.followUp?.duration, 'rating', 'followUp', 'duration');
  return found;
}

function ordered(
  d: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  at: Path,
): Problem[] {
  return fields.slice(1).flatMap((large, i) => {
    const small = fields[i]!;
    return numberOf(d[small] as Parameter) > numberOf(d[large] as Parameter)
      ? [problemAt([...at, small], MESSAGES.outOfOrder(small, large))]
      : [];
  });
}

function simpleProblems(d: SimpleDistribution, at: Path): Problem[] {
  const problems: Problem[] = [];
  for (const field of ['valueS', 'meanS', 'scaleS', 'minS', 'modeS', 'maxS'] as const) {
    const value = (d as Partial<Record<typeof field, Parameter>>)[field];
    if (value !== undefined && numberOf(value) > MAX_TIME_S)
      problems.push(problemAt([...at, field], MESSAGES.tooLongTime(MAX_TIME_S)));
  }
  if (d.dist === 'empirical') {
    const tooLong = d.valuesS.findIndex((value) => value > MAX_TIME_S);
    if (tooLong >= 0)
      problems.push(problemAt([...at, 'valuesS', tooLong], MESSAGES.tooLongTime(MAX_TIME_S)));
  }
  if (d.dist === 'uniform') problems.push(...ordered(d, ['minS', 'maxS'], at));
  if (d.dist === 'triangular') problems.push(...ordered(d, ['minS', 'modeS', 'maxS'], at));
  return problems;
}

/** Shorter gaps than this between arrivals: more people than any hall, and a run without end. */
const LEAST_GAP_S = 1e-3;

/** The order of what is drawn, seconds: the mean, or the most where there is a most. */
function magnitudeS(d: Distribution): number {
  switch (d.dist) {
    case 'deterministic':
      return numberOf(d.valueS);
    case 'uniform':
    case 'triangular':
      return numberOf(d.maxS);
    case 'weibull':
      return numberOf(d.scaleS);
    case 'empirical':
      return d.valuesS.reduce((sum, value) => sum + value, 0) / d.valuesS.length;
    case 'mixture':
      return d.components.reduce((sum, c) => sum + c.probability * magnitudeS(c.of), 0);
    default:
      return numberOf(d.meanS);
  }
}

/** Order of bounds and size of times in every distribution, and horizons that stay exact. */
export function distributionProblems(scenario: Scenario): Problem[] {
  const problems = distributionsOf(scenario).flatMap(({ at, of }) =>
    of.dist === 'mixture'
      ? of.components.flatMap((c, i) => simpleProblems(c.of, [...at, 'components', i, 'of']))
      : simpleProblems(of, at),
  );
  for (const [i, { arrivals }] of scenario.classes.entries())
    if (arrivals.kind === 'renewal' && magnitudeS(arrivals.between) < LEAST_GAP_S)
      problems.push(
        problemAt(['classes', i, 'arrivals', 'between'], MESSAGES.tinyGap(LEAST_GAP_S)),
      );
  const { horizon } = scenario;
  if (horizon.kind === 'continuous')
    for (const field of ['warmUpS', 'durationS'] as const)
      if (horizon[field] > MAX_TIME_S)
        problems.push(problemAt(['horizon', field], MESSAGES.tooLongTime(MAX_TIME_S)));
  return problems;
}
