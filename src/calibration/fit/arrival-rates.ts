import jstat from 'jstat';
import { minimise } from './numeric/minimise';

/** A half hour of a day of the week counts as closed if so little of what is usual comes. */
const CLOSED = 0.05;
const FEWEST_EXPECTED = 4;

/** Cells are `weekday × bins + half hour`; so many days of each weekday. */
export interface Shape {
  readonly weekdays: number;
  readonly bins: number;
  readonly daysOf: readonly number[];
}

/** Which half hours of which weekdays are open: closed where next to nobody comes though many would be expected. */
export function openCells(cells: Float64Array, { weekdays, bins, daysOf }: Shape): Uint8Array {
  const open = new Uint8Array(weekdays * bins).fill(1);
  const days = daysOf.reduce((sum, n) => sum + n, 0);
  const total = sumOf(cells);
  for (let w = 0; w < weekdays; w++) {
    let ofDay = 0;
    for (let b = 0; b < bins; b++) ofDay += cells[w * bins + b]!;
    for (let b = 0; b < bins; b++) {
      let column = 0;
      for (let v = 0; v < weekdays; v++) column += cells[v * bins + b]!;
      const expected = total > 0 ? (column * ofDay) / total : 0;
      const perDays = (column * daysOf[w]!) / Math.max(1, days);
      const count = cells[w * bins + b]!;
      if (column === 0) open[w * bins + b] = 0;
      else if (
        Math.max(expected, perDays) >= FEWEST_EXPECTED &&
        count < CLOSED * Math.min(expected, perDays)
      )
        open[w * bins + b] = 0;
      else if (count === 0 && Math.min(expected, perDays) >= FEWEST_EXPECTED)
        open[w * bins + b] = 0;
    }
  }
  return open;
}

/**
 * Rate a day of each cell from weekday × half hour alone, closed cells left out, by iterative
 * proportional fitting (Deming and Stephan 1940). Weekdays that chance could have made are pulled
 * to the middle one, a class's
 * to everybody's (James and Stein 1961, on logarithms), half hours towards the common profile if there
 * is one.
 */
export function mainEffects(
  cells: Float64Array,
  open: Uint8Array,
  { weekdays, bins, daysOf }: Shape,
  cv: number,
  common: Float64Array | null = null,
): Float64Array {
  const total = sumOf(cells);
  const base = new Float64Array(bins).fill(1);
  const factor = new Float64Array(weekdays).fill(1);
  const share = common ? total / Math.max(1e-9, weighted(common, daysOf, bins)) : 1;
  for (let round = 0; round < 12; round++) {
    for (let b = 0; b < bins; b++) {
      let count = 0;
      let exposure = 0;
      let expected = 0;
      for (let w = 0; w < weekdays; w++) {
        const i = w * bins + b;
        if (!open[i]) continue;
        count += cells[i]!;
        exposure += daysOf[w]! * factor[w]!;
        if (common) expected += daysOf[w]! * common[i]! * share;
      }
      const own = exposure > 0 ? count / exposure : 0;
      base[b] = own;
      // A rare class leans on everybody's profile: as much as 5 of its visits would weigh.
      if (common && exposure > 0) {
        const prior = expected / exposure;
        const weight = 5;
        base[b] = (weight + count) / (weight / Math.max(1e-12, prior) + exposure);
        if (prior === 0) base[b] = own;
      }
    }
    for (let w = 0; w < weekdays; w++) {
      let count = 0;
      let exposure = 0;
      for (let b = 0; b < bins; b++)
        if (open[w * bins + b]) {
          count += cells[w * bins + b]!;
          exposure += daysOf[w]! * base[b]!;
        }
      factor[w] = exposure > 0 ? count / exposure : 0;
    }
  }
  // A class's days of the week lean on everybody's.
  const like =
    common &&
    Float64Array.from({ length: weekdays }, (_, w) => {
      let [own, all] = [0, 0];
      for (let b = 0; b < bins; b++)
        if (open[w * bins + b]) {
          own += base[b]!;
          all += common[w * bins + b]! * share;
        }
      return own > 0 ? all / own : 0;
    });
  const pulled = pullTogether(factor, cells, { weekdays, bins, daysOf }, cv, like);
  const rates = new Float64Array(weekdays * bins);
  let seen = 0;
  for (let w = 0; w < weekdays; w++)
    for (let b = 0; b < bins; b++)
      if (open[w * bins + b]) {
        rates[w * bins + b] = base[b]! * pulled[w]!;
        seen += cells[w * bins + b]!;
      }
  // Pulling on logarithms loses visits: as many come in all as came.
  const expected = weighted(rates, daysOf, bins);
  return expected > 0 ? rates.map((rate) => (rate * seen) / expected) : rates;
}

function weighted(rates: Float64Array, daysOf: readonly number[], bins: number): number {
  let sum = 0;
  for (let i = 0; i < rates.length; i++) sum += rates[i]! * daysOf[Math.floor(i / bins)]!;
  return sum;
}

