import { clockOf } from '../../scenarios/clock';
import type { Scenario } from '../../scenarios/scenario';
import type { Weekday } from '../../scenarios/schema-parts';
import { QUARTER_S } from './presence';
import type { StaffingProfile } from './types';
import { WEEKDAYS } from './visits';

type Shifts = NonNullable<Scenario['windows'][number]['shifts']>;

/** Mean number of windows open by day of the week and quarter of an hour, and its scatter. */
export interface OpenCounts {
  readonly weekdays: readonly Weekday[];
  /** By weekday: 96 means. */
  readonly mean: readonly Float64Array[];
  readonly sd: readonly Float64Array[];
  /** Standard error of the logarithm of a whole day's window hours, from day to day. */
  readonly dayCv: number;
}

const QUARTERS = 96;
/** Off a whole number by so little, a mean is that number: nobody comes or goes for a rest of rounding. */
const NEARLY_WHOLE = 0.1;
/** What all days of the week have in common weighs as many days as this at least, and at most. */
const LEAST_COMMON = 0.5;
const MOST_COMMON = 20;

/**
 * @param onDutyS seconds on duty: `day × 96 + quarter`
 * @param weekday index into WEEKDAYS by day
 * @param skip days that are left out
 */
export function openCounts(
  onDutyS: Float64Array,
  weekday: Uint8Array,
  skip: ReadonlySet<number>,
): OpenCounts {
  const days = [...weekday.keys()].filter((d) => !skip.has(d));
  const present = WEEKDAYS.flatMap((_, w) => (days.some((d) => weekday[d] === w) ? [w] : []));
  const meanOf = (some: readonly number[]) =>
    Float64Array.from({ length: QUARTERS }, (_, q) => {
      let sum = 0;
      for (const d of some) sum += onDutyS[d * QUARTERS + q]!;
      return sum / Math.max(1, some.length) / QUARTER_S;
    });
  const all = meanOf(days);
  const groups = present.map((w) => days.filter((d) => weekday[d] === w));
  const own = groups.map(meanOf);
  const hours = (profile: Float64Array) => profile.reduce((sum, x) => sum + x, 0);
  const most = onDutyS.reduce((a, b) => Math.max(a, b), 0) / QUARTER_S;
  const leant = own.map((profile) => {
    // Compared where this day of the week is worked: a short day is no thinly staffed one.
    const worked = hours(all.map((x, q) => (profile[q]! > 0 ? x : 0)));
    const level = worked > 0 ? hours(profile) / worked : 0;
    return all.map((x) => Math.min(most, level * x));
  });
  const sd = groups.map((some, i) =>
    Float64Array.from({ length: QUARTERS }, (_, q) => {
      if (some.length < 2) return 0;
      let squares = 0;
      for (const d of some) squares += (onDutyS[d * QUARTERS + q]! / QUARTER_S - own[i]![q]!) ** 2;
      return Math.sqrt(squares / (some.length - 1));
    }),
  );
  const weight = commonWeight(own, leant, sd, groups);
  const mean = own.map((profile, i) => {
    const n = groups[i]!.length;
    return profile.map((x, q) =>
      // Where nobody is ever there on this day of the week, nobody is put.
      x === 0 ? 0 : (n * x + weight * leant[i]![q]!) / (n + weight),
    );
  });
  let squares = 0;
  let degrees = 0;
  for (const [i, some] of groups.entries()) {
    const usual = hours(own[i]!);
    if (some.length < 2 || usual === 0) continue;
    for (const d of some) {
      let ofDay = 0;
      for (let q = 0; q < QUARTERS; q++) ofDay += onDutyS[d * QUARTERS + q]! / QUARTER_S;
      squares += (ofDay / usual - 1) ** 2;
    }
    degrees += some.length - 1;
  }
  return {
    weekdays: present.map((w) => WEEKDAYS[w]!),
    mean,
    sd,
    dayCv: degrees > 0 ? Math.sqrt(squares / degrees) : 0,
  };
}

/**
 * How many days of one day of the week the common profile at its level weighs: the scatter between days
 * alike over what days of the week differ by beyond it (empirical Bayes; Robbins 1956). A single week
 * says nothing of the first, and half of a day's difference is believed.
 */
