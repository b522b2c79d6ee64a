import { coverersOf } from './instance';
import type { Instance } from './problem';
import type { Programme, ProgrammeRow } from './programme';

const infinity = Number.POSITIVE_INFINITY;

/** Rows of a covering, over one column for each candidate: every need met, no place twice. */
export function coverRows(instance: Instance): ProgrammeRow[] {
  return [
    ...coverersOf(instance).map((columns, e) => ({
      columns,
      factors: 1,
      least: instance.need[e]!,
      most: infinity,
    })),
    ...placeRows(instance.places),
  ];
}

export function placeRows(places: readonly (readonly number[])[]): ProgrammeRow[] {
  return places.map((columns) => ({ columns, factors: 1, least: -infinity, most: 1 }));
}

/** The least cost of a cover; with fractions of candidates it is the linear relaxation. */
export function coverProgramme(instance: Instance, whole: boolean): Programme {
  return {
    columns: instance.cost.map((cost) => ({ cost, most: 1, whole })),
    rows: coverRows(instance),
  };
}

/**
 * The fewest needs left unmet where places exclude each other, by a column more for each element;
 * or, where that number is known, the least cost of leaving no more unmet.
 */
export function shortfallProgramme(instance: Instance, most = infinity): Programme {
  const { cost, need } = instance;
  const isKnown = most < infinity;
  const shortfalls = need.map((_, e) => cost.length + e);
  const rows = coverRows(instance).map((row, e) =>
    e < need.length ? { ...row, columns: [...row.columns, cost.length + e] } : row,
  );
  return {
    columns: [
      ...cost.map((one) => ({ cost: isKnown ? one : 0, most: 1, whole: true })),
      ...need.map((n) => ({ cost: isKnown ? 0 : 1, most: n, whole: true })),
    ],
    rows: isKnown ? [...rows, { columns: shortfalls, factors: 1, least: -infinity, most }] : rows,
  };
}
