import { numberOf, type Provenance } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';

/** What the page lets its user assume. */
export interface Settings {
  /** null where the scenario states no demand as a whole. */
  readonly visitsPerDay: number | null;
  readonly targetWaitS: number;
  readonly replications: number;
  readonly seed: number;
}

/** Replications of a first look: enough for an interval that says something. */
export const DEFAULT_REPLICATIONS = 30;
export const MOST_REPLICATIONS = 1000;
export const LARGEST_SEED = Number.MAX_SAFE_INTEGER;

const BY_USER: Provenance = {
  kind: 'assumption',
  note: { zh: '在页面上改的值', en: 'changed on this page' },
};

/** A scenario's own values, 30 replications, seed 1. */
export function settingsOf(scenario: Scenario): Settings {
  return {
    visitsPerDay: scenario.demand ? numberOf(scenario.demand.visitsPerDay) : null,
    targetWaitS: numberOf(scenario.targetWaitS),
    replications: DEFAULT_REPLICATIONS,
    seed: 1,
  };
}

/**
 * The scenario with the assumed values put in, each marked as the user's. What equals the
 * scenario's own value is left as it was, source and all.
 */
export function applySettings(scenario: Scenario, settings: Settings): Scenario {
  const own = settingsOf(scenario);
  let result = scenario;
  if (settings.targetWaitS !== own.targetWaitS)
    result = { ...result, targetWaitS: { value: settings.targetWaitS, provenance: BY_USER } };
  if (
    scenario.demand &&
    settings.visitsPerDay !== null &&
    settings.visitsPerDay !== own.visitsPerDay
  )
    result = {
      ...result,
      demand: {
        ...scenario.demand,
        visitsPerDay: { value: settings.visitsPerDay, provenance: BY_USER },
      },
    };
  return result;
}
