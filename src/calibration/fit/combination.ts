import { quantileOf } from './numeric/estimates';
import type { CombinedPart } from './validation-types';

/** One half hour of a day that was left out of the fit: as it was, as the model and as the days before had it. */
export interface LeftOut {
  readonly date: string;
  readonly queue: string | null;
  readonly observedS: number;
  readonly modelS: number;
  /** Mean of the fitted days at that half hour. */
  readonly pastS: number;
}

/** A forecast of a half hour made of both, and its 90 % interval. */
export interface CombinedWait {
  readonly waitS: number;
  readonly interval90S: readonly [number, number];
}

/** Probabilities of the quantiles of errors that are kept. */
export const ERROR_AT = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** Fewer half hours, or days, say nothing of a weight; and fewer of a queue nothing of its errors. */
const FEWEST_PAIRS = 20;
const FEWEST_DAYS = 3;
const FEWEST_OF_QUEUE = 40;
/** Added to waits before they are divided: a minute off a wait of nothing is no large error. */
const OFFSET_S = 60;
/** A queue's errors count in its own mean wait, and in this at least. */
const TRIFLE_S = 60;
/** Where both say the same it does not matter who counts. */
const NEITHER = 0.5;

/**
 * How much the model counts beside the mean of past days, by queue: the weight between nought and one that makes the
 * squared errors of the left-out half hours least. A queue leans on all of them by as much as an average queue tells.
 * Source: Bates and Granger, The combination of forecasts, Operational Research Quarterly 20 (1969) 451–468;
 * weights bound to add up to one: Granger and Ramanathan, Improved methods of combining forecasts, Journal of
 * Forecasting 3 (1984) 197–204.
 */
export function weightsOf(pairs: readonly LeftOut[]): Map<string | null, number> {
  const queues = [...new Set(pairs.map(({ queue }) => queue))];
  const sums = queues.map((queue) => {
    const own = pairs.filter((pair) => pair.queue === queue);
    const mean = own.reduce((sum, { observedS }) => sum + observedS, 0) / own.length;
    const unit = Math.max(TRIFLE_S, mean) ** 2;
    let [along, apart] = [0, 0];
    for (const { observedS, modelS, pastS } of own) {
      along += ((observedS - pastS) * (modelS - pastS)) / unit;
      apart += (modelS - pastS) ** 2 / unit;
    }
    return { queue, along, apart };
  });
  const along = sums.reduce((sum, one) => sum + one.along, 0);
  const apart = sums.reduce((sum, one) => sum + one.apart, 0);
  const all = apart > 0 ? within(along / apart) : NEITHER;
  const lean = apart / Math.max(1, queues.length);
  return new Map(
    sums.map((one) => [
      one.queue,
      apart > 0 ? within((one.along + lean * all) / (one.apart + lean)) : NEITHER,
    ]),
  );
}

const within = (weight: number) => Math.max(0, Math.min(1, weight));

/** Forecasts of the left-out half hours themselves, each with weights of the other days alone. */
export function combinedOthers(pairs: readonly LeftOut[]): number[] {
  const weights = new Map(
    [...new Set(pairs.map(({ date }) => date))].map((date) => [
      date,
      weightsOf(pairs.filter((pair) => pair.date !== date)),
    ]),
  );
  return pairs.map((pair) => mixed(weights.get(pair.date)!.get(pair.queue) ?? NEITHER, pair));
}

/**
 * The weights of left-out half hours, and how far forecasts made with weights of the other days were off: quantiles of
 * log((observed + 60 s) / (forecast + 60 s)), so that intervals come from errors on days that neither fit nor weight saw.
 * Source of such intervals: Barber, Candès, Ramdas and Tibshirani, Predictive inference with the jackknife+,
 * Annals of Statistics 49 (2021) 486–507 (CV+, here by quantiles of the errors).
 *
 * @returns by queue; empty where too little was left out
 */
export function combine(pairs: readonly LeftOut[]): CombinedPart[] {
  const dates = new Set(pairs.map(({ date }) => date));
  if (pairs.length < FEWEST_PAIRS || dates.size < FEWEST_DAYS) return [];
  const forecast = combinedOthers(pairs);
  const off = pairs.map(({ observedS }, i) =>
    Math.log((observedS + OFFSET_S) / (forecast[i]! + OFFSET_S)),
  );
  return [...weightsOf(pairs)].map(([queue, modelWeight]): CombinedPart => {
    const own = off.filter((_, i) => pairs[i]!.queue === queue);
    const errors = (own.length >= FEWEST_OF_QUEUE ? own : [...off]).sort((a, b) => a - b);
    return {
      queue,
      modelWeight,
      halfHours: own.length,
      errorQuantiles: ERROR_AT.map((p) => quantileOf(errors, p)),
    };
  });
}

/** The combined forecast of a half hour. */
export function combinedWait(
  part: Pick<CombinedPart, 'modelWeight' | 'errorQuantiles'>,
  said: Pick<LeftOut, 'modelS' | 'pastS'>,
): CombinedWait {
  const waitS = mixed(part.modelWeight, said);
  const at = (k: number) =>
    Math.max(0, (waitS + OFFSET_S) * Math.exp(part.errorQuantiles[k]!) - OFFSET_S);
  return { waitS, interval90S: [at(0), at(ERROR_AT.length - 1)] };
}

function mixed(weight: number, { modelS, pastS }: Pick<LeftOut, 'modelS' | 'pastS'>): number {
  return weight * modelS + (1 - weight) * pastS;
}
