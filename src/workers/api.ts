import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import type { SimulationReport } from '../sim/experiments/report';
import type { DayRecord } from '../sim/hall/record';

/** What to run. The floor plan is resolved already: null means that walking takes no time. */
export interface SimulationRequest {
  readonly scenario: Scenario;
  readonly floorplan: FloorPlan | null;
  readonly seed: number;
  readonly replications: number;
}

/** The thread that simulates for the page. */
export interface SimulationWorker {
  /** Replications with measures; `onProgress` hears of each finished one. */
  simulate(
    request: SimulationRequest,
    onProgress: (done: number, of: number) => void,
  ): Promise<SimulationReport>;
  /** One replication recorded for drawing. */
  record(request: SimulationRequest, replication: number): Promise<DayRecord>;
}
