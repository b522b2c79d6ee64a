import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import type { ComparisonReport } from '../sim/experiments/compare';
import type { SimulationReport } from '../sim/experiments/report';
import type { OfficeRecord } from '../sim/experiments/supervise';
import type { DayRecord } from '../sim/hall/record';
import type { CaseResult, Effort, VerificationReport } from '../sim/verification/types';

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
  /** Ends the replications under way: they reject with `Superseded`. */
  cancelSimulate(): void;
  /** One replication recorded for drawing: of a run over several days the first. */
  record(request: SimulationRequest, replication: number): Promise<DayRecord>;
  /** What the office keeps of one replication, over all its days. */
  supervise(request: SimulationRequest, replication: number): Promise<OfficeRecord>;
}

/** Scenarios to be run on the same visitors. */
export interface ComparisonRequest {
  readonly variants: readonly {
    readonly scenario: Scenario;
    readonly floorplan: FloorPlan | null;
  }[];
  readonly seed: number;
  readonly replications: number;
}

/** How the acceptance is run. */
export interface VerificationRequest {
  readonly effort: Effort;
  readonly seed: number;
  readonly floorplans: Readonly<Record<string, FloorPlan>>;
}

/** The threads of what runs beside the hall. Whatever is cancelled rejects with `Superseded`. */
export interface StudyWorker {
  compare(
    request: ComparisonRequest,
    onProgress: (done: number, of: number) => void,
  ): Promise<ComparisonReport>;
  cancelCompare(): void;
  verify(
    request: VerificationRequest,
    onProgress: (done: number, of: number, next: string | null, found: CaseResult | null) => void,
  ): Promise<VerificationReport>;
  cancelVerify(): void;
}
