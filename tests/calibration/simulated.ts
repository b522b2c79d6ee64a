import { type TicketLog, TicketOutcome } from '../../src/calibration/log/types';
import { readScenario } from '../../src/scenarios/read';
import type { ScenarioInput } from '../../src/scenarios/scenario';
import { compileHall } from '../../src/sim/hall/model';
import { HallProcess } from '../../src/sim/hall/process';
import { EventKind, type EventSink } from '../../src/sim/hall/record';
import { createCalendar } from '../../src/sim/kernel/engines';
import { Streams } from '../../src/sim/kernel/streams';

const DAY_S = 86_400;

interface Row {
  ticketS: number;
  callS: number;
  startS: number;
  endS: number;
  window: number;
  item: number;
  outcome: TicketOutcome;
}

class LogSink implements EventSink {
  readonly rows: Row[] = [];
  private readonly of = new Map<number, Row>();
  constructor(private readonly clock: Float64Array) {}

  event(kind: EventKind, visitor: number, place: number): void {
    const now = this.clock[0]! / 1e6;
    if (kind === EventKind.Ticket) {
      const row: Row = {
        ticketS: now,
        callS: Number.NaN,
        startS: Number.NaN,
        endS: Number.NaN,
        window: -1,
        item: place,
        outcome: TicketOutcome.Unknown,
      };
      this.of.set(visitor, row);
      this.rows.push(row);
      return;
    }
    const row = this.of.get(visitor);
    if (!row) return;
    if (kind === EventKind.Call) {
      row.callS = now;
      row.window = place;
    } else if (kind === EventKind.ServiceStart) row.startS = now;
    else if (kind === EventKind.ServiceEnd) {
      row.endS = now;
      row.outcome = TicketOutcome.Served;
    } else if (kind === EventKind.Abandon) {
      row.endS = now;
      row.outcome = TicketOutcome.Abandoned;
    } else if (kind === EventKind.PassOver) {
      row.endS = now;
      row.outcome = TicketOutcome.NoShow;
    }
  }
}

/** Two working weeks of a hall without a floor plan, to be logged; its id is its name. */
export function loggedHall(
  id: string,
  sessions: readonly { readonly from: string; readonly to: string }[],
  hall: Pick<ScenarioInput, 'classes' | 'windows'> & Partial<ScenarioInput>,
): ScenarioInput {
  return {
    format: 'hall-twin/scenario',
    version: 1,
    id,
    name: id,
    floorplan: null,
    horizon: {
      kind: 'days',
      firstDate: '2021-03-01',
      workingDays: 10,
      sessions: [...sessions],
      closing: 'serveInside',
    },
    targetWaitS: 900,
    ...hall,
  };
}

/**
 * What a ticket machine would have written of a scenario over days. Classes are items; `priority` by class.
 */
export function simulateLog(
  input: ScenarioInput,
  seed: number,
  replication: number,
  priority: readonly number[] = [],
): TicketLog {
  const scenario = readScenario(JSON.stringify(input), 'test');
  const model = compileHall(scenario, null);
  const calendar = createCalendar('default');
  const sink = new LogSink(calendar.clock);
  new HallProcess(model, new Streams(seed, replication), calendar, sink).run();
  const rows = sink.rows;
  const dayOf = (row: Row) => Math.floor(row.ticketS / DAY_S);
  const clock = (row: Row, s: number) => s - dayOf(row) * DAY_S;
  return {
    kind: 'tickets',
    days: model.dates.map((date, d) => date ?? `2021-01-${String(d + 1).padStart(2, '0')}`),
    windows: scenario.windows.map((w) => w.id),
    items: scenario.classes.map((c) => c.id),
    rows: rows.length,
    day: Int32Array.from(rows, dayOf),
    ticketS: Float64Array.from(rows, (r) => clock(r, r.ticketS)),
    callS: Float64Array.from(rows, (r) => clock(r, r.callS)),
    startS: Float64Array.from(rows, (r) => clock(r, r.startS)),
    endS: Float64Array.from(rows, (r) => clock(r, r.endS)),
    window: Int32Array.from(rows, (r) => r.window),
    item: Int32Array.from(rows, (r) => r.item),
    outcome: Uint8Array.from(rows, (r) => r.outcome),
    priority: Int32Array.from(rows, (r) => priority[r.item] ?? 0),
  };
}
