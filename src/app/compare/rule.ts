import type { HallMeasureId, MeasureId } from '../../sim/experiments/report';
import type { StoppingRule } from '../../sim/experiments/stopping';
import { MEASURE_KINDS } from '../format';

/** Replications on offer where their number is chosen. */
export const COUNTS = [30, 100, 300] as const;

/** Measures that a precision may be asked of, with the half width to begin with, as shown. */
export const PRECISIONS = {
  waitMeanS: 0.5,
  waitP90S: 1,
  withinTargetShare: 2,
  abandonedShare: 1,
  timeInHallMeanS: 0.5,
  queueMean: 0.5,
  queueMax: 1,
  peopleMax: 1,
  standingMax: 1,
  walkMeanM: 0.5,
  overtimeS: 1,
} as const satisfies Partial<Record<MeasureId | HallMeasureId, number>>;
export type PrecisionMeasure = keyof typeof PRECISIONS;

/** When to stop, as chosen on the page. */
export interface RuleForm {
  readonly kind: 'count' | 'precision';
  readonly count: number;
  readonly measure: PrecisionMeasure;
  /** In the unit that is shown: minutes, percentage points. */
  readonly halfWidth: number;
  /** Replications at most, of a precision. */
  readonly most: number;
}

export const FIRST_RULE: RuleForm = {
  kind: 'count',
  count: 100,
  measure: 'waitMeanS',
  halfWidth: PRECISIONS.waitMeanS,
  most: 1000,
};

/** What a figure is multiplied with to be shown. */
export function shownScale(id: MeasureId | HallMeasureId): number {
  const kind = MEASURE_KINDS[id];
  return kind === 'duration' ? 1 / 60 : kind === 'share' ? 100 : 1;
}

export function ruleOf({ kind, count, measure, halfWidth, most }: RuleForm): StoppingRule {
  return kind === 'count'
    ? { most: count }
    : { most, precision: { measure, halfWidth: halfWidth / shownScale(measure) } };
}

/** The choice on the page that comes to a rule. */
export function ruleFormOf({ most, precision }: StoppingRule): RuleForm {
  if (!precision) return { ...FIRST_RULE, count: most };
  const { measure, halfWidth } = precision;
  if (!(measure in PRECISIONS)) return { ...FIRST_RULE, count: most };
  return {
    ...FIRST_RULE,
    kind: 'precision',
    measure: measure as PrecisionMeasure,
    halfWidth: Number((halfWidth * shownScale(measure)).toPrecision(6)),
    most,
  };
}
