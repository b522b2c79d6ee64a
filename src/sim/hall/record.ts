import type { Place } from '../../geometry/navigator';
import type { Point } from '../../scenarios/floorplan';

/**
 * What can happen in a hall. `visitor` is the visitor's number in order of arrival (from 0),
 * -1 where none is meant; `place` and `value` as said at each kind.
 */
export enum EventKind {
  /** Comes through the door. place: class index; value: mobility group index (-1: none). */
  Arrive = 0,
  /** Joins the line of a station. place: station index. */
  StationJoin = 1,
  /** Is served there from now on. place: station index. */
  StationStart = 2,
  /** place: station index. */
  StationEnd = 3,
  /** Takes a ticket and waits from now on. value: ticket number within the ticket series; place: class index. */
  Ticket = 4,
  /** Is called. place: window index. */
  Call = 5,
  /** place: window index. */
  ServiceStart = 6,
  /** place: window index; value: an `Outcome`. */
  ServiceEnd = 7,
  /** The case goes to the back office. place: back office index. */
  CaseSubmit = 8,
  /** An approver takes it up. place: back office index; value: approver's number. */
  ApprovalStart = 9,
  /** place: back office index; value: approver's number. The visitor waits for the issuing window from now on. */
  ApprovalEnd = 10,
  /** Gives up waiting (value 0) or is sent away at closing (value 1). place: class index. */
  Abandon = 11,
  /** Rates the service; the window is free from now on. place: window index; value: level 0 (very satisfied) … 4. */
  Rate = 12,
  /** Is out of the hall. value: a `LeaveReason`. */
  Leave = 13,
  /** place: window index. */
  WindowOpen = 14,
  /** place: window index. */
  WindowClose = 15,
  /** A session begins (visitor −1); place: its index. */
  SessionStart = 16,
  /** A session ends: doors close to newcomers. */
  SessionEnd = 17,
}

/** What a service at a window ended in. */
export enum Outcome {
  Done = 0,
  Approval = 1,
  Promised = 2,
  SentBack = 3,
  Issued = 4,
}

/** Why somebody left. */
export enum LeaveReason {
  Done = 0,
  Issued = 1,
  Promised = 2,
  SentBack = 3,
  Kiosk = 4,
  Abandoned = 5,
  SentAway = 6,
}

/** Receives the process's events in order of time. */
export interface EventSink {
  event(timeUs: number, kind: EventKind, visitor: number, place: number, value: number): void;
}

/** Receives walks: only asked for when a day is recorded to be drawn. */
export interface WalkSink {
  /** `to`: place index of the navigator. An unfinished earlier walk of the visitor ends now. */
  walk(visitor: number, startUs: number, endUs: number, points: readonly Point[], to: number): void;
}

/** One day as recorded: plain columns, so that it crosses threads and can be read by anyone. */
export interface DayRecord {
  /** What the indices of the columns mean; the record needs no other file to be read. */
  readonly header: {
    readonly scenario: string;
    readonly seed: number;
    readonly replication: number;
    readonly classes: readonly string[];
    /** Letter before the ticket number, by class. */
    readonly ticketPrefixes: readonly string[];
    readonly windows: readonly string[];
    readonly stations: readonly string[];
    readonly backOffices: readonly string[];
    readonly mobility: readonly string[];
    /** Where people stand and sit; empty without a floor plan. */
    readonly places: readonly Place[];
  };
  readonly events: {
    readonly length: number;
    readonly timeUs: Float64Array;
    readonly kind: Uint8Array;
    readonly visitor: Int32Array;
    readonly place: Int32Array;
    readonly value: Int32Array;
  };
  readonly walks: {
    readonly length: number;
    readonly visitor: Int32Array;
    readonly startUs: Float64Array;
    readonly endUs: Float64Array;
    readonly to: Int32Array;
    /** First point of walk i; the last entry is the number of points. */
    readonly firstPoint: Int32Array;
    /** x0, y0, x1, y1, … in metres. */
    readonly points: Float64Array;
  };
}
