import { createNavigator, type Navigator, type Route } from '../geometry/navigator';
import type { FloorPlan } from '../scenarios/floorplan';
import { numberOf } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';
import { compileHall, type HallModel } from '../sim/hall/model';
import { type DayRecord, EventKind, LeaveReason, Outcome } from '../sim/hall/record';
import { Recorder } from '../sim/hall/recorder';
import { Seating } from '../sim/hall/seating';
import type { Day, Ticket, Visit } from './day';
import { tellsStarts } from './present';

const DAY_MS = 86_400_000;
const DAY_US = 86_400e6;
/** Where a scenario has no groups by walking speed, m/s (Weidmann's mean of adults). */
const USUAL_MPS = 1.34;

/** A hall that a mirrored day can be drawn in. */
export interface Stage {
  readonly model: HallModel;
  readonly navigator: Navigator;
  readonly speedMps: number;
  readonly machine: number;
}

export function stageOf(scenario: Scenario, plan: FloorPlan): Stage {
  const navigator = createNavigator(plan);
  const groups = scenario.mobility;
  const machine = navigator.stations.find(({ kind }) => kind === 'ticketMachine');
  return {
    model: compileHall(scenario, navigator),
    navigator,
    speedMps:
      groups.length === 0
        ? USUAL_MPS
        : groups.reduce((sum, { share, meanMps }) => sum + numberOf(share) * numberOf(meanMps), 0),
    machine: machine?.spots[0] ?? navigator.entrance,
  };
}

/** A mirrored day as a record: who is drawn is who the events tell of. */
export interface MirroredRecord {
  readonly record: DayRecord;
  /** Number as printed, by visitor. */
  readonly tickets: readonly string[];
}

/** One stay in the hall: from coming in to going out. Who is called after having left comes in again. */
interface Stay {
  readonly ticket: Ticket;
  readonly visits: readonly Visit[];
  /** Took the number on this stay. */
  readonly takes: boolean;
}

interface Walker {
  visitor: number;
  place: number;
  seat: number;
  route: Route | null;
  startUs: number;
  endUs: number;
}

/** Something that happens to somebody at a time; of one time in order of rank. */
interface Step {
  readonly atUs: number;
  readonly rank: number;
  readonly stay: number;
  readonly run: (walker: Walker) => void;
}

/** Stays of a ticket: a visit that ended in leaving ends one. */
function staysOf(ticket: Ticket): Stay[] {
  const stays: Stay[] = [];
  let visits: Visit[] = [];
  let takes = ticket.takenMs !== null;
  for (const visit of ticket.visits) {
    visits.push(visit);
    if (visit.end !== 'served' && visit.end !== 'noShow' && visit.end !== 'left') continue;
    stays.push({ ticket, visits, takes });
    visits = [];
    takes = false;
  }
  if (visits.length > 0 || takes) stays.push({ ticket, visits, takes });
  return stays;
}

/**
 * A mirrored day that scene and timeline can draw. Events tell who waits, is called and is served;
 * that people come in by the door, sit down and walk the shortest way at the scenario's mean speed
 * is put in between, and that a service begins when they get there where the machine tells of no beginnings.
 */
export function recordOf(stage: Stage, day: Day): MirroredRecord {
  const play = new Play(stage, day);
  return play.record();
}

