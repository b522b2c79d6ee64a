import jstat from 'jstat';
import { describe, expect, test } from 'vitest';
import { type Scenario, scenarioSchema } from '../../src/scenarios/scenario';
import erlangAFile from '../../src/scenarios/theory/erlang-a.json';
import md1File from '../../src/scenarios/theory/md1.json';
import mm1File from '../../src/scenarios/theory/mm1.json';
import mm8File from '../../src/scenarios/theory/mm8.json';
import type { Measure } from '../../src/sim/experiments/report';
import { simulate } from '../../src/sim/experiments/simulate';
import { mmc } from '../../src/sim/theory/erlang';
import { erlangA } from '../../src/sim/theory/erlang-a';
import { md1 } from '../../src/sim/theory/general-service';

/** Few: the acceptance looks closer; these are the files that a user may run and change. */
const REPLICATIONS = 10;

function measuresOf(scenario: Scenario) {
  return simulate({ scenario, floorplan: null, seed: 1, replications: REPLICATIONS }).measures;
}

/**
 * The 99.9 % interval must hold the truth (some twenty figures are looked at, so one in twenty
 * 95 % intervals would be expected to miss), and be narrow enough to mean something.
 */
function expectTruth(measure: Measure, truth: number, relativeHalfWidth: number) {
  const [low, high] = measure.ci95!;
  const half = (high - low) / 2;
  const wider =
    jstat.studentt.inv(0.9995, measure.n - 1) / jstat.studentt.inv(0.975, measure.n - 1);
  expect(Math.abs(measure.mean! - truth), `${truth} in ${low} … ${high}`).toBeLessThan(
    half * wider,
  );
  expect(half / truth).toBeLessThan(relativeHalfWidth);
}

describe('scenario files without a floor plan agree with theory', () => {
  test.each([
    ['M/M/1', mm1File, mmc(0.8, 1, 1), 1],
    ['M/M/8', mm8File, mmc(7.2, 1, 8), 8],
  ] as const)('%s', (_, file, theory, servers) => {
    const measures = measuresOf(scenarioSchema.parse(file));
    expectTruth(measures.waitMeanS, theory.waitMean, 0.12);
    expectTruth(measures.queueMean, theory.queueMean, 0.12);
    expectTruth(measures.timeInHallMeanS, theory.timeInSystemMean, 0.12);
    expectTruth(measures.withinTargetShare, theory.waitAtMost(1), 0.04);
    expectTruth(measures.waitP90S, theory.waitQuantile(0.9), 0.12);
    expectTruth(measures.waitP95S, theory.waitQuantile(0.95), 0.12);
    const busy = Object.values(measures.utilisation).map((m) => m.mean!);
    expect(busy).toHaveLength(servers);
    const mean = busy.reduce((sum, u) => sum + u, 0) / servers;
    expect(Math.abs(mean - theory.utilisation)).toBeLessThan(0.005);
    expect(measures.abandonedShare.mean).toBe(0);
  });

  test('M/D/1', () => {
    const measures = measuresOf(scenarioSchema.parse(md1File));
    const theory = md1(0.8, 1);
    expectTruth(measures.waitMeanS, theory.waitMean, 0.08);
    expectTruth(measures.queueMean, theory.queueMean, 0.08);
    expectTruth(measures.timeInHallMeanS, theory.timeInSystemMean, 0.04);
  });

  test('Erlang A', () => {
    const measures = measuresOf(scenarioSchema.parse(erlangAFile));
    const theory = erlangA(8.8, 1, 8, 0.5);
    expectTruth(measures.abandonedShare, theory.abandonProbability, 0.04);
    expectTruth(measures.queueMean, theory.queueMean, 0.08);
    expectTruth(measures.waitMeanS, theory.servedWaitMean, 0.04);
    for (const utilisation of Object.values(measures.utilisation))
      expect(Math.abs(utilisation.mean! - theory.utilisation)).toBeLessThan(0.005);
  });
});
