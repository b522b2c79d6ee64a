import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HallState } from '../../scenarios/hall-state';
import type { Problem } from '../../scenarios/problem';

/** What the page asks, as its fields show it. */
export interface ForecastForm {
  readonly tab: 'day' | 'now';
  /** '' until the first look: then the next open day. */
  readonly date: string;
  /** null: as the calendar has it. */
  readonly marketFactor: number | null;
  /** null: as the scenario has it. */
  readonly visits: number | null;
  readonly withinMin: number;
  /** Per cent. */
  readonly share: number;
  /** The fan with the extra shifts is shown, the one without them behind it. */
  readonly mended: boolean;
  /** The present, as typed; null until it is begun. */
  readonly state: HallState | null;
  /** Why a file was refused. */
  readonly refused: readonly Problem[];
}
export type ForecastFormStore = StoreApi<ForecastForm>;

export function createForecastForm(): ForecastFormStore {
  return createStore<ForecastForm>(() => ({
    tab: 'day',
    date: '',
    marketFactor: null,
    visits: null,
    withinMin: 15,
    share: 90,
    mended: false,
    state: null,
    refused: [],
  }));
}
