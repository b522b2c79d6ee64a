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
  /**
   * Takes a ticket and waits from now on. value: ticket number within the ticket series; place:
   * index of the class that the ticket is for. A second one: the first was a wrong one.
   */
  Ticket = 4,
  /** Is called. place: window index; value 1: the ticket was for other windows, as will turn out there. */
  Call = 5,
  /** place: window index. */
  ServiceStart = 6,
  /** place: window index; value: an `Outcome`. */
  ServiceEnd = 7,
  /** The case of somebody who waits in the hall goes to the back office. place: back office index. */
  CaseSubmit = 8,
  /** An approver takes it up. place: back office index; value: approver's number. */
  ApprovalStart = 9,
  /**
   * It is decided. place: back office index; value: approver's number. The visitor waits for the
   * issuing window from now on. (Of a joint review it is the last to be done.)
   */
  ApprovalEnd = 10,
  /** Gives up waiting (value 0) or is sent away at closing (value 1). place: class index. */
  Abandon = 11,
  /** Rates the service; the window is free from now on. place: window index; value: level 0 (very satisfied) … 4. */
  Rate = 12,
  /** Is out of the hall. value: a `LeaveReason`. */
  Leave = 13,
  /** A clerk comes to the window. place: window index; value: 0 its own, 1 a temporary cover. */
  WindowOpen = 14,
  /** place: window index. */
  WindowClose = 15,
  /** The doors open (visitor −1); place: index of the session. */
  SessionStart = 16,
  /** A session ends: doors close to newcomers. */
  SessionEnd = 17,
  /** A working day begins (visitor −1). place: its index, warm-up days included. */
  DayStart = 18,
  /** Is served online and does not come (visitor −1). place: class index. */
  Online = 19,
  /**
   * Follows Arrive of those who do not simply walk in. place: number of the visitor they were on
   * the earlier visit, −1 for none; value: an `Origin`.
   */
  Origin = 20,
  /** A companion comes in beside somebody. place: that visitor's number; value: mobility group. */
  Accompany = 21,
  /** A companion is out of the hall. place: number of the visitor they came with. */
  CompanionLeave = 22,
  /** Is called again, having not come. place: window index; value: which recall, from 1. */
  Recall = 23,
  /** Is passed over: does not come. place: window index; value: 0 is gone, 1 waits again at the end. */
  PassOver = 24,
  /** Is handed to the right queue and waits again. place: class index. */
  Redirect = 25,
  /** Stands in the line of a window. place: window index; value: 0 chosen, 1 changed to. */
  LineJoin = 26,
  /** Is accepted although a paper is missing (after ServiceEnd). place: class index. */
  AcceptIncomplete = 27,
  /** Is told at the guide desk what is missing. place: station index. */
  TurnBack = 28,
  /** A promised case begins. place: class index; value: working days promised. */
  CaseAccept = 29,
  /** A department's part of a review is handed in, the visitor being elsewhere. place: back office index. */
  ReviewSubmit = 30,
  /** place: back office index; value: approver's number. */
  ReviewStart = 31,
  /** place: back office index; value: approver's number. */
  ReviewEnd = 32,
  /** A promised case is decided. place: class index; value: 0 agreed, 1 refused; add 2 if late. */
  CaseDecided = 33,
  /** The result is handed over. place: class index; value: 0 delivered, 1 collected. */
  CaseClosed = 34,
  /** A low rating goes to follow-up. place: back office index. */
  FollowUpSubmit = 35,
  /** It is followed up. place: back office index; value: 1 if late. */
  FollowUpEnd = 36,
  /** The clerk is absent today (visitor −1). place: window index; value: 1 if a cover comes. */
  ClerkAbsent = 37,
  /** A station is staffed from now on (visitor −1). place: station index. */
  StationOpen = 38,
  /** place: station index. */
  StationClose = 39,
  /** Approvers come on duty (visitor −1). place: back office index; value: how many. */
  OfficeOpen = 40,
  /** They go. place: back office index. */
  OfficeClose = 41,
  /** Follows Ticket of those with the right to the green channel. place: class index of the ticket. */
  GreenTicket = 42,
}

/** How somebody came to be there. */
export enum Origin {
  WalkIn = 0,
  Appointment = 1,
  /** Back with the missing paper. */
  Return = 2,
  /** Collects the result of a promised case. */
  Collection = 3,
  /** Hands in the paper that was missing at acceptance. */
  HandIn = 4,
}

/** What a service at a window ended in. */
export enum Outcome {
  Done = 0,
  Approval = 1,
  Promised = 2,
  SentBack = 3,
  Issued = 4,
  /** Had a ticket for other windows. */
  Redirected = 5,
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
  /** Saw the queue and turned back. */
  Balked = 7,
  /** The waiting zone was full. */
  Full = 8,
  /** Did not answer the call. */
  PassedOver = 9,
}

/** Receives the process's events in order of time; what time it is, it reads off the calendar's clock. */
export interface EventSink {
  event(kind: EventKind, visitor: number, place: number, value: number): void;
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
    /** Date of each working day, warm-up days first; null where the scenario names none. */
    readonly dates: readonly (string | null)[];
    /** Opening hours of any day, µs since midnight. */
    readonly openHours: readonly { readonly fromUs: number; readonly toUs: number }[];
    /** Windows that open only for a long queue. */
    readonly onDemand: readonly boolean[];
    /** A wait up to this is within target. */
    readonly targetUs: number;
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
