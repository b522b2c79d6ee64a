import { describe, expect, it } from 'vitest';
import { cameraProblems } from '../../../src/coverage/camera-problems';
import { nearestOnWall } from '../../../src/coverage/placement/hang';
import { shippedPlan } from '../../plans';

describe('hanging a camera on the nearest wall', () => {
  const plan = shippedPlan('hall-200');

  it('keeps the housing off the face of the wall', () => {
    // The south wall is 0.2 m thick with its middle at y = 0.1.
    const at = nearestOnWall(plan, [6.5, 0.5], 2.6, 0.5);
    expect(at?.[0]).toBeCloseTo(6.5, 9);
    expect(at?.[1]).toBeCloseTo(0.3, 9);
  });

  it('holds nothing far from walls, or above a partition', () => {
    expect(nearestOnWall(plan, [10, 3], 2.6, 0.35)).toBeNull();
    const low = { ...plan, walls: plan.walls.map((wall) => ({ ...wall, heightM: 2 })) };
    expect(nearestOnWall(low, [6.5, 0.5], 2.6, 0.5)).toBeNull();
  });

  it('never puts a camera outside the hall or into a wall', () => {
    for (let x = 0.5; x < 20; x += 0.7)
      for (let y = 0.5; y < 10; y += 0.7) {
        const at = nearestOnWall(plan, [x, y], 2.6, 20)!;
        const camera = { ...plan.cameras[0]!, at: [at[0], at[1]] as [number, number] };
        const found = cameraProblems({ ...plan, cameras: [camera] }).filter(
          ({ message }) => !message.en.includes('column'),
        );
        expect(found, `${x}, ${y}`).toEqual([]);
      }
  });
});
