import { InputError } from '../../scenarios/problem';
import type { Bookkeeper } from './bookkeeper';
import { type DaySpan, halfDays, strayDays, tellGaps } from './days';
import { LOG_MESSAGES } from './messages';
import { clockOf, isoDay } from './moments';
import { NOTES } from './note-texts';
import { inOrder, naturalOrder, orderOf } from './order';
import { REASON_IDS, type Reason } from './reasons';
import type { TicketRows } from './tickets';
import type { TicketLog } from './types';

const DAY = 86_400;
export const MOST_WINDOWS = 500;
export const MOST_ITEMS = 1000;
/** Ticket numbers say something of the order only if so many of a day's follow it. */
const NUMBERED = 0.8;
/** A ticket machine's clock is a minute off at times. */
const OUT_OF_ORDER_S = 60;

interface Columns {
  readonly line: Int32Array;
  readonly day: Int32Array;
  readonly ticket: Float64Array;
  readonly call: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly number: Float64Array;
  readonly prefix: Int32Array;
  readonly hash: Int32Array;
}

/**
 * Holds the tickets against each other, leaves out what can't be, and makes the log of the rest.
 *
 * @param hasNumbers whether the log has a column of ticket numbers
 * @throws InputError if the log falls apart, or a column holds no names of windows or items
 */
export function cleanTickets(
  rows: TicketRows,
  book: Bookkeeper,
  source: string,
  hasNumbers: boolean,
  columnNames: { readonly window: string; readonly item: string },
): TicketLog {
  const { all: windowNames } = rows.windows;
  const { all: itemNames } = rows.items;
  if (windowNames.length > MOST_WINDOWS)
    throw tooManyNames(
      source,
      windowNames.length,
      MOST_WINDOWS,
      '窗口',
      'windows',
      columnNames.window,
      'window',
    );
  if (itemNames.length > MOST_ITEMS)
    throw tooManyNames(
      source,
      itemNames.length,
      MOST_ITEMS,
      '事项',
      'items',
      columnNames.item,
      'item',
    );
  const columns: Columns = {
    line: rows.line.all(),
    day: rows.day.all(),
    ticket: rows.ticket.all(),
    call: rows.call.all(),
    start: rows.start.all(),
    end: rows.end.all(),
    number: rows.number.all(),
    prefix: rows.prefix.all(),
    hash: rows.hash.all(),
  };
  const n = columns.line.length;
  const gone = new Uint8Array(n);
  const drop = (i: number, reason: Reason) => {
    gone[i] = 1 + REASON_IDS.indexOf(reason);
    book.drop(reason, columns.line[i]!, () => told(columns, i));
  };

  const counts = new Map<number, number>();
  for (let i = 0; i < n; i++) counts.set(columns.day[i]!, (counts.get(columns.day[i]!) ?? 0) + 1);
  const stray = strayDays(counts, source);
  if (stray.size > 0) for (let i = 0; i < n; i++) if (stray.has(columns.day[i]!)) drop(i, 'clock');

  // The moment by which a row is ordered: its ticket, or the first that is known.
  const key = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const { ticket, call, start, end } = columns;
    key[i] = firstKnown(ticket[i]!, call[i]!, start[i]!, end[i]!);
  }
  if (hasNumbers) dropOutOfOrder(columns, key, gone, drop, book);
  const order = orderOf(key);
  dropTwins(columns, key, order, gone, hasNumbers, drop, book);
  dropHalfDays(columns, key, gone, drop, book);
  return built(rows, columns, order, gone, book);
}

function tooManyNames(
  source: string,
  count: number,
  most: number,
  zh: string,
  en: string,
  column: string,
  role: string,
): InputError {
  return new InputError(source, [
    { path: `map.${role}`, ...LOG_MESSAGES.manyNames(count, most, zh, en, column, role) },
  ]);
}

function firstKnown(a: number, b: number, c: number, d: number): number {
  return !Number.isNaN(a) ? a : !Number.isNaN(b) ? b : !Number.isNaN(c) ? c : d;
}

