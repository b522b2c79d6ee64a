import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { CaseLog, IntervalLog, SnapshotLog, TicketLog } from '../../src/calibration/log/types';
import { TicketOutcome } from '../../src/calibration/log/types';
import { dayNumberOf } from '../../src/scenarios/work-calendar';

/** Where outside data lie; nothing of them is part of the product. */
const DATA = new URL('../../../shared/reference/data/', import.meta.url);

/** The file's path, or null where outside data are absent. */
export function outside(file: string): URL | null {
  const url = new URL(file, DATA);
  return existsSync(url) ? url : null;
}

function rowsOf(url: URL, delimiter: string): Record<string, string>[] {
  const text = gunzipSync(readFileSync(url)).toString('utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, delimiter, skipEmptyLines: true })
    .data;
}

const clock = (text: string): number => {
  const [h = 0, m = 0, s = 0] = text.split(':').map(Number);
  return h * 3600 + m * 60 + s;
};

class Names {
  readonly list: string[] = [];
  private readonly index = new Map<string, number>();
  of(name: string): number {
    let i = this.index.get(name);
    if (i === undefined) {
      i = this.list.push(name) - 1;
      this.index.set(name, i);
    }
    return i;
  }
}

/** A bank's telephone lines as tickets: the queue's entry is the ticket, its exit the call. */
export function readBank(url: URL): TicketLog {
  const items = new Names();
  const windows = new Names();
  const rows = rowsOf(url, '\t')
    .map((r) => {
      const date = `19${r.date!.slice(0, 2)}-${r.date!.slice(2, 4)}-${r.date!.slice(4, 6)}`;
      const entered = clock(r.vru_exit!);
      const queued = clock(r.q_start!);
      const served = r.outcome === 'AGENT' && clock(r.ser_exit!) > 0;
      const start = clock(r.ser_start!);
      const ticketS = queued > 0 ? queued : Math.min(entered, served ? start : entered);
      const leftS = clock(r.q_exit!);
      return {
        date,
        ticketS,
        startS: served ? Math.max(start, ticketS) : Number.NaN,
        endS: served ? clock(r.ser_exit!) : leftS > 0 ? leftS : Number.NaN,
        window: served && r.server !== 'NO_SERVER' ? windows.of(r.server!) : -1,
        item: items.of(r.type!),
        outcome: served
          ? TicketOutcome.Served
          : r.outcome === 'HANG' && queued > 0
            ? TicketOutcome.Abandoned
            : TicketOutcome.Unknown,
        priority: Number(r.priority) === 2 ? 1 : 0,
      };
    })
    .filter((r) => r.outcome !== TicketOutcome.Unknown && !(r.endS < r.startS))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.ticketS - b.ticketS));
  const days = [...new Set(rows.map((r) => r.date))];
  const dayOf = new Map(days.map((d, i) => [d, i]));
  return {
    kind: 'tickets',
    days,
    windows: windows.list,
    items: items.list,
    rows: rows.length,
    day: Int32Array.from(rows, (r) => dayOf.get(r.date)!),
    ticketS: Float64Array.from(rows, (r) => r.ticketS),
    callS: Float64Array.from(rows, (r) => r.startS),
    startS: Float64Array.from(rows, (r) => r.startS),
    endS: Float64Array.from(rows, (r) => r.endS),
    window: Int32Array.from(rows, (r) => r.window),
    item: Int32Array.from(rows, (r) => r.item),
    outcome: Uint8Array.from(rows, (r) => r.outcome),
    priority: Int32Array.from(rows, (r) => r.priority),
  };
}

