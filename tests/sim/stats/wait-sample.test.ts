import { describe, expect, test } from 'vitest';
import { compileDistribution } from '../../../src/sim/kernel/distributions';
import { Streams } from '../../../src/sim/kernel/streams';
import { quantiles } from '../../../src/sim/stats/quantile';
import { SKETCH_ERROR, WaitSample } from '../../../src/sim/stats/wait-sample';

const PS = [0, 0.1, 0.5, 0.9, 0.95, 0.999, 1];

/** Waits as they come: some nobody's, the others widely spread. */
function waits(n: number): Float64Array {
  const sampler = compileDistribution({
    dist: 'mixture',
    components: [
      { probability: 0.3, of: { dist: 'deterministic', valueS: 0 } },
      { probability: 0.7, of: { dist: 'lognormal', meanS: 300, cv: 3 } },
    ],
  });
  const stream = new Streams(1, 0).stream('waits');
  return Float64Array.from({ length: n }, (_, i) => sampler.sample(stream.at(i)));
}

function sampleOf(values: Float64Array): WaitSample {
  const sample = new WaitSample();
  for (const value of values) sample.add(value);
  return sample;
}

describe('a sample of waits', () => {
  test('is exact up to a hundred thousand', () => {
    const values = waits(100_000);
    expect(sampleOf(values).quantiles(PS)).toEqual(quantiles(values, PS));
  });

  test('keeps quantiles within the stated error beyond, and the mean exactly', () => {
    const values = waits(250_000);
    const sample = sampleOf(values);
    const exact = quantiles(values, PS);
    for (const [i, found] of sample.quantiles(PS).entries()) {
      const error = Math.abs(found! - exact[i]!);
      // Between two order statistics the exact one is interpolated: they are close in so many.
      expect(error, `p = ${PS[i]}`).toBeLessThanOrEqual(1.01 * SKETCH_ERROR * exact[i]!);
    }
    const sum = values.reduce((total, value) => total + value, 0);
    expect(sample.mean).toBe(sum / values.length);
  });

  test.each([
    [1000, 2000],
    [60_000, 60_000],
    [150_000, 30_000],
  ])('of %i and %i joined is the sample of all', (a, b) => {
    const values = waits(a + b);
    const joined = WaitSample.join([sampleOf(values.subarray(0, a)), sampleOf(values.subarray(a))]);
    expect(joined.quantiles(PS)).toEqual(sampleOf(values).quantiles(PS));
    expect(joined.count).toBe(a + b);
  });

  test('of nobody says nothing', () => {
    expect(new WaitSample().mean).toBeNull();
    expect(new WaitSample().quantiles([0.5])).toEqual([null]);
  });
});
