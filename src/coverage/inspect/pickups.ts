import type { FloorPlan } from '../../scenarios/floorplan';
import type { Provenance } from '../../scenarios/provenance';
import { assumption } from '../../scenarios/sources';
import type { WorldVector } from '../optics/pose';
import type { Posture } from '../space/people';
import { mouthOf } from '../targets/targets';
import type { WaitingPlaces } from './people';

/** How far a pickup is taken to hear somebody clearly, metres, unless it is set. */
export const PICKUP_REACH_M = 1.2;
export const PICKUP_PROVENANCE: Provenance = assumption(
  '未找到任何公布的拾音距离：请按所选产品填写',
  'no published reach of a pickup was found: set that of the product chosen',
);

/** Somebody whose mouth is at a distance from a pickup. */
export interface Heard {
  /** Window, seat, or zone in which they stand. */
  readonly id: string;
  readonly distanceM: number;
}

/** The pickup of a window. */
export interface PickupReport {
  /** Null if the window has none of its own. */
  readonly id: string | null;
  /** From the pickup to the mouth of the window's visitor; null without a pickup. */
  readonly distanceM: number | null;
  readonly inReach: boolean;
  /** The reach that all this rests on: a setting, and an assumption. */
  readonly reachM: number;
  /** Windows whose visitors it hears as well, the nearest first. */
  readonly overlaps: readonly Heard[];
  /** Waiting people whom it hears, the nearest first. */
  readonly overhears: readonly Heard[];
  /** The nearest visitor of another window and the nearest waiting person, heard or not. */
  readonly nearestOther: Heard | null;
  readonly nearestWaiting: Heard | null;
}

/** The pickups of a plan's windows, in the order of the windows. */
export function pickupReports(
  plan: FloorPlan,
  waiting: WaitingPlaces,
  posture: Posture,
  reachM: number,
): PickupReport[] {
  const seats = new Map(plan.seats.map((seat) => [seat.id, seat]));
  const listeners = [
    ...waiting.seats.map(({ id, facingDeg }) => ({
      id,
      mouth: mouthOf(seats.get(id)!.at, facingDeg, 'seated'),
    })),
    ...waiting.standing.map(({ id, at, facingDeg }) => ({
      id,
      mouth: mouthOf(at, facingDeg, 'standing'),
    })),
  ];
  const visitors = plan.windows.map((w) => ({
    id: w.id,
    mouth: mouthOf(w.visitorSpot, w.facingDeg + 180, posture),
  }));
  return plan.windows.map((window): PickupReport => {
    const own = visitors.find((v) => v.id === window.id)!;
    const pickup = plan.pickups
      .filter((p) => p.window === window.id)
      .map((p) => {
        const at: WorldVector = [p.at[0], p.at[1], p.heightM];
        return { id: p.id, at, distanceM: apart(at, own.mouth) };
      })
      .sort((a, b) => a.distanceM - b.distanceM)[0];
    if (pickup === undefined)
      return {
        id: null,
        distanceM: null,
        inReach: false,
        reachM,
        overlaps: [],
        overhears: [],
        nearestOther: null,
        nearestWaiting: null,
      };
    const heard = (people: readonly { id: string; mouth: WorldVector }[]): Heard[] =>
      people
        .map(({ id, mouth }) => ({ id, distanceM: apart(pickup.at, mouth) }))
        .sort((a, b) => a.distanceM - b.distanceM);
    const others = heard(visitors.filter((v) => v.id !== window.id));
    const near = heard(listeners);
    return {
      id: pickup.id,
      distanceM: pickup.distanceM,
      inReach: pickup.distanceM <= reachM,
      reachM,
      overlaps: others.filter((one) => one.distanceM <= reachM),
      overhears: near.filter((one) => one.distanceM <= reachM),
      nearestOther: others[0] ?? null,
      nearestWaiting: near[0] ?? null,
    };
  });
}

function apart(a: WorldVector, b: WorldVector): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2);
}
