import type { Camera } from '../../coverage/optics/lens-of';
import { type FloorPlan, floorPlanSchema } from '../../scenarios/floorplan';

/** Cameras that were hung otherwise than their plan says, kept from one visit to the next. */
export interface Drafts {
  /** The cameras of a plan as they were left. */
  of(plan: FloorPlan): readonly Camera[];
  /** Whether they could be kept. */
  keep(plan: FloorPlan, cameras: readonly Camera[]): boolean;
}

const camerasSchema = floorPlanSchema.shape.cameras;

/**
 * Drafts in the browser's storage, by plan. A draft belongs to the cameras that the plan came with:
 * if these are others now, it is not used.
 *
 * @param storage asked each time, because a browser may refuse it
 */
export function createDrafts(storage: () => Storage): Drafts {
  const keyOf = (plan: FloorPlan) => `hall-twin/cameras/${plan.id}`;
  return {
    of(plan) {
      try {
        const kept = JSON.parse(storage().getItem(keyOf(plan)) ?? 'null') as {
          readonly from?: unknown;
          readonly cameras?: unknown;
        } | null;
        if (kept?.from !== JSON.stringify(plan.cameras)) return plan.cameras;
        const read = camerasSchema.safeParse(kept.cameras);
        return read.success ? read.data : plan.cameras;
      } catch {
        return plan.cameras;
      }
    },
    keep(plan, cameras) {
      const from = JSON.stringify(plan.cameras);
      try {
        if (JSON.stringify(cameras) === from) storage().removeItem(keyOf(plan));
        else storage().setItem(keyOf(plan), JSON.stringify({ from, cameras }));
        return true;
      } catch {
        return false;
      }
    },
  };
}
