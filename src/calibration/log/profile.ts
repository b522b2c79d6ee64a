import { type DateOrder, isBlank, moment, readDuration, readMoment, readRange } from './moments';

/** What the values of a column are like, from a sample. Shares are of the cells that are not blank. */
export interface Profile {
  readonly column: number;
  readonly filled: number;
  /** Dates or times of day that are more than plain digits. */
  readonly moments: number;
  /** Plain digits that could be a time of day (0905, 090511). */
  readonly digitClocks: number;
  /** Holds a date. */
  readonly days: number;
  /** Plain digits that could be a date (990201, 20260305, 46086). */
  readonly digitDays: number;
  /** Has a time of day other than midnight. */
  readonly clocks: number;
  /** Exact midnights among times of day: many mean "nothing here". */
  readonly midnights: number;
  /** Times of day without a date, all of them before three: durations rather. */
  readonly short: boolean;
  readonly durations: number;
  readonly ranges: number;
  readonly counts: number;
  readonly tickets: number;
  readonly distinct: number;
  readonly cells: number;
  /** Average moment as seconds since 1970 or midnight; NaN. */
  readonly meanS: number;
  /** Median of plain numbers; NaN where there are none. */
  readonly median: number;
}

const TICKET = /^[\p{L}]{0,4}[-\s]?\d{1,6}$/u;

export function profileOf(
  column: number,
  sample: readonly (readonly string[])[],
  order: DateOrder,
): Profile {
  const seen = new Set<string>();
  const at = moment();
  let [filled, moments, digitClocks, days, digitDays, clocks, midnights] = [0, 0, 0, 0, 0, 0, 0];
  let [durations, ranges, counts, tickets, long, momentSum, momentCount] = [0, 0, 0, 0, 0, 0, 0];
  const numbers: number[] = [];
  for (const row of sample) {
    const text = row[column] ?? '';
    if (isBlank(text)) continue;
    filled++;
    seen.add(text);
    const plain = /^\d+(?:\.\d+)?$/.test(text);
    if (plain || /^-\d/.test(text)) {
      const n = Number(text);
      if (!Number.isNaN(n)) numbers.push(n);
    }
    if (/^\d+(?:\.0*)?$/.test(text)) counts++;
    if (TICKET.test(text)) tickets++;
    if (!Number.isNaN(readDuration(text, 's'))) durations++;
    if (readRange(text) !== null) ranges++;
    const long14 = plain && /^\d{12}(?:\d\d)?$|^\d{5}\.\d+$|^0\.\d+$/.test(text);
    if (plain && !long14) {
      if (readMoment(text, false, order, at) && Number.isNaN(at.day)) digitClocks++;
      if (readMoment(text, true, order, at) && !Number.isNaN(at.day)) digitDays++;
      continue;
    }
    if (!readMoment(text, false, order, at)) continue;
    moments++;
    if (!Number.isNaN(at.day)) days++;
    if (Number.isNaN(at.s)) continue;
    if (at.s === 0) midnights++;
    else clocks++;
    if (!Number.isNaN(at.day) || at.s >= 3 * 3600) long++;
    if (at.s === 0 && Number.isNaN(at.day)) continue;
    momentSum += at.s + (Number.isNaN(at.day) ? 0 : at.day * 86_400);
    momentCount++;
  }
  const of = (n: number) => (filled === 0 ? 0 : n / filled);
  numbers.sort((a, b) => a - b);
  return {
    column,
    filled: sample.length === 0 ? 0 : filled / sample.length,
    moments: of(moments),
    digitClocks: of(digitClocks),
    days: of(days),
    digitDays: of(digitDays),
    clocks: of(clocks),
    midnights: of(midnights),
    short: moments > 0 && long < moments * 0.05,
    durations: of(durations),
    ranges: of(ranges),
    counts: of(counts),
    tickets: of(tickets),
    distinct: seen.size,
    cells: filled,
    meanS: momentCount === 0 ? Number.NaN : momentSum / momentCount,
    median: numbers[Math.floor(numbers.length / 2)] ?? Number.NaN,
  };
}

/** Order of day and month in dates whose year comes last; `sure` if a date of the sample settles it. */
export function dateOrderOf(sample: readonly (readonly string[])[]): {
  order: DateOrder;
  found: boolean;
  sure: boolean;
} {
  let found = false;
  for (const row of sample)
    for (const text of row) {
      const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?=$|[\sT,])/.exec(text);
      if (!match) continue;
      found = true;
      if (Number(match[1]) > 12) return { order: 'dmy', found, sure: true };
      if (Number(match[2]) > 12) return { order: 'mdy', found, sure: true };
    }
  return { order: 'dmy', found, sure: false };
}

/** Share of a column's cells in a sample that are exactly midnight without a date: "nothing here". */
export function midnightsMeanNothing(
  sample: readonly (readonly string[])[],
  column: number,
): boolean {
  const at = moment();
  let [midnights, clocks, filled] = [0, 0, 0];
  for (const row of sample) {
    const text = row[column] ?? '';
    if (isBlank(text) || !readMoment(text, false, 'dmy', at) || Number.isNaN(at.s)) continue;
    filled++;
    if (at.s === 0) midnights++;
    else if (at.s >= 1800 && at.s < 84_600) clocks++;
  }
  return midnights > 0 && midnights >= filled * 0.01 && clocks >= (filled - midnights) * 0.9;
}
