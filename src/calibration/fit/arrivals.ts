import type { Weekday } from '../../scenarios/schema-parts';
import { mainEffects, openCells, poolingOf, shrink, sumOf } from './arrival-rates';
import { dayFactorCv, specialDays } from './day-scatter';
import { positiveEstimate, Z95 } from './numeric/estimates';
import type { ArrivalsFit, Estimate, SpecialDay } from './types';
import { BIN_S, totalOf, type Visits, WEEKDAYS } from './visits';

/** Who comes when, and how sure that is. */
export interface FittedArrivals {
  readonly classes: readonly ArrivalsFit[];
  readonly dayFactorCv: Estimate | null;
  readonly specialDays: readonly SpecialDay[];
  /** Standard error of the logarithm of a day's rates together, by day of the week. */
  readonly doubt: Readonly<Partial<Record<Weekday, number>>>;
}

/**
 * A rate for each class, day of the week and half hour. Where days are few a cell of its own says
 * little, so cells are pulled towards what their weekday and their half hour have in common, by as
 * much as the data themselves call for: counts are Poisson about rates that scatter (gamma) about
 * weekday × half hour, and the scatter is estimated (empirical Bayes); in the same way the profile
 * of a rare class leans on everybody's. Half hours in which a weekday is closed stay at nought.
 *
 * Sources: Robbins, An empirical Bayes approach to statistics, Third Berkeley Symposium 1 (1956)
 * 157–163; for gamma-Poisson: Clayton and Kaldor, Biometrics 43 (1987) 671–681.
 */
export function fitArrivals(visits: Visits): FittedArrivals {
  const special = specialDays(visits);
  const out = new Set(special.map(({ date }) => date));
  const kept = visits.days.flatMap((date, d) => (out.has(date) ? [] : [d]));
  const totals = kept.map((d) => totalOf(visits, d));
  const scatter = dayFactorCv(
    totals,
    kept.map((d) => visits.weekday[d]!),
  );
  const cv = scatter?.value ?? 0;
  const present = WEEKDAYS.flatMap((_, w) =>
    kept.some((d) => visits.weekday[d] === w) ? [w] : [],
  );
  const daysOf = present.map((w) => kept.filter((d) => visits.weekday[d] === w).length);
  const { bins } = visits;
  const all = new Float64Array(present.length * bins);
  const byClass = visits.classes.map((_, c) => {
    const cells = new Float64Array(present.length * bins);
    for (const d of kept) {
      const w = present.indexOf(visits.weekday[d]!);
      const from = (c * visits.days.length + d) * bins;
      for (let b = 0; b < bins; b++) cells[w * bins + b]! += visits.counts[from + b]!;
    }
    for (let i = 0; i < cells.length; i++) all[i]! += cells[i]!;
    return cells;
  });
  const shape = { weekdays: present.length, bins, daysOf };
  const open = openCells(all, shape);
  const common = mainEffects(all, open, shape, cv);
  const edgesS = Array.from({ length: bins + 1 }, (_, b) => visits.fromS + b * BIN_S);
  const perBinToHour = 3600 / BIN_S;
  const dayDoubt = (cv * cv) / Math.max(1, kept.length);
  const classes = visits.classes.map(({ id, name }, c): ArrivalsFit => {
    const cells = byClass[c]!;
    const rows = sumOf(cells);
    const own = dayFactorCv(
      kept.map((d) => classTotal(visits, c, d)),
      kept.map((d) => visits.weekday[d]!),
    );
    const base = mainEffects(cells, open, shape, classScatter(own, cv), common);
    const { a, pooled, exposure } = shrink(cells, base, open, shape);
    const perHour = present.map((_, w) =>
      slice(pooled, w, bins).map((rate) => rate * perBinToHour),
    );
    return {
      classId: id,
      name,
      rows,
      edgesS,
      weekdays: present.map((w) => WEEKDAYS[w]!),
      daysOf,
      observedPerHour: present.map((_, w) =>
        slice(cells, w, bins).map((count) => (count / daysOf[w]!) * perBinToHour),
      ),
      perHour,
      ci95PerHour: present.map((_, w) =>
        slice(pooled, w, bins).map((rate, b) => {
          const weight = a + cells[w * bins + b]!;
          const [low, high] = gammaBand(1 / (1 / Math.max(0.25, weight) + dayDoubt));
          return [low * rate * perBinToHour, high * rate * perBinToHour] as const;
        }),
      ),
      pooling: poolingOf(cells, base, open, shape, a, exposure),
      visitsPerDay: positiveEstimate(
        rows / Math.max(1, kept.length),
        rows > 0 ? Math.sqrt(dayDoubt + 1 / rows) : Number.NaN,
        rows,
      ),
    };
  });
  const total = totals.reduce((sum, x) => sum + x, 0);
  return {
    classes,
    dayFactorCv: scatter,
    specialDays: special,
    doubt: Object.fromEntries(
      present.map((w, i) => [
        WEEKDAYS[w]!,
        Math.sqrt((cv * cv) / Math.max(1, daysOf[i]!) + 1 / Math.max(1, total)),
      ]),
    ),
  };
}

/** Days whose scatter within a weekday the hall's own counts for, in the scatter of one class. */
const HALL_WEIGHS = 4;

/** Scatter of a class's days: its own, leaning on the hall's. */
function classScatter(own: Estimate | null, cv: number): number {
  const n = own ? own.n : 0;
  return Math.sqrt(((own?.value ?? 0) ** 2 * n + HALL_WEIGHS * cv * cv) / (n + HALL_WEIGHS));
}

function classTotal({ days, bins, counts }: Visits, c: number, d: number): number {
  const from = (c * days.length + d) * bins;
  let sum = 0;
  for (let b = 0; b < bins; b++) sum += counts[from + b]!;
  return sum;
}

/**
 * 2.5 % and 97.5 % of a gamma variable of mean 1, by the cube root.
 * Source: Wilson and Hilferty, Proceedings of the National Academy of Sciences 17 (1931) 684–688.
 */
function gammaBand(shape: number): readonly [number, number] {
  const at = (z: number) => Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  return [at(-Z95), at(Z95)];
}

const slice = (cells: Float64Array, w: number, bins: number): number[] =>
  Array.from(cells.subarray(w * bins, (w + 1) * bins));
