import type { Log } from '../log/types';
import { combine, combinedOthers, combinedWait, type LeftOut } from './combination';
import { combinedText } from './combination-words';
import { type Held, heldBackOf, onDays } from './held-back';
import { type Hold, leaveOut, pastMean } from './left-out';
import { meanOf } from './predicted-day';
import type {
  Combined,
  CombinedPart,
  ErrorFigures,
  ValidatedDay,
  ValidateOptions,
  Validation,
} from './validation-types';
import { COMBINED, errorsOfPairs, judge, MODEL } from './verdict';

/** Parts of the work behind when the fit has been held against the days kept back. */
const HELD_SHARE = 0.5;

/**
 * Fits all days but those kept back and judges the fit by them. How much the fit counts beside the means of past days is
 * settled on the fitted days alone, before; the days kept back are asked once, for the final figures.
 */
export function validated<L extends Log>(
  log: L,
  options: ValidateOptions,
  hold: Hold<L>,
): Validation {
  const heldBack = heldBackOf(log, options);
  const { onProgress } = options;
  const held = hold(log, new Set(heldBack), {
    ...options,
    onProgress: onProgress && ((step, done) => onProgress(step, done * HELD_SHARE)),
  });
  const seen = onDays(log, new Set(log.days.filter((day) => !heldBack.includes(day))));
  const leftOut = held.fitted.scenario
    ? leaveOut(
        seen,
        {
          ...options,
          onProgress:
            onProgress && ((step, done) => onProgress(step, HELD_SHARE + done * (1 - HELD_SHARE))),
        },
        hold,
      )
    : { byQueue: [], hall: [] };
  const parts = combine(leftOut.byQueue);
  const [hall] = combine(leftOut.hall);
  const found =
    parts.length === 0 || !hall
      ? null
      : {
          leftOutDays: new Set(leftOut.byQueue.map(({ date }) => date)).size,
          parts,
          hall,
          past: pastOf(held),
          errors: errorsLeftOut(leftOut.byQueue),
        };
  const days = found ? withCombined(held, found.parts) : held.days;
  const judged = judge(days, held.edgesS, held.baselines, found !== null);
  const onHeldBack = judged.errors.find(({ by }) => by === 'combined');
  return {
    fitted: held.fitted,
    heldBack,
    edgesS: held.edgesS,
    days,
    combined: found && { ...found, told: combinedText(found, onHeldBack) },
    ...judged,
  };
}

/** Half hours of the hall with the mean of all days. */
function pastOf({ edgesS, hallWaitsS }: Held): Combined['past'] {
  return edgesS.slice(1).flatMap((toS, b) => {
    const known = hallWaitsS.flatMap((day) => day[b] ?? []);
    const waitS = meanOf(known);
    return waitS === null ? [] : [{ fromS: edgesS[b]!, toS, waitS, days: known.length }];
  });
}

function withCombined({ days, baselines }: Held, parts: readonly CombinedPart[]): ValidatedDay[] {
  return days.map((day, d) => {
    const part = parts.find(({ queue }) => queue === day.queue);
    const waits = day.predictedS.map((modelS, b) => {
      const pastS = pastMean(baselines, d, b);
      return !part || modelS === null || pastS === null
        ? null
        : combinedWait(part, { modelS, pastS });
    });
    return {
      ...day,
      combinedS: waits.map((wait) => wait?.waitS ?? null),
      combined90S: waits.map((wait) => wait?.interval90S ?? null),
    };
  });
}

/** How far all three were off on the days left out. */
function errorsLeftOut(pairs: readonly LeftOut[]): ErrorFigures[] {
  const forecast = combinedOthers(pairs);
  const of = (said: (pair: LeftOut, i: number) => number) =>
    pairs.map((pair, i) => [pair.observedS, said(pair, i)] as const);
  return [
    errorsOfPairs(
      'model',
      MODEL,
      of(({ modelS }) => modelS),
    ),
    errorsOfPairs(
      'combined',
      COMBINED,
      of((_, i) => forecast[i]!),
    ),
    errorsOfPairs(
      'halfHour',
      { zh: '同一半小时的平均', en: 'mean of the same half hour' },
      of(({ pastS }) => pastS),
    ),
  ];
}
