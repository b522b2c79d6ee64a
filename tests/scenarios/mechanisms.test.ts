import { describe, expect, test } from 'vitest';
import { DEMONSTRATIONS, demonstration, GROUPS, MECHANISMS } from '../../src/scenarios/mechanisms';
import { parseScenario } from '../../src/scenarios/read';
import { scenarioSchema } from '../../src/scenarios/scenario';
import { validateAgainstPlan } from '../../src/scenarios/validate-plan';
import { HALL_MEASURE_IDS, MEASURE_IDS } from '../../src/sim/experiments/report';
import { prepare, replicate } from '../../src/sim/experiments/simulate';
import { shippedPlan } from '../plans';

/** Fields of the schema that switch a mechanism on: each is demonstrated by somebody. */
const SWITCHES = [
  'appointments',
  'balking',
  'promisedCase',
  'acceptedIncomplete',
  'returnVisit',
  'joint',
  'survey',
  'delivered',
  'onDemand',
  'breaks',
  'shifts',
  'helps',
  'separateLines',
  'bySkill',
  'greenChannel',
  'credit',
  'calls',
  'wrongTicket',
  'waitingZone',
  'paperCheck',
  'inTurns',
  'cover',
  'companions',
  'waitEffect',
  'followUp',
  'weekdays',
  'marketDays',
  'afterHoliday',
  'onlineShare',
  'doorsOpenBeforeS',
  'mixture',
];

describe.each(MECHANISMS)('$id', (mechanism) => {
  test('both scenarios are good, and differ', () => {
    for (const make of [mechanism.base, mechanism.variant]) {
      const scenario = make();
      expect(parseScenario(JSON.parse(JSON.stringify(scenario)), scenario.id)).toEqual(scenario);
      expect(validateAgainstPlan(scenario, shippedPlan(scenario.floorplan as string))).toEqual([]);
      expect(DEMONSTRATIONS).toContain(scenario.id);
      expect(demonstration(scenario.id)).toEqual(scenario);
    }
    const { id: _a, name: _b, ...base } = mechanism.base();
    const { id: _c, name: _d, ...variant } = mechanism.variant();
    expect(variant).not.toEqual(base);
  });

  test('changes the first measure to watch, which is one of the product’s', () => {
    expect(GROUPS).toContain(mechanism.group);
    const ids: readonly string[] = [...MEASURE_IDS, ...HALL_MEASURE_IDS];
    for (const id of mechanism.watch) expect(ids).toContain(id);
    const first = mechanism.watch[0] as (typeof MEASURE_IDS)[number];
    const found = [mechanism.base, mechanism.variant].map((make) => {
      // A week says it as well as a month.
      const scenario = structuredClone(make());
      if (scenario.horizon.kind === 'days') scenario.horizon.workingDays = 5;
      const experiment = prepare(scenarioSchema.parse(scenario), null, 1);
      return [0, 1, 2, 3].map((replication) => replicate(experiment, replication).all[first]);
    });
    expect(found[1]).not.toContain(null);
    expect(found[1]).not.toEqual(found[0]);
  });
});

test('every switch of the schema is demonstrated', () => {
  const text = MECHANISMS.map((m) => JSON.stringify(m.variant())).join();
  for (const field of SWITCHES) expect(text, field).toContain(`"${field}"`);
});
