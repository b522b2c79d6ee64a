import { Bookkeeper } from './bookkeeper';
import type { Mapping } from './mapping';
import {
  type DurationUnit,
  dayNumber,
  isBlank,
  type Moment,
  moment,
  readDuration,
  readMoment,
} from './moments';
import { NOTES } from './note-texts';
import type { Peek } from './peek';
import { cellsOf } from './read-rows';
import type { Reason } from './reasons';
import { ROLE_NAMES, type Role } from './roles';
import type { Row } from './source';

/** Which rows the user wants to see. */
export interface Wanted {
  /** ISO dates, both included. */
  readonly from?: string;
  readonly until?: string;
  /** Names of queues and items; none: all. */
  readonly queues?: readonly string[];
  readonly items?: readonly string[];
  /** The day of the first row of a log without dates. */
  readonly firstDay?: string;
}

/** A placeholder for logs without dates: a Monday. */
const NO_DATE_FROM = dayNumber(2001, 1, 1);
const DAY = 86_400;
/** A clock without dates that falls back by more is that of the next day. */
const NEXT_DAY_BACK_S = 3600;
/** Times of other machines' beginnings: in a column that is not the ticket's they mean "no time". */
const OLD = dayNumber(1990, 1, 1);

/** ISO date as days since 1970; NaN. */
export function dayOfIso(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
}

/** Where a role is read, looked up once: a million rows ask for a dozen each. */
export interface RoleCells {
  readonly role: Role;
  /** −1: no column has the role. */
  readonly column: number;
  /** 0:00:00 says that there was no time. */
  readonly zeroIsNothing: boolean;
  readonly unit: DurationUnit;
}

/**
 * What the collectors of all kinds of log share: the checks of a row as such, and reading times,
 * durations and numbers from its cells. Absolute times are seconds since 1970-01-01 on the hall's
 * own clock.
 */
export class RowReader {
  readonly book = new Bookkeeper();
  private readonly at: Moment = moment();
  private dateText = '';
  private dateDay = Number.NaN;
  /** Day of the row under the eye; NaN until something tells it. */
  day = Number.NaN;
  /** A time of day came without its date. */
  private dateMissing = false;
  private readonly fromDay: number;
  private readonly untilDay: number;
  private undatedDay: number;
  private undatedLast = Number.NEGATIVE_INFINITY;
  private readonly mapped: readonly number[];
  /** By role. */
  readonly cells: Readonly<Record<Role, RoleCells>>;

  constructor(
    private readonly peek: Peek,
    readonly mapping: Mapping,
    readonly wanted: Wanted,
  ) {
    this.fromDay = wanted.from ? dayOfIso(wanted.from) : Number.NEGATIVE_INFINITY;
    this.untilDay = wanted.until ? dayOfIso(wanted.until) : Number.POSITIVE_INFINITY;
    this.undatedDay = wanted.firstDay ? dayOfIso(wanted.firstDay) : NO_DATE_FROM;
    const roles = Object.keys(ROLE_NAMES) as Role[];
    this.cells = Object.fromEntries(
      roles.map((role): [Role, RoleCells] => [
        role,
        {
          role,
          column: mapping.columns[role] ?? -1,
          zeroIsNothing: mapping.zeroIsNothing.includes(role),
          unit: mapping.units[role] ?? 's',
        },
      ]),
    ) as Record<Role, RoleCells>;
    this.mapped = Object.values(mapping.columns);
  }

  /** Text of a role's cell; '' where the role has no column or the cell says "nothing". */
  text(row: Row, { column }: RoleCells): string {
    if (column < 0) return '';
    const text = row.cell(column);
    return isBlank(text) ? '' : text;
  }

  /** Whether a row may be read at all; counts it, and drops it if not. */
  begins(row: Row, otherEncoding: boolean): boolean {
    this.book.rows++;
    if (row.unreadable || otherEncoding) return this.drop('encoding', row);
    const width = this.peek.headers.length;
    if (row.width !== width && this.isRagged(row, width)) return this.drop('columns', row);
    if (this.isHeaderAgain(row)) return this.drop('header', row);
    this.day = Number.NaN;
    this.dateMissing = false;
    return true;
  }

  /** Whether cells that are needed are not there, or there are some that no header names. */
  private isRagged(row: Row, width: number): boolean {
    if (row.width < width) return this.mapped.some((column) => column >= row.width);
    for (let i = width; i < row.width; i++) if (row.cell(i) !== '') return true;
    return false;
  }

