import type { Distribution } from '../../scenarios/distribution';
import { type Scenario, type ScenarioInput, scenarioSchema } from '../../scenarios/scenario';

type ClassInput = ScenarioInput['classes'][number];
type WindowInput = ScenarioInput['windows'][number];

/** Exponential with a mean in seconds. */
export const exponential = (meanS: number): Distribution => ({ dist: 'exponential', meanS });

/** Poisson arrivals at a rate per second. */
export const poisson = (perSecond: number): ClassInput['arrivals'] => ({
  kind: 'poisson',
  perHour: 3600 * perSecond,
});

/** Windows `w1`, `w2`, … that serve the classes. */
export function windows(count: number, serves: readonly string[], prefix = 'w'): WindowInput[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${prefix}${i + 1}`,
    name: `${prefix}${i + 1}`,
    serves: [...serves],
  }));
}

/** "HH:MM" of a number of hours, which may have halves. */
export function clock(hours: number): string {
  const minutes = String(Math.round((hours % 1) * 60)).padStart(2, '0');
  return `${String(Math.floor(hours)).padStart(2, '0')}:${minutes}`;
}

/** A scenario without a floor plan; what is not said has no part in it. */
export function question(
  id: string,
  parts: Pick<ScenarioInput, 'horizon' | 'classes' | 'windows'> & Partial<ScenarioInput>,
): Scenario {
  const frame = {
    format: 'hall-twin/scenario',
    version: 1,
    floorplan: null,
    targetWaitS: 1,
  } as const;
  return scenarioSchema.parse({ ...frame, id, name: id, ...parts });
}

/** Open without end, figures after a warm-up of a twentieth. */
export function steady(durationS: number) {
  return { kind: 'continuous' as const, warmUpS: durationS / 20, durationS };
}
