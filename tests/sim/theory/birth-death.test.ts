import { describe, expect, it } from 'vitest';
import { birthDeath, turningAway } from '../../../src/sim/theory/birth-death';
import { erlangB, mmc } from '../../../src/sim/theory/erlang';

describe('a birth-death chain', () => {
  it('balances every step', () => {
    const birth = (n: number) => 3 / (n + 1);
    const death = (n: number) => Math.sqrt(n);
    const p = birthDeath(20, birth, death);
    expect(p.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 14);
    for (let n = 0; n < 20; n++) expect(p[n]! * birth(n)).toBeCloseTo(p[n + 1]! * death(n + 1), 14);
  });

  it('refuses rates that are none', () => {
    expect(() =>
      birthDeath(
        3,
        () => -1,
        () => 1,
      ),
    ).toThrow(RangeError);
    expect(() =>
      birthDeath(
        3,
        () => 1,
        () => 0,
      ),
    ).toThrow(RangeError);
    expect(() =>
      birthDeath(
        3,
        () => Number.NaN,
        () => 1,
      ),
    ).toThrow(RangeError);
  });
});

describe('a queue that newcomers turn away from', () => {
  it('without room to wait loses what Erlang says', () => {
    expect(turningAway(6, 1, 8, () => 0, 0).lostShare).toBeCloseTo(erlangB(6, 8), 14);
  });

  it('with one server and room for k is the textbook M/M/1/K', () => {
    // P(n) = (1 − ρ) ρⁿ / (1 − ρ^(K+1)), K = 5, ρ = 0.8; the last is lost.
    const { lostShare, queueMean, waitMean } = turningAway(0.8, 1, 1, (w) => (w < 4 ? 1 : 0), 4);
    const p = Array.from({ length: 6 }, (_, n) => (0.2 * 0.8 ** n) / (1 - 0.8 ** 6));
    expect(lostShare).toBeCloseTo(p[5]!, 14);
    const queue = p.reduce((sum, x, n) => sum + x * Math.max(0, n - 1), 0);
    expect(queueMean).toBeCloseTo(queue, 14);
    expect(waitMean).toBeCloseTo(queue / (0.8 * (1 - p[5]!)), 13);
  });

  it('that nobody turns away from is M/M/c', () => {
    const { lostShare, waitMean } = turningAway(2.1, 1, 3, () => 1, 400);
    expect(lostShare).toBeLessThan(1e-12);
    expect(waitMean).toBeCloseTo(mmc(2.1, 1, 3).waitMean, 12);
  });
});