/** Tickets whose number and time are in different orders: a clock was turned, or a row is wrong. */
function dropOutOfOrder(
  columns: Columns,
  key: Float64Array,
  gone: Uint8Array,
  drop: (i: number, reason: Reason) => void,
  book: Bookkeeper,
): void {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < key.length; i++) {
    if (gone[i] || Number.isNaN(columns.number[i]!) || Number.isNaN(columns.ticket[i]!)) continue;
    const group = columns.day[i]! * 4096 + Math.min(4095, columns.prefix[i]! + 1);
    const list = groups.get(group);
    if (list) list.push(i);
    else groups.set(group, [i]);
  }
  let [ordered, all] = [0, 0];
  const suspects: { i: number; off: number }[] = [];
  for (const list of groups.values()) {
    list.sort((a, b) => columns.number[a]! - columns.number[b]! || key[a]! - key[b]!);
    const belongs = inOrder(list.map((i) => key[i]!));
    all += list.length;
    let last = Number.NEGATIVE_INFINITY;
    const next = new Float64Array(list.length + 1);
    next[list.length] = Number.POSITIVE_INFINITY;
    for (let j = list.length - 1; j >= 0; j--) next[j] = belongs[j] ? key[list[j]!]! : next[j + 1]!;
    list.forEach((i, j) => {
      if (belongs[j]) {
        last = key[i]!;
        ordered++;
      } else suspects.push({ i, off: Math.max(last - key[i]!, key[i]! - next[j]!) });
    });
  }
  if (all === 0) return;
  if (ordered < all * NUMBERED) {
    book.note('numbersNotInOrder', NOTES.numbersNotInOrder, 0);
    return;
  }
  for (const { i, off } of suspects) if (off > OUT_OF_ORDER_S) drop(i, 'outOfOrder');
}

/** Rows that are the same as one before them, and tickets that come again. */
function dropTwins(
  columns: Columns,
  key: Float64Array,
  order: Int32Array,
  gone: Uint8Array,
  hasNumbers: boolean,
  drop: (i: number, reason: Reason) => void,
  book: Bookkeeper,
): void {
  const { call, start, end, hash, number, prefix, ticket } = columns;
  const same = (a: number, b: number) => a === b || (Number.isNaN(a) && Number.isNaN(b));
  let precise = 0;
  let several = 0;
  for (let i = 0; i < Math.min(key.length, 5000); i++) {
    if (key[i]! % 60 !== 0) precise++;
    if (!Number.isNaN(call[i]!) || !Number.isNaN(start[i]!)) several++;
  }
  const tellable = hasNumbers || (precise > 0 && several > 0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && key[order[to]!] === key[order[from]!]) to++;
    for (let a = from + 1; a < to; a++) {
      const i = order[a]!;
      if (gone[i]) continue;
      for (let b = Math.max(from, a - 200); b < a; b++) {
        const j = order[b]!;
        if (gone[j]) continue;
        const equal =
          hash[i] === hash[j] &&
          same(call[i]!, call[j]!) &&
          same(start[i]!, start[j]!) &&
          same(end[i]!, end[j]!);
        if (equal && tellable) {
          drop(i, 'duplicate');
          break;
        }
        if (equal) {
          book.note('sameWithoutNumber', NOTES.sameWithoutNumber);
          break;
        }
        if (
          hasNumbers &&
          !Number.isNaN(number[i]!) &&
          number[i] === number[j] &&
          prefix[i] === prefix[j] &&
          !Number.isNaN(ticket[i]!)
        ) {
          drop(i, 'again');
          break;
        }
      }
    }
    from = to;
  }
}