class Play {
  readonly #clock = new Float64Array(1);
  readonly #recorder = new Recorder(this.#clock);
  readonly #seating: Seating;
  readonly #events: {
    readonly atUs: number;
    readonly kind: EventKind;
    readonly visitor: number;
    readonly place: number;
    readonly value: number;
  }[] = [];
  readonly #tickets: string[] = [];
  readonly #classes: readonly string[];
  readonly #windows: readonly string[];
  readonly #midnightMs: number;
  readonly #starts: boolean;
  readonly #metresPerUs: number;

  constructor(
    private readonly stage: Stage,
    private readonly day: Day,
  ) {
    this.#seating = new Seating(stage.navigator);
    this.#classes = stage.model.classes.map(({ id }) => id);
    this.#windows = stage.model.windows.map(({ id }) => id);
    this.#midnightMs = day.day * DAY_MS;
    this.#starts = tellsStarts(day);
    this.#metresPerUs = stage.speedMps / 1e6;
  }

  record(): MirroredRecord {
    this.#openWindows();
    this.#moveEverybody();
    // The record reaches to midnight, so that who is inside stays inside until more is known.
    this.#tell(DAY_US, EventKind.SessionEnd, -1, 0, 0);
    const { model } = this.stage;
    const sorted = this.#events
      .map((event, order) => ({ event, order }))
      .sort((a, b) => a.event.atUs - b.event.atUs || a.order - b.order);
    for (const { event } of sorted) {
      this.#clock[0] = event.atUs;
      this.#recorder.event(event.kind, event.visitor, event.place, event.value);
    }
    return { record: this.#recorder.record(model, 0, 0), tickets: this.#tickets };
  }

  #us(atMs: number): number {
    return Math.max(0, (atMs - this.#midnightMs) * 1000);
  }

  #tell(atUs: number, kind: EventKind, visitor: number, place: number, value: number): void {
    this.#events.push({ atUs, kind, visitor, place, value });
  }

  #openWindows(): void {
    for (const { name, spans } of this.day.windows) {
      const window = this.#windows.indexOf(name);
      if (window < 0) continue;
      for (const { fromMs, toMs } of spans) {
        this.#tell(this.#us(fromMs), EventKind.WindowOpen, -1, window, 0);
        const until = toMs === null ? null : this.#workedUntil(name, toMs);
        if (until !== null) this.#tell(this.#us(until), EventKind.WindowClose, -1, window, 0);
      }
    }
  }

  /** When a window that closes is through with whom it serves; null while it is not. */
  #workedUntil(window: string, closedMs: number): number | null {
    for (const { visits } of this.day.tickets)
      for (const visit of visits) {
        if (visit.window !== window || visit.calledMs > closedMs) continue;
        if (visit.endedMs === null) return null;
        if (visit.endedMs > closedMs) return visit.endedMs;
      }
    return closedMs;
  }

  #moveEverybody(): void {
    const { navigator, machine } = this.stage;
    const inMs = navigator.route(navigator.entrance, machine).lengthM / this.stage.speedMps;
    const stays = this.day.tickets
      .flatMap(staysOf)
      .map((stay) => ({ stay, arriveUs: this.#arrival(stay, inMs * 1000) }))
      // The timeline finds who is inside by visitors being numbered as they come in.
      .sort((a, b) => a.arriveUs - b.arriveUs);
    const walkers = stays.map(({ stay, arriveUs }, visitor): Walker => {
      this.#tickets.push(stay.ticket.number);
      const item = Math.max(0, this.#classes.indexOf(stay.ticket.item));
      this.#tell(arriveUs, EventKind.Arrive, visitor, item, -1);
      return { visitor, place: navigator.entrance, seat: -1, route: null, startUs: 0, endUs: 0 };
    });
    const steps = stays
      .flatMap(({ stay, arriveUs }, i) => this.#steps(stay, i, arriveUs))
      .sort((a, b) => a.atUs - b.atUs || a.rank - b.rank || a.stay - b.stay);
    for (const { stay, run } of steps) run(walkers[stay]!);
  }

  #arrival({ ticket, visits, takes }: Stay, walkMs: number): number {
    if (takes) return Math.max(0, this.#us(ticket.takenMs!) - walkMs * 1000);
    return this.#us(visits[0]!.calledMs);
  }

  #steps(stay: Stay, index: number, arriveUs: number): Step[] {
    const { ticket, visits, takes } = stay;
    const steps: Step[] = [];
    const step = (atUs: number, rank: number, run: (walker: Walker) => void) =>
      steps.push({ atUs, rank, stay: index, run });
    if (takes) {
      step(arriveUs, 0, (w) => this.#walk(w, arriveUs, this.stage.machine));
      const takenUs = this.#us(ticket.takenMs!);
      const item = Math.max(0, this.#classes.indexOf(ticket.item));
      step(takenUs, 1, (w) => {
        this.#tell(takenUs, EventKind.Ticket, w.visitor, item, w.visitor + 1);
        this.#sit(w, takenUs, ticket.number);
      });
    }
    for (const visit of visits) this.#visit(visit, ticket, step);
    if (ticket.ending === 'left' && visits.at(-1)?.end !== 'left') {
      const atUs = this.#us(ticket.sinceMs);
      step(atUs, 2, (w) => this.#goOut(w, atUs, EventKind.Abandon, LeaveReason.Abandoned));
    }
    return steps;
  }

  #visit(
    visit: Visit,
    ticket: Ticket,
    step: (atUs: number, rank: number, run: (walker: Walker) => void) => void,
  ): void {
    const window = this.#windows.indexOf(visit.window);
    const spot = this.stage.navigator.windows.get(visit.window);
    const calledUs = this.#us(visit.calledMs);
    step(calledUs, 4, (w) => {
      this.#standUp(w);
      this.#tell(calledUs, EventKind.Call, w.visitor, window, 0);
      if (spot !== undefined) this.#walk(w, calledUs, spot);
      const thereUs = Math.max(calledUs, w.endUs);
      const endUs = visit.endedMs === null ? DAY_US : this.#us(visit.endedMs);
      if (!this.#starts && thereUs < endUs)
        this.#tell(thereUs, EventKind.ServiceStart, w.visitor, window, 0);
    });
    if (visit.startedMs !== null) {
      const atUs = this.#us(visit.startedMs);
      step(atUs, 5, (w) => this.#tell(atUs, EventKind.ServiceStart, w.visitor, window, 0));
    }
    if (visit.endedMs === null) return;
    const atUs = this.#us(visit.endedMs);
    const served = visit.startedMs !== null;
    step(atUs, 3, (w) => {
      switch (visit.end) {
        case 'served':
          this.#tell(atUs, EventKind.ServiceEnd, w.visitor, window, Outcome.Done);
          this.#leave(w, atUs, LeaveReason.Done);
          break;
        case 'awaits':
          this.#await(w, atUs, window, ticket.number);
          break;
        case 'again':
          if (served) {
            this.#tell(atUs, EventKind.ServiceEnd, w.visitor, window, Outcome.Redirected);
            this.#tell(atUs, EventKind.Redirect, w.visitor, 0, 0);
          } else this.#tell(atUs, EventKind.PassOver, w.visitor, window, 1);
          this.#sit(w, atUs, ticket.number);
          break;
        case 'noShow':
          this.#tell(atUs, EventKind.PassOver, w.visitor, window, 0);
          this.#leave(w, atUs, LeaveReason.PassedOver);
          break;
        default:
          this.#goOut(w, atUs, EventKind.Abandon, LeaveReason.Abandoned);
      }
    });
  }

  /** Waits in the hall for a result; without a back office there is nothing that it waits for. */
  #await(walker: Walker, atUs: number, window: number, number: string): void {
    const office = this.stage.model.backOffices.length > 0;
    const outcome = office ? Outcome.Approval : Outcome.Redirected;
    this.#tell(atUs, EventKind.ServiceEnd, walker.visitor, window, outcome);
    const kind = office ? EventKind.CaseSubmit : EventKind.Redirect;
    this.#tell(atUs, kind, walker.visitor, 0, 0);
    this.#sit(walker, atUs, number);
  }

  #goOut(walker: Walker, atUs: number, kind: EventKind, reason: LeaveReason): void {
    this.#tell(atUs, kind, walker.visitor, 0, 0);
    this.#leave(walker, atUs, reason);
  }

  #leave(walker: Walker, atUs: number, reason: LeaveReason): void {
    this.#standUp(walker);
    this.#walk(walker, atUs, this.stage.navigator.exit);
    this.#tell(Math.min(walker.endUs, DAY_US), EventKind.Leave, walker.visitor, 0, reason);
  }

  #sit(walker: Walker, atUs: number, number: string): void {
    this.#standUp(walker);
    walker.seat = this.#seating.take(walker.place, shareOf(number));
    this.#walk(walker, atUs, walker.seat);
  }

  #standUp(walker: Walker): void {
    if (walker.seat < 0) return;
    this.#seating.release(walker.seat);
    walker.seat = -1;
  }

  #walk(walker: Walker, atUs: number, to: number): void {
    const { navigator } = this.stage;
    const walking = walker.route !== null && walker.endUs > atUs;
    const route = walking
      ? navigator.reroute(walker.route!, (atUs - walker.startUs) * this.#metresPerUs, to)
      : navigator.route(walker.place, to);
    walker.route = route;
    walker.place = to;
    walker.startUs = atUs;
    walker.endUs = atUs + Math.round(route.lengthM / this.#metresPerUs);
    this.#recorder.walk(walker.visitor, atUs, walker.endUs, route.points, to);
  }
}

/** A number from 0 to 1 that is always the same for a text (FNV-1a): which of the nearest seats. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
