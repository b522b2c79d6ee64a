import type { FloorPlan } from '../../scenarios/floorplan';
import { Activity, type Timeline } from '../hall/timeline';
import { type CrowdGrid, gridOf } from './crowding';

/** What counts as waiting: for a call, for an approval, for the issuing window, in a line. */
const WAITING: ReadonlySet<Activity> = new Set([
  Activity.Queueing,
  Activity.Waiting,
  Activity.AwaitingApproval,
  Activity.AwaitingIssue,
]);

/**
 * Where people wait in a recorded day, and how long: person minutes per m² by cell, each spread
 * evenly over the cell and its eight neighbours. Looks are `everyS` apart.
 */
export function waitingHeat(
  plan: FloorPlan,
  timeline: Timeline,
  { cellM = 0.5, everyS = 20 }: { readonly cellM?: number; readonly everyS?: number } = {},
): { readonly grid: CrowdGrid; readonly minutes: Float32Array } {
  const grid = gridOf(plan.outline, cellM);
  const { columns, rows, minX, minY } = grid;
  const minutes = new Float32Array(columns * rows);
  const crowd = timeline.createCrowd();
  const share = everyS / 60 / (cellM * cellM) / 9;
  for (let timeUs = timeline.startUs; timeUs <= timeline.endUs; timeUs += everyS * 1e6) {
    timeline.crowdAt(timeUs, crowd);
    for (let i = 0; i < crowd.count; i++) {
      if (!WAITING.has(crowd.activity[i]!)) continue;
      const column = Math.floor((crowd.x[i]! - minX) / cellM);
      const row = Math.floor((crowd.y[i]! - minY) / cellM);
      for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++)
        for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
          minutes[r * columns + c]! += share;
    }
  }
  return { grid, minutes };
}
