import type { FloorPlan } from '../../scenarios/floorplan';

/** A plan with all that can be undone and done again, without end. */
export interface PlanHistory {
  readonly plan: FloorPlan;
  /** Linked, so that a thousand steps cost no copying. */
  readonly past: Step | null;
  readonly future: Step | null;
  /** The gesture that is under way: its changes are one step. */
  readonly gesture: string | null;
}

interface Step {
  readonly plan: FloorPlan;
  readonly next: Step | null;
}

export function begun(plan: FloorPlan): PlanHistory {
  return { plan, past: null, future: null, gesture: null };
}

/** A change; with the gesture of the last one it takes that one's place. */
export function edited(
  history: PlanHistory,
  plan: FloorPlan,
  gesture: string | null = null,
): PlanHistory {
  if (plan === history.plan) return history;
  const goesOn = gesture !== null && gesture === history.gesture;
  const past = goesOn ? history.past : { plan: history.plan, next: history.past };
  return { plan, past, future: null, gesture };
}

export function undone(history: PlanHistory): PlanHistory {
  const { plan, past, future } = history;
  if (!past) return history;
  return { plan: past.plan, past: past.next, future: { plan, next: future }, gesture: null };
}

export function redone(history: PlanHistory): PlanHistory {
  const { plan, past, future } = history;
  if (!future) return history;
  return { plan: future.plan, past: { plan, next: past }, future: future.next, gesture: null };
}
