import { readdirSync, readFileSync } from 'node:fs';
import { type FloorPlan, floorPlanSchema } from '../src/scenarios/floorplan';

const folder = new URL('../public/floorplans/', import.meta.url);

/** Ids of the floor plans that ship. */
export const SHIPPED_PLANS = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

/** A floor plan that ships. */
export function shippedPlan(id: string): FloorPlan {
  return floorPlanSchema.parse(JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8')));
}
