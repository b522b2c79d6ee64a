import { limitsOf, type Measure, SHARE } from '../experiments/report';
import type { ServicePromise } from '../planning/promise';
import { meanWithInterval } from '../stats/confidence';
import { quantiles } from '../stats/quantile';
import type { WaitFigures } from '../stats/wait-log';

/** Probabilities of the fan: of a hundred days so many lie below each line. */
export const FAN = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** A figure over simulated days: its quantiles at {@link FAN} and its mean; null: no day could say. */
export interface Fan {
  readonly quantiles: readonly (number | null)[];
  readonly mean: Measure;
}

/** What a half hour of a day is going to be like. */
export interface HalfHourFan {
  readonly fromS: number;
  readonly toS: number;
  /** Waits that begin in it, on an average day. */
  readonly waits: number;
  /** Mean wait of those who come then, day by day. */
  readonly waitS: Fan;
  /** What nine in ten of them wait at most, day by day. */
  readonly waitP90S: Fan;
  /** People waiting, time average of the half hour. */
  readonly waiting: Fan;
  /** Of everybody who comes then, over all days: called within the promised time. */
  readonly share: Measure;
  /** Days on which the promise holds in this half hour. */
  readonly kept: Measure;
}

/** What a day, or the rest of one, is going to be like. */
export interface DayFan {
  readonly replications: number;
  /** Replications that were stopped because the hall filled without end. */
  readonly stopped: number;
  readonly halfHours: readonly HalfHourFan[];
  readonly waitS: Fan;
  readonly waitP90S: Fan;
  readonly share: Measure;
  /** Days on which the promise holds for the day as a whole. */
  readonly kept: Measure;
}

/** The fan of figures in the order of replications, over the half hours between `edgesS`. */
export function fanOf(
  figures: readonly WaitFigures[],
  edgesS: readonly number[],
  promise: ServicePromise,
): DayFan {
  const half = edgesS.slice(1).map((toS, i): HalfHourFan => {
    const ended = figures.map((f) => f.ended[i]!);
    const within = figures.map((f) => f.within[i]!);
    return {
      fromS: edgesS[i]!,
      toS,
      waits: ended.reduce((sum, n) => sum + n, 0) / Math.max(1, ended.length),
      waitS: fan(figures.map((f) => f.meanS[i]!)),
      waitP90S: fan(figures.map((f) => f.p90S[i]!)),
      waiting: fan(figures.map((f) => f.waiting[i]!)),
      share: ratio(within, ended),
      kept: chance(within.map((n, r) => ended[r] === 0 || n / ended[r]! >= promise.share)),
    };
  });
  const days = figures.map((f) => f.dayShare);
  return {
    replications: figures.length,
    stopped: figures.filter(({ stopped }) => stopped).length,
    halfHours: half,
    waitS: fan(figures.map((f) => f.dayMeanS)),
    waitP90S: fan(figures.map((f) => f.dayP90S)),
    share: meanWithInterval(known(days), SHARE),
    kept: chance(days.map((share) => Number.isNaN(share) || share >= promise.share)),
  };
}

const known = (values: readonly number[]) => values.map((v) => (Number.isNaN(v) ? null : v));

/** Quantiles and mean; days that cannot say (NaN) are left out. */
export function fan(values: readonly number[]): Fan {
  return {
    quantiles: quantiles(
      values.filter((v) => !Number.isNaN(v)),
      FAN,
    ),
    mean: meanWithInterval(known(values), limitsOf('waitMeanS')),
  };
}

export function chance(kept: readonly boolean[]): Measure {
  return meanWithInterval(
    kept.map((k) => (k ? 1 : 0)),
    SHARE,
  );
}

/**
 * One sum over another over all days, with the interval of a ratio estimate: days are independent,
 * what happens within one is not. Source: Cochran, Sampling Techniques (3rd ed.), 2.11.
 */
export function ratio(parts: readonly number[], wholes: readonly number[]): Measure {
  const n = wholes.length;
  const part = parts.reduce((sum, x) => sum + x, 0);
  const whole = wholes.reduce((sum, x) => sum + x, 0);
  if (whole === 0) return { mean: null, ci95: null, n: 0 };
  const r = part / whole;
  const { ci95 } = meanWithInterval(parts.map((x, i) => r + ((x - r * wholes[i]!) * n) / whole));
  return { mean: r, ci95: ci95 && [Math.max(0, ci95[0]), Math.min(1, ci95[1])], n };
}
