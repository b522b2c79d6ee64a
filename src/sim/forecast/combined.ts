import { clockToS } from '../../scenarios/clock';
import { hallDigest } from '../../scenarios/hall-digest';
import type { Scenario } from '../../scenarios/scenario';
import type { DayFan, HalfHourFan } from './fan';

/** A half hour as model and past days together foresee it. */
export interface CombinedHalfHour {
  readonly fromS: number;
  readonly toS: number;
  /** Mean wait of the days of the log; of the simulated days; and of both, weighed. null: none comes then. */
  readonly pastS: number | null;
  readonly modelS: number | null;
  readonly waitS: number | null;
  /** At the probabilities of the fan; null where there is no `waitS`. */
  readonly quantiles: readonly (number | null)[];
}

/** The forecast in which a fitted model counts as much as days left out of the fit have shown. */
export interface CombinedForecast {
  readonly modelWeight: number;
  readonly leftOutDays: number;
  readonly halfHours: readonly CombinedHalfHour[];
}

/** As in the fit: added to waits before they are divided. */
const OFFSET_S = 60;

/** Whether the scenario carries past waits, and is still the hall that waited so. */
export function pastOf({ pastWaits, ...scenario }: Scenario): 'none' | 'same' | 'changed' {
  if (!pastWaits) return 'none';
  return pastWaits.ofHall === hallDigest(scenario) ? 'same' : 'changed';
}

/**
 * Joins the fan of a day with the half-hour means of past days, by the weight that days left out of the fit gave; the
 * quantiles are the forecast's own errors on those days. Half hours that the log does not know have none.
 *
 * @returns null without past waits, or for a hall that has been changed since: its past says nothing of it
 */
export function combinedWith(scenario: Scenario, { halfHours }: DayFan): CombinedForecast | null {
  const { pastWaits } = scenario;
  if (!pastWaits || pastOf(scenario) !== 'same') return null;
  const { modelWeight, errorQuantiles, leftOutDays } = pastWaits;
  const pastAt = new Map(pastWaits.halfHours.map(({ from, waitS }) => [clockToS(from), waitS]));
  return {
    modelWeight,
    leftOutDays,
    halfHours: halfHours.map(({ fromS, toS, waitS: simulated }: HalfHourFan): CombinedHalfHour => {
      const pastS = pastAt.get(fromS) ?? null;
      const modelS = simulated.mean.mean;
      const waitS =
        pastS === null || modelS === null ? null : modelWeight * modelS + (1 - modelWeight) * pastS;
      return {
        fromS,
        toS,
        pastS,
        modelS,
        waitS,
        quantiles: errorQuantiles.map((q) =>
          waitS === null ? null : Math.max(0, (waitS + OFFSET_S) * Math.exp(q) - OFFSET_S),
        ),
      };
    }),
  };
}
