import { bytes, doubles, integers, Names } from './growing';
import { NOTES } from './note-texts';
import { meaningOf, outcomeNumber } from './outcomes';
import type { RowReader } from './row-reader';
import type { Row } from './source';
import { TicketOutcome } from './types';

const { NaN: NONE } = Number;
const MOST_WAIT_S = 12 * 3600;
const MOST_SERVICE_S = 8 * 3600;
/** Clocks of ticket machine and windows may differ by so much. */
const CLOCKS_S = 30;
const NO_SERVER = /^no[_ ]?server$/i;
/** Digits of a ticket's number that are read. */
const MOST_DIGITS = 9;
const ZERO = 48;
const URGENT = /绿色|优先|vip|^是$|^y(?:es)?$|^true$|urgent|high|加急|老年|军人/i;

/** Tickets as they are read, before they are held against each other. Times are absolute. */
export class TicketRows {
  readonly line = integers();
  readonly day = integers();
  readonly ticket = doubles();
  readonly call = doubles();
  readonly start = doubles();
  readonly end = doubles();
  readonly window = integers();
  readonly item = integers();
  readonly outcome = bytes();
  readonly priority = integers();
  /** Letters before a ticket's number, and the number; NaN. */
  readonly prefix = integers();
  readonly number = doubles();
  readonly hash = integers();
  readonly windows = new Names();
  readonly items = new Names();
  private readonly prefixes = new Names();
  private readonly words = new Map<string, number>();
  /** Priorities of rows that follow each other are alike mostly. */
  private lastPriority = { text: '', word: false, value: 0 };
  /** Of the row under the eye: a time was a little early, or far too early. */
  private late = false;
  private early = false;
  private readonly hasItem: boolean;
  private readonly hasOutcome: boolean;
  private readonly hasStart: boolean;

  constructor(private readonly reader: RowReader) {
    this.hasItem = reader.cells.item.column >= 0;
    this.hasOutcome = reader.cells.outcome.column >= 0;
    this.hasStart = reader.cells.start.column >= 0;
    if (!this.hasItem && reader.cells.queue.column >= 0)
      reader.book.note('queueAsItem', NOTES.queueAsItem, 0);
  }

  read(row: Row, otherEncoding: boolean): boolean {
    const { reader } = this;
    const { book } = reader;
    const hash = row.hash();
    if (!reader.begins(row, otherEncoding)) return false;
    if (!reader.readDate(row)) return reader.dropTimeless(row);
    let ticket = reader.time(row, reader.cells.ticket);
    let call = ticket === null ? null : reader.time(row, reader.cells.call, ticket);
    let start = call === null ? null : reader.time(row, reader.cells.start, latest(ticket!, call));
    let end =
      start === null
        ? null
        : reader.time(row, reader.cells.end, latest(latest(ticket!, call!), start));
    if (ticket === null || call === null || start === null || end === null)
      return reader.dropTimeless(row);
    const wait = reader.duration(row, reader.cells.wait);
    const service = reader.duration(row, reader.cells.service);
    if (wait === null || service === null) return reader.drop('number', row);
    if (Number.isNaN(ticket) && Number.isNaN(call) && Number.isNaN(start) && Number.isNaN(end))
      return reader.drop('noTime', row);
    const queue = reader.text(row, reader.cells.queue);
    const item = this.hasItem ? reader.text(row, reader.cells.item) : queue;
    const day = reader.day;
    if (!reader.isWanted(row, day, queue, item)) return false;
    const word = reader.text(row, reader.cells.outcome);
    let outcome = this.outcomeOf(word);
    if (outcome < 0) return reader.drop('notAVisit', row);
    if (wait < 0 || service < 0) return reader.drop('negative', row);

    if (outcome === TicketOutcome.Abandoned) {
      if (Number.isNaN(end)) {
        if (!Number.isNaN(call)) book.note('leftAtCall', NOTES.leftAtCall);
        end = Number.isNaN(call) ? (Number.isNaN(wait) ? NONE : ticket + wait) : call;
      }
      call = NONE;
      start = NONE;
    }
    if (Number.isNaN(ticket) && !Number.isNaN(wait)) {
      const until = Number.isNaN(call) ? (Number.isNaN(start) ? end : start) : call;
      if (outcome === TicketOutcome.Abandoned || until !== end) {
        ticket = until - wait;
        book.note('ticketFromWait', NOTES.ticketFromWait);
      }
    }
    if (outcome !== TicketOutcome.Abandoned) {
      if (
        Number.isNaN(call) &&
        Number.isNaN(start) &&
        !Number.isNaN(ticket) &&
        !Number.isNaN(wait)
      ) {
        call = ticket + wait;
        book.note('callFromWait', NOTES.callFromWait);
      }
      if (service > 0) {
        if (Number.isNaN(start) && !Number.isNaN(end)) {
          start = end - service;
          book.note('startFromService', NOTES.startFromService);
        } else if (Number.isNaN(end) && !(Number.isNaN(start) && Number.isNaN(call))) {
          if (Number.isNaN(start)) start = call;
          end = start + service;
          book.note('endFromService', NOTES.endFromService);
        } else if (Math.abs(end - start - service) > Math.max(60, service * 0.2))
          book.note('serviceDisagrees', NOTES.serviceDisagrees);
      }
    }
    this.late = false;
    this.early = false;
    call = this.follow(ticket, call);
    start = this.follow(latest(ticket, call), start);
    end = this.follow(latest(latest(ticket, call), start), end);
    if (this.early) return reader.drop('order', row);
    if (this.late) book.note('granularity', NOTES.granularity);
    const from = Number.isNaN(start) ? call : start;
    if (
      (Number.isNaN(call) ? from : call) - ticket > MOST_WAIT_S ||
      end - from > MOST_SERVICE_S ||
      (outcome === TicketOutcome.Abandoned && end - ticket > MOST_WAIT_S)
    )
      return reader.drop('absurd', row);
    if (outcome === TicketOutcome.Unknown && !Number.isNaN(from) && end > from) {
      if (word === '') {
        outcome = TicketOutcome.Served;
        book.note('servedInferred', NOTES.servedInferred);
      }
    } else if (
      !this.hasOutcome &&
      this.hasStart &&
      !Number.isNaN(call) &&
      Number.isNaN(start) &&
      Number.isNaN(end)
    ) {
      outcome = TicketOutcome.NoShow;
      book.note('noShowInferred', NOTES.noShowInferred);
    }
    this.keep(row, day, ticket, call, start, end, outcome, item, hash);
    return true;
  }

