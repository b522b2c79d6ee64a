import { describe, expect, it } from 'vitest';
import { demonstration } from '../../../src/scenarios/mechanisms';
import { compare, compareRuns } from '../../../src/sim/experiments/compare';
import { createLocalEvaluator } from '../../../src/sim/experiments/local-evaluator';
import { MEASURE_IDS } from '../../../src/sim/experiments/report';
import { prepare, replicate, simulate } from '../../../src/sim/experiments/simulate';
import type { ReplicationFigures } from '../../../src/sim/stats/hall-statistics';
import { shippedPlan } from '../../plans';

const subjects = ['no-shows-without', 'no-shows-with'].map((id) => {
  const scenario = demonstration(id);
  return { scenario, floorplan: shippedPlan(scenario.floorplan as string), seed: 5 };
});
const compared = subjects.map(({ scenario, floorplan }) => ({ scenario, floorplan: floorplan.id }));
const { scenario, floorplan, seed } = subjects[0]!;
const real = replicate(prepare(scenario, floorplan, seed), 0);

/** A replication with this mean wait, and all else as in a real one. */
function waiting(waitMeanS: number | null): ReplicationFigures {
  return { ...real, all: { ...real.all, waitMeanS } };
}

describe('paired differences', () => {
  it('by hand', () => {
    const first = [10, 20, 30, null].map(waiting);
    const second = [11, 22, 33, 50].map(waiting);
    const [without, variant] = compareRuns(compared, 5, [first, second]).variants;
    expect(without!.difference).toBeNull();
    expect(without!.measures.waitMeanS.mean).toBeCloseTo(20, 12);
    // Differences 1, 2, 3: mean 2, standard deviation 1; t at 0.975 with 2 degrees of freedom 4.30265.
    const { mean, ci95, n } = variant!.difference!.waitMeanS;
    expect(mean).toBeCloseTo(2, 12);
    expect(ci95![1] - mean!).toBeCloseTo(4.30265 / Math.sqrt(3), 4);
    expect(mean! - ci95![0]).toBeCloseTo(4.30265 / Math.sqrt(3), 4);
    // The pair in which one side cannot say is left out.
    expect(n).toBe(3);
    expect(variant!.measures.waitMeanS.n).toBe(4);
  });

  it('have intervals that hold for all variants at once', () => {
    const runs = [
      [10, 20, 30],
      [11, 22, 33],
      [11, 22, 33],
      [9, 20, 31],
    ].map((waits) => waits.map(waiting));
    const four = [0, 1, 1, 1].map((i) => compared[i]!);
    const [, variant] = compareRuns(four, 5, runs).variants;
    const { mean, ci95 } = variant!.difference!.waitMeanS;
    // Three comparisons: t at 1 − 0.025 / 3 with 2 degrees of freedom, 7.64885.
    expect(ci95![1] - mean!).toBeCloseTo(7.64885 / Math.sqrt(3), 3);
  });

  it('refuses variants that were not run equally often', () => {
    expect(() => compareRuns(compared, 5, [[waiting(1)], []])).toThrow(RangeError);
  });
});

describe('comparing', async () => {
  const told: string[] = [];
  const report = await compare(subjects, { most: 20 }, createLocalEvaluator(), ({ done, of }) =>
    told.push(`${done}/${of}`),
  );

  it('gives each variant the figures that simulating it alone gives', () => {
    for (const { scenario, measures } of report.variants) {
      const alone = simulate({
        scenario: demonstration(scenario),
        floorplan: shippedPlan('hall-200'),
        seed: 5,
        replications: 20,
      });
      for (const id of MEASURE_IDS) expect(measures[id], id).toEqual(alone.measures[id]);
    }
  });

  it('has the same visitors on both sides', () => {
    expect(report.variants[1]!.difference!.arrived).toEqual({ mean: 0, ci95: [0, 0], n: 20 });
    expect(report.variants[1]!.difference!.noShowShare.mean).toBeGreaterThan(0);
  });

  it('tells how far it is, round by round', () => {
    expect(told).toEqual(['16/20', '20/20']);
    expect(report.stopping.reason).toBe('replications');
  });
});
