/** Order of day, month and year where a date is written with separators and the year last. */
export type DateOrder = 'dmy' | 'mdy';

/** What a text says of a moment: written by `readMoment`, so that a million rows allocate nothing. */
export interface Moment {
  /** Days since 1970-01-01; NaN where the text holds no date. */
  day: number;
  /** Seconds since midnight; NaN where the text holds no time of day. */
  s: number;
  /** The text names an offset from UTC (or `Z`): the time is kept as it is written. */
  offset: boolean;
}

export const moment = (): Moment => ({ day: Number.NaN, s: Number.NaN, offset: false });

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const LENGTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days since 1970-01-01 of a date; NaN where there is no such date. */
export function dayNumber(year: number, month: number, day: number): number {
  if (!(year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  if (day > LENGTH[month - 1]! + (month === 2 && leap(year) ? 1 : 0)) return Number.NaN;
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  return (
    (year - 1970) * 365 +
    leaps +
    DAYS_BEFORE[month - 1]! +
    (month > 2 && leap(year) ? 1 : 0) +
    day -
    1
  );
}

/** The ISO date of a number of days since 1970-01-01 (Howard Hinnant's `civil_from_days`). */
export function isoDay(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  );
  const inYear =
    inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(inYear - Math.floor((153 * fromMarch + 2) / 5) + 1)}`;
}

const two = (n: number) => String(n).padStart(2, '0');

/** Seconds since midnight as `HH:MM:SS`; what passes midnight begins again. */
export function clockOf(s: number): string {
  const whole = ((Math.round(s) % 86_400) + 86_400) % 86_400;
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** Words by which logs say "nothing here". */
const BLANK = /^(?:[-–—/\\.?]+|null|none|nil|nan|n\/?a|#n\/a|无|空|未知|\\n)$/i;
const LONGEST_BLANK = 7;
/** What such a word begins with: a million cells are not asked for more. */
const BLANK_BEGINS = new Set(Array.from('-–—/\\.?nN#无空未', (sign) => sign.charCodeAt(0)));
export const isBlank = (text: string) =>
  text === '' ||
  (text.length < LONGEST_BLANK && BLANK_BEGINS.has(text.charCodeAt(0)) && BLANK.test(text));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EXCEL_EPOCH = -25_569;

const YEAR_FIRST =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*[日号])?(?=$|[\sT,，(（]|上|下|星|周|\d)/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?=$|[\sT,])/;
const NAMED_MONTH =
  /^(?:(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4})|([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4}))/i;
const WEEKDAY =
  /^[\s,，]*(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?)\s*/i;
const CLOCK =
  /^\s*T?\s*(上午|下午|中午|晚上|凌晨|早上|am|pm)?\s*(\d{1,2})\s*[:：时点h]\s*(?:(\d{1,2})\s*(?:[:：分]\s*(?:(\d{1,2})(?:[.,](\d+))?\s*秒?)?|分)?)?\s*(a\.?m\.?|p\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?\s*$/i;

const digit = (text: string, at: number) => text.charCodeAt(at) - 48;
const isDigit = (value: number) => value >= 0 && value <= 9;

/** `HH:MM:SS`, `H:MM:SS` or `HH:MM` from a place to the end, as most logs write it; NaN if not. */
function plainClock(text: string, from: number): number {
  let at = from;
  let h = digit(text, at++);
  if (!isDigit(h)) return Number.NaN;
  if (isDigit(digit(text, at))) h = h * 10 + digit(text, at++);
  if (text.charCodeAt(at++) !== 58) return Number.NaN;
  const m = digit(text, at) * 10 + digit(text, at + 1);
  if (!isDigit(digit(text, at)) || !isDigit(digit(text, at + 1)) || m > 59) return Number.NaN;
  at += 2;
  if (h > 24) return Number.NaN;
  if (at === text.length) return h * 3600 + m * 60;
  if (text.charCodeAt(at++) !== 58 || text.length !== at + 2) return Number.NaN;
  const s = digit(text, at) * 10 + digit(text, at + 1);
  if (!isDigit(digit(text, at)) || !isDigit(digit(text, at + 1)) || s > 59) return Number.NaN;
  const all = h * 3600 + m * 60 + s;
  return all > 86_400 ? Number.NaN : all;
}

function clock(text: string, out: Moment): boolean {
  const match = CLOCK.exec(text);
  if (!match) return false;
  const [, before, hour, minute, second, fraction, after, offset] = match;
  let h = Number(hour);
  const half = (before ?? after ?? '').toLowerCase().replaceAll('.', '');
  if (half === '下午' || half === '晚上' || half === 'pm') {
    if (h < 12) h += 12;
  } else if (half === '中午') {
    if (h < 10) h += 12;
  } else if (half !== '' && h === 12) h = 0;
  const m = Number(minute ?? 0);
  const s = Number(second ?? 0);
  if (h > 24 || m > 59 || s > 59) return false;
  out.s = h * 3600 + m * 60 + s + (fraction ? Number(`0.${fraction}`) : 0);
  if (out.s > 86_400) return false;
  if (offset) out.offset = true;
  return true;
}

/** A text of digits, perhaps with a fraction. */
function digits(text: string, asDate: boolean, out: Moment): boolean {
  const dot = text.indexOf('.');
  const whole = dot < 0 ? text : text.slice(0, dot);
  const n = Number(whole);
  const part = (from: number, to: number) => Number(whole.slice(from, to));
  if (whole.length === 14 || whole.length === 12) {
    out.day = dayNumber(part(0, 4), part(4, 6), part(6, 8));
    const s = whole.length === 14 ? part(12, 14) : 0;
    if (part(8, 10) > 24 || part(10, 12) > 59 || s > 59) return false;
    out.s = part(8, 10) * 3600 + part(10, 12) * 60 + s;
    return !Number.isNaN(out.day);
  }
  if (whole.length === 8) {
    out.day = dayNumber(part(0, 4), part(4, 6), part(6, 8));
    return dot < 0 && !Number.isNaN(out.day);
  }
  if (whole.length === 5 && n >= 29_000 && n < 75_000 && (asDate || dot > 0)) {
    out.day = n + EXCEL_EPOCH;
    if (dot > 0) {
      out.s = Math.round(Number(text.slice(dot)) * 86_400);
      if (out.s === 86_400) {
        out.day++;
        out.s = 0;
      }
    }
    return true;
  }
  if (dot > 0 && n === 0) {
    out.s = Math.round(Number(text) * 86_400);
    return true;
  }
  if (dot > 0 && n > 0) return false;
  if (asDate) {
    if (whole.length !== 6) return false;
    const year = part(0, 2);
    out.day = dayNumber(year < 70 ? 2000 + year : 1900 + year, part(2, 4), part(4, 6));
    return !Number.isNaN(out.day);
  }
  if (whole.length === 6 || whole.length === 5) {
    const h = Math.floor(n / 10_000);
    const m = Math.floor(n / 100) % 100;
    if (h > 24 || m > 59 || n % 100 > 59) return false;
    out.s = h * 3600 + m * 60 + (n % 100);
    return true;
  }
  if (whole.length === 4 || whole.length === 3) {
    if (Math.floor(n / 100) > 24 || n % 100 > 59) return false;
    out.s = Math.floor(n / 100) * 3600 + (n % 100) * 60;
    return true;
  }
  return false;
}

/**
 * Reads a date, a time of day or both, as logs write them in Chinese and English: ISO with or
 * without offset, 2026年3月5日 下午2:05, 2026/3/5 9:05:00, 20260305, 990201, 46086.378 (Excel),
 * 5.3.2026, 05-Mar-2026, 9时5分.
 *
 * @param asDate whether plain digits are a date (990201) or a time of day (090511)
 * @param order of 5/3/2026
 * @return whether it could be read; `out` then holds what it says
 */
export function readMoment(text: string, asDate: boolean, order: DateOrder, out: Moment): boolean {
  out.day = Number.NaN;
  out.s = Number.NaN;
  out.offset = false;
  const length = text.length;
  if (length <= 8) {
    const s = plainClock(text, 0);
    if (!Number.isNaN(s)) {
      out.s = s;
      return true;
    }
  } else if (
    length >= 15 &&
    length <= 19 &&
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45
  ) {
    const s = plainClock(text, 11);
    if (!Number.isNaN(s)) {
      const year = Number(text.slice(0, 4));
      const month = digit(text, 5) * 10 + digit(text, 6);
      out.day = dayNumber(year, month, digit(text, 8) * 10 + digit(text, 9));
      out.s = s;
      return !Number.isNaN(out.day);
    }
  }
  if (/^\d+(?:\.\d+)?$/.test(text)) return digits(text, asDate, out);
  let rest = text;
  let match = YEAR_FIRST.exec(text);
  if (match) out.day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  else {
    match = YEAR_LAST.exec(text);
    if (match) {
      const year = Number(match[3]) + (match[3]!.length === 2 ? 2000 : 0);
      const [first, second] = [Number(match[1]), Number(match[2])];
      out.day = order === 'dmy' ? dayNumber(year, second, first) : dayNumber(year, first, second);
    } else {
      match = NAMED_MONTH.exec(text);
      if (match) {
        const month = MONTHS.indexOf((match[2] ?? match[4])!.toLowerCase()) + 1;
        out.day = dayNumber(Number(match[3] ?? match[6]), month, Number(match[1] ?? match[5]));
      }
    }
  }
  if (match) {
    if (Number.isNaN(out.day)) return false;
    rest = text.slice(match[0].length).replace(WEEKDAY, '').trim();
    if (rest === '') return true;
  }
  return clock(rest, out);
}

/** A unit that a plain number of a duration may have. */
export type DurationUnit = 's' | 'min' | 'h' | 'ms';
const SECONDS: Readonly<Record<DurationUnit, number>> = { ms: 0.001, s: 1, min: 60, h: 3600 };

const WORDED =
  /^(?:(\d+(?:\.\d+)?)\s*(?:小时|时|h(?:ours?|rs?)?)\s*)?(?:(\d+(?:\.\d+)?)\s*(?:分钟|分|min(?:ute)?s?|m)\s*)?(?:(\d+(?:\.\d+)?)\s*(?:秒钟?|s(?:ec(?:ond)?s?)?)\s*)?$/i;
const COLONS = /^(?:(\d+):)?(\d{1,4}):(\d{1,2})(?:\.\d+)?$/;

/**
 * Seconds of a duration: a number in the column's unit, 00:03:20, 3:20 (minutes and seconds),
 * 3分20秒, 1 h 5 min, 45s; NaN if it can't be read.
 */
export function readDuration(text: string, unit: DurationUnit): number {
  const n = Number(text);
  if (!Number.isNaN(n) && text !== '') return n * SECONDS[unit];
  const sign = text.startsWith('-') ? -1 : 1;
  const plain = sign < 0 ? text.slice(1).trim() : text;
  const colons = COLONS.exec(plain);
  if (colons)
    return sign * (Number(colons[1] ?? 0) * 3600 + Number(colons[2]) * 60 + Number(colons[3]));
  const worded = plain === '' ? null : WORDED.exec(plain);
  if (!worded) return Number.NaN;
  return (
    sign * (Number(worded[1] ?? 0) * 3600 + Number(worded[2] ?? 0) * 60 + Number(worded[3] ?? 0))
  );
}

const RANGE =
  /^(\d{1,2})(?::?(\d{2}))?(?::\d{2})?\s*(?:-|–|—|~|～|至|到|to)\s*(\d{1,2})(?::?(\d{2}))?(?::\d{2})?$/i;

/** From and to of `0900 - 1000`, `9:00-9:30`, `9至10`; seconds since midnight, null if it is none. */
export function readRange(text: string): readonly [fromS: number, toS: number] | null {
  const match = RANGE.exec(text.replace(/[时点]/g, '').trim());
  if (!match) return null;
  const from = Number(match[1]) * 3600 + Number(match[2] ?? 0) * 60;
  const to = Number(match[3]) * 3600 + Number(match[4] ?? 0) * 60;
  if (from > 86_400 || to > 86_400) return null;
  return [from, to <= from ? to + 86_400 : to];
}
