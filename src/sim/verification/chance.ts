import jstat from 'jstat';
import type { Expectation, Unit, Verdict, VerificationRow } from './types';

/** Probability, at most, that a right program shows any 'differs' by chance in the whole table. */
export const FALSE_ALARM = 0.01;
/** Rows that chance decides number at most this; a test holds the table to it. */
export const MAX_CHANCE_ROWS = 250;
/** Each such row may fail by chance this often, so all together at most `FALSE_ALARM` (Bonferroni). */
export const ROW_ALPHA = FALSE_ALARM / MAX_CHANCE_ROWS;

type Text = VerificationRow['quantity'];

/** Half the width of the interval of a mean, in standard errors. */
function tHalf(degreesOfFreedom: number): number {
  return jstat.studentt.inv(1 - ROW_ALPHA / 2, degreesOfFreedom);
}

/** Whether a figure with its interval agrees with what is expected. */
export function verdictOf(
  expected: Expectation,
  simulated: number,
  interval: readonly [number, number] | null,
): Verdict {
  const [low, high] = interval ?? [simulated, simulated];
  const agrees = (() => {
    switch (expected.kind) {
      case 'value':
        return (
          low - expected.tolerance <= expected.value && expected.value <= high + expected.tolerance
        );
      case 'between':
        return (
          high >= (expected.low ?? Number.NEGATIVE_INFINITY) &&
          low <= (expected.high ?? Number.POSITIVE_INFINITY)
        );
      case 'pValue':
        return simulated >= expected.atLeast;
    }
  })();
  return agrees ? 'agrees' : 'differs';
}

/**
 * The row of a mean over independent replications. Student's t. Throws RangeError for fewer than
 * two or for figures that are not finite.
 */
export function meanRow(
  quantity: Text,
  unit: Unit,
  values: readonly (number | null)[],
  expected: Expectation,
  sample: VerificationRow['sample'] = 'replications',
): VerificationRow {
  const known = values.filter((v) => v !== null);
  const n = known.length;
  if (n < 2) throw new RangeError(`${quantity.en}: ${n} figures have no interval`);
  const mean = known.reduce((sum, v) => sum + v, 0) / n;
  const squares = known.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  const half = tHalf(n - 1) * Math.sqrt(squares / (n - 1) / n);
  if (!Number.isFinite(half)) throw new RangeError(`${quantity.en}: a figure is not finite`);
  const interval = [mean - half, mean + half] as const;
  return {
    quantity,
    unit,
    expected,
    simulated: mean,
    interval,
    confidence: 1 - ROW_ALPHA,
    n,
    sample,
    verdict: verdictOf(expected, mean, interval),
  };
}

/** A number to agree with; `tolerance` in its unit. */
export function value(number: number, tolerance = 0): Expectation {
  return { kind: 'value', value: number, tolerance };
}
