import type { Scenario } from '../../scenarios/scenario';

/** The scenario's first working day alone, which is what is drawn of a run over several. */
export function firstDayOf(scenario: Scenario): Scenario {
  const { horizon } = scenario;
  if (horizon.kind !== 'days') return scenario;
  return { ...scenario, horizon: { ...horizon, workingDays: 1, warmUpDays: 0 } };
}
