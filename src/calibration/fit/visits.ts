import type { Weekday } from '../../scenarios/schema-parts';
import { dayNumberOf, weekdayOf } from '../../scenarios/work-calendar';

/** Half hours, in which arrivals are counted. */
export const BIN_S = 1800;
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Who came, counted by class, day and half hour. */
export interface Visits {
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly days: readonly string[];
  /** Day of the week of each day, an index into `WEEKDAYS`. */
  readonly weekday: Uint8Array;
  /** Half hours of the day, the first beginning at `fromS`. */
  readonly bins: number;
  readonly fromS: number;
  /** `(class × days + day) × bins + bin`. */
  readonly counts: Float64Array;
}

/** Index into `WEEKDAYS` of a date. */
export function weekdayIndexOf(date: string): number {
  return WEEKDAYS.indexOf(weekdayOf(dayNumberOf(date)));
}

/** A table without visits yet. */
export function emptyVisits(
  classes: Visits['classes'],
  days: readonly string[],
  fromS: number,
  toS: number,
): Visits {
  const bins = Math.max(1, Math.ceil((toS - fromS) / BIN_S));
  return {
    classes,
    days,
    weekday: Uint8Array.from(days, weekdayIndexOf),
    bins,
    fromS,
    counts: new Float64Array(classes.length * days.length * bins),
  };
}

/** Visits of a day, all classes and half hours. */
export function totalOf({ classes, days, bins, counts }: Visits, day: number): number {
  let sum = 0;
  for (let c = 0; c < classes.length; c++) {
    const from = (c * days.length + day) * bins;
    for (let b = 0; b < bins; b++) sum += counts[from + b]!;
  }
  return sum;
}
