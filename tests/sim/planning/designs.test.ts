import { describe, expect, it } from 'vitest';
import { HALLS, hallScenario } from '../../../src/scenarios/halls';
import type { Scenario } from '../../../src/scenarios/scenario';
import { validateScenario } from '../../../src/scenarios/validate';
import { validateAgainstPlan } from '../../../src/scenarios/validate-plan';
import {
  acceptingWindows,
  accepts,
  type Design,
  designsOf,
  ORGANISATIONS,
} from '../../../src/sim/planning/design';
import { exponential, poisson, question, windows } from '../../../src/sim/verification/questions';
import { shippedPlan } from '../../plans';

const issuing = ({ windows: all }: Scenario) => all.filter((w) => !accepts(w));

function holds(design: Design, scenario: Scenario): void {
  const accepting = design.scenario.windows.filter(accepts);
  expect(accepting).toHaveLength(design.windows);
  expect(acceptingWindows(design.scenario)).toBe(design.windows);
  expect(design.groups.reduce((sum, n) => sum + n, 0)).toBe(design.windows);
  for (const size of design.groups) expect(size).toBeGreaterThanOrEqual(1);
  expect(issuing(design.scenario)).toEqual(issuing(scenario));
  const served = new Set(accepting.flatMap((w) => w.serves));
  for (const { id } of scenario.classes) expect(served).toContain(id);
  expect(new Set(design.scenario.windows.map((w) => w.id)).size).toBe(
    design.scenario.windows.length,
  );
  expect(validateScenario(design.scenario)).toEqual([]);
  expect({ ...design.scenario, windows: null }).toEqual({ ...scenario, windows: null });
}

describe('the designs of the 13 halls', () => {
  it.each(HALLS.map(({ id, floorplan }) => [id, floorplan] as const))('%s', (id, floorplan) => {
    const scenario = hallScenario(id);
    const plan = shippedPlan(floorplan);
    const room = plan.windows.filter((w) => w.area !== 'issuing').length;
    const designs = designsOf(scenario, plan, ORGANISATIONS, 1, room + 5);
    for (const design of designs) {
      holds(design, scenario);
      expect(validateAgainstPlan(design.scenario, plan)).toEqual([]);
      expect(design.windows).toBeLessThanOrEqual(room);
    }
    const asIs = designs.find((d) => d.organisation === 'asArranged' && d.windows === 13)!;
    expect(asIs.scenario).toEqual(scenario);
    expect(asIs.groups).toEqual([8, 1, 1, 1, 1, 1]);
    // Six groups, five of a single window: the comprehensive windows are what is left out.
    const arranged = designs.filter((d) => d.organisation === 'asArranged');
    expect(arranged.map((d) => d.windows)).toEqual(span(6, room));
    const byArea = designs.filter((d) => d.organisation === 'byArea');
    expect(byArea.map((d) => d.windows)).toEqual(span(2, room));
    const onePool = designs.filter((d) => d.organisation === 'onePool');
    expect(onePool.map((d) => d.windows)).toEqual(span(1, room));
    for (const { scenario: pooled } of onePool)
      for (const w of pooled.windows.filter(accepts))
        expect(w.serves).toEqual(scenario.classes.map((c) => c.id));
    for (const d of byArea)
      expect(
        new Set(d.scenario.windows.filter(accepts).map((w) => JSON.stringify(w.serves))).size,
      ).toBe(2);
  });
});

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

describe('designs without a floor plan', () => {
  const plain = hallScenario('yuhu');

  it('get windows with ids that nothing bears', () => {
    for (const design of designsOf(plain, null, ORGANISATIONS, 1, 40)) holds(design, plain);
    const taken = question('taken', {
      horizon: { kind: 'continuous', durationS: 3600 },
      classes: [{ id: 'a', name: 'a', arrivals: poisson(0.1), service: exponential(60) }],
      // The names that come next by counting are borne already.
      windows: [...windows(1, ['a'], 'x'), ...windows(4, ['a']), ...windows(1, ['a'], 'w7')],
    });
    for (const design of designsOf(taken, null, ['asArranged'], 1, 12)) holds(design, taken);
  });

  it('grow and shrink one window at a time, the others staying', () => {
    for (const organisation of ORGANISATIONS) {
      const designs = designsOf(plain, null, [organisation], 1, 30);
      for (const [i, design] of designs.entries()) {
        const before = designs[i - 1];
        if (!before) continue;
        const steps = design.groups.map((n, g) => n - before.groups[g]!);
        expect(steps.toSorted((a, b) => a - b)).toEqual([...steps.slice(1).map(() => 0), 1]);
      }
    }
  });

  it('give the next window to the group with the most load a window', () => {
    const scenario = question('loads', {
      horizon: { kind: 'continuous', durationS: 3600 },
      classes: [
        { id: 'a', name: 'a', arrivals: poisson(3.2 / 60), service: exponential(60) },
        { id: 'b', name: 'b', arrivals: poisson(1 / 60), service: exponential(60) },
      ],
      windows: [...windows(4, ['a'], 'a'), ...windows(4, ['b'], 'b')],
    });
    const groups = designsOf(scenario, null, ['asArranged'], 2, 12).map((d) => d.groups);
    // Loads 3.2 and 1. From 4 + 4: b gives up all but one, then a; beyond, a gets the next four.
    expect(groups.map(([a]) => a)).toEqual([1, 2, 3, 4, 4, 4, 4, 5, 6, 7, 8]);
    const mixed = [...windows(1, ['a'], 'a'), ...windows(1, ['b'], 'b')].map((w, i) => ({
      ...w,
      area: i === 0 ? ('comprehensive' as const) : ('department' as const),
    }));
    const areas = question('areas', { ...scenario, windows: mixed });
    const shared = designsOf(areas, null, ['byArea'], 2, 8).map((d) => d.groups);
    expect(shared).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [3, 1].map((n, i) => n + (i === 0 ? 1 : 0)),
      [4, 2],
      [5, 2],
      [6, 2],
    ]);
  });

  it('leave out an organisation that is one before it', () => {
    const alone = question('alone', {
      horizon: { kind: 'continuous', durationS: 3600 },
      classes: [{ id: 'a', name: 'a', arrivals: poisson(0.1), service: exponential(60) }],
      windows: windows(3, ['a']),
    });
    const designs = designsOf(alone, null, ORGANISATIONS, 2, 4);
    expect(designs.map((d) => [d.organisation, d.windows])).toEqual([
      ['asArranged', 2],
      ['asArranged', 3],
      ['asArranged', 4],
    ]);
    expect(designsOf(alone, null, ORGANISATIONS, 4, 2)).toEqual([]);
    expect(designsOf(alone, null, [], 1, 2)).toEqual([]);
  });
});