function commonWeight(
  own: readonly Float64Array[],
  leant: readonly Float64Array[],
  sd: readonly Float64Array[],
  groups: readonly (readonly number[])[],
): number {
  let [within, apart, cells] = [0, 0, 0];
  for (const [i, some] of groups.entries()) {
    if (some.length < 2) continue;
    for (let q = 0; q < QUARTERS; q++) {
      if (own[i]![q] === 0) continue;
      within += sd[i]![q]! ** 2;
      apart += (own[i]![q]! - leant[i]![q]!) ** 2 - sd[i]![q]! ** 2 / some.length;
      cells++;
    }
  }
  if (cells === 0) return 1;
  if (within === 0) return LEAST_COMMON;
  return Math.max(LEAST_COMMON, apart <= 0 ? MOST_COMMON : Math.min(MOST_COMMON, within / apart));
}

/** What was open on one day alone. `onDutyS`: seconds, `day × 96 + quarter`. */
export function openOn(onDutyS: Float64Array, day: number, weekday: number): OpenCounts {
  const of = onDutyS.subarray(day * QUARTERS, (day + 1) * QUARTERS);
  return {
    weekdays: [WEEKDAYS[weekday]!],
    mean: [of.map((s) => s / QUARTER_S)],
    sd: [new Float64Array(QUARTERS)],
    dayCv: 0,
  };
}

/** The profile by half hour, as it is shown. */
export function profilesOf(counts: OpenCounts, edgesS: readonly number[]): StaffingProfile[] {
  const byHalfHour = (quarters: Float64Array) =>
    edgesS.slice(0, -1).map((fromS) => {
      const q = Math.floor(fromS / QUARTER_S);
      return ((quarters[q] ?? 0) + (quarters[q + 1] ?? 0)) / 2;
    });
  return counts.weekdays.map((weekday, i) => ({
    weekday,
    open: byHalfHour(counts.mean[i]!),
    sd: byHalfHour(counts.sd[i]!),
  }));
}

/**
 * Shifts of nameless positions that are manned as often as the profile says: what rounding leaves
 * over in one quarter of an hour is carried into the next, so that window hours add up.
 *
 * @param within sessions, in quarters from and to: outside nobody is put, and no shift goes beyond one
 * @returns shifts by position, the most used first
 */
export function positionsOf(
  counts: OpenCounts,
  within: readonly (readonly [number, number])[],
): Shifts[] {
  const positions: Shifts[] = [];
  for (const [i, weekday] of counts.weekdays.entries()) {
    const mean = counts.mean[i]!;
    const open = new Int32Array(QUARTERS);
    let carry = 0;
    for (let q = 0; q < QUARTERS; q++) {
      if (!within.some(([from, to]) => q >= from && q < to)) {
        carry = 0;
        continue;
      }
      const x = mean[q]!;
      if (x < 0.02) {
        carry = 0;
        continue;
      }
      const whole = Math.round(x);
      if (Math.abs(x - whole) <= NEARLY_WHOLE) {
        open[q] = whole;
        continue;
      }
      open[q] = Math.max(0, Math.round(x + carry));
      carry = Math.max(-0.5, Math.min(0.5, carry + x - open[q]!));
    }
    const most = open.reduce((a, b) => Math.max(a, b), 0);
    for (let k = 0; k < most; k++) {
      positions[k] ??= [];
      for (const [first, last] of within) {
        let start = -1;
        for (let q = first; q <= last; q++) {
          const manned = q < last && open[q]! > k;
          if (manned && start < 0) start = q;
          else if (!manned && start >= 0) {
            positions[k]!.push({ from: clockAt(start), to: clockAt(q), days: [weekday] });
            start = -1;
          }
        }
      }
    }
  }
  return positions.map(joinWeekdays);
}

/** The same hours on several days of the week are one line. */
function joinWeekdays(shifts: Shifts): Shifts {
  const days = new Map<string, Weekday[]>();
  for (const { from, to, days: on } of shifts) {
    const key = `${from} ${to}`;
    days.set(key, [...(days.get(key) ?? []), ...(on ?? [])]);
  }
  return [...days]
    .map(([key, on]) => {
      const [from = '', to = ''] = key.split(' ');
      return { from, to, days: on };
    })
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}

/** "HH:MM" of a quarter of an hour. */
export function clockAt(quarter: number): string {
  return quarter >= QUARTERS ? '24:00' : clockOf(quarter * QUARTER_S).slice(0, 5);
}
