import { clockOf } from '../../scenarios/clock';
import { hallDigest } from '../../scenarios/hall-digest';
import type { Scenario } from '../../scenarios/scenario';
import { provenanceOf, readable } from './provenance';
import type { Calibration } from './types';
import type { Combined } from './validation-types';

/**
 * The fitted scenario with what the log's days waited by half hour, so that a forecast of the same hall can join both.
 * Unchanged where there is no scenario, or nothing could be left out to weigh them.
 */
export function withPastWaits(fitted: Calibration, combined: Combined | null): Calibration {
  const { scenario, source } = fitted;
  if (!scenario || !combined || combined.past.length === 0) return fitted;
  const { hall, past, leftOutDays } = combined;
  const told: Scenario = {
    ...scenario,
    pastWaits: {
      halfHours: past.map(({ fromS, toS, waitS, days }) => ({
        from: clockOf(fromS).slice(0, 5),
        to: clockOf(toS).slice(0, 5),
        waitS: Math.min(86_400, readable(waitS, 4)),
        days,
      })),
      modelWeight: readable(hall.modelWeight, 3),
      errorQuantiles: hall.errorQuantiles.map((q) => readable(q, 4)),
      leftOutDays,
      ofHall: hallDigest(scenario),
      provenance: provenanceOf(source, {
        zh: '各半小时的平均等候，以及轮流留出若干天得出的权重',
        en: 'mean waits by half hour, and the weight by days left out by turns',
      }),
    },
  };
  return { ...fitted, scenario: told };
}
