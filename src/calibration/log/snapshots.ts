import type { Bookkeeper } from './bookkeeper';
import { type DaySpan, halfDays, median, strayDays, tellGaps } from './days';
import { doubles, integers, Names } from './growing';
import { clockOf, isoDay, readRange } from './moments';
import { NOTES } from './note-texts';
import { naturalOrder } from './order';
import type { Reason } from './reasons';
import type { RowReader } from './row-reader';
import type { Row } from './source';
import type { IntervalLog, SnapshotLog } from './types';

const DAY = 86_400;
const MOST_PEOPLE = 100_000;
const MOST_S = 86_400;

/** Rows that tell of a queue at a time, with any figures: snapshots and intervals alike. */
abstract class QueueRows {
  protected readonly line = integers();
  protected readonly queue = integers();
  protected readonly day = integers();
  protected readonly atS = doubles();
  protected readonly hash = integers();
  protected readonly queues = new Names();

  constructor(protected readonly reader: RowReader) {}

  protected push(row: Row, day: number, atS: number, queue: string, hash: number): void {
    this.line.push(row.line);
    this.queue.push(this.queues.of(queue === '' ? '1' : queue));
    this.day.push(day);
    this.atS.push(atS);
    this.hash.push(hash);
  }

  /** Rows that stay, by queue, day and time, and the names and days that they use. */
  protected sorted(book: Bookkeeper, source: string) {
    const [line, queue, day, atS, hash] = [
      this.line.all(),
      this.queue.all(),
      this.day.all(),
      this.atS.all(),
      this.hash.all(),
    ];
    const drop = (i: number, reason: Reason) =>
      book.drop(
        reason,
        line[i]!,
        () => `${isoDay(day[i]!)} ${clockOf(atS[i]!)} ${this.queues.all[queue[i]!]}`,
      );
    const counts = new Map<number, number>();
    for (const one of day) counts.set(one, (counts.get(one) ?? 0) + 1);
    const stray = strayDays(counts, source);
    const spans = new Map<number, DaySpan>();
    const gone = new Uint8Array(line.length);
    for (let i = 0; i < line.length; i++) {
      if (stray.has(day[i]!)) {
        gone[i] = 1;
        drop(i, 'clock');
        continue;
      }
      const span = spans.get(day[i]!);
      const s = atS[i]!;
      if (!span) spans.set(day[i]!, { firstS: s, lastS: s, rows: 1 });
      else {
        span.firstS = Math.min(span.firstS, s);
        span.lastS = Math.max(span.lastS, s);
        span.rows++;
      }
    }
    const half = halfDays(spans, book);
    for (let i = 0; i < line.length; i++)
      if (!gone[i] && half.has(day[i]!)) {
        gone[i] = 1;
        drop(i, 'halfDay');
      }
    tellGaps(
      [...spans.keys()].filter((one) => !half.has(one)).sort((a, b) => a - b),
      book,
    );
    const { names, number } = naturalOrder(this.queues.all);
    let places = Array.from({ length: line.length }, (_, i) => i).filter((i) => !gone[i]);
    places.sort(
      (a, b) =>
        number[queue[a]!]! - number[queue[b]!]! || day[a]! - day[b]! || atS[a]! - atS[b]! || a - b,
    );
    places = places.filter((i, p) => {
      if (p === 0) return true;
      // What stands before is the first of its moment, whether it stays or not: twins follow it.
      for (let b = p - 1; b >= 0; b--) {
        const j = places[b]!;
        if (queue[j] !== queue[i] || day[j] !== day[i] || atS[j] !== atS[i]) return true;
        if (hash[j] === hash[i]) {
          drop(i, 'duplicate');
          return false;
        }
        if (b === 0 || atS[places[b - 1]!] !== atS[i]) break;
      }
      drop(i, 'contradiction');
      return false;
    });
    const usedQueues = new Set(places.map((i) => number[queue[i]!]!));
    const keptNames = names.filter((_, i) => usedQueues.has(i));
    const keptNumber = new Int32Array(names.length);
    names.forEach((name, i) => {
      keptNumber[i] = keptNames.indexOf(name);
    });
    const dayNumbers = [...new Set(places.map((i) => day[i]!))].sort((a, b) => a - b);
    const dayIndex = new Map(dayNumbers.map((one, i) => [one, i]));
    return {
      places,
      rows: places.length,
      queues: keptNames,
      days: dayNumbers.map(isoDay),
      queue: Int32Array.from(places, (i) => keptNumber[number[queue[i]!]!]!),
      day: Int32Array.from(places, (i) => dayIndex.get(day[i]!)!),
      atS: Float64Array.from(places, (i) => atS[i]!),
    };
  }
}

/** The number in a ticket's text, `P036` → 36; NaN. */
function ticketNumber(text: string): number {
  const digits = /(\d{1,9})\D*$/.exec(text);
  return digits ? Number(digits[1]) : Number.NaN;
}

export class SnapshotRows extends QueueRows {
  private readonly waiting = doubles();
  private readonly open = doubles();
  private readonly ticket = doubles();
  private readonly serviceS = doubles();

