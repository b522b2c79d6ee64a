import jstat from 'jstat';
import { zeroOf } from './numeric/minimise';
import type { Estimate, SpecialDay } from './types';
import { totalOf, type Visits } from './visits';

/**
 * Scatter of whole days beyond chance: the coefficient of variation of a random factor of the day,
 * such that the visits scatter about the mean of their day of the week as much as they do (Pearson's
 * statistic equals its degrees of freedom; the interval where it equals their χ² quantiles). null
 * with too few days.
 * Source: Breslow, Extra-Poisson variation in log-linear models, Applied Statistics 33 (1984) 38–44.
 */
export function dayFactorCv(
  totals: readonly number[],
  weekday: readonly number[],
): Estimate | null {
  const groups = new Map<number, number[]>();
  for (const [i, total] of totals.entries()) {
    const group = groups.get(weekday[i]!);
    if (group) group.push(total);
    else groups.set(weekday[i]!, [total]);
  }
  const repeated = [...groups.values()].filter((group) => group.length > 1);
  const degrees = repeated.reduce((sum, group) => sum + group.length - 1, 0);
  if (degrees < 1) return null;
  const pearson = (variance: number): number => {
    let sum = 0;
    for (const group of repeated) {
      const mean = group.reduce((a, b) => a + b, 0) / group.length;
      if (mean > 0) for (const x of group) sum += (x - mean) ** 2 / (mean + variance * mean * mean);
    }
    return sum;
  };
  const cvAt = (target: number) =>
    pearson(0) <= target ? 0 : Math.sqrt(zeroOf((v) => target - pearson(v), 0, 25));
  const { inv } = jstat.chisquare;
  return {
    value: cvAt(degrees),
    ci95: [cvAt(inv(0.975, degrees)), Math.min(5, cvAt(inv(0.025, degrees)))],
    n: totals.length,
  };
}

/** How many usual scatters a day has to be off, and how much at least (logarithm). */
const FAR = 5;
const FAR_AT_LEAST = 0.5;
const FEWEST_DAYS = 6;

/**
 * Days that stand out from their day of the week: a holiday's eve, a half day, a failure of the
 * machine. Told by medians, which they can't move. With fewer than six days nobody can say what
 * is usual.
 */
export function specialDays(visits: Visits): SpecialDay[] {
  const { days, weekday } = visits;
  const totals = days.map((_, d) => totalOf(visits, d));
  if (days.length < FEWEST_DAYS) return [];
  const overall = medianOf(totals);
  const usual = days.map((_, d) => {
    const alike = totals.filter((_, i) => weekday[i] === weekday[d]);
    return alike.length >= 3 ? medianOf(alike) : alike.length === 2 ? Math.max(...alike) : overall;
  });
  const off = totals.map((total, d) => Math.log((total + 0.5) / (usual[d]! + 0.5)));
  const scatter = 1.4826 * medianOf(off.map(Math.abs));
  return days.flatMap((date, d): SpecialDay[] => {
    const chance = 1 / Math.sqrt(usual[d]! + 0.5);
    const limit = Math.max(FAR_AT_LEAST, FAR * Math.hypot(scatter, chance));
    if (Math.abs(off[d]!) < limit) return [];
    const few = off[d]! < 0;
    return [
      {
        date,
        visits: totals[d]!,
        expected: usual[d]!,
        leftOut: true,
        note: few
          ? {
              zh: `${date} 只有 ${totals[d]} 人次，同类日子通常约 ${Math.round(usual[d]!)}：未计入到达率和日间波动。`,
              en: `${date} had only ${totals[d]} visits where some ${Math.round(usual[d]!)} are usual: left out of rates and scatter.`,
            }
          : {
              zh: `${date} 有 ${totals[d]} 人次，同类日子通常约 ${Math.round(usual[d]!)}：未计入到达率和日间波动。`,
              en: `${date} had ${totals[d]} visits where some ${Math.round(usual[d]!)} are usual: left out of rates and scatter.`,
            },
      },
    ];
  });
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
