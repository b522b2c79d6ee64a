import type { Fixture, FloorPlan, Point } from '../scenarios/floorplan';
import { contains, distanceToEdge } from './area';
import { FreeSpace } from './freespace';
import { type Obstacle, obstaclesOf, SEAT_DEPTH_M, WALKING } from './obstacles';
import { reachableFrom } from './reach';
import { bearingDeg, direction, distance, moved } from './vector';
import { type DoorPosition, doorPosition } from './walls';

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

/** All places of a floor plan, in an order that only the plan decides. */
export interface HallPlaces {
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
}

// How closely people stand: assumptions. 0.6 m in a line leaves a hand's breadth between two
// bodies; 0.65 m each way is Fruin's limit of comfortable waiting (0.42 m² a person).
const QUEUE_SPACING_M = 0.6;
const QUEUE_LENGTH = { ticketMachine: 8, guideDesk: 8, kiosk: 4 } as const;
const STANDING_SPACING_M = 0.65;
const STANDING_LIMIT = 500;
const OUTSIDE_SPACING_M = 0.7;
const OUTSIDE_COLUMNS = 6;
const OUTSIDE_ROWS = 10;
/** Nobody queues or stands nearer to the middle of a door. */
const DOOR_KEPT_FREE_M = 1.2;

/**
 * Everything people walk to: entrance, exit, stations with their queues, windows, seats, room to
 * stand inside and outside. Throws RangeError if the plan has no entrance or no exit.
 */
export function placesOf(plan: FloorPlan): HallPlaces {
  const obstacles = obstaclesOf(plan);
  const space = new FreeSpace(obstacles, WALKING);
  const places: Place[] = [];
  const add = (kind: PlaceKind, id: string, at: Point, facingDeg: number): PlaceIndex =>
    places.push({ kind, id, at, facingDeg }) - 1;

  const [entranceDoor, exitDoor] = publicDoors(plan);
  const shared = entranceDoor.id === exitDoor.id;
  const entranceAt = threshold(entranceDoor.position, shared ? entranceDoor.widthM : 0, 1);
  const exitAt = threshold(exitDoor.position, shared ? exitDoor.widthM : 0, -1);
  const outward = (p: DoorPosition) => bearingDeg([0, 0], p.normal);
  const entrance = add(
    'entrance',
    entranceDoor.id,
    entranceAt,
    (outward(entranceDoor.position) + 180) % 360,
  );
  const exit = add('exit', exitDoor.id, exitAt, outward(exitDoor.position));

  const doors = plan.doors.flatMap((door) => {
    const position = doorPosition(plan, door);
    return position ? [position.centre] : [];
  });
  const taken: Point[] = plan.windows.map((w) => w.visitorSpot);
  for (const f of plan.fixtures) {
    if (f.userSpot) taken.push(f.userSpot);
    if (f.staffSpot) taken.push(f.staffSpot);
  }
  const counterZones = plan.zones.filter(
    (z) => z.kind === 'comprehensive' || z.kind === 'department',
  );
  const reachable = reachableFrom(plan, space, entranceAt);

  const isClear = (p: Point, apartM: number): boolean =>
    space.isFree(p[0], p[1]) &&
    reachable(p) &&
    !counterZones.some((z) => contains(z.polygon, p)) &&
    doors.every((d) => distance(d, p) >= DOOR_KEPT_FREE_M) &&
    taken.every((t) => distance(t, p) >= apartM - 1e-9);

  const lines = plan.fixtures.flatMap((f): Line[] =>
    isStation(f) && f.userSpot
      ? [
          {
            fixture: f,
            headingDeg: f.queueDeg ?? bearingDeg(f.at, f.userSpot),
            spots: [f.userSpot],
          },
        ]
      : [],
  );
  // One spot for each of a kind in turn, so that no line takes the next one's room.
  for (const kind of LINES_FIRST)
    for (let round = 0; round < QUEUE_LENGTH[kind]; round++)
      for (const line of lines) {
        const at = line.fixture.kind === kind ? extend(line, space, isClear) : undefined;
        if (at) taken.push(at);
      }
  const stations = lines.map(({ fixture: { id, kind, at: served }, spots }): StationPlaces => {
    const facing = (i: number) => bearingDeg(spots[i]!, i === 0 ? served : spots[i - 1]!);
    return {
      id,
      kind,
      spots: spots.map((at, i) => add(i === 0 ? kind : 'queue', id, at, facing(i))),
    };
  });
  const windows = new Map(
    plan.windows.map((w) => [w.id, add('window', w.id, w.visitorSpot, turned(w.facingDeg))]),
  );
  const seats = plan.seats.map((s) => add('seat', s.id, s.at, (s.facingDeg + 360) % 360));
  const standing = standingSpots(plan, obstacles, isClear).map(({ zone, at }) =>
    add('standing', zone, at, facingWindows(plan, at)),
  );
  const outside = outsideSpots(plan, entranceDoor.position, space).map((at) =>
    add('outside', entranceDoor.id, at, (outward(entranceDoor.position) + 180) % 360),
  );
  return { places, entrance, exit, stations, windows, seats, standing, outside };
}

/** Where one steps out of a seat: in front of it, clear of the row. */
export function seatApproach(at: Point, facingDeg: number, clearanceM: number): Point {
  return moved(at, direction(facingDeg), SEAT_DEPTH_M / 2 + clearanceM);
}

/** A fixture that serves one visitor at a time. */
export function isStation(fixture: Fixture): fixture is Fixture & { kind: StationPlaces['kind'] } {
  return (
    fixture.kind === 'guideDesk' || fixture.kind === 'ticketMachine' || fixture.kind === 'kiosk'
  );
}

