import { describe, expect, it } from 'vitest';
import { blindSpots } from '../../src/coverage/blind-spots';
import { eyeOf } from '../../src/coverage/eye';
import type { Camera } from '../../src/coverage/optics/lens-of';
import { planeCoverage } from '../../src/coverage/plane';
import { planeGrid } from '../../src/coverage/plane-grid';
import { sightOf } from '../../src/coverage/space/sight';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { plant, room } from '../geometry/halls';

const ABOVE: Camera = {
  id: 'c',
  at: [4, 4],
  heightM: 3,
  yawDeg: 90,
  pitchDeg: -90,
  horizontalFovDeg: 180,
  verticalFovDeg: 180,
  resolutionPx: [2000, 2000],
};

function spots(parts: Partial<FloorPlan>) {
  const plan = room({ counters: [], windows: [], doors: [], ...parts });
  const sight = sightOf(plan);
  const eyes = plan.cameras.map((c) => eyeOf(c));
  const grid = planeGrid(plan, sight.solids, 0);
  return { grid, found: blindSpots(planeCoverage(eyes, sight, grid, 250), eyes, sight) };
}

describe('blind spots', () => {
  it('are none in an empty room under a lens that sees it all', () => {
    expect(spots({ cameras: [ABOVE] }).found).toEqual([]);
  });

  it('are named by what throws the shadow', () => {
    const { found } = spots({
      cameras: [ABOVE],
      fixtures: [{ ...plant('box', [6.5, 4], 1, 1), kind: 'cabinet' }],
    });
    expect(found).toHaveLength(1);
    const [spot] = found;
    expect(spot!.cause).toEqual({ kind: 'fixture', id: 'box' });
    // The shadow without the box's own foot.
    expect(Math.abs(spot!.areaM2 - 2.5)).toBeLessThan(0.05);
    expect(spot!.at[0]).toBeGreaterThan(7);
    expect(Math.abs(spot!.at[1] - 4)).toBeLessThan(0.1);
  });

  it('are in no picture where no camera looks', () => {
    const { found, grid } = spots({ cameras: [] });
    expect(found).toHaveLength(1);
    expect(found[0]!.cause).toBeNull();
    expect(found[0]!.areaM2).toBeCloseTo(grid.areaM2, 6);
  });
});
