import type { Log } from '../log/types';
import type { LeftOut } from './combination';
import { type Held, onDays } from './held-back';
import type { ValidatedDay, ValidateOptions } from './validation-types';
import type { Baseline } from './verdict';

/** Groups of days that are left out one after the other. */
const GROUPS = 4;
/** Days that are asked, the last ones; a longer log would only cost time. */
const MOST_DAYS = 28;
/** Simulated days for each day left out, at most. */
const REPLICATIONS = 20;
/** With fewer days there is no fit without a group of them. */
const FEWEST_DAYS = 5;

/** Half hours of days that were left out of a fit: by queue, and of the whole hall. */
export interface AllLeftOut {
  readonly byQueue: readonly LeftOut[];
  readonly hall: readonly LeftOut[];
}

/** A fit of the log without some days, held against them. */
export type Hold<L extends Log> = (
  log: L,
  held: ReadonlySet<string>,
  options: ValidateOptions,
) => Held;

/**
 * Leaves the days of a log out of the fit group by group (every fourth day) and notes what the model, fitted to the
 * others, and their half hour's mean say of each. The log holds the days that a fit may see and no others.
 * Source: cross-validation, Stone, Journal of the Royal Statistical Society B 36 (1974) 111–147.
 */
export function leaveOut<L extends Log>(
  log: L,
  options: ValidateOptions,
  hold: Hold<L>,
): AllLeftOut {
  const dates = log.days.slice(-MOST_DAYS);
  if (dates.length < FEWEST_DAYS) return { byQueue: [], hall: [] };
  const recent = onDays(log, new Set(dates));
  const groups = Array.from({ length: GROUPS }, (_, g) => {
    const { onProgress } = options;
    const held = hold(recent, new Set(dates.filter((_date, d) => d % GROUPS === g)), {
      ...options,
      isTrial: true,
      replications: Math.min(REPLICATIONS, options.replications ?? REPLICATIONS),
      onProgress: onProgress && ((step, done) => onProgress(step, (g + done) / GROUPS)),
    });
    return {
      byQueue: pairsOf(held.days, held.baselines),
      hall: pairsOf(held.hall, held.hallBaselines),
    };
  });
  return {
    byQueue: groups.flatMap(({ byQueue }) => byQueue),
    hall: groups.flatMap(({ hall }) => hall),
  };
}

/** What past days had at a half hour of a day held back. */
export function pastMean(baselines: readonly Baseline[], day: number, bin: number): number | null {
  return baselines.find(({ by }) => by === 'halfHour')?.predictedS(day, bin) ?? null;
}

function pairsOf(days: readonly ValidatedDay[], baselines: readonly Baseline[]): LeftOut[] {
  return days.flatMap(({ date, queue, observedS, predictedS }, d) =>
    observedS.flatMap((observed, b): LeftOut[] => {
      const modelS = predictedS[b] ?? null;
      const pastS = pastMean(baselines, d, b);
      return observed === null || modelS === null || pastS === null
        ? []
        : [{ date, queue, observedS: observed, modelS, pastS }];
    }),
  );
}
