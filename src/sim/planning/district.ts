import type { Evaluator } from '../experiments/evaluator';
import { planWindows } from './fewest-windows';
import type { WindowsPlan, WindowsRequest } from './windows-plan';

/** One hall of the district's table. */
export type HallPlan =
  | { readonly hall: string; readonly ok: true; readonly plan: WindowsPlan }
  | { readonly hall: string; readonly ok: false; readonly reason: string };

/**
 * The fewest windows for hall after hall. A hall that can't be planned is named and the others go
 * on; if the work is stopped, those before stand.
 *
 * @param requests by hall; a RangeError of one is its reason
 * @param onHall hears of every finished hall
 */
export async function planDistrict(
  requests: readonly { readonly hall: string; readonly request: WindowsRequest }[],
  evaluator: Evaluator,
  onHall: (done: number, of: number, plans: readonly HallPlan[]) => void = () => {},
): Promise<readonly HallPlan[]> {
  const plans: HallPlan[] = [];
  for (const { hall, request } of requests) {
    try {
      const plan = await planWindows(request, evaluator);
      if (plan.ending === 'stopped') return plans;
      plans.push({ hall, ok: true, plan });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      plans.push({ hall, ok: false, reason: error.message });
    }
    onHall(plans.length, requests.length, plans);
  }
  return plans;
}
