import { source } from '../../scenarios/sources';

/** Levels of service of a standing crowd, the best first. */
export const LEVELS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Level = (typeof LEVELS)[number];

/** Least floor a person for a level, m²; F is below E. */
export const LEAST_M2: Readonly<Record<Exclude<Level, 'F'>, number>> = {
  A: 1.2,
  B: 0.9,
  C: 0.6,
  D: 0.3,
  E: 0.2,
};

export const LEVEL_PROVENANCE = source(
  'HCM（公路通行能力手册）排队人群服务水平',
  'HCM, levels of service of queueing crowds',
  'high',
);

/** Level of service at a density, persons/m². */
export function levelOf(density: number): Level {
  const areaM2 = 1 / density;
  // A level begins above its limit: exactly 1.2 m² is B.
  return (['A', 'B', 'C', 'D', 'E'] as const).find((level) => areaM2 > LEAST_M2[level]) ?? 'F';
}
