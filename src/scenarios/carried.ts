import type { FloorPlan } from './floorplan';
import type { Scenario } from './scenario';

/** The element of a report that carries the scenario it is about. */
export const SCENARIO_BLOCK = 'hall-twin-scenario';

/**
 * The JSON text in a file: a report as an HTML file carries its scenario, and anything else is
 * taken as it is.
 */
export function jsonWithin(text: string): string {
  if (!/^\uFEFF?\s*<!doctype html/i.test(text.slice(0, 64))) return text;
  const opening = `<script type="application/json" id="${SCENARIO_BLOCK}">`;
  const from = text.lastIndexOf(opening);
  if (from < 0) return text;
  const to = text.indexOf('</script>', from);
  return to < 0 ? text : text.slice(from + opening.length, to);
}

/** A scenario that needs no other file: the floor plan that it runs in lies in it. */
export function carriedScenario(scenario: Scenario, floorplan: FloorPlan | null): Scenario {
  return { ...scenario, floorplan };
}
