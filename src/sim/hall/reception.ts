import type { Streams } from '../kernel/streams';
import { Arrivals } from './arrivals';
import { Due } from './due';
import type { HallFloor } from './floor';
import { Lines } from './lines';
import { EventKind, LeaveReason } from './record';
import { State } from './visitors';

/** From the door to the ticket: guide desk, ticket machine, and kiosks that spare the window. */
export class Reception {
  private readonly lines: Lines;
  private readonly arrivals: readonly Arrivals[];
  private readonly came: Int32Array;

  /** @param onTicket takes over whoever has reached the ticket */
  constructor(
    private readonly floor: HallFloor,
    streams: Streams,
    private readonly onTicket: (slot: number) => void,
  ) {
    const { model, draws } = floor;
    this.lines = new Lines(model.stations);
    this.came = new Int32Array(model.classes.length);
    const factor = model.dayFactor?.sample(streams.stream('dayFactor').at(0)) ?? 1;
    const start = model.sessions[0]?.fromUs ?? 0;
    this.arrivals = model.classes.map(
      (c, i) => new Arrivals(c.arrivals, draws[i]!.arrival, factor, start),
    );
  }

  /** Schedules the next newcomer of a class. */
  expect(c: number): void {
    const at = this.arrivals[c]!.nextUs();
    if (at < this.floor.model.stopUs) this.floor.calendar.schedule(at, Due.Arrival, c);
  }

  /** Somebody of a class comes through the door. */
  arrive(c: number): void {
    this.expect(c);
    const { visitors: v, model, draws: all, pending } = this.floor;
    const ordinal = this.came[c]!++;
    const slot = v.add(c, ordinal);
    const draws = all[c]!;
    let group = -1;
    if (model.mobility.length > 0) {
      const u = draws.mobility.at(ordinal).uniform();
      group = model.mobility.findIndex((m) => u < m.upTo);
      if (group < 0) group = model.mobility.length - 1;
      v.speedMps[slot] = model.mobility[group]!.speedMps.sample(draws.speed.at(ordinal));
    }
    this.floor.tell(EventKind.Arrive, slot, c, group);
    this.floor.movement.enter(slot);
    if (model.guideShare > 0 && draws.guide.at(ordinal).uniform() < model.guideShare)
      v.toGuide[slot] = 1;
    if (model.kioskShare > 0 && draws.kiosk.at(ordinal).uniform() < model.kioskShare)
      v.toKiosk[slot] = 1;
    else {
      v.toMachine[slot] = this.lines.has('ticketMachine') ? 1 : 0;
      pending[c]!++;
    }
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
    this.goOn(slot);
    for (let i = 0; i < line.length; i++) this.stepUp(line.at(i), station, i);
  }

  private goOn(slot: number): void {
    const { lines, floor } = this;
    const { visitors: v } = floor;
    if (v.toGuide[slot]) {
      v.toGuide[slot] = 0;
      this.join(slot, lines.shortest('guideDesk'));
    } else if (v.toKiosk[slot] === 1) {
      v.toKiosk[slot] = 2;
      this.join(slot, lines.shortest('kiosk'));
    } else if (v.toKiosk[slot] === 2) {
      floor.leave(slot, LeaveReason.Kiosk);
    } else if (v.toMachine[slot]) {
      v.toMachine[slot] = 0;
      this.join(slot, lines.shortest('ticketMachine'));
    } else this.onTicket(slot);
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
    const { visitors: v, model, draws: all } = this.floor;
    const slot = this.lines.line(station).at(0);
    const { kind, service } = model.stations[station]!;
    const draws = all[v.classIndex[slot]!]!;
    const stream =
      kind === 'guideDesk'
        ? draws.guideService
        : kind === 'kiosk'
          ? draws.kioskService
          : draws.ticketService;
    this.floor.tell(EventKind.StationStart, slot, station, 0);
    const seconds = service.sample(stream.at(v.ordinal[slot]!));
    this.floor.scheduleIn(seconds, Due.StationEnd, station);
  }
}