function dropHalfDays(
  columns: Columns,
  key: Float64Array,
  gone: Uint8Array,
  drop: (i: number, reason: Reason) => void,
  book: Bookkeeper,
): void {
  const spans = new Map<number, DaySpan>();
  for (let i = 0; i < key.length; i++) {
    if (gone[i]) continue;
    const day = columns.day[i]!;
    const s = key[i]! - day * DAY;
    const span = spans.get(day);
    if (!span) spans.set(day, { firstS: s, lastS: s, rows: 1 });
    else {
      if (s < span.firstS) span.firstS = s;
      if (s > span.lastS) span.lastS = s;
      span.rows++;
    }
  }
  const half = halfDays(spans, book);
  if (half.size > 0)
    for (let i = 0; i < key.length; i++)
      if (!gone[i] && half.has(columns.day[i]!)) drop(i, 'halfDay');
  tellGaps(
    [...spans.keys()].filter((day) => !half.has(day)).sort((a, b) => a - b),
    book,
  );
}

/** A row as its times, for the protocol's examples. */
function told(columns: Columns, i: number): string {
  const times = [columns.ticket, columns.call, columns.start, columns.end].map((one) =>
    Number.isNaN(one[i]!) ? '–' : clockOf(one[i]!),
  );
  const number = Number.isNaN(columns.number[i]!) ? '' : ` #${columns.number[i]}`;
  return `${isoDay(columns.day[i]!)}${number} ${times.join(' → ')}`;
}

function built(
  rows: TicketRows,
  columns: Columns,
  order: Int32Array,
  gone: Uint8Array,
  book: Bookkeeper,
): TicketLog {
  let kept = 0;
  for (let i = 0; i < gone.length; i++) if (!gone[i]) kept++;
  const [window, item, outcome, priority] = [
    rows.window.all(),
    rows.item.all(),
    rows.outcome.all(),
    rows.priority.all(),
  ];
  // By day first: a ticket after midnight belongs to the day before, if its row says so.
  const places = new Int32Array(kept);
  let p = 0;
  for (const i of order) if (!gone[i]) places[p++] = i;
  let byDay = true;
  for (let i = 1; i < kept; i++)
    if (columns.day[places[i]!]! < columns.day[places[i - 1]!]!) byDay = false;
  if (!byDay) places.sort((a, b) => columns.day[a]! - columns.day[b]! || 0);
  const used = (numbers: Int32Array, names: readonly string[]) => {
    const seen = new Uint8Array(names.length);
    for (const i of places) if (numbers[i]! >= 0) seen[numbers[i]!] = 1;
    const old = names.map((_, i) => i).filter((i) => seen[i]);
    const sorted = naturalOrder(old.map((i) => names[i]!));
    const number = new Int32Array(names.length).fill(-1);
    old.forEach((i, j) => {
      number[i] = sorted.number[j]!;
    });
    return { names: sorted.names, number };
  };
  const windows = used(window, rows.windows.all);
  const items = used(item, rows.items.all);
  const days: string[] = [];
  const out = {
    day: new Int32Array(kept),
    ticketS: new Float64Array(kept),
    callS: new Float64Array(kept),
    startS: new Float64Array(kept),
    endS: new Float64Array(kept),
    window: new Int32Array(kept),
    item: new Int32Array(kept),
    outcome: new Uint8Array(kept),
    priority: new Int32Array(kept),
  };
  let lastDay = Number.NaN;
  places.forEach((i, at) => {
    const day = columns.day[i]!;
    if (day !== lastDay) days.push(isoDay(day));
    lastDay = day;
    const midnight = day * DAY;
    out.day[at] = days.length - 1;
    out.ticketS[at] = columns.ticket[i]! - midnight;
    out.callS[at] = columns.call[i]! - midnight;
    out.startS[at] = columns.start[i]! - midnight;
    out.endS[at] = columns.end[i]! - midnight;
    out.window[at] = window[i]! < 0 ? -1 : windows.number[window[i]!]!;
    out.item[at] = item[i]! < 0 ? -1 : items.number[item[i]!]!;
    out.outcome[at] = outcome[i]!;
    out.priority[at] = priority[i]!;
  });
  for (const [word, count] of book.unknownOutcomes)
    book.note(`outcome.${word}`, NOTES.unknownOutcome(word), count);
  return { kind: 'tickets', days, windows: windows.names, items: items.names, rows: kept, ...out };
}