  private isHeaderAgain(row: Row): boolean {
    const column = this.mapped[0]!;
    const header = this.peek.headers[column]!;
    const first = row.cell(column);
    if (first !== header) return false;
    return this.mapped.every((c) => row.cell(c) === this.peek.headers[c]);
  }

  /** The day of the date column, if there is one. False if it can't be read. */
  readDate(row: Row): boolean {
    const text = this.text(row, this.cells.date);
    if (text === '') return true;
    if (text !== this.dateText) {
      if (!readMoment(text, true, this.mapping.dateOrder, this.at) || Number.isNaN(this.at.day))
        return false;
      this.dateText = text;
      this.dateDay = this.at.day;
    }
    this.day = this.dateDay;
    return true;
  }

  /**
   * The absolute time of a role's cell: NaN where it has none, `null` where it can't be read.
   *
   * @param after the absolute time before which it can't be; a time of day without a date that is
   *   more than half a day earlier is of the next day
   */
  time(row: Row, cells: RoleCells, after = Number.NaN): number | null {
    const text = this.text(row, cells);
    if (text === '') return Number.NaN;
    const { at } = this;
    if (!readMoment(text, false, this.mapping.dateOrder, at)) return null;
    if (Number.isNaN(at.s)) return Number.isNaN(at.day) ? null : Number.NaN;
    const { role } = cells;
    if (at.s === 0 && Number.isNaN(at.day) && cells.zeroIsNothing) {
      this.book.note(`zero.${role}`, NOTES.zeroIsNothing(this.peek.headers[cells.column]!));
      return Number.NaN;
    }
    if (at.offset)
      if (/[zZcC]\s*$/.test(text)) this.book.note('utc', NOTES.utc);
      else this.book.note('offset', NOTES.offset);
    if (!Number.isNaN(at.day)) {
      if (at.day < OLD && role !== 'ticket' && role !== 'at') {
        this.book.note('old', NOTES.oldIsNothing);
        return Number.NaN;
      }
      if (Number.isNaN(this.day)) this.day = at.day;
      return at.day * DAY + at.s;
    }
    if (Number.isNaN(this.day)) {
      if (this.cells.date.column >= 0) {
        this.dateMissing = true;
        return null;
      }
      this.day = this.undated(at.s);
    }
    let time = this.day * DAY + at.s;
    if (time < after - DAY / 2) {
      time += DAY;
      this.book.note('midnight', NOTES.midnight);
    }
    return time;
  }

  /** The day of a time that comes without a date. */
  private undated(s: number): number {
    if (s < this.undatedLast - NEXT_DAY_BACK_S) this.undatedDay++;
    this.undatedLast = s;
    const { firstDay } = this.wanted;
    const first = firstDay ?? '2001-01-01';
    this.book.note('noDate', NOTES.noDate(first, firstDay !== undefined));
    return this.undatedDay;
  }

  /** Seconds of a role's duration: NaN where it has none, `null` where it can't be read. */
  duration(row: Row, cells: RoleCells): number | null {
    const text = this.text(row, cells);
    if (text === '') return Number.NaN;
    const s = readDuration(text, cells.unit);
    return Number.isNaN(s) ? null : s;
  }

  /** A number of a role's cell: NaN where it has none, `null` where it can't be read. */
  number(row: Row, cells: RoleCells): number | null {
    const text = this.text(row, cells);
    if (text === '') return Number.NaN;
    const n = Number(text.replace(/^([\d,]+)(?:人|个|名|次|位)?$/, '$1').replaceAll(',', ''));
    return Number.isNaN(n) ? null : n;
  }

  /** Whether the user wants to see this day, queue and item; drops the row as asked if not. */
  isWanted(row: Row, day: number, queue: string, item: string): boolean {
    const { queues, items } = this.wanted;
    const wanted =
      !(day < this.fromDay || day > this.untilDay) &&
      (!queues?.length || queues.includes(queue)) &&
      (!items?.length || items.includes(item));
    if (!wanted) this.drop('asked', row);
    return wanted;
  }

  /** Leaves a row out of which a time could not be had. */
  dropTimeless(row: Row): false {
    return this.drop(this.dateMissing ? 'noDate' : 'unreadable', row);
  }

  /** Leaves the row out; false, for the collector to say so. */
  drop(reason: Reason, row: Row): false {
    this.book.drop(reason, row.line, () => cellsOf(row).join(' | '));
    return false;
  }
}
