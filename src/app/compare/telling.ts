import { changeOf, measuresToShow } from '../../sim/experiments/change';
import type { ComparisonReport } from '../../sim/experiments/compare';
import type { HallMeasureId, Measure, MeasureId } from '../../sim/experiments/report';
import { MEASURE_KINDS, type MeasureKind } from '../format';

type Id = MeasureId | HallMeasureId;

/** A difference that is worth a sentence, or that there is none to be seen. */
export interface Finding {
  /** Place of the variant. */
  readonly variant: number;
  readonly measure: Id;
  readonly difference: Measure;
}

/** Measures of which one tells for all. Those in none of the groups are not told. */
const TOPICS: readonly (readonly Id[])[] = [
  ['walkMeanM'],
  ['standingMax', 'peopleMax'],
  ['queueMax', 'queueMean'],
  ['abandonedShare', 'balkedShare', 'turnedAwayShare'],
  ['overtimeS'],
  ['staffHours'],
  ['oneVisitShare'],
  ['promisedLateShare', 'caseDaysMean'],
];

/** What a mean is at least held to be, so that much of almost nothing is not much. */
const LEAST: Readonly<Record<MeasureKind, number>> = {
  count: 10,
  people: 2,
  cases: 5,
  duration: 60,
  share: 0.05,
  days: 1,
  hours: 5,
  ratio: 1,
  metres: 5,
};

/** A difference below this part of the first variant's mean is none to speak of. */
const SPEAKABLE = 0.01;

/**
 * The two or three differences to the first variant that tell most: of the mean wait always, and
 * of two other matters those that differ most in proportion and are clear.
 */
export function findingsOf(report: ComparisonReport): Finding[] {
  const shown = new Set(measuresToShow(report));
  const wait = shown.has('waitMeanS') ? largest(report, ['waitMeanS'], false) : null;
  const others = TOPICS.flatMap((topic) => {
    const found = largest(
      report,
      topic.filter((id) => shown.has(id)),
      true,
    );
    return found && sizeOf(report, found) >= SPEAKABLE ? [found] : [];
  }).sort((a, b) => sizeOf(report, b) - sizeOf(report, a));
  return [...(wait ? [wait] : []), ...others.slice(0, 2)];
}

function largest(report: ComparisonReport, ids: readonly Id[], clear: boolean): Finding | null {
  let best: Finding | null = null;
  for (const [variant, { difference, failed }] of report.variants.entries()) {
    if (!difference || failed !== null) continue;
    for (const measure of ids) {
      const found = { variant, measure, difference: difference[measure] };
      if (found.difference.mean === null || (clear && !isClear(found))) continue;
      const clearer = best !== null && isClear(found) && !isClear(best);
      const larger = best !== null && sizeOf(report, found) > sizeOf(report, best);
      if (best === null || clearer || (larger && isClear(found) === isClear(best))) best = found;
    }
  }
  return best;
}

export function isClear({ measure, difference }: Finding): boolean {
  return !['unclear', 'same'].includes(changeOf(measure, difference));
}

function sizeOf({ variants }: ComparisonReport, { measure, difference }: Finding): number {
  const of = Math.abs(variants[0]?.measures[measure].mean ?? 0);
  return Math.abs(difference.mean ?? 0) / Math.max(of, LEAST[MEASURE_KINDS[measure]]);
}
