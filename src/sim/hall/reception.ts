import type { Streams } from '../kernel/streams';
import { type ArrivalModel, Arrivals, DAY_US } from './arrivals';
import { Due } from './due';
import type { ExpectedVisit } from './expected-visits';
import type { HallFloor } from './floor';
import { Lines } from './lines';
import { EventKind, LeaveReason, Origin } from './record';
import { State } from './visitors';

/** Who takes over from the reception. */
export interface ReceptionClients {
  /** Somebody has reached the ticket. */
  onTicket(slot: number): void;
  /** Somebody comes to collect a result. */
  onCollection(slot: number): void;
  /** Whether a paper is missing with which somebody would be sent back. */
  lacksPaper(slot: number): boolean;
  /** Somebody was told at the guide desk what is missing. */
  onTurnedBack(slot: number): void;
}

/** From the door to the ticket: guide desk, ticket machine, and kiosks that spare the window. */
export class Reception {
  private readonly lines: Lines;
  private readonly arrivals: readonly Arrivals[];
  private readonly came: Int32Array;
  /** 1: tickets are taken from a machine. */
  private readonly machines: 0 | 1;

  constructor(
    private readonly floor: HallFloor,
    streams: Streams,
    private readonly clients: ReceptionClients,
  ) {
    const { model, draws } = floor;
    this.lines = new Lines(model.stations);
    this.machines = this.lines.has('ticketMachine') ? 1 : 0;
    this.came = new Int32Array(model.classes.length);
    const start = model.sessions[0]?.doorsUs ?? 0;
    this.arrivals = model.classes.map(
      ({ arrivals }, i) =>
        new Arrivals(arrivals, draws[i]!.gap, dayFactorsOf(arrivals, streams), start, model.fromUs),
    );
  }

  /** The order of somebody within their class who was there before anybody came. */
  ordinalOf(c: number): number {
    return this.came[c]!++;
  }

  /** Schedules the next newcomer of a class. */
  expect(c: number): void {
    const at = this.arrivals[c]!.nextUs();
    if (at < this.floor.model.stopUs) this.floor.calendar.schedule(at, Due.Arrival, c);
  }

  /** Schedules the hours of staffed stations of a day. */
  openOn(day: number): void {
    const { model, calendar } = this.floor;
    for (const [station, { duties }] of model.stations.entries())
      for (const { fromUs, toUs } of duties ?? []) {
        calendar.schedule(day * DAY_US + fromUs, Due.StationStart, station);
        calendar.schedule(day * DAY_US + toUs, Due.StationStop, station);
      }
  }

  /** The next of a class is due: comes through the door, or is served online. */
  arrive(c: number): void {
    this.expect(c);
    const { model, draws } = this.floor;
    const ordinal = this.came[c]!++;
    if (model.onlineShare > 0 && draws[c]!.online.at(ordinal) < model.onlineShare) {
      this.floor.tell(EventKind.Online, -1, c, 0);
      return;
    }
    this.comeIn(this.floor.enter(c, ordinal, Origin.WalkIn, -1));
  }

  /** Somebody who was expected comes through the door. */
  arriveExpected({ classIndex, key, origin, previous }: ExpectedVisit): void {
    const slot = this.floor.enter(classIndex, key, origin, previous);
    if (origin === Origin.Collection) this.clients.onCollection(slot);
    else this.comeIn(slot);
  }

  private comeIn(slot: number): void {
    const { visitors: v, model, draws: all, pending } = this.floor;
    const c = v.classIndex[slot]!;
    const key = v.key[slot]!;
    const draws = all[c]!;
    const errand = v.origin[slot] !== Origin.HandIn;
    if (errand && model.guideShare > 0 && draws.guide.at(key) < model.guideShare)
      v.toGuide[slot] = 1;
    if (errand && model.kioskShare > 0 && draws.kiosk.at(key) < model.kioskShare)
      v.toKiosk[slot] = 1;
    else {
      v.toMachine[slot] = this.machines;
      pending[c]!++;
    }
    this.goOn(slot);
  }

  /** Sends somebody for a new ticket. */
  newTicket(slot: number): void {
    this.floor.visitors.toMachine[slot] = this.machines;
    this.goOn(slot);
  }

  /** Somebody has reached the place in the line that the last walk led to. */
  reached(slot: number): void {
    const station = this.floor.visitors.at[slot]!;
    if (this.lines.line(station).at(0) === slot) this.start(station);
  }

  /** A station has served the first in its line. */
  end(station: number): void {
    const line = this.lines.line(station);
    const slot = line.shift();
    this.lines.setBusy(station, false);
    this.floor.tell(EventKind.StationEnd, slot, station, 0);
    if (this.floor.model.stations[station]!.kind === 'guideDesk') this.guided(slot, station);
    else this.goOn(slot);
    this.moveUp(station);
  }

