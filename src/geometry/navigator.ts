import type { FloorPlan, Point } from '../scenarios/floorplan';
import { contains } from './area';
import { FreeSpace } from './freespace';
import { type Clearance, obstaclesOf, WALKING } from './obstacles';
import { type HallPlaces, type PlaceIndex, placesOf, seatApproach } from './places';
import { distance } from './vector';
import { type Destination, VisibilityGraph } from './visibility';

export type { HallPlaces, Place, PlaceIndex, StationPlaces } from './places';

/** A walk along straight pieces. */
export interface Route {
  /** Corner points from start to end, at least one. */
  readonly points: readonly Point[];
  readonly lengthM: number;
  /** Where it leads. */
  readonly to: PlaceIndex;
}

/** Shortest ways round walls and furniture for a body of finite width. */
export interface Navigator extends HallPlaces {
  /** The shortest route between two places. Throws RangeError if there is none. */
  route(from: PlaceIndex, to: PlaceIndex): Route;
  /**
   * The shortest way to `to` for somebody who has gone `walkedM` along `route` and turns there.
   * Throws RangeError if there is none.
   */
  reroute(route: Route, walkedM: number, to: PlaceIndex): Route;
  /** True if there is a route between two places. */
  isReachable(from: PlaceIndex, to: PlaceIndex): boolean;
}

/**
 * Routes over a floor plan. The hall and the street are two graphs that meet in the doorways of
 * entrance and exit, so that no way indoors leads through the street. A seat is entered and left
 * straight from its front; that piece alone touches furniture (the row itself).
 *
 * Throws RangeError if the plan has no entrance or no exit.
 * @param clearance half width of the body; default: a person walking
 */
export function createNavigator(plan: FloorPlan, clearance: Clearance = WALKING): Navigator {
  return new HallNavigator(plan, clearance);
}

type Side = 'indoors' | 'outdoors';

class HallNavigator implements Navigator {
  readonly places: HallPlaces['places'];
  readonly entrance: PlaceIndex;
  readonly exit: PlaceIndex;
  readonly stations: HallPlaces['stations'];
  readonly windows: HallPlaces['windows'];
  readonly seats: HallPlaces['seats'];
  readonly standing: HallPlaces['standing'];
  readonly outside: HallPlaces['outside'];

  readonly #outline: readonly Point[];
  readonly #space: FreeSpace;
  readonly #graphs: Record<Side, VisibilityGraph>;
  /** Where one stands to enter the place: before a seat, else the place itself. */
  readonly #approaches: readonly Point[];
  readonly #destinations: Record<Side, (Destination | undefined)[]> = { indoors: [], outdoors: [] };
  readonly #routes = new Map<number, Route | null>();

  constructor(plan: FloorPlan, clearance: Clearance) {
    const hall = placesOf(plan);
    this.places = hall.places;
    this.entrance = hall.entrance;
    this.exit = hall.exit;
    this.stations = hall.stations;
    this.windows = hall.windows;
    this.seats = hall.seats;
    this.standing = hall.standing;
    this.outside = hall.outside;
    this.#outline = plan.outline;
    this.#space = new FreeSpace(obstaclesOf(plan), clearance);
    const isIndoors = (x: number, y: number) => contains(plan.outline, [x, y]);
    this.#graphs = {
      indoors: new VisibilityGraph(this.#space, isIndoors),
      outdoors: new VisibilityGraph(this.#space, (x, y) => !isIndoors(x, y)),
    };
    this.#approaches = hall.places.map((p) =>
      p.kind === 'seat' ? seatApproach(p.at, p.facingDeg, clearance.furnitureM) : p.at,
    );
  }

  route(from: PlaceIndex, to: PlaceIndex): Route {
    const route = this.#find(from, to);
    if (!route) throw new RangeError(`no way from ${this.#nameOf(from)} to ${this.#nameOf(to)}`);
    return route;
  }

  isReachable(from: PlaceIndex, to: PlaceIndex): boolean {
    return this.#find(from, to) !== null;
  }

