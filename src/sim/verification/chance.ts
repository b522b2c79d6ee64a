import jstat from 'jstat';
import type { Expectation, Unit, Verdict, VerificationRow } from './types';

/** Probability, at most, that a right program shows any 'differs' by chance in the whole table. */
export const FALSE_ALARM = 0.01;
/** Rows that chance decides number at most this; a test holds the table to it. */
export const MAX_CHANCE_ROWS = 160;
/**
 * Each such row may fail by chance this often, so all together at most `FALSE_ALARM` (Bonferroni).
 * Half is kept back because replications of a queue are skewed, for which Student's t promises a
 * little too much (Johnson, Journal of the American Statistical Association 73 (1978) 536–544).
 */
export const ROW_ALPHA = FALSE_ALARM / MAX_CHANCE_ROWS / 2;

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

/** Half the width of the interval of a normal figure, in standard errors. */
export const Z_ROW: number = jstat.normal.inv(1 - ROW_ALPHA / 2, 0, 1);

/** What a figure rests on, where that is not its independent replications themselves. */
interface Sample {
  readonly n?: number;
  readonly sample?: VerificationRow['sample'];
}

/** A figure with an interval `half` to either side. Throws RangeError if one is not finite. */
export function intervalRow(
  quantity: Text,
  unit: Unit,
  simulated: number,
  [low, high]: readonly [number, number],
  expected: Expectation,
  { n, sample }: Required<Sample>,
): VerificationRow {
  if (!Number.isFinite(high - low) || !Number.isFinite(simulated))
    throw new RangeError(`${quantity.en}: a figure is not finite`);
  return {
    quantity,
    unit,
    expected,
    simulated,
    interval: [low, high],
    confidence: 1 - ROW_ALPHA,
    n,
    sample,
    verdict: verdictOf(expected, simulated, [low, high]),
  };
}

/**
 * The row of a mean over independent replications (or days, or batches of draws), by Student's t.
 * Throws RangeError for fewer than two, or if one is not finite.
 */
export function meanRow(
  quantity: Text,
  unit: Unit,
  values: readonly (number | null)[],
  expected: Expectation,
  { n, sample = 'replications' }: Sample = {},
): VerificationRow {
  const known = values.filter((v) => v !== null);
  const mean = known.reduce((sum, v) => sum + v, 0) / known.length;
  const half = (tHalf(known.length - 1) * spreadOf(known)) / Math.sqrt(known.length);
  return intervalRow(quantity, unit, mean, [mean - half, mean + half], expected, {
    n: n ?? known.length,
    sample,
  });
}

/**
 * The row of a mean over people, from the [sum, people] of independent replications: the ratio of
 * the means, with the interval of a ratio estimator (Cochran, Sampling Techniques, 3rd ed., 2.11).
 * Throws RangeError as `meanRow` does.
 */
export function ratioRow(
  quantity: Text,
  unit: Unit,
  pairs: readonly (readonly [sum: number, people: number])[],
  expected: Expectation,
  { n = pairs.length, sample = 'replications' }: Sample = {},
): VerificationRow {
  const people = pairs.reduce((sum, pair) => sum + pair[1], 0);
  const ratio = pairs.reduce((sum, pair) => sum + pair[0], 0) / people;
  const left = pairs.map(([sum, of]) => sum - ratio * of);
  const half = (tHalf(pairs.length - 1) * spreadOf(left) * Math.sqrt(pairs.length)) / people;
  return intervalRow(quantity, unit, ratio, [ratio - half, ratio + half], expected, { n, sample });
}

/** Standard deviation of independent figures. Throws RangeError for fewer than two. */
export function spreadOf(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) throw new RangeError(`${n} figures have no spread`);
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1));
}

/**
 * The row of a share of independent experiments, with Wilson's interval.
 * Source: Wilson, Journal of the American Statistical Association 22 (1927) 209–212.
 */
export function shareRow(
  quantity: Text,
  count: number,
  experiments: number,
  expected: Expectation,
): VerificationRow {
  const share = count / experiments;
  const z = Z_ROW / Math.sqrt(experiments);
  const middle = (share + (z * z) / 2) / (1 + z * z);
  const half = (z * Math.sqrt(share * (1 - share) + (z * z) / 4)) / (1 + z * z);
  return intervalRow(quantity, 'share', share, [middle - half, middle + half], expected, {
    n: experiments,
    sample: 'experiments',
  });
}

/** The row of a test whose hypothesis should hold, from its p-value. */
export function testRow(
  quantity: Text,
  pValue: number,
  { n, sample = 'draws' }: Sample & { readonly n: number },
): VerificationRow {
  const expected = { kind: 'pValue', atLeast: ROW_ALPHA } as const;
  return {
    quantity,
    unit: '',
    expected,
    simulated: pValue,
    interval: null,
    confidence: null,
    n,
    sample,
    verdict: verdictOf(expected, pValue, null),
  };
}

/** The row of a figure in which chance plays no part. */
export function exactRow(
  quantity: Text,
  unit: Unit,
  simulated: number,
  expected: Expectation,
  { n, sample = 'days' }: Sample & { readonly n: number },
): VerificationRow {
  return {
    quantity,
    unit,
    expected,
    simulated,
    interval: null,
    confidence: null,
    n,
    sample,
    verdict: verdictOf(expected, simulated, null),
  };
}

/** A number to agree with; `tolerance` in its unit. */
export function value(number: number, tolerance = 0): Expectation {
  return { kind: 'value', value: number, tolerance };
}
