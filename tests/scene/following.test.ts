import { describe, expect, test } from 'vitest';
import { barriersOf, clearM } from '../../src/scene/view/barriers';
import { followPose, turnBetween } from '../../src/scene/view/following';
import { shippedPlan } from '../plans';
import { day, hours, plan200 } from './day';

describe('the camera behind a visitor', () => {
  test('never stands in a wall, a column or tall furniture, wherever people are', () => {
    const barriers = barriersOf(plan200);
    expect(barriers.length).toBeGreaterThan(10);
    const crowd = day().createCrowd();
    const pose = { yaw: 0, backM: 0, heightM: 0 };
    let looked = 0;
    for (let t = hours(9); t < hours(12); t += 20e6) {
      day().crowdAt(t, crowd);
      for (let i = 0; i < crowd.count; i++) {
        followPose(barriers, crowd.x[i]!, crowd.y[i]!, crowd.headingRad[i]!, 3.1, pose);
        const [dx, dy] = [-Math.cos(pose.yaw), -Math.sin(pose.yaw)];
        const clear = clearM(barriers, crowd.x[i]!, crowd.y[i]!, dx, dy, 10);
        expect(pose.backM).toBeLessThanOrEqual(clear + 1e-9);
        expect(pose.backM).toBeGreaterThanOrEqual(0.7);
        looked++;
      }
    }
    expect(looked).toBeGreaterThan(3000);
  });

  test('a wall between is not looked through, a doorway is', () => {
    const plan = shippedPlan('hall-200');
    const barriers = barriersOf(plan);
    const entrance = day().record.header.places.find(({ kind }) => kind === 'entrance')!;
    const [x, y] = entrance.at;
    const inward = (entrance.facingDeg * Math.PI) / 180;
    const [dx, dy] = [Math.cos(inward), Math.sin(inward)];
    // From inside the hall straight back through the door, and two metres beside it.
    const from = (aside: number) => [x + 1.5 * dx - aside * dy, y + 1.5 * dy + aside * dx] as const;
    expect(clearM(barriers, ...from(0), -dx, -dy, 4)).toBe(4);
    expect(clearM(barriers, ...from(3), -dx, -dy, 4)).toBeLessThan(1.5);
  });

  test('turns the short way round', () => {
    expect(turnBetween(3, -3)).toBeCloseTo(2 * Math.PI - 6);
    expect(turnBetween(-3, 3)).toBeCloseTo(6 - 2 * Math.PI);
    expect(turnBetween(0.1, 0.4)).toBeCloseTo(0.3);
  });
});
