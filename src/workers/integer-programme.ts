import highs, { type Highs, type Model, type ModelData } from 'highs';
import type {
  Programme,
  ProgrammeAnswer,
  ProgrammeOptions,
  ProgrammeSolver,
} from '../coverage/placement/programme';

/**
 * The exact solver of programmes in whole numbers (HiGHS, branch and cut; Huangfu and Hall,
 * Mathematical Programming Computation 10, 2018). Optimal means with no gap left. One thread, a
 * fixed seed and a fresh solver for each programme: the same programme has the same answer, as
 * long as no time limit cuts it short.
 *
 * @param wasm address of its binary, where the package can't find it by itself
 */
export async function loadProgrammeSolver(wasm?: string): Promise<ProgrammeSolver> {
  const solver = await highs(wasm === undefined ? {} : { locateFile: () => wasm });
  return (programme, options = {}) =>
    programme.columns.length === 0
      ? withoutColumns(programme)
      : solver.withModel(modelOf(programme, solver), (model) =>
          solve(solver, model, programme, options),
        );
}

/** HiGHS calls a model of no columns empty, whatever its rows ask for. */
function withoutColumns({ rows }: Programme): ProgrammeAnswer {
  const feasible = rows.every(({ least, most }) => least <= 0 && most >= 0);
  return feasible
    ? { status: 'optimal', values: [], bound: 0, seconds: 0 }
    : { status: 'infeasible', values: null, bound: Number.POSITIVE_INFINITY, seconds: 0 };
}

function modelOf({ columns, rows }: Programme, { constants }: Highs): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [i, column] of row.columns.entries()) {
      indices.push(column);
      values.push(typeof row.factors === 'number' ? row.factors : row.factors[i]!);
    }
    starts.push(indices.length);
  }
  const { continuous, integer } = constants.variableType;
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ most }) => most),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: {
      format: 'csr',
      numCols: columns.length,
      numRows: rows.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: columns.map(({ whole }) => (whole ? integer : continuous)),
  };
}

function solve(
  { constants }: Highs,
  model: Model,
  { columns }: Programme,
  { seconds, nodes, start }: ProgrammeOptions,
): ProgrammeAnswer {
  model.options.set({
    output_flag: false,
    random_seed: 0,
    mip_rel_gap: 0,
    ...(seconds === undefined ? {} : { time_limit: seconds }),
    ...(nodes === undefined ? {} : { mip_max_nodes: nodes }),
  });
  if (start) model.setSolution({ colValue: start });
  model.run();
  const took = model.getRunTime();
  const status = model.getModelStatus();
  const { infeasible, optimal, unboundedOrInfeasible } = constants.modelStatus;
  // Nothing here is unbounded: costs are positive where columns are not bounded.
  if (status === infeasible || status === unboundedOrInfeasible)
    return { status: 'infeasible', values: null, bound: Number.POSITIVE_INFINITY, seconds: took };
  const found =
    model.info.get('primal_solution_status') === constants.solutionStatus.feasible
      ? Array.from(model.getSolution().colValue, (value, c) =>
          // Plus nothing: a zero below zero is zero.
          columns[c]!.whole ? Math.round(value) + 0 : value,
        )
      : null;
  const isWhole = columns.some(({ whole }) => whole);
  if (status === optimal)
    return {
      status: 'optimal',
      values: found,
      bound: isWhole
        ? Number(model.info.get('mip_dual_bound'))
        : Number(model.info.get('objective_function_value')),
      seconds: took,
    };
  return {
    status: 'limit',
    values: found,
    bound: isWhole ? Number(model.info.get('mip_dual_bound')) : Number.NEGATIVE_INFINITY,
    seconds: took,
  };
}
