import type { Person } from '../space/people';

/** What somebody does while standing in the way. */
export type Doing = 'served' | 'waiting' | 'queueing' | 'walking' | 'staff';

/** Somebody at an instant of the day. */
export interface Present extends Person {
  readonly doing: Doing;
}

/** Who is in the room at an instant. */
export interface Moment {
  readonly people: readonly Present[];
  /** By window, in the order of the plan: whether it is open. */
  readonly open: readonly boolean[];
  /** How many wait to be called. */
  readonly waiting: number;
}

/** A day that has been recorded, to be asked instant by instant. */
export interface DaySource {
  /** Seconds since midnight of the first day. */
  readonly fromS: number;
  readonly toS: number;
  at(timeS: number): Moment;
}
