import type { ComparisonReport, FinishedComparison, Variant } from '../../sim/experiments/compare';
import type { Variant as Subject } from '../../sim/experiments/evaluator';
import {
  HALL_MEASURE_IDS,
  type HallMeasures,
  MEASURE_IDS,
  type Measure,
} from '../../sim/experiments/report';
import type { Sweeps } from '../../workers/sweep-job';
import type { FormProblem } from './check-form';
import type { VariantForm } from './variant-form';

/** A comparison as asked: of the variants on the page those that can be run. */
export interface Asked {
  readonly forms: readonly VariantForm[];
  /** Of every form the variant that was run, or why it was not. */
  readonly subjects: readonly (Subject | FormProblem)[];
  readonly request: Sweeps['compare']['request'];
}

/** A comparison with what it was of. */
export interface Answered {
  readonly asked: Asked;
  readonly answer: FinishedComparison;
}

/** The variant that was run; null for one that could not be. */
export function subjectAt({ subjects }: Asked, i: number): Subject | null {
  const subject = subjects[i];
  return subject && 'scenario' in subject ? subject : null;
}

const NONE: Measure = { mean: null, ci95: null, n: 0 };
const NO_MEASURES = Object.fromEntries(
  [...MEASURE_IDS, ...HALL_MEASURE_IDS].map((id) => [id, NONE]),
) as unknown as HallMeasures;

/**
 * The report with those that could not be run in their places, so that every variant keeps the
 * letter that its card has.
 *
 * @param why words for a problem
 */
export function withFailed(
  { asked, answer }: Answered,
  why: (problem: FormProblem) => string,
): ComparisonReport {
  let next = 0;
  return {
    ...answer,
    variants: asked.subjects.map((subject, i): Variant => {
      if ('scenario' in subject) return answer.variants[next++]!;
      const { scenario, floorplan, name } = asked.forms[i]!;
      return {
        scenario: scenario.id,
        name: name || scenario.name,
        floorplan: floorplan?.id ?? null,
        failed: why(subject),
        stopped: 0,
        measures: NO_MEASURES,
        difference: i === 0 ? null : NO_MEASURES,
        curves: {
          edgesS: [],
          waitMeanS: [],
          queueMean: [],
          peopleMean: [],
          waitQuantilesS: [],
          utilisation: {},
        },
      };
    }),
  };
}

/** Whether the variants on the page are still the ones that were compared, in their order. */
export function answersForms({ forms }: Asked, now: readonly VariantForm[]): boolean {
  return (
    forms.length === now.length &&
    forms.every((form, i) => {
      const other = now[i]!;
      return (
        form.scenario === other.scenario &&
        form.floorplan?.id === other.floorplan?.id &&
        form.windows === other.windows &&
        form.organisation === other.organisation &&
        form.queueing === other.queueing &&
        form.demand === other.demand &&
        form.service === other.service
      );
    })
  );
}
