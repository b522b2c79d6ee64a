import type { Point } from '../../scenarios/floorplan';
import type { HallModel } from './model';
import type { DayRecord, EventKind, EventSink, WalkSink } from './record';

/** Keeps everything that happens, to be drawn and exported. */
export class Recorder implements EventSink, WalkSink {
  private readonly events = {
    timeUs: [] as number[],
    kind: [] as number[],
    visitor: [] as number[],
    place: [] as number[],
    value: [] as number[],
  };
  private readonly walks = {
    visitor: [] as number[],
    startUs: [] as number[],
    endUs: [] as number[],
    to: [] as number[],
    firstPoint: [0],
    points: [] as number[],
  };

  /** @param clock the calendar's */
  constructor(private readonly clock: Float64Array) {}

  event(kind: EventKind, visitor: number, place: number, value: number): void {
    const { events } = this;
    events.timeUs.push(this.clock[0]!);
    events.kind.push(kind);
    events.visitor.push(visitor);
    events.place.push(place);
    events.value.push(value);
  }

  walk(
    visitor: number,
    startUs: number,
    endUs: number,
    points: readonly Point[],
    to: number,
  ): void {
    const { walks } = this;
    walks.visitor.push(visitor);
    walks.startUs.push(startUs);
    walks.endUs.push(endUs);
    walks.to.push(to);
    for (const [x, y] of points) walks.points.push(x, y);
    walks.firstPoint.push(walks.points.length / 2);
  }

  /** The record so far, in columns. */
  record(model: HallModel, seed: number, replication: number): DayRecord {
    const { events, walks } = this;
    return {
      header: {
        scenario: model.scenario.id,
        seed,
        replication,
        classes: model.classes.map((c) => c.id),
        ticketPrefixes: model.classes.map((c) => ticketPrefix(c.series)),
        windows: model.windows.map((w) => w.id),
        stations: model.stations.map((s) => s.id),
        backOffices: model.backOffices.map((b) => b.id),
        mobility: model.mobility.map((m) => m.id),
        dates: model.dates,
        openHours: model.sessions.map(({ fromUs, toUs }) => ({ fromUs, toUs })),
        onDemand: model.windows.map((w) => w.onDemand !== null),
        targetUs: model.targetUs,
        places: model.navigator?.places ?? [],
      },
      events: {
        length: events.timeUs.length,
        timeUs: Float64Array.from(events.timeUs),
        kind: Uint8Array.from(events.kind),
        visitor: Int32Array.from(events.visitor),
        place: Int32Array.from(events.place),
        value: Int32Array.from(events.value),
      },
      walks: {
        length: walks.visitor.length,
        visitor: Int32Array.from(walks.visitor),
        startUs: Float64Array.from(walks.startUs),
        endUs: Float64Array.from(walks.endUs),
        to: Int32Array.from(walks.to),
        firstPoint: Int32Array.from(walks.firstPoint),
        points: Float64Array.from(walks.points),
      },
    };
  }
}

/** A, B, … Z, AA, AB, … */
function ticketPrefix(series: number): string {
  const letter = String.fromCharCode(65 + (series % 26));
  return series < 26 ? letter : ticketPrefix(Math.floor(series / 26) - 1) + letter;
}
