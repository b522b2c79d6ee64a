import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { Streams } from '../../../src/sim/kernel/streams';
import {
  chiSquare,
  independence,
  kolmogorovSmirnov,
  smallest,
} from '../../../src/sim/verification/fit';

const stream = new Streams(3, 0).stream('fit');
const uniforms = (n: number) => Float64Array.from({ length: n }, () => stream.uniform());

/** Share of p-values up to a tenth: a tenth of them for a true hypothesis. */
function lowShare(pValue: () => number): number {
  let low = 0;
  for (let i = 0; i < 1000; i++) if (pValue() <= 0.1) low++;
  return low / 1000;
}

describe('p-values are what they say where the hypothesis holds', () => {
  it('Kolmogorov–Smirnov', () => {
    const share = lowShare(() => kolmogorovSmirnov(uniforms(200), (x) => x));
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
  });

  it('Kolmogorov–Smirnov agrees with the printed table', () => {
    // √n D = 1.358 for 5 % and 1.628 for 1 %: a sample shifted by as much as that.
    const n = 1e6;
    for (const [d, p] of [
      [1.358, 0.05],
      [1.628, 0.01],
    ] as const) {
      const shift = d / Math.sqrt(n) - 0.5 / n;
      const sample = Float64Array.from({ length: n }, (_, i) => (i + 0.5) / n - shift);
      expect(kolmogorovSmirnov(sample, (x) => x)).toBeCloseTo(p, 3);
    }
  });

  it('chi-square', () => {
    const share = lowShare(() => {
      const counts = [0, 0, 0, 0];
      for (const u of uniforms(200)) counts[u < 0.4 ? 0 : u < 0.7 ? 1 : u < 0.9 ? 2 : 3]!++;
      return chiSquare(counts, (cell) => [0.4, 0.3, 0.2, 0.1][cell]!);
    });
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
  });

  it('independence, which counts two tests as one', () => {
    const share = lowShare(() => independence(uniforms(1000), uniforms(1000)));
    expect(share).toBeGreaterThan(0.06);
    expect(share).toBeLessThan(0.13);
  });
});

describe('p-values are small where the hypothesis fails', () => {
  it('another distribution', () => {
    const sample = uniforms(20_000).map((u) => -Math.log(u));
    expect(kolmogorovSmirnov(sample, (x) => jstat.exponential.cdf(x, 1))).toBeGreaterThan(1e-3);
    expect(kolmogorovSmirnov(sample, (x) => jstat.exponential.cdf(x, 1.1))).toBeLessThan(1e-6);
  });

  it('a little of the one in the other', () => {
    const a = uniforms(20_000);
    const b = uniforms(20_000).map((u, i) => (i % 20 === 0 ? a[i]! : u));
    expect(independence(a, b)).toBeLessThan(1e-6);
  });

  it('dependence without correlation', () => {
    const a = uniforms(20_000);
    expect(
      independence(
        a,
        a.map((u) => Math.abs(2 * u - 1)),
      ),
    ).toBeLessThan(1e-6);
  });
});

it('several tests together: the smallest, times their number', () => {
  expect(smallest([0.2, 0.01, 0.5])).toBeCloseTo(0.03, 15);
  expect(smallest([0.9, 0.8])).toBe(1);
});
