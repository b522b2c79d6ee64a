import { describe, expect, test } from 'vitest';
import erlangA from '../../src/scenarios/theory/erlang-a.json';
import md1 from '../../src/scenarios/theory/md1.json';
import mm1 from '../../src/scenarios/theory/mm1.json';
import mm8 from '../../src/scenarios/theory/mm8.json';
import { type Scenario, scenarioSchema } from '../../src/scenarios/scenario';
import type { Measure } from '../../src/sim/experiments/report';
import { simulate } from '../../src/sim/experiments/simulate';

const REPLICATIONS = 40;

function run(scenario: Scenario) {
  return simulate({ scenario, floorplan: null, seed: 1, replications: REPLICATIONS }).measures;
}

/** The interval must hold the truth and be narrow enough to mean something. */
function holds(measure: Measure, truth: number, relativeHalfWidth: number) {
  expect(measure.n).toBe(REPLICATIONS);
  const [low, high] = measure.ci95!;
  expect(low, `${truth} in ${low} … ${high}`).toBeLessThanOrEqual(truth);
  expect(high, `${truth} in ${low} … ${high}`).toBeGreaterThanOrEqual(truth);
  expect((high - low) / 2 / truth).toBeLessThan(relativeHalfWidth);
}
void describe;
void test;
void holds;
void run;
void [erlangA, md1, mm1, mm8, scenarioSchema];
