import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import type { MirrorSnapshot } from './mirror';

/** What the small server of a hall says of itself. */
export interface HelloAnswer {
  readonly service: 'hall-twin/live';
  readonly version: 1;
  readonly needsToken: boolean;
  /** Whether who asks may read. */
  readonly admitted: boolean;
}

/** The hall that is mirrored; null for a log without a scenario. */
export interface HallAnswer {
  readonly scenario: Scenario | null;
  readonly floorplan: FloorPlan | null;
}

/** Where events come from, and how it stands with it. */
export interface SourceState {
  readonly kind: 'file' | 'replay' | 'demo';
  /** Name of the file, id of the hall of a demonstration. */
  readonly name: string;
  /** `absent`: the file is not there (yet); `past`: its last day is over; `ended`: the replay is. */
  readonly state: 'following' | 'absent' | 'unreadable' | 'past' | 'ended';
  /** Read anew from its beginning, because it was cut short or replaced. */
  readonly restarts: number;
  /** The log has a row for each finished visit, so that nobody is seen waiting. */
  readonly finishedOnly: boolean;
}

/** Every three seconds: the hall's time, and that the line stands. */
export interface ClockMessage {
  readonly nowMs: number;
  readonly speed: number;
  readonly source: SourceState;
}

/** The whole state: to who comes first, or was away for too long. */
export interface SnapshotMessage {
  readonly mirror: MirrorSnapshot;
}
