import highs from 'highs';
import { type CoverProblem, type CoverSolver, coverModel } from '../sim/planning/cover';

/**
 * The exact solver of shift covers (HiGHS).
 *
 * @param wasm address of its binary, where the package can't find it by itself
 */
export async function loadShiftCover(wasm?: string): Promise<CoverSolver> {
  const solver = await highs(wasm === undefined ? {} : { locateFile: () => wasm });
  return (problem: CoverProblem) => {
    const solution = solver.solve(coverModel(problem), { output_flag: false });
    if (solution.Status !== 'Optimal') return null;
    return problem.patterns.map((_, p) => {
      const column = solution.Columns[`x${p}`];
      return column && 'Primal' in column ? Math.round(column.Primal) : 0;
    });
  };
}
