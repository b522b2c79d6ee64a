import type { FixtureKind, FloorPlan } from './floorplan';
import type { Problem } from './problem';
import { nearest } from './problems-nearest';
import { MESSAGES, problemAt } from './problems-text';
import { numberOf } from './provenance';
import type { Scenario } from './scenario';

function stationProblems(scenario: Scenario, plan: FloorPlan): Problem[] {
  const stations: readonly [
    field: 'guideDesk' | 'ticketMachine' | 'kiosk',
    used: boolean,
    zh: string,
    en: string,
  ][] = [
    [
      'guideDesk',
      scenario.guideDesk !== undefined && numberOf(scenario.guideDesk.share) > 0,
      '导办台',
      'guide desk',
    ],
    ['ticketMachine', scenario.ticketMachine !== undefined, '取号机', 'ticket machine'],
    [
      'kiosk',
      scenario.kiosk !== undefined && numberOf(scenario.kiosk.share) > 0,
      '自助终端',
      'kiosk',
    ],
  ];
  const has = (kind: FixtureKind) =>
    plan.fixtures.some((fixture) => fixture.kind === kind && fixture.userSpot !== undefined);
  return stations.flatMap(([field, used, zh, en]) =>
    used && !has(field) ? [problemAt([field], MESSAGES.noStation(field, zh, en))] : [],
  );
}

/**
 * Where a scenario and the floor plan it runs in disagree: windows that the plan lacks or places
 * in another area, stations that the plan lacks. Paths are the scenario's.
 */
export function validateAgainstPlan(scenario: Scenario, plan: FloorPlan): Problem[] {
  const ids = plan.windows.map((window) => window.id);
  const problems = scenario.windows.flatMap((window, i) => {
    const drawn = plan.windows.find((candidate) => candidate.id === window.id);
    if (!drawn)
      return [
        problemAt(
          ['windows', i, 'id'],
          MESSAGES.windowNotInPlan(window.id, nearest(window.id, ids), ids),
        ),
      ];
    return drawn.area === window.area
      ? []
      : [problemAt(['windows', i, 'area'], MESSAGES.areaDiffers(drawn.area))];
  });
  problems.push(...stationProblems(scenario, plan));
  // A scenario that names no plan itself was not asked for walking speeds yet.
  if (scenario.mobility.length === 0 && scenario.floorplan === null)
    problems.push(problemAt(['mobility'], MESSAGES.needsMobility()));
  return problems;
}