  read(row: Row, otherEncoding: boolean): boolean {
    const { reader } = this;
    const hash = row.hash();
    if (!reader.begins(row, otherEncoding)) return false;
    if (!reader.readDate(row)) return reader.dropTimeless(row);
    const at = reader.time(row, reader.cells.at);
    if (at === null) return reader.dropTimeless(row);
    if (Number.isNaN(at)) return reader.drop('noTime', row);
    const queue = reader.text(row, reader.cells.queue);
    if (!reader.isWanted(row, reader.day, queue, queue)) return false;
    const [waiting, open, service] = [
      reader.number(row, reader.cells.waiting),
      reader.number(row, reader.cells.open),
      reader.duration(row, reader.cells.service),
    ];
    if (waiting === null || open === null || service === null) return reader.drop('number', row);
    if (waiting < 0 || open < 0 || service < 0) return reader.drop('negative', row);
    if (waiting > MOST_PEOPLE || open > MOST_PEOPLE || service > MOST_S)
      return reader.drop('absurd', row);
    this.push(row, reader.day, at - reader.day * DAY, queue, hash);
    this.waiting.push(waiting);
    this.open.push(open);
    this.ticket.push(ticketNumber(reader.text(row, reader.cells.current)));
    this.serviceS.push(service > 0 ? service : Number.NaN);
    return true;
  }

  clean(book: Bookkeeper, source: string): SnapshotLog {
    const { places, ...kept } = this.sorted(book, source);
    const pick = (from: { all(): Float64Array }) => {
      const all = from.all();
      return Float64Array.from(places, (i) => all[i]!);
    };
    const ticket = pick(this.ticket);
    for (let i = 1; i < kept.rows; i++)
      if (
        kept.queue[i] === kept.queue[i - 1] &&
        kept.day[i] === kept.day[i - 1] &&
        ticket[i]! < ticket[i - 1]!
      )
        book.note('counterRestarts', NOTES.counterRestarts);
    return {
      kind: 'snapshots',
      ...kept,
      waiting: pick(this.waiting),
      open: pick(this.open),
      ticket,
      serviceS: pick(this.serviceS),
    };
  }
}

export class IntervalRows extends QueueRows {
  private readonly toS = doubles();
  private readonly people = doubles();
  private readonly open = doubles();
  private readonly mean = doubles();
  private readonly max = doubles();

  read(row: Row, otherEncoding: boolean): boolean {
    const { reader } = this;
    const hash = row.hash();
    if (!reader.begins(row, otherEncoding)) return false;
    if (!reader.readDate(row)) return reader.dropTimeless(row);
    const span = this.span(row);
    if (span === null) return reader.dropTimeless(row);
    const [fromS, toS] = span;
    if (Number.isNaN(fromS)) return reader.drop('noTime', row);
    const queue = reader.text(row, reader.cells.queue);
    if (!reader.isWanted(row, reader.day, queue, queue)) return false;
    const [people, open] = [
      reader.number(row, reader.cells.people),
      reader.number(row, reader.cells.open),
    ];
    const [mean, max] = [
      reader.duration(row, reader.cells.waitMean),
      reader.duration(row, reader.cells.waitMax),
    ];
    if (people === null || open === null || mean === null || max === null)
      return reader.drop('number', row);
    if (people < 0 || open < 0 || mean < 0 || max < 0) return reader.drop('negative', row);
    if (
      people > MOST_PEOPLE ||
      open > MOST_PEOPLE ||
      mean > MOST_S ||
      max > MOST_S ||
      toS - fromS > DAY
    )
      return reader.drop('absurd', row);
    if (mean > max) return reader.drop('order', row);
    this.push(row, reader.day, fromS, queue, hash);
    this.toS.push(toS);
    this.people.push(people);
    this.open.push(open);
    this.mean.push(mean);
    this.max.push(max);
    return true;
  }

  /** From and to since midnight of the row's day; null if it can't be read. */
  private span(row: Row): readonly [number, number] | null {
    const { reader } = this;
    const text = reader.text(row, reader.cells.interval);
    if (text !== '') {
      const range = readRange(text);
      if (range === null) {
        const hour = /^(\d{1,2})(?:\s*[时点h])?$/.exec(text);
        const from = hour ? Number(hour[1]) * 3600 : Number.NaN;
        if (!(from < DAY)) return null;
        if (Number.isNaN(reader.day)) return null;
        return [from, from + 3600];
      }
      // A log of intervals without dates is one day.
      if (Number.isNaN(reader.day)) return null;
      return range;
    }
    const from = reader.time(row, reader.cells.from);
    const to = from === null ? null : reader.time(row, reader.cells.to);
    if (from === null || to === null) return null;
    const midnight = reader.day * DAY;
    if (to <= from) {
      reader.book.note('clockTurn', NOTES.clockTurn);
      return [from - midnight, to + DAY - midnight];
    }
    return [from - midnight, to - midnight];
  }

  clean(book: Bookkeeper, source: string): IntervalLog {
    const { places, atS, ...kept } = this.sorted(book, source);
    const pick = (from: { all(): Float64Array }) => {
      const all = from.all();
      return Float64Array.from(places, (i) => all[i]!);
    };
    const toS = pick(this.toS);
    if (toS.some(Number.isNaN)) {
      const steps: number[] = [];
      for (let i = 1; i < kept.rows; i++)
        if (kept.queue[i] === kept.queue[i - 1] && kept.day[i] === kept.day[i - 1])
          steps.push(atS[i]! - atS[i - 1]!);
      const step = steps.length > 0 ? median(steps) : 3600;
      book.note('intervalLength', NOTES.intervalLength(Math.round(step / 60)), 0);
      for (let i = 0; i < toS.length; i++) if (Number.isNaN(toS[i]!)) toS[i] = atS[i]! + step;
    }
    return {
      kind: 'intervals',
      ...kept,
      fromS: atS,
      toS,
      people: pick(this.people),
      open: pick(this.open),
      waitMeanS: pick(this.mean),
      waitMaxS: pick(this.max),
    };
  }
}
