import { LineCutter } from '../calibration/log/lines';
import type { Mapping } from '../calibration/log/mapping';
import type { Peek } from '../calibration/log/peek';
import { REASONS, type Reason } from '../calibration/log/reasons';
import { RowReader } from '../calibration/log/row-reader';
import { TicketRows } from '../calibration/log/tickets';
import { TicketOutcome } from '../calibration/log/types';
import type { Problem } from '../scenarios/problem';
import type { TicketEvent, TicketEventKind } from '../scenarios/ticket-event';

/** What a row of a table gives: its events, or why it gives none. */
export type TableRow =
  | { readonly kind: 'events'; readonly events: readonly TicketEvent[] }
  | { readonly kind: 'malformed'; readonly line: string; readonly problem: Problem };

/** Rows after which it can be told whether the log speaks of those who still wait. */
const ENOUGH_ROWS = 5;

/** A log with a row for each number, read as it grows. A row may come again when more is known of it. */
export class TicketTable {
  readonly #cutter: LineCutter;
  readonly #reader: RowReader;
  readonly #rows: TicketRows;
  readonly #headerLine: number;
  readonly #dropped = new Map<Reason, number>();
  #kept = 0;
  #unfinished = 0;

  constructor(
    peek: Peek,
    private readonly mapping: Mapping,
  ) {
    this.#cutter = new LineCutter(peek.separator ?? ',');
    this.#reader = new RowReader(peek, mapping, {});
    this.#rows = new TicketRows(this.#reader);
    this.#headerLine = peek.headerLine;
  }

  /** Every row so far was of a visit that was over. */
  get finishedOnly(): boolean {
    return this.#kept >= ENOUGH_ROWS && this.#unfinished === 0;
  }

  /** Takes a line; a row with a quoted line break is complete with a later one. */
  feed(line: string): TableRow[] {
    const found: TableRow[] = [];
    this.#cutter.feed(`${line}\n`);
    while (this.#cutter.advance(false)) {
      if (this.#cutter.line <= this.#headerLine) continue;
      if (this.#rows.read(this.#cutter, false)) found.push(this.#eventsOf());
      else {
        const reason = this.#droppedFor();
        // The header comes again when a file begins anew: that is no row.
        if (reason !== null && reason !== 'header')
          found.push({ kind: 'malformed', line, problem: problemOf(reason) });
      }
    }
    return found;
  }

  /** Why the row that was read last has been left out, as the reader counts it. */
  #droppedFor(): Reason | null {
    const { book } = this.#reader;
    const reason = REASON_LIST.find((one) => book.count(one) > (this.#dropped.get(one) ?? 0));
    if (reason === undefined) return null;
    this.#dropped.set(reason, book.count(reason));
    return reason;
  }

  #eventsOf(): TableRow {
    const rows = this.#rows;
    const at = rows.ticket.size - 1;
    const [ticketS, callS, startS, endS] = [rows.ticket, rows.call, rows.start, rows.end].map(
      (column) => column.all()[at]!,
    ) as [number, number, number, number];
    const outcome = rows.outcome.all()[at]!;
    const number = this.#reader.text(this.#cutter, this.#reader.cells.number);
    const ticket = number === '' ? `#${this.#cutter.line}` : number;
    const key = `${rows.day.all()[at]!} ${number === '' ? this.#cutter.hash() : number}`;
    const window = rows.windows.all[rows.window.all()[at]!] ?? '';
    const item = rows.items.all[rows.item.all()[at]!] ?? '';
    const events: TicketEvent[] = [];
    const add = (kind: TicketEventKind, atS: number) => {
      if (!Number.isFinite(atS)) return;
      const atMs = Math.round(atS * 1000);
      const there = kind === 'ticket-taken' || kind === 'left' ? '' : window;
      const what = kind === 'ticket-taken' ? item : '';
      events.push({
        id: `${key} ${kind} ${atMs}`,
        kind,
        atMs,
        ticket,
        window: there,
        item: what,
        next: 'leaves',
      });
    };
    add('ticket-taken', ticketS);
    if (outcome === TicketOutcome.Abandoned) add('left', endS);
    else {
      add('called', Number.isFinite(callS) ? callS : startS);
      if (outcome === TicketOutcome.NoShow) add('no-show', Number.isFinite(endS) ? endS : callS);
      else {
        add('service-started', startS);
        add('service-ended', endS);
      }
    }
    this.#kept++;
    const over = outcome === TicketOutcome.NoShow || Number.isFinite(endS);
    if (!over && this.mapping.columns.end !== undefined) this.#unfinished++;
    return { kind: 'events', events };
  }
}

const REASON_LIST = Object.keys(REASONS) as Reason[];

function problemOf(reason: Reason): Problem {
  return {
    path: '',
    message: REASONS[reason],
    remedy: {
      zh: '这一行没有采用；列若认错了，请用 --map 指明',
      en: 'The row was left out; if a column was taken for another, say so by --map',
    },
  };
}
