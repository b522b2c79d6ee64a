import type { DayRecord, LeaveReason, Origin } from './record';

/** What somebody is doing. */
export enum Activity {
  /** On the way to a station's line, or standing in it. */
  Queueing = 0,
  /** Served at guide desk, ticket machine or kiosk. */
  AtStation = 1,
  /** Holds a ticket and waits to be called (on the way to a seat, seated or standing). */
  Waiting = 2,
  /** Called, on the way to the window. */
  Called = 3,
  /** At the window, being served. */
  InService = 4,
  /** Waits in the hall for the back office's decision. */
  AwaitingApproval = 5,
  /** Waits for the issuing window's call. */
  AwaitingIssue = 6,
  /** At the rating device. */
  Rating = 7,
  /** On the way out. */
  Leaving = 8,
  /** Came with somebody and waits for them. */
  Accompanying = 9,
}

export enum Pose {
  Standing = 0,
  Walking = 1,
  Sitting = 2,
}

/** Who is in the hall at one instant: columns that are filled again and again, never regrown per frame. */
export interface Crowd {
  count: number;
  readonly visitor: Int32Array;
  /** Plan metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Direction faced, plan radians, counterclockwise from +x. */
  readonly headingRad: Float64Array;
  readonly pose: Uint8Array;
  readonly activity: Uint8Array;
  /** Index into `header.classes`. */
  readonly classIndex: Int16Array;
  /** Index into `header.mobility`, −1 for none. */
  readonly mobility: Int8Array;
  /** Metres gone on the present walk: the phase of the gait. */
  readonly walkedM: Float64Array;
}

export enum WindowState {
  Closed = 0,
  Idle = 1,
  /** Has called and waits for the visitor to come. */
  Calling = 2,
  Serving = 3,
}

/** One step of a visitor's story. */
export interface StoryStep {
  readonly startUs: number;
  readonly endUs: number;
  readonly activity: Activity;
  /** Window, station or back office index that the step is about, −1 for none. */
  readonly place: number;
}

/** A recorded day, indexed so that any instant and any person can be asked for at once. */
export interface Timeline {
  readonly record: DayRecord;
  readonly startUs: number;
  readonly endUs: number;
  readonly visitors: number;
  /** The largest number of people in the hall at once: the size that a Crowd needs. */
  readonly mostPeople: number;
  createCrowd(): Crowd;
  /** Fills `crowd` with everybody in the hall at `timeUs`. Allocates nothing. */
  crowdAt(timeUs: number, crowd: Crowd): void;
  /** State of a window (index into `header.windows`). */
  windowState(window: number, timeUs: number): WindowState;
  /** Visitor whom the window serves or has called, −1 for none. */
  windowVisitor(window: number, timeUs: number): number;
  /** Cases that approvers of a back office work on at `timeUs`. */
  approversBusy(backOffice: number, timeUs: number): number;
  /** Everybody who waits to be called for the first time. */
  waiting(timeUs: number): number;
  /** Visitors inside. */
  inside(timeUs: number): number;
  /** The ticket as displayed and called (like `A012`), '' before it is taken. */
  ticket(visitor: number): string;
  /** Index into `header.classes`. */
  classIndex(visitor: number): number;
  /** Index into `header.mobility`, −1 for none. */
  mobility(visitor: number): number;
  /** Whether a visitor's ticket had the right to the green channel. */
  isGreen(visitor: number): boolean;
  /** What brought a visitor here. */
  origin(visitor: number): Origin;
  /** How a visit ended; null while it lasts at the end of the record, and for companions. */
  leaveReason(visitor: number): LeaveReason | null;
  /** Whom a companion came with, −1 for visitors. */
  companionOf(visitor: number): number;
  /** A visitor's steps from door to door. */
  story(visitor: number): readonly StoryStep[];
}
