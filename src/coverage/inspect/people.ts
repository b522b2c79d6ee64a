import { type HallPlaces, placesOf } from '../../geometry/places';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Person, Posture } from '../space/people';

/** Where people stand or sit while they wait, by the plan. */
export interface WaitingPlaces {
  /** Ids of seats. */
  readonly seats: readonly { readonly id: string; readonly facingDeg: number }[];
  /** In the lines before stations, then standing in the waiting zones, as they fill. */
  readonly standing: HallPlaces['places'];
}

/** The places of a plan in which people wait; those to stand need a door to come in by. */
export function waitingPlaces(plan: FloorPlan): WaitingPlaces {
  const has = (kind: 'entrance' | 'exit') =>
    plan.doors.some((door) => door.kind === kind || door.kind === 'entranceExit');
  if (!has('entrance') || !has('exit')) return { seats: plan.seats, standing: [] };
  const all = placesOf(plan);
  const place = (index: number) => all.places[index]!;
  const lines = [...all.stations].sort(
    (a, b) => Number(b.kind === 'ticketMachine') - Number(a.kind === 'ticketMachine'),
  );
  return {
    seats: plan.seats,
    standing: [...lines.flatMap((line) => line.spots.slice(1)), ...all.standing].map(place),
  };
}

/**
 * Who is in the room at its busiest: a visitor and a seated clerk at every window, and people
 * queueing. The visitor of window i has index i.
 *
 * @param queueing how many people queue; as many as there is room for at most
 */
export function peopleOf(
  plan: FloorPlan,
  { posture, queueing }: { readonly posture: Posture; readonly queueing: number },
): Person[] {
  return [
    ...plan.windows.map(
      (w): Person => ({
        owner: { kind: 'visitor', id: w.id },
        at: w.visitorSpot,
        posture,
      }),
    ),
    ...plan.windows.map(
      (w): Person => ({
        owner: { kind: 'clerk', id: w.id },
        at: w.clerkSpot,
        posture: 'seated',
      }),
    ),
    ...(queueing > 0 ? waitingPlaces(plan).standing.slice(0, queueing) : []).map(
      (place, i): Person => ({
        owner: { kind: 'queue', id: String(i + 1) },
        at: place.at,
        posture: 'standing',
      }),
    ),
  ];
}
