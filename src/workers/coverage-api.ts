import type { BlindSpot } from '../coverage/blind-spots';
import type { DayCoverage } from '../coverage/day/day-coverage';
import type { Inspection } from '../coverage/inspect/inspect';
import type { CameraModel } from '../coverage/library';
import type { LensModel } from '../coverage/optics/lens-of';
import type { Placement, PlacementProgress } from '../coverage/placement/place';
import type { Support } from '../coverage/placement/places';
import type { PlaneCoverage } from '../coverage/plane';
import type { ProfileId } from '../coverage/profiles';
import type { Person, Posture } from '../coverage/space/people';
import type { FloorPlan } from '../scenarios/floorplan';
import type { WatchDayRequest } from './watch-day';

/** A plan with its cameras, and how to look at it. */
export interface InspectionRequest {
  readonly plan: FloorPlan;
  readonly profile: ProfileId;
  readonly posture: Posture;
  readonly queueing: number;
  readonly lens: LensModel;
  readonly pickupReachM: number;
}

/** An inspection without what can't leave its thread. */
export interface InspectionAnswer extends Pick<Inspection, 'profile' | 'windows' | 'leftOut'> {
  /** Everybody who was in the room. */
  readonly people: readonly Person[];
}

export interface PlaneRequest extends InspectionRequest {
  readonly heightM: number;
  readonly cellM: number;
  readonly thresholdPxPerM: number;
}

/** A plane as seen, with what nobody sees of it. */
export interface PlaneAnswer extends PlaneCoverage {
  readonly blind: readonly BlindSpot[];
}

export interface PlaceRequest {
  readonly plan: FloorPlan;
  readonly models: readonly CameraModel[];
  readonly supports: readonly Support[];
  readonly heightsM: readonly number[];
  readonly stepM: number;
  readonly times: number;
  readonly spare: number;
  readonly profile: ProfileId;
  readonly posture: Posture;
  readonly queueing: number;
}

/** A placement without what can't leave its thread. */
export interface PlaceAnswer extends Omit<Placement, 'inspection'> {
  readonly windows: Inspection['windows'];
}

/** A day to be watched: the plan's cameras over a scenario's first day. */
export interface DayRequest extends Omit<WatchDayRequest, 'profile'> {
  readonly profile: ProfileId;
}

/** The threads that look through cameras for the page. */
export interface CoverageWorker {
  /** Rejects with `Superseded` if a newer one was asked before this was begun. */
  inspect(request: InspectionRequest): Promise<InspectionAnswer>;
  /** Likewise, of planes. */
  plane(request: PlaneRequest): Promise<PlaneAnswer>;
  /** Rejects with `Superseded` if it is cancelled or another is asked for. */
  place(
    request: PlaceRequest,
    onProgress: (progress: PlacementProgress) => void,
  ): Promise<PlaceAnswer>;
  cancelPlace(): void;
  /** Likewise; `onProgress` hears the share that is done. */
  watch(request: DayRequest, onProgress: (share: number) => void): Promise<DayCoverage>;
  cancelWatch(): void;
}
