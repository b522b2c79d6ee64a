import { PRODUCT } from '../../src/scenarios/product';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { designsOf } from '../../src/sim/planning/design';
import { planWindows } from '../../src/sim/planning/fewest-windows';
import { outlookDifference, outlookOf } from '../../src/sim/planning/outlook';
import { underPromise } from '../../src/sim/planning/promise';
import { planStaffing } from '../../src/sim/planning/staffing';
import { PROCEDURE, type WindowsPlan } from '../../src/sim/planning/windows-plan';
import { loadShiftCover } from '../../src/workers/shift-cover';
import { quxi } from './results';

export const HALL = { zh: '曲溪街道政务服务大厅', en: 'Quxi service hall' };
export const base = { scenario: quxi, floorplan: null, seed: 7 };
export const promise = { withinS: 900, share: 0.9, mostAbandoned: null };
export const judging = { confidence: 0.95, tolerance: 0.01 };
export const evaluator = createLocalEvaluator();

const REPLICATIONS = 60;
const VERDICTS = ['undecided', 'feasible', 'feasible'] as const;

/**
 * Simulated with 11, 12 and 13 windows; what was decided of them is made up, so that it does not
 * hang on how the search goes: 12 do, 11 are undecided when the budget ends.
 */
async function budgetPlan(): Promise<WindowsPlan> {
  const scenario = underPromise(quxi, promise);
  const designs = designsOf(scenario, null, ['asArranged'], 11, 13);
  const answers = await evaluator.evaluate(
    'summary',
    designs.map((design) => ({
      variant: { ...base, scenario: design.scenario },
      from: 0,
      to: REPLICATIONS,
    })),
  );
  const [eleven, twelve, thirteen] = answers!.map((answer) => {
    if (!answer.ok) throw new Error(answer.reason);
    return answer.figures;
  });
  return {
    product: PRODUCT,
    scenario: quxi.id,
    floorplan: null,
    seed: base.seed,
    promise,
    judging,
    procedure: PROCEDURE,
    ending: 'budget',
    replications: 3 * REPLICATIONS,
    candidates: designs.map(({ organisation, windows, groups }, i) => ({
      organisation,
      windows,
      groups,
      verdict: VERDICTS[i]!,
      failed: null,
      outlook: outlookOf(promise, [eleven!, twelve!, thirteen!][i]!),
    })),
    recommended: 1,
    certain: false,
    best: 1,
    oneFewer: { candidate: 0, difference: outlookDifference(eleven!, twelve!) },
    present: {
      windows: 13,
      outlook: outlookOf(promise, thirteen!),
      difference: outlookDifference(twelve!, thirteen!),
    },
  };
}

export const budget = await budgetPlan();

/** A promise that 12 and 13 windows are far from keeping. */
export const unmeetable = await planWindows(
  {
    base,
    promise: { ...promise, share: 0.97 },
    judging,
    from: 12,
    to: 13,
    organisations: ['asArranged'],
    mostReplications: REPLICATIONS,
  },
  evaluator,
);

/** A promise that fewer windows than the present keep easily. */
export const pooled = await planWindows(
  {
    base,
    promise,
    judging,
    from: 11,
    to: 12,
    organisations: ['onePool'],
    mostReplications: REPLICATIONS,
  },
  evaluator,
);

export const staffing = await planStaffing(
  {
    base,
    promise: { ...promise, share: 0.6 },
    judging: { ...judging, tolerance: 0.05 },
    mostReplications: 100,
  },
  evaluator,
  await loadShiftCover(),
);
