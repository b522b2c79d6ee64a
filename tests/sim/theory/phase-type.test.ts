import { describe, expect, it } from 'vitest';
import { mmc } from '../../../src/sim/theory/erlang';
import { mdc, mg1 } from '../../../src/sim/theory/general-service';
import {
  erlang2,
  hyperexponential2,
  mphc,
  type TwoPhases,
} from '../../../src/sim/theory/phase-type';

const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

/** Mean number waiting, from the whole chain cut off at `most`, by steps in time until it stands still. */
function queueByIteration(
  arrivalRate: number,
  { first, rates, onward }: TwoPhases,
  servers: number,
  most: number,
): number {
  const index = new Map<string, number>();
  const states: [number, number][] = [];
  for (let n = 0; n <= most; n++)
    for (let i = 0; i <= Math.min(n, servers); i++) {
      index.set(`${n},${i}`, states.length);
      states.push([n, i]);
    }
  const into: [number, number][][] = states.map(() => []);
  const out = new Array<number>(states.length).fill(0);
  for (const [from, [n, i]] of states.entries()) {
    const move = (toN: number, toI: number, rate: number) => {
      const to = index.get(`${toN},${toI}`);
      if (to === undefined || rate === 0) return;
      into[to]!.push([from, rate]);
      out[from]! += rate;
    };
    const busy = Math.min(n, servers);
    if (n < servers) {
      move(n + 1, i + 1, arrivalRate * first);
      move(n + 1, i, arrivalRate * (1 - first));
    } else move(n + 1, i, arrivalRate);
    move(n, i - 1, i * rates[0] * onward);
    for (const [ends, left] of [
      [i * rates[0] * (1 - onward), i - 1],
      [(busy - i) * rates[1], i],
    ] as const) {
      if (n > servers) {
        move(n - 1, left + 1, ends * first);
        move(n - 1, left, ends * (1 - first));
      } else move(n - 1, left, ends);
    }
  }
  // The chain in steps of a rate above all: p ← p (I + Q/Λ).
  const fastest = 1.01 * Math.max(...out);
  let p = states.map(() => 1 / states.length);
  for (let sweep = 0; sweep < 8000; sweep++)
    p = p.map(
      (x, s) =>
        x * (1 - out[s]! / fastest) +
        into[s]!.reduce((sum, [from, rate]) => sum + (p[from]! * rate) / fastest, 0),
    );
  const total = p.reduce((sum, x) => sum + x, 0);
  return states.reduce((sum, [n], s) => sum + (Math.max(0, n - servers) * p[s]!) / total, 0);
}

describe('M/PH/c with two phases', () => {
  it.each([
    ['M/E2/3', 2.1, erlang2(1), 3],
    ['M/E2/2', 1.4, erlang2(1), 2],
    ['M/H2/3', 1.8, hyperexponential2(0.2, [3, 0.5]), 3],
    ['Coxian', 1.2, { first: 0.8, rates: [2, 0.9], onward: 0.3 } as const, 2],
  ] as const)('%s agrees with its whole chain', (_, rate, service, servers) => {
    expect(
      relative(
        mphc(rate, service, servers).queueMean,
        queueByIteration(rate, service, servers, 90),
      ),
    ).toBeLessThan(1e-6);
  });

  it('with one server is Pollaczek and Khinchine’s', () => {
    expect(
      relative(mphc(0.8, erlang2(1), 1).waitMean, mg1(0.8, 1, Math.SQRT1_2).waitMean),
    ).toBeLessThan(1e-12);
    const cv = Math.sqrt(2 * (0.1 * 16 + (0.9 * 4) / 9) - 1);
    expect(
      relative(mphc(0.8, hyperexponential2(0.1, [4, 2 / 3]), 1).waitMean, mg1(0.8, 1, cv).waitMean),
    ).toBeLessThan(1e-12);
  });

  it('with both phases alike is M/M/c', () => {
    const queue = mphc(7.2, hyperexponential2(0.3, [1, 1]), 8);
    expect(relative(queue.waitMean, mmc(7.2, 1, 8).waitMean)).toBeLessThan(1e-10);
    expect(queue.utilisation).toBeCloseTo(0.9, 12);
  });

  it('waits between constant and exponential services for Erlang, longer for mixtures', () => {
    const erlang = mphc(2.4, erlang2(1), 3).waitMean;
    expect(erlang).toBeGreaterThan(mdc(2.4, 1, 3).waitMean);
    expect(erlang).toBeLessThan(mmc(2.4, 1, 3).waitMean);
    expect(mphc(2.4, hyperexponential2(0.2, [3, 0.5]), 3).waitMean).toBeGreaterThan(
      mmc(2.4, 1, 3).waitMean,
    );
  });

  it('refuses overload and senseless parameters', () => {
    expect(() => mphc(3, erlang2(1), 3)).toThrow(RangeError);
    expect(() => mphc(1, erlang2(-1), 3)).toThrow(RangeError);
    expect(() => mphc(1, erlang2(1), 0)).toThrow(RangeError);
  });
});
