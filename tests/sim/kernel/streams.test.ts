import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { type Stream, Streams } from '../../../src/sim/kernel/streams';
import { threefry2x32 } from '../../../src/sim/kernel/threefry';
import { chiSquare, KS_LIMIT, kolmogorovSmirnov } from './goodness';

const N = 200_000;

function draws(stream: Stream, n = N): Float64Array {
  return Float64Array.from({ length: n }, () => stream.uniform());
}

/** Limits that a true generator passes with probability 1 − 1e-4. */
function expectChiSquare(counts: ArrayLike<number>): void {
  const p = jstat.chisquare.cdf(chiSquare(counts), counts.length - 1);
  expect(p).toBeGreaterThan(0.5e-4);
  expect(p).toBeLessThan(1 - 0.5e-4);
}

function expectUniform(u: Float64Array): void {
  const counts = new Int32Array(256);
  for (const x of u) counts[Math.floor(x * 256)]!++;
  expectChiSquare(counts);
  expect(kolmogorovSmirnov(u, (x) => x)).toBeLessThan(KS_LIMIT);
}

/** Neither correlated nor dependent in a 16 × 16 table of pairs. */
function expectIndependent(a: Float64Array, b: Float64Array): void {
  const n = Math.min(a.length, b.length);
  const counts = new Int32Array(256);
  let products = 0;
  for (let i = 0; i < n; i++) {
    products += 12 * (a[i]! - 0.5) * (b[i]! - 0.5);
    counts[16 * Math.floor(a[i]! * 16) + Math.floor(b[i]! * 16)]!++;
  }
  expect(Math.abs(products) / Math.sqrt(n)).toBeLessThan(4);
  expectChiSquare(counts);
}

describe('Threefry-2x32-20', () => {
  // Known answers of Random123 (kat_vectors): zeros, ones, and digits of pi.
  it.each([
    ['zeros', [0, 0], [0, 0], [0x6b200159, 0x99ba4efe]],
    ['ones', [0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], [0x1cb996fc, 0xbb002be7]],
    ['pi', [0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3], [0xc4923a9c, 0x483df7a0]],
  ])('known answer for %s', (_, key, counter, answer) => {
    const out = new Uint32Array(2);
    threefry2x32(key[0]!, key[1]!, counter[0]!, counter[1]!, out);
    expect(Array.from(out)).toEqual(answer);
  });
});

describe('a stream', () => {
  it('is uniform strictly inside (0, 1)', () => {
    const u = draws(new Streams(1, 0).stream('service'));
    expectUniform(u);
    expect(Math.min(...u.slice(0, 50_000))).toBeGreaterThan(0);
    expect(Math.max(...u.slice(0, 50_000))).toBeLessThan(1);
  });

  it('is uniform over first draws of neighbouring subjects', () => {
    const stream = new Streams(1, 0).stream('service');
    const first = Float64Array.from({ length: N }, (_, subject) => stream.at(subject).uniform());
    expectUniform(first);
    expectIndependent(first.subarray(0, N - 1), first.subarray(1));
  });

  it('is uniform over replications and over seeds', () => {
    const n = 20_000;
    const one = (seed: number, replication: number) =>
      new Streams(seed, replication).stream('service').uniform();
    expectUniform(Float64Array.from({ length: n }, (_, i) => one(1, i)));
    expectUniform(Float64Array.from({ length: n }, (_, i) => one(i, 0)));
  });

  it('does not depend on its own past', () => {
    const u = draws(new Streams(2, 0).stream('service'));
    for (const lag of [1, 2, 7]) expectIndependent(u.subarray(0, N - lag), u.subarray(lag));
  });

  it('has fine steps, also at the bottom of the last word', () => {
    const u = draws(new Streams(3, 0).stream('service'));
    expectUniform(u.map((x) => (x * 2 ** 30) % 1));
    for (const x of u.subarray(0, 1000)) expect(Number.isInteger(x * 2 ** 53)).toBe(true);
  });
});

describe('streams', () => {
  const base = () => new Streams(11, 3).stream('service', 'social');

  it.each<[string, () => Stream]>([
    ['purpose', () => new Streams(11, 3).stream('patience', 'social')],
    ['scope', () => new Streams(11, 3).stream('service', 'medical')],
    ['replication', () => new Streams(11, 4).stream('service', 'social')],
    ['seed', () => new Streams(12, 3).stream('service', 'social')],
    ['high bits of the seed', () => new Streams(11 + 2 ** 40, 3).stream('service', 'social')],
    ['sign of the seed', () => new Streams(-11, 3).stream('service', 'social')],
    ['subject', () => new Streams(11, 3).stream('service', 'social').at(1)],
    ['place of the seed and replication', () => new Streams(3, 11).stream('service', 'social')],
  ])('of another %s are independent', (_, other) => {
    expectIndependent(draws(base()), draws(other()));
  });

  it('tell every pair of purpose and scope apart', () => {
    const streams = new Streams(1, 0);
    const parts = ['', 'a', 'b', 'ab', 'ba', 'aab', '\u0001', '\u0002', '服务', '服', '务'];
    const seen = new Set(parts.flatMap((a) => parts.map((b) => streams.stream(a, b).uniform())));
    expect(seen.size).toBe(parts.length ** 2);
  });

  it('give the same numbers whoever is visited before', () => {
    const forth = base();
    const seen = Array.from({ length: 50 }, (_, i) => draws(forth.at(i), 1 + (i % 5)));
    const back = base();
    for (let i = 49; i >= 0; i--) {
      expect(draws(back.at(i), 1 + (i % 5))).toEqual(seen[i]);
      draws(back, 3);
    }
  });

  it('stay the same from version to version', () => {
    const stream = new Streams(1, 0).stream('service', 'social');
    expect([stream.uniform(), stream.uniform(), stream.at(7).uniform()]).toEqual([
      0.6990794709013041, 0.36551703451643636, 0.5346982324188484,
    ]);
  });

  it('refuse seeds, replications and subjects out of range', () => {
    expect(() => new Streams(0.5, 0)).toThrow(RangeError);
    expect(() => new Streams(2 ** 53, 0)).toThrow(RangeError);
    for (const bad of [-1, 0.5, 2 ** 32, Number.NaN]) {
      expect(() => new Streams(1, bad)).toThrow(RangeError);
      expect(() => new Streams(1, 0).stream('x').at(bad)).toThrow(RangeError);
    }
  });
});
