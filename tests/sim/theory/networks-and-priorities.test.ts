import { describe, expect, it } from 'vitest';
import { mm1, mmc } from '../../../src/sim/theory/erlang';
import {
  constantTransform,
  erlangTransform,
  gg1Bounds,
  gim1,
} from '../../../src/sim/theory/general-arrivals';
import { mg1 } from '../../../src/sim/theory/general-service';
import { inverse, times } from '../../../src/sim/theory/linear';
import { jackson } from '../../../src/sim/theory/networks';
import { mg1Priorities, mmcPriorities } from '../../../src/sim/theory/priorities';

describe('priorities', () => {
  it('agree with the textbook’s two classes', () => {
    // One server, exponential of rate 1, 0.3 and 0.4 a second: W0 = 0.7, W1 = 0.7/0.7, W2 = 0.7/(0.7·0.3).
    const [first, second] = mmcPriorities([0.3, 0.4], 1, 1) as [number, number];
    expect(first).toBeCloseTo(1, 14);
    expect(second).toBeCloseTo(10 / 3, 13);
  });

  it('keep the mean wait over all, as nobody works less (Kleinrock’s conservation law)', () => {
    const rates = [0.8, 1.2, 1];
    const waits = mmcPriorities(rates, 1, 4);
    const mean = waits.reduce((sum, wait, i) => sum + wait * rates[i]!, 0) / 3;
    expect(mean).toBeCloseTo(mmc(3, 1, 4).waitMean, 13);
    const classes = [
      { arrivalRate: 0.3, serviceMean: 1.2, serviceCv: 0.5 },
      { arrivalRate: 0.2, serviceMean: 1.2, serviceCv: 0.5 },
    ];
    const [a, b] = mg1Priorities(classes) as [number, number];
    expect(0.6 * a + 0.4 * b).toBeCloseTo(mg1(0.5, 1.2, 0.5).waitMean, 13);
    expect(a).toBeLessThan(b);
  });

  it('refuse overload', () => {
    expect(() => mmcPriorities([2, 2.1], 1, 4)).toThrow(RangeError);
    expect(() => mg1Priorities([{ arrivalRate: 1, serviceMean: 1, serviceCv: 0 }])).toThrow(
      RangeError,
    );
  });
});

describe('GI/M/1', () => {
  it('is M/M/1 for exponential gaps', () => {
    expect(gim1(0.8, (s) => 0.8 / (0.8 + s), 1).waitMean).toBeCloseTo(4, 9);
    expect(gim1(0.8, erlangTransform(1.25, 1), 1).waitMean).toBeCloseTo(4, 9);
  });

  it('agrees with the root of D/M/1 in closed form', () => {
    // σ = exp(−2 (1 − σ)) at load 0.5: σ = −W(−2 exp(−2))/2 = 0.2031878699799799.
    const sigma = 0.2031878699799799;
    expect(gim1(1, constantTransform(1), 2).waitMean).toBeCloseTo(sigma / (2 * (1 - sigma)), 9);
  });

  it('waits less the more regular the gaps, and refuses overload', () => {
    const waits = [1, 2, 4, 50].map((n) => gim1(0.8, erlangTransform(1.25, n), 1).waitMean);
    expect(waits).toEqual([...waits].sort((a, b) => b - a));
    expect(waits[3]).toBeGreaterThan(gim1(0.8, constantTransform(1.25), 1).waitMean);
    expect(() => gim1(1, constantTransform(1), 1)).toThrow(RangeError);
  });
});

describe('G/G/1 bounds', () => {
  it('hold every exact wait that is known', () => {
    for (const load of [0.3, 0.6, 0.9]) {
      const poisson = gg1Bounds(load, 1, 1, 0.7);
      const exact = mg1(load, 1, 0.7).waitMean;
      expect(poisson.low).toBeLessThanOrEqual(exact);
      expect(poisson.high).toBeGreaterThanOrEqual(exact);
      for (const stages of [2, 10]) {
        const { low, high } = gg1Bounds(load, 1 / Math.sqrt(stages), 1, 1);
        const wait = gim1(load, erlangTransform(1 / load, stages), 1).waitMean;
        expect(low).toBeLessThanOrEqual(wait);
        expect(high).toBeGreaterThanOrEqual(wait);
      }
    }
  });

  it('have the upper one reached in heavy traffic', () => {
    expect(gg1Bounds(0.999, 1, 1, 0.5).high / mg1(0.999, 1, 0.5).waitMean).toBeCloseTo(1, 2);
    expect(() => gg1Bounds(1, 1, 1, 1)).toThrow(RangeError);
  });
});

describe('Jackson networks', () => {
  it('are M/M/1 queues one after the other', () => {
    const figures = jackson([
      { servers: 1, serviceRate: 2, arrivalRate: 1, onward: [0, 1] },
      { servers: 1, serviceRate: 3, arrivalRate: 0, onward: [0, 0] },
    ]);
    expect(figures[0]!.sojournMean).toBeCloseTo(mm1(1, 2).timeInSystemMean, 14);
    expect(figures[1]!.sojournMean).toBeCloseTo(0.5, 14);
  });

  it('count those who come again', () => {
    const [node] = jackson([{ servers: 2, serviceRate: 1, arrivalRate: 1, onward: [0.3] }]);
    expect(node!.arrivalRate).toBeCloseTo(1 / 0.7, 14);
    expect(node!.waitMean).toBeCloseTo(mmc(1 / 0.7, 1, 2).waitMean, 13);
  });

  it('refuse overload by those who come again', () => {
    const node = { servers: 1, serviceRate: 1, arrivalRate: 0.6 };
    expect(() => jackson([{ ...node, onward: [0.5] }])).toThrow(RangeError);
    expect(() => jackson([{ ...node, onward: [1] }])).toThrow(RangeError);
  });
});

describe('the inverse', () => {
  it('times the matrix is the identity, also where the first pivot is 0', () => {
    const matrix = [
      [0, 2, 1],
      [3, -1, 4],
      [1, 1, 1],
    ];
    const product = times(inverse(matrix), matrix);
    for (const [i, row] of product.entries())
      for (const [j, x] of row.entries()) expect(x).toBeCloseTo(i === j ? 1 : 0, 13);
    expect(() =>
      inverse([
        [1, 2],
        [2, 4],
      ]),
    ).toThrow(RangeError);
  });
});
