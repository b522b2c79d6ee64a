import type { Navigator } from '../../geometry/navigator';

/** How many of the nearest free seats somebody chooses among (assumption: people keep a little apart). */
const CHOICE = 6;

/** Orders of seats by floor plan: a thousand runs in one hall sort them once. */
const ORDERS = new WeakMap<Navigator, Map<number, readonly number[]>>();

function nearestIn(navigator: Navigator): Map<number, readonly number[]> {
  let orders = ORDERS.get(navigator);
  if (!orders) {
    orders = new Map();
    ORDERS.set(navigator, orders);
  }
  return orders;
}

/** Seats, then standing room, then the forecourt: who waits where. A place holds one person. */
export class Seating {
  private readonly taken: Uint8Array;
  private readonly isSeat: Uint8Array;
  private standing = 0;
  /** The most people who waited at once without a seat. */
  mostStanding = 0;
  /** Seats by their distance from a place. */
  private readonly nearest: Map<number, readonly number[]>;

  constructor(private readonly navigator: Navigator) {
    this.taken = new Uint8Array(navigator.places.length);
    this.isSeat = new Uint8Array(navigator.places.length);
    this.nearest = nearestIn(navigator);
    for (const seat of navigator.seats) this.isSeat[seat] = 1;
  }

  /**
   * Takes a place to wait for somebody who stands at `from`.
   *
   * @param u uniform draw: which of the nearest free seats
   */
  take(from: number, u: number): number {
    const seat = this.freeSeat(from, u);
    if (seat < 0) {
      const place = this.firstFree(this.navigator.standing);
      if (place === null) return this.takeOutside();
      this.stand();
      return place;
    }
    this.taken[seat] = 1;
    return seat;
  }

  /** Takes a place before the door; past the last one people crowd together there. */
  takeOutside(): number {
    const { outside, entrance } = this.navigator;
    this.stand();
    return this.firstFree(outside) ?? outside[outside.length - 1] ?? entrance;
  }

  release(place: number): void {
    this.taken[place] = 0;
    if (!this.isSeat[place]) this.standing--;
  }

  private stand(): void {
    if (++this.standing > this.mostStanding) this.mostStanding = this.standing;
  }

  private freeSeat(from: number, u: number): number {
    let left = Math.floor(u * CHOICE);
    let chosen = -1;
    for (const seat of this.byDistance(from)) {
      if (this.taken[seat]) continue;
      chosen = seat;
      if (left-- === 0) break;
    }
    return chosen;
  }

  private firstFree(places: readonly number[]): number | null {
    for (const place of places) {
      if (this.taken[place]) continue;
      this.taken[place] = 1;
      return place;
    }
    return null;
  }

  private byDistance(from: number): readonly number[] {
    let seats = this.nearest.get(from);
    if (!seats) {
      const reach = new Map(
        this.navigator.seats.map((seat) => [seat, this.navigator.route(from, seat).lengthM]),
      );
      seats = [...this.navigator.seats].sort((a, b) => reach.get(a)! - reach.get(b)! || a - b);
      this.nearest.set(from, seats);
    }
    return seats;
  }
}
