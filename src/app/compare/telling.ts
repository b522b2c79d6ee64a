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

const MOST_TOLD = 3;

/** A difference below this part of the first variant's mean is none to speak of. */
const SPEAKABLE = 0.01;

/**
 * The two or three differences to the first variant that tell most. Of the mean wait always: among
 * several variants the best and the worst; then of other matters those that differ most in
 * proportion and are clear.
 */
export function findingsOf(report: ComparisonReport): Finding[] {
  const shown = new Set(measuresToShow(report));
  const told = shown.has('waitMeanS') ? waitsOf(report) : [];
  const others = TOPICS.flatMap((topic) => {
    const found = largest(
      report,
      differencesOf(
        report,
        topic.filter((id) => shown.has(id)),
      ).filter(isClear),
    );
    return found && sizeOf(report, found) >= SPEAKABLE ? [found] : [];
  }).sort((a, b) => sizeOf(report, b) - sizeOf(report, a));
  return [...told, ...others.slice(0, MOST_TOLD - told.length)].sort(
    (a, b) => a.variant - b.variant,
  );
}

/** The best and the worst wait, as far as they are clear; else the largest difference there is. */
function waitsOf(report: ComparisonReport): Finding[] {
  const all = differencesOf(report, ['waitMeanS']);
  const clear = all.filter(isClear);
  if (clear.length === 0) {
    const found = largest(report, all);
    return found ? [found] : [];
  }
  const by = (sign: number) =>
    largest(
      report,
      clear.filter(({ difference }) => difference.mean! * sign > 0),
    );
  return [by(-1), by(1)].filter((found) => found !== null);
}

function differencesOf(report: ComparisonReport, ids: readonly Id[]): Finding[] {
  return report.variants.flatMap(({ difference, failed }, variant) =>
    difference && failed === null
      ? ids
          .map((measure) => ({ variant, measure, difference: difference[measure] }))
          .filter((found) => found.difference.mean !== null)
      : [],
  );
}

function largest(report: ComparisonReport, findings: readonly Finding[]): Finding | null {
  let best: Finding | null = null;
  for (const found of findings)
    if (best === null || sizeOf(report, found) > sizeOf(report, best)) best = found;
  return best;
}

export function isClear({ measure, difference }: Finding): boolean {
  return !['unclear', 'same'].includes(changeOf(measure, difference));
}

function sizeOf({ variants }: ComparisonReport, { measure, difference }: Finding): number {
  const of = Math.abs(variants[0]?.measures[measure].mean ?? 0);
  return Math.abs(difference.mean ?? 0) / Math.max(of, LEAST[MEASURE_KINDS[measure]]);
}
