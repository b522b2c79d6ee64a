import type { Point } from '../scenarios/floorplan';

/** Index of a place that people walk to. */
export type PlaceIndex = number;

export type PlaceKind =
  | 'entrance'
  | 'exit'
  | 'guideDesk'
  | 'ticketMachine'
  | 'kiosk'
  | 'window'
  | 'seat'
  | 'standing'
  | 'queue'
  | 'outside';

/** A place: where one person stands or sits. `id` names the thing in the floor plan. */
export interface Place {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly at: Point;
  /** Direction in which its user looks, degrees. */
  readonly facingDeg: number;
}

/** A single-server station with a queue: its own spot first, then the queue spots behind it. */
export interface StationPlaces {
  readonly id: string;
  readonly kind: 'guideDesk' | 'ticketMachine' | 'kiosk';
  /** `[use spot, first in line, second in line, …]` */
  readonly spots: readonly PlaceIndex[];
}

/** A walk along straight pieces. */
export interface Route {
  /** Corner points from start to end, at least one. */
  readonly points: readonly Point[];
  readonly lengthM: number;
  /** Where it leads. */
  readonly to: PlaceIndex;
}

/** Shortest ways round walls and furniture for a body of finite width. */
export interface Navigator {
  readonly places: readonly Place[];
  readonly entrance: PlaceIndex;
  readonly exit: PlaceIndex;
  readonly stations: readonly StationPlaces[];
  /** Visitor spot of each window by the window's id. */
  readonly windows: ReadonlyMap<string, PlaceIndex>;
  readonly seats: readonly PlaceIndex[];
  readonly standing: readonly PlaceIndex[];
  /** Where people wait who find no room inside, in the order they are filled. */
  readonly outside: readonly PlaceIndex[];
  /** The shortest route between two places. */
  route(from: PlaceIndex, to: PlaceIndex): Route;
  /** A way to `to` for somebody who has gone `walkedM` along `route` and turns there. */
  reroute(route: Route, walkedM: number, to: PlaceIndex): Route;
}
