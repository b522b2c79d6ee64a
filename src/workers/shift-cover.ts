import type { Programme } from '../coverage/placement/programme';
import type { CoverProblem, CoverSolver } from '../sim/planning/cover';
import { loadProgrammeSolver } from './integer-programme';

/**
 * The exact solver of shift covers (HiGHS).
 *
 * @param wasm address of its binary, where the package can't find it by itself
 */
export async function loadShiftCover(wasm?: string): Promise<CoverSolver> {
  const solve = await loadProgrammeSolver(wasm);
  return (problem) => solve(shiftProgramme(problem)).values?.slice() ?? null;
}

/** A cover problem as a linear programme in whole numbers. */
function shiftProgramme({ need, patterns, most }: CoverProblem): Programme {
  const infinity = Number.POSITIVE_INFINITY;
  return {
    // Of equally many hours, fewer windows; a window weighs less than any half hour.
    columns: patterns.map(({ hours }) => ({ cost: hours + 0.001, most: infinity, whole: true })),
    rows: need.flatMap((n, t) => {
      const columns = patterns.flatMap(({ covers }, p) => (covers[t] ? [p] : []));
      return [
        { columns, factors: 1, least: n, most: infinity },
        { columns, factors: 1, least: -infinity, most },
      ];
    }),
  };
}
