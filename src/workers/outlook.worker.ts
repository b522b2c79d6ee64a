import * as Comlink from 'comlink';
import type { FloorPlan } from '../scenarios/floorplan';
import type { HallState } from '../scenarios/hall-state';
import { numberOf } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';
import { createLocalEvaluator } from '../sim/experiments/local-evaluator';
import { forecastNow, type NowForecast } from '../sim/forecast/now';
import { type Reply, replyOf } from './reply';

/** A hall as it is; what it promises is the scenario's own target, for nine in ten. */
export interface OutlookQuestion {
  readonly scenario: Scenario;
  readonly floorplan: FloorPlan | null;
  readonly state: HallState;
  readonly futures: number;
}

const SHARE = 0.9;
const SEED = 1;

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
        createLocalEvaluator(),
        onFirst,
      ),
    );
  },
};
export type OutlookThread = typeof thread;

Comlink.expose(thread);
