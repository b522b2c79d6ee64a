import type { IntervalLog } from '../log/types';
import { Z95 } from './numeric/estimates';

/** Hours of a day, days of a week, months of a year: what the wait is asked to depend on. */
const HOURS = 24;
const WEEKDAY_COUNT = 7;
const MONTHS = 12;
/** People whose wait weighs as much as what is common, for a weekday or a month, in rows. */
const SHRINK_ROWS = 20;
const ROUNDS = 15;
/** Added to the load of a counter, so that an empty hour has a logarithm. */
const LOAD_OFFSET = 5;

/** Mean wait of people as a product of hour, weekday, month and load. */
export interface WaitTable {
  readonly meanS: number;
  /** Factors about one; of an hour never seen one. */
  readonly hour: Float64Array;
  readonly weekday: Float64Array;
  readonly month: Float64Array;
  /** Elasticity of the wait to people an open counter, within the hour. */
  readonly load: { readonly value: number; readonly ci95: readonly [number, number] };
  /** Usual logarithm of people an open counter by hour. */
  readonly usualLoad: Float64Array;
  /** 5 % and 95 % of observed over expected. */
  readonly band: readonly [number, number];
  readonly rows: number;
}

/** Where a row lies in the calendar. */
export interface Slot {
  readonly hour: number;
  readonly weekday: number;
  readonly month: number;
}

/** The slot of a row; `weekday` an index from Monday. */
export function slotOf(log: IntervalLog, i: number, weekday: Uint8Array): Slot {
  const date = log.days[log.day[i]!]!;
  return {
    hour: Math.min(HOURS - 1, Math.floor(log.fromS[i]! / 3600)),
    weekday: weekday[log.day[i]!]!,
    month: Number(date.slice(5, 7)) - 1,
  };
}

/** Whether a row says how long some people waited. */
export function tellsWait(log: IntervalLog, i: number): boolean {
  return log.people[i]! > 0 && Number.isFinite(log.waitMeanS[i]!);
}

/**
 * Where people come in crowds (flights, coaches, the opening of the doors) the wait hangs on how a
 * crowd is worked off and hardly on the mean load; no queue with even arrivals tells it. So the mean
 * is taken from the calendar: hour × weekday × month, by iterative proportional fitting (which keeps
 * every total), each stretch counting once or as often as it has people, weekdays and months pulled to one; what load does beyond that is a
 * regression within the hour.
 * Source of the fitting: Deming and Stephan, Annals of Mathematical Statistics 11 (1940) 427–444.
 */
export function waitTable(
  log: IntervalLog,
  weekday: Uint8Array,
  weight: 'people' | 'stretches',
): WaitTable {
  const rows: (Slot & { people: number; wait: number; load: number })[] = [];
  for (let i = 0; i < log.rows; i++)
    if (tellsWait(log, i))
      rows.push({
        ...slotOf(log, i, weekday),
        people: weight === 'people' ? log.people[i]! : 1,
        wait: log.waitMeanS[i]!,
        load: loadOf(log, i),
      });
  const people = rows.reduce((sum, r) => sum + r.people, 0);
  const meanS = rows.reduce((sum, r) => sum + r.people * r.wait, 0) / Math.max(1, people);
  const hour = new Float64Array(HOURS).fill(1);
  const day = new Float64Array(WEEKDAY_COUNT).fill(1);
  const month = new Float64Array(MONTHS).fill(1);
  const typical = people / Math.max(1, rows.length);
  const adjust = (factor: Float64Array, of: (r: Slot) => number, pull: number) => {
    const seen = new Float64Array(factor.length);
    const expected = new Float64Array(factor.length);
    for (const r of rows) {
      seen[of(r)]! += r.people * r.wait;
      expected[of(r)]! += r.people * meanS * hour[r.hour]! * day[r.weekday]! * month[r.month]!;
    }
    for (let k = 0; k < factor.length; k++)
      if (expected[k]! > 0) {
        const extra = pull * typical * meanS;
        factor[k]! *= (seen[k]! + extra * (1 / factor[k]!)) / (expected[k]! + extra);
      }
  };
  for (let round = 0; round < ROUNDS; round++) {
    adjust(hour, (r) => r.hour, SHRINK_ROWS / 4);
    adjust(day, (r) => r.weekday, SHRINK_ROWS);
    adjust(month, (r) => r.month, SHRINK_ROWS);
  }
  // A last turn of the level, which pulling has moved.
  let expected = 0;
  for (const r of rows)
    expected += r.people * meanS * hour[r.hour]! * day[r.weekday]! * month[r.month]!;
  const level = expected > 0 ? (meanS * people) / expected : 1;
  const usualLoad = new Float64Array(HOURS);
  const n = new Float64Array(HOURS);
  for (const r of rows)
    if (Number.isFinite(r.load)) {
      usualLoad[r.hour]! += r.load;
      n[r.hour]!++;
    }
  for (let h = 0; h < HOURS; h++) usualLoad[h] = n[h]! > 0 ? usualLoad[h]! / n[h]! : Number.NaN;
  const table = { meanS: meanS * level, hour, weekday: day, month, usualLoad, rows: rows.length };
  const ratios: number[] = [];
  let [sxx, sxy, syy, count] = [0, 0, 0, 0];
  for (const r of rows) {
    const fitted = table.meanS * hour[r.hour]! * day[r.weekday]! * month[r.month]!;
    ratios.push(r.wait / Math.max(1, fitted));
    const x = r.load - usualLoad[r.hour]!;
    if (!Number.isFinite(x)) continue;
    const y = Math.log((r.wait + 60) / (fitted + 60));
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
    count++;
  }
  const slope = sxx > 0 ? sxy / sxx : 0;
  const se =
    count > 2 && sxx > 0 ? Math.sqrt(Math.max(0, syy - slope * sxy) / (count - 2) / sxx) : 0;
  ratios.sort((a, b) => a - b);
  const at = (p: number) => ratios[Math.min(ratios.length - 1, Math.floor(p * ratios.length))] ?? 1;
  return {
    ...table,
    load: { value: slope, ci95: [slope - Z95 * se, slope + Z95 * se] },
    band: [at(0.05), at(0.95)],
  };
}

/** Logarithm of people an open counter; NaN where none was open. */
export function loadOf(log: IntervalLog, i: number): number {
  return log.open[i]! > 0 ? Math.log(log.people[i]! / log.open[i]! + LOAD_OFFSET) : Number.NaN;
}

/** Expected mean wait of a slot, from the calendar alone. */
export function expectedWait(table: WaitTable, { hour, weekday, month }: Slot): number {
  return table.meanS * table.hour[hour]! * table.weekday[weekday]! * table.month[month]!;
}
