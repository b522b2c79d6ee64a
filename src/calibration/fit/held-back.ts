import type { Log } from '../log/types';
import type { Calibration } from './types';
import type { ValidatedDay, ValidateOptions } from './validation-types';
import type { Baseline } from './verdict';

/** Days held against a fit that did not see them. */
export interface Held {
  readonly fitted: Calibration;
  readonly edgesS: readonly number[];
  /** By queue, or the whole hall where the log knows no queues; and what naive forecasts say of the same days. */
  readonly days: readonly ValidatedDay[];
  readonly baselines: readonly Baseline[];
  /** The whole hall; the same as `days` where the log knows no queues. */
  readonly hall: readonly ValidatedDay[];
  readonly hallBaselines: readonly Baseline[];
  /** Mean waits of the hall by half hour of `edgesS`, day by day: all days of the log, those kept back too. */
  readonly hallWaitsS: readonly (readonly (number | null)[])[];
}

/** Part of the days that is kept back if nothing is said. */
const PART = 5;

/**
 * Which days are kept back from the fit: those named, so many of the last, or the last fifth. Throws
 * RangeError if nothing would be left to fit or to hold it against.
 */
export function heldBackOf(log: Log, { heldBack }: ValidateOptions): readonly string[] {
  const { days } = log;
  const chosen =
    typeof heldBack === 'object'
      ? days.filter((day) => heldBack.includes(day))
      : days.slice(days.length - (heldBack ?? Math.max(1, Math.floor(days.length / PART))));
  if (chosen.length === 0 || chosen.length >= days.length)
    throw new RangeError(
      `${chosen.length} of ${days.length} days kept back: a fit and a check need at least one each`,
    );
  return chosen;
}

/** The log of some of its days alone. */
export function onDays<L extends Log>(log: L, wanted: ReadonlySet<string>): L {
  if (log.kind === 'cases') return log;
  const kept = log.days.flatMap((date, d) => (wanted.has(date) ? [d] : []));
  const renumber = new Int32Array(log.days.length).fill(-1);
  for (const [k, d] of kept.entries()) renumber[d] = k;
  let rows = 0;
  for (let i = 0; i < log.rows; i++) if (renumber[log.day[i]!]! >= 0) rows++;
  const index = new Int32Array(rows);
  rows = 0;
  for (let i = 0; i < log.rows; i++) if (renumber[log.day[i]!]! >= 0) index[rows++] = i;
  const columns: [string, unknown][] = Object.entries(log).map(([key, value]) => {
    if (key === 'days') return [key, kept.map((d) => log.days[d]!)];
    if (key === 'rows') return [key, rows];
    if (key === 'day') return [key, Int32Array.from(index, (i) => renumber[log.day[i]!]!)];
    if (value instanceof Float64Array) return [key, Float64Array.from(index, (i) => value[i]!)];
    if (value instanceof Int32Array) return [key, Int32Array.from(index, (i) => value[i]!)];
    if (value instanceof Uint8Array) return [key, Uint8Array.from(index, (i) => value[i]!)];
    return [key, value];
  });
  return Object.fromEntries(columns) as unknown as L;
}