  reroute(route: Route, walkedM: number, to: PlaceIndex): Route {
    const { points } = route;
    let left = Math.max(0, walkedM);
    let i = 0;
    let a = points[0]!;
    let b = a;
    let here: Point = a;
    for (; i + 1 < points.length; i++) {
      a = points[i]!;
      b = points[i + 1]!;
      const length = distance(a, b);
      if (left < length) {
        const t = left / length;
        here = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
        break;
      }
      left -= length;
      here = b;
    }
    const near = this.#space.touching(here[0], here[1]);
    // Close to furniture one is on the way into or out of a place: go to the free end first.
    const anchor =
      near.length === 0
        ? undefined
        : [b, a, this.#approaches[route.to]!].find((p) => this.#space.isFree(p[0], p[1]));
    const start = anchor ?? here;
    const way = this.#wayFrom(start, anchor ? NOTHING : near, to);
    if (!way) throw new RangeError(`no way from (${here.join(', ')}) to ${this.#nameOf(to)}`);
    return this.#routeOf(anchor ? [here, ...way] : way, to);
  }

  #find(from: PlaceIndex, to: PlaceIndex): Route | null {
    const key = from * this.places.length + to;
    const known = this.#routes.get(key);
    if (known !== undefined) return known;
    const found = this.#search(from, to);
    this.#routes.set(key, found);
    return found;
  }

  #search(from: PlaceIndex, to: PlaceIndex): Route | null {
    const place = this.#placeAt(from);
    this.#placeAt(to);
    if (from === to) return { points: [place.at], lengthM: 0, to };
    const start = this.#approaches[from]!;
    const way = this.#wayFrom(start, this.#space.touching(start[0], start[1]), to);
    return way ? this.#routeOf([place.at, ...way], to) : null;
  }

  /** Shortest way from a point to a place, over the doorways where it leads in or out. */
  #wayFrom(start: Point, near: readonly number[], to: PlaceIndex): Point[] | undefined {
    const side = this.#sideOf(start);
    const inDoorway = to === this.entrance || to === this.exit;
    const targetSide: Side = this.places[to]!.kind === 'outside' ? 'outdoors' : 'indoors';
    if (side === targetSide || inDoorway) {
      const way = this.#graphs[side].way(start, near, this.#destination(side, to));
      if (way || side === targetSide) return way;
    }
    const toDoor = this.#graphs[side].way(start, near, this.#destination(side, this.entrance));
    const door = this.places[this.entrance]!.at;
    const onward =
      toDoor &&
      this.#graphs[targetSide].way(
        door,
        this.#space.touching(door[0], door[1]),
        this.#destination(targetSide, to),
      );
    return onward && [...toDoor, ...onward];
  }

  #destination(side: Side, to: PlaceIndex): Destination {
    const known = this.#destinations[side][to];
    if (known) return known;
    const destination = this.#graphs[side].destination(this.#approaches[to]!);
    this.#destinations[side][to] = destination;
    return destination;
  }

  /** Adds the place's own spot, drops repeated points, measures. */
  #routeOf(way: readonly Point[], to: PlaceIndex): Route {
    const points: Point[] = [];
    let lengthM = 0;
    for (const p of [...way, this.places[to]!.at]) {
      const last = points[points.length - 1];
      if (last) {
        const step = distance(last, p);
        if (step === 0) continue;
        lengthM += step;
      }
      points.push(p);
    }
    return { points, lengthM, to };
  }

  #sideOf(p: Point): Side {
    return contains(this.#outline, p) ? 'indoors' : 'outdoors';
  }

  #placeAt(index: PlaceIndex) {
    const place = this.places[index];
    if (!place) throw new RangeError(`no place ${index}; there are ${this.places.length}`);
    return place;
  }

  #nameOf(index: PlaceIndex): string {
    const { kind, id, at } = this.#placeAt(index);
    return `${kind} ${id} at (${at.join(', ')})`;
  }
}

const NOTHING: readonly number[] = [];
