import { readFile } from 'node:fs/promises';
import { UnknownPlan } from '../../src/app/state/left';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { readFloorPlan } from '../../src/scenarios/read';
import { firstDayOf } from '../../src/sim/experiments/first-day';
import { prepare, recordDay, simulate } from '../../src/sim/experiments/simulate';
import { supervise } from '../../src/sim/experiments/supervise';
import type { SimulationWorker } from '../../src/workers/api';

/** The real simulation without a thread around it. */
export const inThread: SimulationWorker = {
  simulate: async (request, onProgress) => simulate(request, onProgress),
  cancelSimulate: () => {},
  record: async (request, replication) =>
    recordDay(prepare(firstDayOf(request.scenario), request.floorplan, request.seed), replication),
  supervise: async (request, replication) =>
    supervise(prepare(request.scenario, request.floorplan, request.seed), replication),
};

/** A shipped floor plan from the folder that the page is served from. */
export async function loadPlanFile(id: string): Promise<FloorPlan> {
  const file = new URL(`../../public/floorplans/${id}.json`, import.meta.url);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnknownPlan(id);
  });
  return readFloorPlan(text, `${id}.json`);
}