/** An office's queue displays. */
export function readOffice(url: URL): SnapshotLog {
  const queues = new Names();
  const rows = rowsOf(url, ',')
    .map((r) => ({
      queue: queues.of(`${r.letter} ${r.queue}`),
      date: r.date!,
      atS: clock(r.time!),
      waiting: Number(r.waiting),
      open: Number(r.open_counters),
      ticket: r.current_ticket ? Number(r.current_ticket.replace(/\D/g, '')) : Number.NaN,
      serviceS: Number(r.avg_service_min) > 0 ? Number(r.avg_service_min) * 60 : Number.NaN,
    }))
    .sort(
      (a, b) => a.queue - b.queue || (a.date < b.date ? -1 : a.date > b.date ? 1 : a.atS - b.atS),
    );
  const days = [...new Set(rows.map((r) => r.date))].sort();
  const dayOf = new Map(days.map((d, i) => [d, i]));
  return {
    kind: 'snapshots',
    days,
    queues: queues.list,
    rows: rows.length,
    queue: Int32Array.from(rows, (r) => r.queue),
    day: Int32Array.from(rows, (r) => dayOf.get(r.date)!),
    atS: Float64Array.from(rows, (r) => r.atS),
    waiting: Float64Array.from(rows, (r) => r.waiting),
    open: Float64Array.from(rows, (r) => r.open),
    ticket: Float64Array.from(rows, (r) => r.ticket),
    serviceS: Float64Array.from(rows, (r) => r.serviceS),
  };
}

/** Hours of an airport's border control, of one or more years. */
export function readBorder(urls: readonly URL[]): IntervalLog {
  const rows = urls
    .flatMap((url) => rowsOf(url, ','))
    .map((r) => {
      const [from = 0, to = 0] = r.hour!.split(' - ').map((t) => Number(t) / 100);
      return {
        date: r.date!,
        fromS: from * 3600,
        toS: (to === 0 ? 24 : to) * 3600,
        people: Number(r.all_total),
        open: Number(r.all_booths),
        mean: Number(r.all_avg_wait) * 60,
        max: Number(r.all_max_wait) * 60,
        queue: r.terminal!,
      };
    })
    .filter((r) => r.queue === 'Terminal 5')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.fromS - b.fromS));
  const days = [...new Set(rows.map((r) => r.date))];
  const dayOf = new Map(days.map((d, i) => [d, i]));
  return {
    kind: 'intervals',
    days,
    queues: ['Terminal 5'],
    rows: rows.length,
    queue: new Int32Array(rows.length),
    day: Int32Array.from(rows, (r) => dayOf.get(r.date)!),
    fromS: Float64Array.from(rows, (r) => r.fromS),
    toS: Float64Array.from(rows, (r) => r.toS),
    people: Float64Array.from(rows, (r) => r.people),
    open: Float64Array.from(rows, (r) => r.open),
    waitMeanS: Float64Array.from(rows, (r) => r.mean),
    waitMaxS: Float64Array.from(rows, (r) => r.max),
  };
}

/** The cases of an office that receives applications: from their first step to their last. */
export function readApprovals(url: URL): CaseLog {
  const items = new Names();
  const cases = new Map<string, { first: string; last: string; steps: number; item: number }>();
  for (const r of rowsOf(url, ',')) {
    const id = r['case:concept:name']!;
    const at = r['time:timestamp']!.slice(0, 19);
    const known = cases.get(id);
    if (!known)
      cases.set(id, { first: at, last: at, steps: 1, item: items.of(r['case:department'] || '-') });
    else {
      if (at < known.first) known.first = at;
      if (at > known.last) known.last = at;
      known.steps++;
    }
  }
  const rows = [...cases.values()].sort((a, b) => (a.first < b.first ? -1 : 1));
  const dates = new Set(rows.flatMap((r) => [r.first.slice(0, 10), r.last.slice(0, 10)]));
  return {
    kind: 'cases',
    days: [...dates].sort(),
    items: items.list,
    rows: rows.length,
    firstDay: Int32Array.from(rows, (r) => dayNumberOf(r.first.slice(0, 10))),
    lastDay: Int32Array.from(rows, (r) => dayNumberOf(r.last.slice(0, 10))),
    firstS: Float64Array.from(rows, (r) => clock(r.first.slice(11))),
    lastS: Float64Array.from(rows, (r) => clock(r.last.slice(11))),
    steps: Int32Array.from(rows, (r) => r.steps),
    item: Int32Array.from(rows, (r) => r.item),
  };
}
