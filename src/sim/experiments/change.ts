import type { ComparisonReport } from './compare';
import {
  BETTER,
  type HallMeasureId,
  type Measure,
  type MeasureId,
  tellingMeasures,
} from './report';

type Id = MeasureId | HallMeasureId;

/** What a paired difference says of a measure. */
export type Change = 'better' | 'worse' | 'changed' | 'unclear' | 'same';

/**
 * Better or worse by the measure's own direction if the interval leaves zero out; `unclear` if it
 * holds zero or there is none; `changed` where neither way is better; `same` to the last digit in
 * every pair.
 */
export function changeOf(id: Id, { mean, ci95 }: Measure): Change {
  if (mean === 0 && ci95 !== null && ci95[0] === 0 && ci95[1] === 0) return 'same';
  if (mean === null || ci95 === null || (ci95[0] <= 0 && ci95[1] >= 0)) return 'unclear';
  const better = BETTER[id];
  if (better === null) return 'changed';
  return mean > 0 === (better === 'higher') ? 'better' : 'worse';
}

/** The measures that say something of either variant: first those to be watched, in their order. */
export function measuresToShow(
  report: ComparisonReport,
  watch: readonly string[] = [],
): readonly Id[] {
  const telling = new Set(report.variants.flatMap((v) => tellingMeasures(v.measures)));
  const first = watch.filter((id): id is Id => telling.has(id as Id));
  return [...first, ...[...telling].filter((id) => !first.includes(id))];
}