/** So few days of a weekday are taken to scatter by this much at least. */
const FEW_DAYS = 2;
const ANYTHING = 0.3;

function pullTogether(
  factor: Float64Array,
  cells: Float64Array,
  { weekdays, bins, daysOf }: Shape,
  cv: number,
  like: Float64Array | null,
): Float64Array {
  const usual = like ? Array.from(like, (x) => Math.log(Math.max(1e-6, x))) : daysOf.map(() => 0);
  const logs: number[] = [];
  const chance: number[] = [];
  for (let w = 0; w < weekdays; w++) {
    let count = 0;
    for (let b = 0; b < bins; b++) count += cells[w * bins + b]!;
    // One or two days may be anything: a year's end, a closure next door.
    const scatter = !like && daysOf[w]! <= FEW_DAYS ? Math.max(cv, ANYTHING) : cv;
    chance.push((scatter * scatter) / daysOf[w]! + 1 / Math.max(1, count));
    logs.push(Math.log(Math.max(1e-6, factor[w]!)) - usual[w]!);
  }
  if (weekdays < 2) return factor;
  // A day of the week on which nobody ever comes is not pulled, nor does it pull.
  const counted = logs.flatMap((_, w) => (factor[w]! > 0.02 ? [w] : []));
  if (counted.length < 2) return factor;
  // How much weekdays differ is asked of those seen more than once: one day alone may be anything.
  const often = counted.filter((w) => daysOf[w]! > 1);
  const asked = often.length > 1 ? often : counted;
  const centre = weightedMedian(
    counted.map((w) => logs[w]!),
    counted.map((w) => 1 / (chance[w]! + 0.01)),
  );
  const middle = asked.reduce((s, w) => s + logs[w]!, 0) / asked.length;
  const between = Math.max(
    0,
    asked.reduce((s, w) => s + (logs[w]! - middle) ** 2, 0) / (asked.length - 1) -
      asked.reduce((s, w) => s + chance[w]!, 0) / asked.length,
  );
  const pulled = factor.slice();
  for (const w of counted) {
    const keep = between / (between + chance[w]! || 1);
    pulled[w] = Math.exp(usual[w]! + centre + keep * (logs[w]! - centre));
  }
  return pulled;
}

function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const half = weights.reduce((sum, x) => sum + x, 0) / 2;
  let sum = 0;
  for (const i of order) {
    sum += weights[i]!;
    if (sum >= half) return values[i]!;
  }
  return values[order.at(-1) ?? 0] ?? 0;
}

/**
 * Pulls each cell towards its main effects, by the scatter of cells about them. How busy the days of
 * a weekday happened to be is taken out first: that has been judged with the main effects.
 */
export function shrink(
  cells: Float64Array,
  base: Float64Array,
  open: Uint8Array,
  { bins, daysOf }: Shape,
): { a: number; pooled: Float64Array; exposure: Float64Array } {
  const exposure = Float64Array.from(daysOf, (days, w) => {
    let expected = 0;
    let seen = 0;
    for (let b = 0; b < bins; b++) {
      expected += days * base[w * bins + b]!;
      seen += open[w * bins + b] ? cells[w * bins + b]! : 0;
    }
    return expected > 0 ? (days * Math.max(seen, 0.1)) / expected : days;
  });
  const loss = ([logA]: readonly number[]): number => {
    const a = Math.exp(Math.min(12, Math.max(-3, logA!)));
    let sum = 0;
    for (let i = 0; i < cells.length; i++) {
      const mean = base[i]! * exposure[Math.floor(i / bins)]!;
      if (!open[i] || mean <= 0) continue;
      const y = cells[i]!;
      sum +=
        jstat.gammaln(y + a) -
        jstat.gammaln(a) +
        a * Math.log(a / (a + mean)) +
        y * Math.log(mean / (a + mean));
    }
    // A weak preference for some scatter keeps a few cells from agreeing by chance.
    return -sum + 0.5 * ((logA! - 3) / 3) ** 2;
  };
  const a = Math.exp(Math.min(12, Math.max(-3, minimise(loss, [3], 1, 60, 1e-4).at[0]!)));
  const pooled = base.map((rate, i) => {
    const days = exposure[Math.floor(i / bins)]!;
    return open[i] && rate > 0 ? (rate * (a + cells[i]!)) / (a + days * rate) : 0;
  });
  return { a, pooled, exposure };
}

/** How far cells are pulled together: 0 not at all, 1 wholly. */
export function poolingOf(
  cells: Float64Array,
  base: Float64Array,
  open: Uint8Array,
  { bins }: Shape,
  a: number,
  exposure: Float64Array,
): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < cells.length; i++) {
    if (!open[i]) continue;
    const mean = base[i]! * exposure[Math.floor(i / bins)]!;
    sum += (mean * a) / (a + mean);
    weight += mean;
  }
  return weight > 0 ? sum / weight : 1;
}

export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const x of values) sum += x;
  return sum;
}
