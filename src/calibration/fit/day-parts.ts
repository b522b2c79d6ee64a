import type { TicketLog } from '../log/types';
import { type DayAgain, simulatedOf } from './pace';
import { QUARTER_S } from './presence';
import { simulateWaits } from './simulated-waits';
import type { OpenCounts } from './staffing';
import { wasCalled } from './ticket-times';
import { BIN_S } from './visits';

/** Factor on the number of windows by quarter of an hour of the day. */
export type Manning = Float64Array;

/** A stretch of the day, and the factor on the number of windows in it. */
export interface PartOfDay {
  readonly fromS: number;
  readonly toS: number;
  readonly factor: number;
}

const QUARTERS = 96;
/** Half hours of a part, and waits that it needs at least. */
const BINS = 4;
const FEWEST_WAITS = 200;
/** Rounds of the search, and how far a round goes for a logarithm of waits. */
const ROUNDS = 8;
const STEP = 0.2;
const NEAR_ENOUGH = 0.05;
const FARTHEST = 0.5;
/** How far a part's factor is expected to lie from one; what a wait changes by, as logarithms go. */
const SCATTER = 0.1;
const ELASTICITY = 3;
const TRIFLE_S = 5;

/** The day in stretches of two hours that have waits enough to say something. */
export function partsOfDay(log: TicketLog, edgesS: readonly number[]): PartOfDay[] {
  const bins = edgesS.length - 1;
  const calls = new Float64Array(bins);
  for (let i = 0; i < log.rows; i++) {
    const b = Math.floor((log.ticketS[i]! - edgesS[0]!) / BIN_S);
    if (b >= 0 && b < bins && wasCalled(log, i)) calls[b]!++;
  }
  const parts: PartOfDay[] = [];
  let [from, waits] = [0, 0];
  for (let b = 0; b < bins; b++) {
    waits += calls[b]!;
    if (b + 1 - from < BINS || waits < FEWEST_WAITS) continue;
    parts.push({ fromS: edgesS[from]!, toS: edgesS[b + 1]!, factor: 1 });
    [from, waits] = [b + 1, 0];
  }
  const last = parts.at(-1);
  if (last) parts[parts.length - 1] = { ...last, toS: edgesS[bins]! };
  return parts;
}

/** What the number of windows by part of the day is found from. */
export interface ManningQuestion {
  readonly parts: readonly PartOfDay[];
  /** The log's days with so many times the windows. */
  readonly daysWith: (manning: Manning) => readonly DayAgain[];
  readonly edgesS: readonly number[];
  readonly seed: number;
}

/**
 * How many windows a usual day has by part of the day, so that people who come in
 * each part wait as long as they did (simulated moments, as in `findPace`); pulled to the mean number seen by as much
 * as chance could have made.
 */
export function manningByPart({ parts, daysWith, edgesS, seed }: ManningQuestion): {
  readonly manning: Manning | null;
  readonly parts: readonly PartOfDay[];
} {
  if (parts.length < 2) return { manning: null, parts: [] };
  const logFactor = new Float64Array(parts.length);
  let se = new Float64Array(parts.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    const days = simulatedOf(daysWith(manningOf(parts, logFactor)));
    const found = misfits(parts, days, edgesS, seed);
    se = Float64Array.from(found, (one) => one.se);
    if (found.every((one) => Math.abs(one.off) < NEAR_ENOUGH)) break;
    for (const [k, one] of found.entries())
      logFactor[k] = Math.max(-FARTHEST, Math.min(FARTHEST, logFactor[k]! + STEP * one.off));
  }
  const kept = logFactor.map(
    (x, k) => (x * SCATTER ** 2) / (SCATTER ** 2 + (se[k]! / ELASTICITY) ** 2),
  );
  return {
    manning: manningOf(parts, kept),
    parts: parts.map((part, k) => ({ ...part, factor: Math.exp(kept[k]!) })),
  };
}

function manningOf(parts: readonly PartOfDay[], logFactor: Float64Array): Manning {
  return Float64Array.from({ length: QUARTERS }, (_, q) => {
    const k = parts.findIndex(({ toS }) => q * QUARTER_S < toS);
    return Math.exp(logFactor[k < 0 ? parts.length - 1 : k]!);
  });
}

/** How far waits of those who come in each part are off (logarithm), and the standard error from day to day. */
function misfits(
  parts: readonly PartOfDay[],
  days: readonly DayAgain[],
  edgesS: readonly number[],
  seed: number,
): { readonly off: number; readonly se: number }[] {
  const bins = edgesS.length - 1;
  const binsOf = parts.map(({ fromS, toS }) =>
    Array.from({ length: bins }, (_, b) => b).filter(
      (b) => edgesS[b]! >= fromS && edgesS[b]! < toS,
    ),
  );
  const sums = parts.map(() => days.map((): [seen: number, again: number] => [0, 0]));
  for (const [d, { scenario, byBin }] of days.entries()) {
    if (!byBin) continue;
    const day = simulateWaits(scenario, seed, d, edgesS);
    for (const [k, some] of binsOf.entries())
      for (const b of some) {
        let [calls, waits] = [0, 0];
        for (let c = 0; c < scenario.classes.length; c++) {
          calls += day.calls[c * bins + b]!;
          waits += day.waitSumS[c * bins + b]!;
        }
        if (calls === 0 || byBin.calls[b] === 0) continue;
        sums[k]![d]![0] += byBin.waitSumS[b]! + TRIFLE_S * byBin.calls[b]!;
        // As many as were called on the day itself.
        sums[k]![d]![1] += (waits / calls + TRIFLE_S) * byBin.calls[b]!;
      }
  }
  return sums.map((some) => {
    const seen = some.reduce((sum, [s]) => sum + s, 0);
    const again = some.reduce((sum, [, a]) => sum + a, 0);
    if (seen === 0 || again === 0) return { off: 0, se: Number.POSITIVE_INFINITY };
    const n = some.length;
    const squares = some.reduce((sum, [s, a]) => sum + (a / again - s / seen) ** 2, 0);
    return {
      off: Math.max(-1.5, Math.min(1.5, Math.log(again / seen))),
      se: n > 1 ? Math.sqrt((squares * n) / (n - 1)) : 1,
    };
  });
}

/** Counts of open windows, multiplied. */
export function manned(counts: OpenCounts, manning: Manning | undefined): OpenCounts {
  return manning
    ? { ...counts, mean: counts.mean.map((row) => row.map((x, q) => x * manning[q]!)) }
    : counts;
}
