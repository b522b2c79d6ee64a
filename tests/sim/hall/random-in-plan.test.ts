import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNavigator } from '../../../src/geometry/navigator';
import { hallScenario } from '../../../src/scenarios/halls';
import { type ScenarioInput, scenarioSchema } from '../../../src/scenarios/scenario';
import { recordDay } from '../../../src/sim/experiments/simulate';
import { compileHall } from '../../../src/sim/hall/model';
import { createTimeline, Pose } from '../../../src/sim/hall/timeline';
import { shippedPlan } from '../../plans';
import { audit } from './replay';
import { anyHall, anyScenario } from './scenarios';

const plan = shippedPlan('hall-150-l');
const navigator = createNavigator(plan);
const { mobility } = hallScenario('putian');

const key = ([x, y]: readonly [number, number]) => `${x.toFixed(3)},${y.toFixed(3)}`;

/** Newcomers pass the doorway; past the last place outside people crowd together there. */
const SHARED = new Set(
  [navigator.entrance, navigator.outside.at(-1)!].map((i) => key(navigator.places[i]!.at)),
);

/** The same hall, its windows named after those of the floor plan. */
function inPlan(input: ScenarioInput): ScenarioInput {
  return {
    ...input,
    floorplan: plan.id,
    mobility,
    windows: input.windows.map((w, i) => ({
      ...w,
      id: w.area === 'issuing' ? 'w14' : `w${i + 1}`,
    })),
  };
}

test.each([
  { name: 'plain', halls: anyScenario },
  { name: 'with every mechanism', halls: anyHall },
])(
  'random halls in a real floor plan, $name (seed 20210225): nobody is lost, no two sit or stand in one place',
  ({ halls }) => {
    fc.assert(
      fc.property(halls, fc.nat(1e6), (input, seed) => {
        const model = compileHall(scenarioSchema.parse(inPlan(input)), navigator);
        const record = recordDay({ model, floorplan: plan.id, seed, present: null }, 0);
        const { arrived, left } = audit(record, model);
        expect(left).toBe(arrived);
        const timeline = createTimeline(record);
        const crowd = timeline.createCrowd();
        for (let k = 0; k <= 60; k++) {
          const t = timeline.startUs + ((timeline.endUs - timeline.startUs) * k) / 60;
          timeline.crowdAt(t, crowd);
          const taken = new Set<string>();
          for (let i = 0; i < crowd.count; i++) {
            if (crowd.pose[i] === Pose.Walking) continue;
            const at = key([crowd.x[i]!, crowd.y[i]!]);
            if (SHARED.has(at)) continue;
            expect(taken.has(at), `two at ${at} at ${t / 1e6} s`).toBe(false);
            taken.add(at);
          }
        }
      }),
      { numRuns: 100, seed: 20210225 },
    );
  },
);
