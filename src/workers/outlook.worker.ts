import * as Comlink from 'comlink';
import type { FloorPlan } from '../scenarios/floorplan';
import type { HallState } from '../scenarios/hall-state';
import { numberOf } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';
import { forecastNow, type NowForecast } from '../sim/forecast/now';
import { createBrowserHand } from './browser-hand';
import { Crew } from './crew';
import type { Piece, PieceAnswer } from './piece';
import { type Reply, replyOf } from './reply';
import { createSweep } from './sweep';

/** A hall as it is; what it promises is the scenario's own target, for nine in ten. */
export interface OutlookQuestion {
  readonly scenario: Scenario;
  readonly floorplan: FloorPlan | null;
  readonly state: HallState;
  readonly futures: number;
}

const SHARE = 0.9;
const SEED = 1;

/** One core is left to the page, which draws the hall meanwhile. */
const crew = new Crew<Piece, PieceAnswer>(
  createBrowserHand,
  Math.max(1, (navigator.hardwareConcurrency || 1) - 1),
  (_, reason) => ({ ok: false, reason }),
);

/** Leads the crew that the futures are shared among; one question at a time. */
const thread = {
  /** `onFirst` hears the rest of the day before it is known what another window would do. */
  now(
    { scenario, floorplan, state, futures }: OutlookQuestion,
    onFirst: (answer: NowForecast) => void,
  ): Promise<Reply<NowForecast>> {
    return replyOf(() =>
      forecastNow(
        {
          base: { scenario, floorplan, seed: SEED },
          state,
          promise: {
            withinS: numberOf(scenario.targetWaitS),
            share: SHARE,
            mostAbandoned: null,
          },
          replications: futures,
        },
        createSweep({ crew }),
        onFirst,
      ),
    );
  },
};
export type OutlookThread = typeof thread;

Comlink.expose(thread);
