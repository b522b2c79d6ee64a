import { coverRows, placeRows } from './cover-programme';
import type { Instance } from './problem';
import type { Programme, ProgrammeRow } from './programme';
import type { Region } from './regions';

/** What a choice for the floor is bound to. */
export interface FloorTerms {
  /** Candidates that have to be chosen. */
  readonly kept: readonly number[];
  /** Candidates that may be chosen, those kept among them. */
  readonly most: number;
  /** What they may cost. */
  readonly mostCost: number;
}

/**
 * The choice that sees the most floor, and still meets every need of the instance: a column for
 * each candidate, then one for each region, which is seen no more than somebody sees it. Seen is
 * counted in `unitOf`, whatever cells weigh.
 */
export function floorProgramme(
  instance: Instance,
  regions: readonly Region[],
  { kept, most, mostCost }: FloorTerms,
): Programme {
  const { cost, places } = instance;
  const unit = unitOf(regions);
  const infinity = Number.POSITIVE_INFINITY;
  const all = [...cost.keys()];
  const rows: ProgrammeRow[] = [
    ...(kept.length > 0
      ? [{ columns: kept, factors: 1, least: kept.length, most: infinity }, ...placeRows(places)]
      : coverRows(instance)),
    { columns: all, factors: 1, least: -infinity, most },
    ...(Number.isFinite(mostCost)
      ? [{ columns: all, factors: cost, least: -infinity, most: mostCost }]
      : []),
    ...regions.map(({ seers }, r) => ({
      columns: [cost.length + r, ...seers],
      factors: [1, ...seers.map(() => -1)],
      least: -infinity,
      most: 0,
    })),
  ];
  return {
    columns: [
      ...cost.map(() => ({ cost: 0, most: 1, whole: true })),
      // Whole by themselves, once the candidates are.
      ...regions.map(({ weight }) => ({ cost: -weight / unit, most: 1, whole: false })),
    ],
    rows,
  };
}

/** Weight of the heaviest region: the solver's tolerances are made for numbers about one. */
export function unitOf(regions: readonly Region[]): number {
  return regions.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
}
