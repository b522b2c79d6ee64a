import { describe, expect, it } from 'vitest';
import { demonstration } from '../../../src/scenarios/mechanisms';
import { compare, compareRuns } from '../../../src/sim/experiments/compare';
import { MEASURE_IDS } from '../../../src/sim/experiments/report';
import { prepare, replicate, simulate } from '../../../src/sim/experiments/simulate';
import type { ReplicationFigures } from '../../../src/sim/stats/hall-statistics';
import { shippedPlan } from '../../plans';

const experiments = ['no-shows-without', 'no-shows-with'].map((id) => {
  const scenario = demonstration(id);
  return prepare(scenario, shippedPlan(scenario.floorplan as string), 5);
});

/** A replication with this mean wait, and all else as in a real one. */
function waiting(waitMeanS: number | null): ReplicationFigures {
  const real = replicate(experiments[0]!, 0);
  return { ...real, all: { ...real.all, waitMeanS } };
}

describe('paired differences', () => {
  it('by hand', () => {
    const first = [10, 20, 30, null].map(waiting);
    const second = [11, 22, 33, 50].map(waiting);
    const [without, variant] = compareRuns(experiments, [first, second]).variants;
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
    const three = [0, 1, 1, 1].map((i) => experiments[i]!);
    const [, variant] = compareRuns(three, runs).variants;
    const { mean, ci95 } = variant!.difference!.waitMeanS;
    // Three comparisons: t at 1 − 0.025 / 3 with 2 degrees of freedom, 7.64885.
    expect(ci95![1] - mean!).toBeCloseTo(7.64885 / Math.sqrt(3), 3);
  });

  it('refuses variants that were not run equally often', () => {
    expect(() => compareRuns(experiments, [[waiting(1)], []])).toThrow(RangeError);
  });
});

describe('comparing', () => {
  const told: string[] = [];
  const report = compare(experiments, 3, (done, of) => told.push(`${done}/${of}`));

  it('gives each variant the figures that simulating it alone gives', () => {
    for (const { scenario, measures } of report.variants) {
      const alone = simulate({
        scenario: demonstration(scenario),
        floorplan: shippedPlan('hall-200'),
        seed: 5,
        replications: 3,
      });
      for (const id of MEASURE_IDS) expect(measures[id], id).toEqual(alone.measures[id]);
    }
  });

  it('has the same visitors on both sides', () => {
    expect(report.variants[1]!.difference!.arrived).toEqual({ mean: 0, ci95: [0, 0], n: 3 });
    expect(report.variants[1]!.difference!.noShowShare.mean).toBeGreaterThan(0);
  });

  it('tells of each replication', () => {
    expect(told).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
  });
});
