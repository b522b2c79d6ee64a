import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AssumptionId } from '../../scenarios/assumptions';
import { ORGANISATIONS, type Organisation } from '../../sim/planning/design';
import type { Judging, ServicePromise } from '../../sim/planning/promise';

export const TABS = ['windows', 'staffing', 'district', 'sensitivity'] as const;
export type Tab = (typeof TABS)[number];

/** Shifts that may be worked: the usual ones, any half hours, or those written down. */
export type Shifts = 'usual' | 'halfHours' | 'own';

/** What the page asks, as its fields show it. */
export interface PlanningForm {
  readonly tab: Tab;
  readonly withinMin: number;
  /** Per cent. */
  readonly share: number;
  /** Per cent; null: not promised. */
  readonly abandoned: number | null;
  readonly confidence: number;
  /** Percentage points. */
  readonly tolerance: number;
  readonly from: number;
  readonly to: number;
  readonly organisations: readonly Organisation[];
  readonly shifts: Shifts;
  readonly ownShifts: string;
  readonly replications: number;
  readonly needs: boolean;
  readonly map: readonly [AssumptionId, AssumptionId] | null;
}

export type PlanningFormStore = StoreApi<PlanningForm>;

/** Fields as they are at first: nine in ten within fifteen minutes. */
export function createPlanningForm(): PlanningFormStore {
  return createStore<PlanningForm>(() => ({
    tab: 'windows',
    withinMin: 15,
    share: 90,
    abandoned: null,
    confidence: 95,
    tolerance: 1,
    from: 3,
    to: 13,
    organisations: ORGANISATIONS,
    shifts: 'usual',
    ownShifts: '09:00-12:00+13:00-17:00, 09:00-12:00, 13:00-17:00, 09:30-11:30',
    replications: 60,
    needs: false,
    map: ['demand', 'service'],
  }));
}

/** Replications of one design at most. */
export const MOST_REPLICATIONS = 2000;

export function promiseOf(form: PlanningForm): { promise: ServicePromise; judging: Judging } {
  return {
    promise: {
      withinS: form.withinMin * 60,
      share: form.share / 100,
      mostAbandoned: form.abandoned === null ? null : form.abandoned / 100,
    },
    judging: { confidence: form.confidence / 100, tolerance: form.tolerance / 100 },
  };
}
