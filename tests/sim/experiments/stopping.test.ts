import { describe, expect, it } from 'vitest';
import type { ComparisonReport } from '../../../src/sim/experiments/compare';
import { compare } from '../../../src/sim/experiments/compare';
import type { Detail, Evaluator } from '../../../src/sim/experiments/evaluator';
import { createLocalEvaluator } from '../../../src/sim/experiments/local-evaluator';
import { prepare, replicate } from '../../../src/sim/experiments/simulate';
import { mayStop, type StoppingRule } from '../../../src/sim/experiments/stopping';
import { Streams } from '../../../src/sim/kernel/streams';
import { meanWithInterval } from '../../../src/sim/stats/confidence';
import { leastSuccesses, normal, steadyHall } from '../planning/fixtures';

const queue = { perHour: 60, serviceS: 60, patienceS: null };
const hall = steadyHall(queue, 2, 30);
const real = replicate(prepare(hall, null, 1), 0);
const subject = { scenario: hall, floorplan: null, seed: 1 };

/** Replications whose mean wait is normal about 100 s, 20 s wide; a second hall waits 10 s more. */
function normalWaits(seed: number): Evaluator {
  const evaluate = async (_: Detail, asks: Parameters<Evaluator['evaluate']>[1]) => {
    return asks.map(({ variant, from, to }) => ({
      ok: true as const,
      figures: Array.from({ length: to - from }, (_, i) => {
        const streams = new Streams(seed, from + i);
        const second = variant.scenario.id === 'second';
        const own = normal(streams.stream(second ? 'second' : 'first'));
        const waitMeanS = (second ? 110 : 100) + 20 * own;
        return { ...real, all: { ...real.all, waitMeanS } };
      }),
    }));
  };
  return { evaluate: evaluate as Evaluator['evaluate'] };
}

describe('stopping at a precision', () => {
  const wait = (halfWidth: number, most = 2000): StoppingRule => ({
    most,
    precision: { measure: 'waitMeanS', halfWidth },
  });

  /** What compare() does, round by round, of this one measure alone: the report takes its time. */
  function waitsUntil(rule: StoppingRule, seed: number) {
    const streams = new Streams(seed, 0).stream('waits');
    const values: number[] = [];
    for (;;) {
      for (let i = 0; i < 16 && values.length < rule.most; i++)
        values.push(100 + 20 * normal(streams));
      const waitMeanS = meanWithInterval(values);
      const report = {
        replications: values.length,
        variants: [{ failed: null, difference: null, measures: { waitMeanS } }],
      } as unknown as ComparisonReport;
      const stopping = mayStop(rule, report);
      if (stopping.reason !== 'goingOn') return { stopping, values, ...waitMeanS };
    }
  }

  it.each([6, 4, 2.5, 1.6])(
    'of %f s covers the truth nearly as often as 95 of 100',
    (halfWidth) => {
      let covered = 0;
      const runs = 400;
      for (let seed = 0; seed < runs; seed++) {
        const { stopping, values, mean, ci95 } = waitsUntil(wait(halfWidth), seed);
        expect(stopping.reason).toBe('precision');
        expect(values.length).toBeGreaterThanOrEqual(20);
        expect(stopping.halfWidth).toBeLessThanOrEqual(halfWidth);
        expect(stopping.halfWidth).toBeCloseTo(ci95![1] - mean!, 9);
        if (ci95![0] <= 100 && 100 <= ci95![1]) covered++;
      }
      expect(covered / runs).toBeGreaterThanOrEqual(0.92);
      // And not by being wider than need be.
      expect(covered / runs).toBeLessThan(0.98);
    },
  );

  it('of a difference between two', async () => {
    const other = { ...subject, scenario: { ...hall, id: 'second' } };
    let covered = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { variants, stopping } = await compare([subject, other], wait(6), normalWaits(seed));
      expect(stopping.reason).toBe('precision');
      const { ci95 } = variants[1]!.difference!.waitMeanS;
      if (ci95![0] <= 10 && 10 <= ci95![1]) covered++;
      expect((ci95![1] - ci95![0]) / 2).toBeLessThanOrEqual(6);
    }
    expect(covered).toBeGreaterThanOrEqual(leastSuccesses(100, 0.94));
  });

  it('foresees about as many replications as it takes', async () => {
    const seen: number[] = [];
    const { replications } = await compare([subject], wait(1.6), normalWaits(7), ({ of }) =>
      seen.push(of),
    );
    // (1.96 · 20 / 1.6)² = 600, and looks are a quarter apart.
    expect(replications).toBeGreaterThan(480);
    expect(replications).toBeLessThan(870);
    for (const of of seen.slice(4)) expect(Math.abs(of - 600)).toBeLessThan(250);
  });

  it('ends with the budget, if that comes first', async () => {
    const { stopping, replications } = await compare([subject], wait(0.5, 50), normalWaits(1));
    expect(replications).toBe(50);
    expect(stopping).toMatchObject({ reason: 'budget', expected: 50 });
    expect(stopping.halfWidth!).toBeGreaterThan(0.5);
  });

  it('does not stop before 20, however little varies', async () => {
    const same: Evaluator = {
      evaluate: async (_, asks) =>
        asks.map(({ from, to }) => ({
          ok: true,
          figures: Array.from({ length: to - from }, () => real) as never[],
        })),
    };
    const { replications, stopping } = await compare([subject], wait(1), same);
    expect(replications).toBe(32);
    expect(stopping).toMatchObject({ reason: 'precision', halfWidth: 0, expected: 32 });
  });

  it('looks at the widest of all differences, and not at what failed', () => {
    const measure = (half: number) => ({ mean: 0, ci95: [-half, half], n: 30 });
    const report = (failed: string | null) =>
      ({
        replications: 30,
        variants: [
          { failed: null, difference: null, measures: { waitMeanS: measure(9) } },
          { failed: null, difference: { waitMeanS: measure(1) }, measures: {} },
          { failed, difference: { waitMeanS: measure(3) }, measures: {} },
        ],
      }) as unknown as ComparisonReport;
    expect(mayStop(wait(2), report(null))).toEqual({
      reason: 'goingOn',
      halfWidth: 3,
      expected: Math.ceil(30 * 1.5 ** 2),
    });
    expect(mayStop(wait(2), report('no')).reason).toBe('precision');
  });
});

describe('stopping at a number', () => {
  it.each([1, 16, 20, 33])('of exactly %i replications', async (most) => {
    const { replications, stopping } = await compare([subject], { most }, createLocalEvaluator());
    expect(replications).toBe(most);
    expect(stopping).toEqual({ reason: 'replications', halfWidth: null, expected: most });
  });

  it('tells the same of the same replications, whatever the rule', async () => {
    const plain = await compare([subject], { most: 32 }, normalWaits(3));
    const precise = await compare(
      [subject],
      { most: 32, precision: { measure: 'waitMeanS', halfWidth: 1e-3 } },
      normalWaits(3),
    );
    expect(precise.variants).toEqual(plain.variants);
  });
});
