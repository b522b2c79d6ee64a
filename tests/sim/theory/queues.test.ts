import { describe, expect, it } from 'vitest';
import { erlangB, erlangC, mm1, mmc } from '../../../src/sim/theory/erlang';
import { erlangA } from '../../../src/sim/theory/erlang-a';
import { md1, mdc, mg1 } from '../../../src/sim/theory/general-service';
import { meanNumber, meanTime } from '../../../src/sim/theory/little';

const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

/** Stationary probabilities of a birth-death chain cut off at `states`, by elimination of flows. */
function chain(
  states: number,
  birth: (n: number) => number,
  death: (n: number) => number,
): number[] {
  const logs = [0];
  for (let n = 1; n < states; n++) logs.push(logs[n - 1]! + Math.log(birth(n - 1) / death(n)));
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

const mean = (p: readonly number[], of: (n: number) => number) =>
  p.reduce((sum, probability, n) => sum + probability * of(n), 0);

describe('M/M/c', () => {
  it('agrees with the HP-12C manual: rates 1.2 and 0.5, three servers', () => {
    const queue = mmc(1.2, 0.5, 3);
    expect(queue.waitMean).toBeCloseTo(2.16, 2);
    expect(queue.queueMean).toBeCloseTo(2.59, 2);
  });

  it('agrees with the published wait of M/M/8 at 7.2', () => {
    expect(mmc(7.2, 1, 8).waitMean).toBeCloseTo(0.87692, 5);
  });

  it('with one server is the textbook M/M/1', () => {
    // rho = 0.8: W = rho/(mu − lambda), L = rho/(1 − rho), P(W > t) = rho exp(−(mu − lambda) t).
    const queue = mm1(4, 5);
    expect(queue.utilisation).toBeCloseTo(0.8, 14);
    expect(queue.waitMean).toBeCloseTo(0.8, 14);
    expect(queue.queueMean).toBeCloseTo(3.2, 13);
    expect(queue.inSystemMean).toBeCloseTo(4, 13);
    expect(queue.timeInSystemMean).toBeCloseTo(1, 14);
    expect(queue.waitProbability).toBeCloseTo(0.8, 14);
    expect(queue.waitAtMost(2)).toBeCloseTo(1 - 0.8 * Math.exp(-2), 14);
    expect(queue.waitAtMost(-1)).toBe(0);
  });

  it('wait quantiles are where the distribution says', () => {
    const queue = mmc(7.2, 1, 8);
    for (const p of [0.5, 0.9, 0.95, 0.999])
      expect(queue.waitAtMost(queue.waitQuantile(p))).toBeCloseTo(p, 13);
    expect(queue.waitQuantile(0)).toBe(0);
    expect(queue.waitQuantile(1 - queue.waitProbability - 1e-6)).toBe(0);
    for (const p of [-0.1, 1, Number.NaN]) expect(() => queue.waitQuantile(p)).toThrow(RangeError);
  });

  it('agrees with its own chain', () => {
    const p = chain(
      3000,
      () => 7.2,
      (n) => Math.min(n, 8),
    );
    expect(
      relative(
        mmc(7.2, 1, 8).queueMean,
        mean(p, (n) => Math.max(0, n - 8)),
      ),
    ).toBeLessThan(1e-10);
    expect(
      relative(
        erlangC(7.2, 8),
        mean(p, (n) => (n >= 8 ? 1 : 0)),
      ),
    ).toBeLessThan(1e-10);
  });

  it('refuses overload and senseless parameters', () => {
    expect(() => mmc(8, 1, 8)).toThrow(RangeError);
    expect(() => mmc(1, 1, 1.5)).toThrow(RangeError);
    expect(() => mmc(0, 1, 1)).toThrow(RangeError);
    expect(() => mmc(1, Number.NaN, 1)).toThrow(RangeError);
  });
});

describe('Erlang B', () => {
  it('agrees with the sum it is defined by', () => {
    // 10 erlangs on 10 lines: (10^10/10!) / sum of 10^n/n!.
    let term = 1;
    let sum = 1;
    for (let n = 1; n <= 10; n++) {
      term *= 10 / n;
      sum += term;
    }
    expect(erlangB(10, 10)).toBeCloseTo(term / sum, 14);
    // The published table: 2 % blocking on 10 lines at 5.08 erlangs.
    expect(erlangB(5.08, 10)).toBeLessThan(0.02);
    expect(erlangB(5.09, 10)).toBeGreaterThan(0.02);
  });

  it('stays in range for thousands of servers', () => {
    // Tends to sqrt(2 / (pi n)) as load and servers grow alike.
    expect(erlangB(5000, 5000) / Math.sqrt(2 / (Math.PI * 5000))).toBeCloseTo(1, 1);
  });
});

describe('M/G/1', () => {
  it('is M/M/1 for exponential service', () => {
    expect(mg1(4, 0.2, 1).waitMean).toBeCloseTo(mm1(4, 5).waitMean, 14);
  });

  it('with constant service waits half as long', () => {
    const queue = md1(0.8, 1);
    expect(queue.waitMean).toBeCloseTo(2, 14);
    expect(queue.queueMean).toBeCloseTo(1.6, 14);
    expect(() => md1(1, 1)).toThrow(RangeError);
    expect(() => mg1(0.5, 1, -1)).toThrow(RangeError);
  });
});

describe('M/D/c', () => {
  it('is M/D/1 for one server', () => {
    for (const load of [0.1, 0.5, 0.9, 0.97])
      expect(relative(mdc(load, 1, 1).waitMean, md1(load, 1).waitMean)).toBeLessThan(1e-9);
  });

  it.each([
    [2, 0.5],
    [3, 0.8],
    [8, 0.9],
  ])('agrees with the chain of Crommelin: %i servers at %d', (servers, share) => {
    // Numbers present one service time apart: those beyond c stay, a Poisson number joins.
    const load = servers * share;
    const states = 400;
    const joining = [Math.exp(-load)];
    for (let k = 1; k < states; k++) joining.push((joining[k - 1]! * load) / k);
    let p: number[] = Array.from({ length: states }, (_, n) => (n === 0 ? 1 : 0));
    for (let step = 0; step < 600; step++) {
      const next = new Array<number>(states).fill(0);
      for (let n = 0; n < states; n++) {
        if (p[n]! < 1e-18) continue;
        const stay = Math.max(0, n - servers);
        for (let k = 0; k < 60 && stay + k < states; k++) next[stay + k]! += p[n]! * joining[k]!;
      }
      p = next;
    }
    const queueMean = mean(p, (n) => Math.max(0, n - servers));
    expect(relative(mdc(load, 1, servers).queueMean, queueMean)).toBeLessThan(1e-6);
  });

  it('scales with the unit of time and waits less than M/M/c', () => {
    expect(mdc(7.2 / 60, 60, 8).waitMean).toBeCloseTo(60 * mdc(7.2, 1, 8).waitMean, 9);
    expect(mdc(7.2, 1, 8).waitMean).toBeLessThan(mmc(7.2, 1, 8).waitMean);
    expect(() => mdc(8, 1, 8)).toThrow(RangeError);
  });
});

describe('Erlang A', () => {
  it.each([
    [8.8, 1, 8, 0.5],
    [1660, 36, 6, 3.6],
    [100, 1, 100, 0.01],
    [2, 1, 3, 10],
  ])(
    'agrees with its chain: rates %d and %d, %i servers, giving up at %d',
    (lambda, mu, c, theta) => {
      const p = chain(
        20_000,
        () => lambda,
        (n) => Math.min(n, c) * mu + Math.max(0, n - c) * theta,
      );
      const queueMean = mean(p, (n) => Math.max(0, n - c));
      const queue = erlangA(lambda, mu, c, theta);
      expect(relative(queue.queueMean, queueMean)).toBeLessThan(1e-9);
      expect(relative(queue.waitMean, queueMean / lambda)).toBeLessThan(1e-9);
      expect(relative(queue.abandonProbability, (theta * queueMean) / lambda)).toBeLessThan(1e-9);
      expect(
        relative(
          queue.waitProbability,
          mean(p, (n) => (n >= c ? 1 : 0)),
        ),
      ).toBeLessThan(1e-9);
      // What comes in is served or gives up.
      const served = mean(p, (n) => Math.min(n, c) * mu);
      expect(relative(served + theta * queueMean, lambda)).toBeLessThan(1e-9);
      expect(relative(queue.utilisation, served / (c * mu))).toBeLessThan(1e-9);
    },
  );

  it('tends to M/M/c for endless patience and to Erlang B for none', () => {
    expect(relative(erlangA(7.2, 1, 8, 0).waitMean, mmc(7.2, 1, 8).waitMean)).toBeLessThan(1e-12);
    expect(erlangA(7.2, 1, 8, 1e9).abandonProbability).toBeCloseTo(erlangB(7.2, 8), 6);
  });

  it('with patience like service is M/M/infinity', () => {
    // Everybody leaves at the rate mu, so the number present is Poisson.
    let p = Math.exp(-5);
    let queueMean = 0;
    for (let n = 1; n < 100; n++) {
      p *= 5 / n;
      queueMean += p * Math.max(0, n - 4);
    }
    expect(relative(erlangA(5, 1, 4, 1).queueMean, queueMean)).toBeLessThan(1e-12);
  });

  it('needs somebody to give up under overload', () => {
    expect(() => erlangA(9, 1, 8, 0)).toThrow(RangeError);
    expect(() => erlangA(9, 1, 8, -1)).toThrow(RangeError);
    expect(erlangA(90, 1, 8, 0.5).abandonProbability).toBeCloseTo(82 / 90, 6);
  });
});

it("Little's law goes both ways", () => {
  expect(meanNumber(2, 3)).toBe(6);
  expect(meanTime(2, 6)).toBe(3);
});
