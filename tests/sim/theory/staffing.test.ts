import { describe, expect, it } from 'vitest';
import { birthDeath } from '../../../src/sim/theory/birth-death';
import { erlangC, mmc } from '../../../src/sim/theory/erlang';
import { erlangA } from '../../../src/sim/theory/erlang-a';
import {
  fewestServers,
  halfinWhitt,
  servedWithin,
  squareRootStaffing,
} from '../../../src/sim/theory/staffing';

/** P(B ≤ y) of a beta with a whole second parameter: y^a Σ (a)ⱼ (1 − y)^j / j!, j < b. */
function betaAtMost(y: number, a: number, b: number): number {
  let term = y ** a;
  let sum = 0;
  for (let j = 0; j < b; j++) {
    sum += term;
    term *= ((a + j) / (j + 1)) * (1 - y);
  }
  return sum;
}

describe('served within a time, with abandonment', () => {
  it.each([
    [4, 1, 5, 0.5, 0.3],
    [8, 1, 6, 0.3, 1],
    [0.5, 1, 1, 2, 0.7],
    [30, 1, 28, 0.2, 0.15],
    [30, 1, 36, 1, 0.05],
  ])('λ %f, μ %f, c %i, θ %f, t %f: as the sum over what an arrival finds', (l, m, c, theta, t) => {
    const p = birthDeath(
      c + 400,
      () => l,
      (n) => Math.min(n, c) * m + Math.max(0, n - c) * theta,
    );
    // With k waiting, the way to a server takes V = Σ exponentials of cμ + jθ, j = 0 … k, so that
    // e^(−θV) is beta with parameters cμ/θ and k + 1; served in time is E[e^(−θV); V ≤ t].
    const a = (c * m) / theta;
    const share = p.reduce((sum, weight, n) => {
      if (n < c) return sum + weight;
      const k = n - c;
      const inTime = 1 - betaAtMost(Math.exp(-theta * t), a + 1, k + 1);
      return sum + ((weight * a) / (a + k + 1)) * inTime;
    }, 0);
    expect(servedWithin(l, m, c, theta, t)).toBeCloseTo(share, 6);
  });

  it('comes to all who are served, in the end, and to those who need not wait, at once', () => {
    const { abandonProbability, waitProbability } = erlangA(9, 1, 8, 0.4);
    expect(servedWithin(9, 1, 8, 0.4, 200)).toBeCloseTo(1 - abandonProbability, 9);
    expect(servedWithin(9, 1, 8, 0.4, 0)).toBeCloseTo(1 - waitProbability, 12);
    expect(servedWithin(9, 1, 8, 0.4, -1)).toBe(0);
  });

  it('is that of Erlang C with hardly any abandonment', () => {
    expect(servedWithin(4, 1, 6, 0.01, 0.5)).toBeCloseTo(mmc(4, 1, 6).waitAtMost(0.5), 2);
    expect(servedWithin(4, 1, 6, 0, 0.5)).toBe(mmc(4, 1, 6).waitAtMost(0.5));
    expect(servedWithin(4, 1, 4, 0, 0.5)).toBe(0);
  });
});

describe('the fewest servers', () => {
  it('are enough, and one fewer is not', () => {
    for (const [l, theta, time, share] of [
      [2.5, 0, 1, 0.8],
      [2.5, 0.5, 1, 0.8],
      [25, 0, 0.1, 0.9],
      [100, 0.3, 0.05, 0.8],
    ] as const) {
      const c = fewestServers(l, 1, theta, { time, share });
      expect(servedWithin(l, 1, c, theta, time)).toBeGreaterThanOrEqual(share);
      expect(servedWithin(l, 1, c - 1, theta, time)).toBeLessThan(share);
    }
  });

  it('of call centres: 80 % within 20 s', () => {
    // 100 calls in half an hour of 180 s: 10 Erlang; textbooks (and every Erlang calculator) say 14.
    expect(fewestServers(200 / 3600, 1 / 180, 0, { time: 20, share: 0.8 })).toBe(14);
  });

  it('refuse shares that nobody or everybody is', () => {
    expect(() => fewestServers(1, 1, 0, { time: 1, share: 1 })).toThrow(RangeError);
    expect(() => fewestServers(0, 1, 0, { time: 1, share: 0.5 })).toThrow(RangeError);
  });
});

describe('the square-root rule', () => {
  it('has the limit of Erlang C', () => {
    for (const beta of [0.25, 0.5, 1, 2]) {
      const load = 40_000;
      expect(erlangC(load, load + Math.round(beta * 200))).toBeCloseTo(halfinWhitt(beta), 2);
    }
    expect(halfinWhitt(0.5)).toBeCloseTo(0.5046, 3);
    expect(() => halfinWhitt(0)).toThrow(RangeError);
  });

  it('is right to within one server, small loads included', () => {
    for (const load of [2.5, 10, 25, 100, 400, 1000])
      for (const share of [0.5, 0.8, 0.95])
        for (const time of [0, 0.05, 0.5]) {
          const exact = fewestServers(load, 1, 0, { time, share });
          const { servers } = squareRootStaffing(load, 1, { time, share });
          expect(Math.abs(servers - exact), `${load} ${share} ${time}`).toBeLessThanOrEqual(1);
        }
  });
});
