import { describe, expect, test } from 'vitest';
import { HALLS, hallScenario } from '../../../src/scenarios/halls';
import { prepare, recordDay, simulate } from '../../../src/sim/experiments/simulate';
import { shippedPlan } from '../../plans';
import { audit } from './replay';

describe('both engines tell the same day', () => {
  test.each(HALLS.map((h) => [h.id, h] as const))('%s', (id, hall) => {
    const experiment = prepare(hallScenario(id), shippedPlan(hall.floorplan), 1);
    for (const replication of [0, 1]) {
      const own = recordDay(experiment, replication, 'default');
      const simjs = recordDay(experiment, replication, 'simjs');
      expect(own.events.length).toBeGreaterThan(1000);
      expect(own.walks.length).toBeGreaterThan(500);
      expect(simjs).toEqual(own);
      const { arrived, left } = audit(own, experiment.model);
      expect(arrived).toBeGreaterThan(100);
      expect(left).toBe(arrived);
    }
  });
});

test('the report differs in the engine’s name and in nothing else', () => {
  const report = (engine: 'default' | 'simjs') =>
    simulate({
      scenario: hallScenario('putian'),
      floorplan: shippedPlan('hall-150-l'),
      seed: 5,
      replications: 3,
      engine,
    });
  expect({ ...report('simjs'), engine: 'default' }).toEqual(report('default'));
  expect(JSON.stringify({ ...report('simjs'), engine: 'default' })).toBe(
    JSON.stringify(report('default')),
  );
});
