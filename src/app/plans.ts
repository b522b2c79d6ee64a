import type { FloorPlan } from '../scenarios/floorplan';
import { HALLS } from '../scenarios/halls';
import { readFloorPlan } from '../scenarios/read';
import { UnknownPlan } from './state/left';

const SHIPPED_ID = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * A floor plan that is shipped with the page.
 *
 * @throws UnknownPlan if there is none of that id (a page can't read files beside a scenario's)
 * @throws InputError if the plan is broken
 */
export async function loadShippedPlan(id: string): Promise<FloorPlan> {
  if (!SHIPPED_ID.test(id)) throw new UnknownPlan(id);
  const response = await fetch(new URL(`floorplans/${id}.json`, document.baseURI));
  // Servers of single pages answer unknown addresses with the page itself.
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (!response.ok || (!isJson && !HALLS.some((hall) => hall.floorplan === id)))
    throw new UnknownPlan(id);
  return readFloorPlan(await response.text(), `${id}.json`);
}
