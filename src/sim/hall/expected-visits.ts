import { DAY_US } from './arrivals';
import { Due } from './due';
import type { HallFloor } from './floor';
import { Origin } from './record';
import { bookedKey } from './visitors';

/** Somebody who is known to come: booked, back with a paper, or to collect. */
export interface ExpectedVisit {
  readonly classIndex: number;
  /** Key of the visitor's random numbers. */
  readonly key: number;
  readonly origin: Origin;
  /** Number of the visitor on the visit before, −1 for none. */
  readonly previous: number;
}

/** Visits that are expected later, on this day or another. */
export class ExpectedVisits {
  private readonly visits: (ExpectedVisit | null)[] = [];
  private readonly free: number[] = [];

  constructor(private readonly floor: HallFloor) {}

  /** Expects somebody at an instant; before and after the run nobody comes. */
  expectAt(atUs: number, visit: ExpectedVisit): void {
    const { model, calendar } = this.floor;
    if (atUs < model.fromUs) return;
    if (atUs >= model.stopUs || (model.days > 0 && atUs >= model.days * DAY_US)) return;
    const row = this.free.pop() ?? this.visits.length;
    this.visits[row] = visit;
    calendar.schedule(atUs, Due.Visit, row);
  }

  /** Expects somebody so many working days later, at a time of the day that is drawn. */
  expectAfter(workingDays: number, visit: ExpectedVisit): void {
    const { model, calendar, draws } = this.floor;
    if (model.days === 0) return;
    const { visitTimes } = model.classes[visit.classIndex]!;
    const u = draws[visit.classIndex]!.visitTime.at(visit.key);
    let from = 0;
    const hour = visitTimes.find((h) => u < h.upTo) ?? visitTimes.at(-1)!;
    for (const h of visitTimes) if (h.upTo <= u) from = h.upTo;
    const within = Math.min(1, (u - from) / (hour.upTo - from));
    const timeUs = Math.min(
      hour.toUs - 1,
      hour.fromUs + Math.floor(within * (hour.toUs - hour.fromUs)),
    );
    const today = Math.floor(calendar.nowUs / DAY_US);
    const atUs = (today + workingDays) * DAY_US + timeUs;
    // A time of today that has passed already: tomorrow then.
    this.expectAt(atUs > calendar.nowUs ? atUs : atUs + DAY_US, visit);
  }

  /** Expects somebody after a time; when the doors are closed then, at their next opening. */
  expectIn(seconds: number, visit: ExpectedVisit): void {
    const { model, calendar } = this.floor;
    const atUs = calendar.nowUs + Math.round(seconds * 1e6);
    if (model.days === 0) {
      this.expectAt(atUs, visit);
      return;
    }
    const day = Math.floor(atUs / DAY_US);
    const timeUs = atUs - day * DAY_US;
    const session = model.sessions.find((s) => timeUs < s.toUs);
    const openUs = session
      ? day * DAY_US + Math.max(session.doorsUs, timeUs)
      : (day + 1) * DAY_US + model.sessions[0]!.doorsUs;
    this.expectAt(openUs, visit);
  }

  /** Who comes now. */
  take(row: number): ExpectedVisit {
    const visit = this.visits[row]!;
    this.visits[row] = null;
    this.free.push(row);
    return visit;
  }

  /** Expects everybody who has booked a time on a day. */
  expectBooked(day: number): void {
    const { model, draws } = this.floor;
    for (const [c, { appointments }] of model.classes.entries()) {
      if (!appointments) continue;
      const places = appointments.atUs.length;
      for (const [i, slotUs] of appointments.atUs.entries()) {
        const key = bookedKey(day * places + i);
        if (draws[c]!.booked.at(key) >= appointments.booked) continue;
        if (draws[c]!.missed.at(key) < appointments.noShow) continue;
        const session = model.sessions.find((s) => s.doorsUs <= slotUs && slotUs < s.toUs);
        if (!session) continue;
        const late = Math.round(draws[c]!.punctuality!.at(key) * 1e6);
        // Nobody comes in through a closed door.
        const atUs = Math.min(session.toUs - 1, Math.max(session.doorsUs, slotUs + late));
        const visit = { classIndex: c, key, origin: Origin.Appointment, previous: -1 };
        this.expectAt(day * DAY_US + atUs, visit);
      }
    }
  }
}