  private keep(
    row: Row,
    day: number,
    ticket: number,
    call: number,
    start: number,
    end: number,
    outcome: number,
    item: string,
    hash: number,
  ): void {
    this.line.push(row.line);
    this.day.push(day);
    this.ticket.push(ticket);
    this.call.push(call);
    this.start.push(start);
    this.end.push(end);
    this.window.push(this.windowOf(this.reader.text(row, this.reader.cells.window)));
    this.item.push(this.items.of(item));
    this.outcome.push(outcome);
    this.priority.push(this.priorityOf(this.reader.text(row, this.reader.cells.priority)));
    this.keepNumber(this.reader.text(row, this.reader.cells.number));
    this.hash.push(hash);
  }

  /** The digits that come last, nine at most, and what stands before them. */
  private keepNumber(text: string): void {
    let to = text.length;
    while (to > 0 && !isDigit(text, to - 1)) to--;
    if (to === 0) {
      this.number.push(NONE);
      this.prefix.push(-1);
      return;
    }
    let from = to;
    let number = 0;
    for (let unit = 1; from > 0 && to - from < MOST_DIGITS && isDigit(text, from - 1); unit *= 10)
      number += (text.charCodeAt(--from) - ZERO) * unit;
    this.number.push(number);
    this.prefix.push(this.prefixes.of(text.slice(0, from) || ' '));
  }

  private windowOf(name: string): number {
    const known = this.windows.known(name);
    if (known !== undefined) return known;
    return NO_SERVER.test(name) ? -1 : this.windows.of(name);
  }

  /**
   * A time that must not be before another: a few seconds, or less than a minute where one is
   * rounded, are the clocks'.
   */
  private follow(before: number, time: number): number {
    if (!(time < before)) return time;
    const rounded = time % 60 === 0 || before % 60 === 0;
    if (before - time > (rounded ? 59 : CLOCKS_S)) this.early = true;
    else this.late = true;
    return before;
  }

  private outcomeOf(word: string): number {
    if (word === '') return TicketOutcome.Unknown;
    const known = this.words.get(word);
    if (known !== undefined) {
      if (known === TicketOutcome.Unknown && this.reader.book.unknownOutcomes.has(word))
        this.countUnknown(word);
      return known;
    }
    const meaning = this.reader.mapping.outcomes[word] ?? meaningOf(word);
    const own = JSON.parse(JSON.stringify(word)) as string;
    if (meaning === null) this.countUnknown(own);
    const number = meaning === null ? TicketOutcome.Unknown : outcomeNumber(meaning);
    this.words.set(own, number);
    return number;
  }

  private countUnknown(word: string): void {
    const { book } = this.reader;
    book.unknownOutcomes.set(word, (book.unknownOutcomes.get(word) ?? 0) + 1);
  }

  private priorityOf(text: string): number {
    if (text === '') return 0;
    if (text !== this.lastPriority.text) {
      const n = Number(text);
      const word = !Number.isFinite(n);
      this.lastPriority = { text, word, value: word ? Number(URGENT.test(text)) : n };
    }
    if (this.lastPriority.word) this.reader.book.note('priorityWords', NOTES.priorityWords);
    return this.lastPriority.value;
  }
}

function isDigit(text: string, at: number): boolean {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9;
}

/** The later of two times, either of which may be unknown. */
function latest(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b);
}