  /** A station is staffed from now on. */
  open(station: number): void {
    this.lines.setOpen(station, true);
    this.floor.tell(EventKind.StationOpen, -1, station, 0);
  }

  /** Nobody is at the station any more: those in its line go on without it. */
  close(station: number): void {
    this.lines.setOpen(station, false);
    this.floor.tell(EventKind.StationClose, -1, station, 0);
    const line = this.lines.line(station);
    // Whoever is being served is served to the end.
    const served = this.lines.busy(station) ? line.shift() : -1;
    const waiting: number[] = [];
    while (line.length > 0) waiting.push(line.shift());
    if (served >= 0) line.push(served);
    for (const slot of waiting) {
      // Nobody has guided them, and they leave where they stood.
      this.floor.visitors.toGuide[slot] = 0;
      this.floor.standUp(slot);
      this.goOn(slot);
    }
  }

  /** The guide has shown the way, and perhaps looked through the papers. */
  private guided(slot: number, station: number): void {
    const { visitors: v, model, draws, pending } = this.floor;
    const c = v.classIndex[slot]!;
    const seen = model.guideDetects > 0 && draws[c]!.detect.at(v.key[slot]!) < model.guideDetects;
    if (!seen || v.toKiosk[slot] || !this.clients.lacksPaper(slot)) {
      this.goOn(slot);
      return;
    }
    this.floor.tell(EventKind.TurnBack, slot, station, 0);
    pending[c]!--;
    this.floor.leave(slot, LeaveReason.SentBack);
    this.clients.onTurnedBack(slot);
  }

  private goOn(slot: number): void {
    const { lines, floor } = this;
    const { visitors: v } = floor;
    const guide = v.toGuide[slot] === 1 ? lines.shortest('guideDesk') : -1;
    if (v.toGuide[slot] === 1) v.toGuide[slot] = 0;
    if (guide >= 0) {
      // 2: has been guided, and so takes the right ticket.
      v.toGuide[slot] = 2;
      this.join(slot, guide);
    } else if (v.toKiosk[slot] === 1) {
      v.toKiosk[slot] = 2;
      this.join(slot, lines.shortest('kiosk'));
    } else if (v.toKiosk[slot] === 2) {
      floor.leave(slot, LeaveReason.Kiosk);
    } else if (v.toMachine[slot]) {
      v.toMachine[slot] = 0;
      this.join(slot, lines.shortest('ticketMachine'));
    } else this.clients.onTicket(slot);
  }

  private join(slot: number, station: number): void {
    const { visitors: v } = this.floor;
    v.state[slot] = State.InLine;
    v.at[slot] = station;
    this.floor.tell(EventKind.StationJoin, slot, station, 0);
    const line = this.lines.line(station);
    line.push(slot);
    this.stepUp(slot, station, line.length - 1);
  }

  private moveUp(station: number): void {
    const line = this.lines.line(station);
    for (let i = 0; i < line.length; i++) this.stepUp(line.at(i), station, i);
  }

  private stepUp(slot: number, station: number, position: number): void {
    const { visitors: v, seating, movement, model } = this.floor;
    let spot = model.stations[station]!.spots[position] ?? -1;
    if (spot >= 0) this.floor.standUp(slot);
    else if (seating) {
      // A line longer than its room goes on before the door.
      if (v.seat[slot]! < 0) v.seat[slot] = seating.takeOutside();
      spot = v.seat[slot]!;
    }
    if (movement.send(slot, spot, true) && position === 0) this.start(station);
  }

  private start(station: number): void {
    if (this.lines.busy(station)) return;
    this.lines.setBusy(station, true);
    const { visitors: v, draws } = this.floor;
    const slot = this.lines.line(station).at(0);
    this.floor.tell(EventKind.StationStart, slot, station, 0);
    const seconds = draws[v.classIndex[slot]!]!.station[station]!.at(v.key[slot]!);
    this.floor.scheduleIn(seconds, Due.StationEnd, station);
  }
}

/** The random factor of each day: from the same draws for all classes, which are busy together. */
function dayFactorsOf(arrivals: ArrivalModel, streams: Streams): (day: number) => number {
  const scatter = arrivals.kind === 'rates' ? arrivals.scatter : null;
  if (!scatter) return () => 1;
  const stream = streams.stream('dayFactor');
  let last = -1;
  let factor = 1;
  return (day) => {
    if (day !== last) factor = scatter.sample(stream.at(day));
    last = day;
    return factor;
  };
}