interface PublicDoor {
  readonly id: string;
  readonly widthM: number;
  readonly position: DoorPosition;
}

/** The door people come in by and the one they leave by: the first of each kind in the plan. */
function publicDoors(plan: FloorPlan): [entrance: PublicDoor, exit: PublicDoor] {
  const first = (kind: 'entrance' | 'exit'): PublicDoor => {
    const own = plan.doors.find((d) => d.kind === kind);
    const door = own ?? plan.doors.find((d) => d.kind === 'entranceExit');
    const position = door && doorPosition(plan, door);
    if (!door || !position) throw new RangeError(`floor plan ${plan.id} has no ${kind} door`);
    return { id: door.id, widthM: door.widthM, position };
  };
  return [first('entrance'), first('exit')];
}

/**
 * The spot in a doorway. Of a door that is entrance and exit, people keep to the right half as
 * they walk, if it is wide enough for two.
 * @param side 1 coming in, −1 going out
 */
function threshold(door: DoorPosition, sharedWidthM: number, side: 1 | -1): Point {
  if (sharedWidthM < 1.2) return door.centre;
  // Coming in, one walks against the normal and has its left-hand side on the right.
  const rightHand: Point = [-door.normal[1], door.normal[0]];
  return moved(door.centre, rightHand, (side * sharedWidthM) / 4);
}

/** Whose lines are given room first: everybody comes to the ticket machine. */
const LINES_FIRST = ['ticketMachine', 'guideDesk', 'kiosk'] as const;

/** A line before a station while it is being laid out; its first spot is the user's own. */
interface Line {
  readonly fixture: Fixture & { kind: StationPlaces['kind'] };
  readonly spots: Point[];
  headingDeg: number;
}

/** Adds the next spot of a line: straight on while there is room, else round a right angle. */
function extend(
  line: Line,
  space: FreeSpace,
  isClear: (p: Point, apartM: number) => boolean,
): Point | undefined {
  const last = line.spots[line.spots.length - 1]!;
  const near = space.touching(last[0], last[1]);
  for (const turn of [0, 90, -90]) {
    const headingDeg = line.headingDeg + turn;
    const at = moved(last, direction(headingDeg), QUEUE_SPACING_M);
    if (!isClear(at, QUEUE_SPACING_M - 0.05)) continue;
    if (space.blocked(last[0], last[1], at[0], at[1], near)) continue;
    line.headingDeg = headingDeg;
    line.spots.push(at);
    return at;
  }
  return undefined;
}

/** Order in which zones fill with people who find no seat; in front of counters nobody waits. */
const STANDING_ZONES = ['waiting', 'circulation', 'writing', 'selfService', 'guide'] as const;

/** A regular grid of room to stand, in the waiting zones first. */
function standingSpots(
  plan: FloorPlan,
  obstacles: readonly Obstacle[],
  isClear: (p: Point, apartM: number) => boolean,
): { zone: string; at: Point }[] {
  const spots: { zone: string; at: Point }[] = [];
  // Knees: nobody stands between rows.
  const legroom = new FreeSpace(
    obstacles.filter((o) => o.kind === 'seats'),
    { solidM: 0, furnitureM: 0.45 },
  );
  const zones = STANDING_ZONES.flatMap((kind) =>
    plan.zones.filter((z) => z.public && z.kind === kind),
  );
  for (const zone of zones) {
    const xs = zone.polygon.map((p) => p[0]);
    const ys = zone.polygon.map((p) => p[1]);
    const [minX, maxX] = [Math.min(...xs), Math.max(...xs)];
    const [minY, maxY] = [Math.min(...ys), Math.max(...ys)];
    const half = STANDING_SPACING_M / 2;
    for (let j = 0; minY + half + j * STANDING_SPACING_M < maxY; j++)
      for (let i = 0; minX + half + i * STANDING_SPACING_M < maxX; i++) {
        if (spots.length >= STANDING_LIMIT) return spots;
        const at: Point = [
          minX + half + i * STANDING_SPACING_M,
          minY + half + j * STANDING_SPACING_M,
        ];
        if (
          legroom.isFree(at[0], at[1]) &&
          isClear(at, STANDING_SPACING_M) &&
          spots.every((s) => distance(s.at, at) >= STANDING_SPACING_M - 0.05) &&
          contains(zone.polygon, at)
        )
          spots.push({ zone: zone.id, at });
      }
  }
  return spots;
}

/** Direction to the nearest window: those who wait watch the displays. */
function facingWindows(plan: FloorPlan, at: Point): number {
  let facing = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const window of plan.windows) {
    const d = distance(window.at, at);
    if (d < least) {
      least = d;
      facing = bearingDeg(at, window.at);
    }
  }
  return facing;
}

/** Rows outside the entrance, the nearest row first, each from the middle outward. */
function outsideSpots(plan: FloorPlan, door: DoorPosition, space: FreeSpace): Point[] {
  const spots: Point[] = [];
  for (let row = 0; row < OUTSIDE_ROWS; row++)
    for (let k = 0; k < OUTSIDE_COLUMNS; k++) {
      const column = (k % 2 === 0 ? 1 : -1) * (Math.floor(k / 2) + 0.5);
      const out = moved(door.centre, door.normal, 1.2 + row * OUTSIDE_SPACING_M);
      const at = moved(out, door.direction, column * OUTSIDE_SPACING_M);
      if (
        !contains(plan.outline, at) &&
        distanceToEdge(plan.outline, at) >= 0.5 &&
        space.isFree(at[0], at[1])
      )
        spots.push(at);
    }
  return spots;
}

function turned(degrees: number): number {
  return (((degrees + 180) % 360) + 360) % 360;
}
