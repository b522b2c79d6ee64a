import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Crowding } from '../../sim/crowding/crowding';
import type { ClerkWalk } from '../../sim/crowding/staff-walking';
import { Superseded } from '../../workers/lane';
import type { StudioWorker } from '../../workers/studio-api';
import { PLAYED_REPLICATION, type Question, type TwinStore } from '../state/store';
import type { Studio } from './store';

export interface CrowdsState {
  /** Of the question at hand or, while that is being worked out, of an earlier one. */
  readonly crowding: Crowding | null;
  readonly clerks: readonly ClerkWalk[];
  readonly answers: Question | null;
  /** The cell that was clicked; null for none. */
  readonly cell: number | null;
  readonly failure: string | null;
}

export interface Crowds {
  readonly store: StoreApi<CrowdsState>;
}

/** Where the played day is crowded; worked out while the page shows it. */
export function createCrowds(parts: {
  readonly twin: TwinStore;
  readonly studio: Studio;
  readonly worker: StudioWorker;
}): Crowds {
  const { twin, studio, worker } = parts;
  const store = createStore<CrowdsState>(() => ({
    crowding: null,
    clerks: [],
    answers: null,
    cell: null,
    failure: null,
  }));
  let asked: Question | null = null;
  const follow = () => {
    const { page, question } = twin.getState();
    if (page !== 'studio' || studio.store.getState().tab !== 'crowd') return;
    if (!question?.floorplan || question === asked) return;
    asked = question;
    const { scenario, floorplan: plan, seed } = question;
    worker.crowding({ scenario, plan, seed, replication: PLAYED_REPLICATION }).then(
      ({ crowding, clerks }) => {
        const same = sameGrid(crowding, store.getState().crowding);
        store.setState({
          crowding,
          clerks,
          answers: question,
          failure: null,
          ...(same ? {} : { cell: null }),
        });
      },
      (error: unknown) => {
        if (error instanceof Superseded) return;
        store.setState({ failure: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  twin.subscribe(follow);
  studio.store.subscribe(follow);
  return { store };
}

function sameGrid(one: Crowding, other: Crowding | null): boolean {
  return JSON.stringify(one.grid) === JSON.stringify(other?.grid);
}
