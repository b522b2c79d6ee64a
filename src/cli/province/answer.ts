import type { FloorPlan } from '../../scenarios/floorplan';
import { PRODUCT } from '../../scenarios/product';
import type { ProvinceAnswer, ProvinceRow } from '../../sim/planning/province';
import { OWN_LAYOUT, type SweepTask } from '../../workers/province/task';

/** Id of a floor plan of a task; null for none. */
export function planIdOf(task: SweepTask, key: string | null): string | null {
  return key === null ? null : (task.documents[key] as FloorPlan).id;
}

/** What the tables are made of. */
export function answerOf(
  task: SweepTask,
  rows: readonly ProvinceRow[],
  missing: number,
): ProvinceAnswer {
  const { id, seed, replications, promise, judging } = task;
  return {
    product: PRODUCT,
    sweep: id,
    seed,
    replications,
    promise,
    judging,
    halls: task.halls.map((hall) => ({
      id: hall.id,
      name: hall.name,
      areaM2: hall.areaM2,
      residents: hall.residents,
      floorplan: planIdOf(task, hall.floorplan),
    })),
    groups: task.groups.map(({ layout, assumptions }) => ({
      layout: layout === OWN_LAYOUT ? OWN_LAYOUT : planIdOf(task, layout),
      assumptions,
    })),
    rows,
    missing,
  };
}
