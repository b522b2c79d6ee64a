import type { StaffingCandidate, StaffingPlan } from '../sim/planning/staffing';
import type { Candidate, WindowsPlan } from '../sim/planning/windows-plan';

/** What is undecided and would do with less than what is recommended; everything undecided if nothing is. */
function openOf<C extends Pick<Candidate, 'verdict'>>(
  candidates: readonly C[],
  recommended: number | null,
  sizeOf: (candidate: C) => number,
): readonly C[] {
  const size = recommended === null ? Number.POSITIVE_INFINITY : sizeOf(candidates[recommended]!);
  return candidates.filter((one) => one.verdict === 'undecided' && sizeOf(one) < size);
}

/** The designs of which it is open whether they would do with fewer windows. */
export function openDesigns({ candidates, recommended }: WindowsPlan): readonly Candidate[] {
  return openOf(candidates, recommended, ({ windows }) => windows);
}

/** The staffings of which it is open whether they would do with fewer window hours. */
export function openStaffings({
  candidates,
  recommended,
}: StaffingPlan): readonly StaffingCandidate[] {
  return openOf(candidates, recommended, ({ hours }) => hours);
}

/** Whether a plan is certain, and not only so far. */
export function isSettled(plan: WindowsPlan | StaffingPlan): boolean {
  const open = 'groups' in plan ? openStaffings(plan) : openDesigns(plan);
  return plan.certain && open.length === 0;
}
