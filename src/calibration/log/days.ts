import { InputError } from '../../scenarios/problem';
import type { Bookkeeper } from './bookkeeper';
import { LOG_MESSAGES } from './messages';
import { isoDay } from './moments';
import { NOTES } from './note-texts';

const SILENCE_DAYS = 330;
const GAP_TOLD_DAYS = 21;
/** A far-off stretch with a smaller share of the rows is a clock's mistake, not another year. */
const STRAY_SHARE = 0.02;
const STRAY_ROWS = 3;
/** A day with less than this of its weekday's usual span and rows was recorded in part. */
const HALF = 0.6;
const PEERS = 3;

/**
 * The days that a clock's reset has made: stretches far from all others with few of the rows.
 *
 * @param counts rows by day
 * @throws InputError if the log falls into parts a year from each other
 */
export function strayDays(counts: ReadonlyMap<number, number>, source: string): Set<number> {
  const days = [...counts.keys()].sort((a, b) => a - b);
  const parts: { days: number[]; rows: number }[] = [];
  let all = 0;
  for (const day of days) {
    const last = parts.at(-1)?.days.at(-1);
    if (last === undefined || day - last > SILENCE_DAYS) parts.push({ days: [], rows: 0 });
    const part = parts.at(-1)!;
    part.days.push(day);
    part.rows += counts.get(day)!;
    all += counts.get(day)!;
  }
  const most = parts.reduce((a, b) => (b.rows > a.rows ? b : a), { days: [], rows: 0 });
  const stray = parts.filter(
    (part) => part !== most && part.rows <= Math.max(STRAY_ROWS, all * STRAY_SHARE),
  );
  const whole = parts.filter((part) => !stray.includes(part));
  if (whole.length > 1) {
    const [from, to] = [whole[0]!.days.at(-1)!, whole[1]!.days[0]!];
    throw new InputError(source, [
      { path: 'from', ...LOG_MESSAGES.silence(isoDay(from), isoDay(to), to - from - 1) },
    ]);
  }
  return new Set(stray.flatMap((part) => part.days));
}

/** Says where a log is silent for weeks. */
export function tellGaps(days: readonly number[], book: Bookkeeper): void {
  for (let i = 1; i < days.length; i++) {
    const [from, to] = [days[i - 1]!, days[i]!];
    if (to - from > GAP_TOLD_DAYS)
      book.note(`silence.${from}`, NOTES.silence(isoDay(from), isoDay(to), to - from - 1), 0);
  }
}

/** First and last moment of a day and its rows. */
export interface DaySpan {
  firstS: number;
  lastS: number;
  rows: number;
}

/**
 * Days that were recorded in part: much shorter, with much fewer rows, than others of their weekday.
 * Where there are too few of a weekday nothing is dropped, only said.
 */
export function halfDays(spans: ReadonlyMap<number, DaySpan>, book: Bookkeeper): Set<number> {
  const half = new Set<number>();
  const all = [...spans];
  const short = (span: DaySpan, others: readonly DaySpan[]) =>
    span.lastS - span.firstS < HALF * median(others.map((o) => o.lastS - o.firstS)) &&
    span.rows < HALF * median(others.map((o) => o.rows));
  for (const [day, span] of all) {
    const others = all.filter(([other]) => other !== day);
    const peers = others.filter(([other]) => (other - day) % 7 === 0).map(([, one]) => one);
    if (peers.length >= PEERS) {
      if (short(span, peers)) half.add(day);
    } else if (
      others.length >= PEERS &&
      short(
        span,
        others.map(([, one]) => one),
      ) &&
      (peers.length === 0 || short(span, peers))
    )
      book.note(`short.${day}`, NOTES.shortDay(isoDay(day)), span.rows);
  }
  return half;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
