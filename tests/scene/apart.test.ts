import { describe, expect, test } from 'vitest';
import { APART_M, Apart } from '../../src/scene/people/apart';
import { RoomToStep } from '../../src/scene/people/room-to-step';
import { type Crowd, Pose } from '../../src/sim/hall/timeline';
import { day, hours, plan200 } from './day';

const room = new RoomToStep(plan200);

/** People nearer to each other than they stand, of whom one walks. */
function touching(crowd: Crowd, nearerM: number): number {
  let pairs = 0;
  for (let i = 0; i < crowd.count; i++)
    for (let j = i + 1; j < crowd.count; j++) {
      if (crowd.pose[i] !== Pose.Walking && crowd.pose[j] !== Pose.Walking) continue;
      if (Math.hypot(crowd.x[i]! - crowd.x[j]!, crowd.y[i]! - crowd.y[j]!) < nearerM) pairs++;
    }
  return pairs;
}

const copyOf = (crowd: Crowd) =>
  Array.from({ length: crowd.count }, (_, i) => [crowd.visitor[i], crowd.x[i], crowd.y[i]]);

describe('people who cross', () => {
  const apart = new Apart(day().mostPeople, room);
  const crowd = day().createCrowd();

  test('are drawn beside each other', () => {
    let before = 0;
    let after = 0;
    for (let t = hours(9); t < hours(12); t += 0.7e6) {
      day().crowdAt(t, crowd);
      before += touching(crowd, 0.8 * APART_M);
      apart.spread(crowd);
      after += touching(crowd, 0.8 * APART_M);
    }
    expect(before).toBeGreaterThan(20);
    expect(after).toBeLessThan(before / 4);
  });

  test('are drawn the same when one scrubs back; the record is not touched', () => {
    const drawnAt = (t: number) => {
      day().crowdAt(t, crowd);
      apart.spread(crowd);
      return copyOf(crowd);
    };
    const first = drawnAt(hours(10));
    drawnAt(hours(11));
    expect(drawnAt(hours(10))).toEqual(first);
    const fresh = day().createCrowd();
    day().crowdAt(hours(10), fresh);
    day().crowdAt(hours(10), crowd);
    expect(copyOf(crowd)).toEqual(copyOf(fresh));
  });

  test('who stands or sits stays, and nobody steps into a counter or a seat', () => {
    for (let t = hours(9.5); t < hours(11); t += 5e6) {
      day().crowdAt(t, crowd);
      const recorded = copyOf(crowd);
      apart.spread(crowd);
      copyOf(crowd).forEach(([, x, y], i) => {
        const moved = x !== recorded[i]![1] || y !== recorded[i]![2];
        if (!moved) return;
        expect(crowd.pose[i]).toBe(Pose.Walking);
        expect(room.isFree(x!, y!)).toBe(true);
        expect(Math.hypot(x! - recorded[i]![1]!, y! - recorded[i]![2]!)).toBeLessThan(1.6);
      });
    }
  });

  test('two on the very same spot part', () => {
    const two = day().createCrowd();
    two.count = 2;
    for (const i of [0, 1]) {
      two.visitor[i] = i;
      two.x[i] = two.y[i] = 5;
      two.headingRad[i] = 0;
      two.pose[i] = Pose.Walking;
    }
    new Apart(day().mostPeople, null).spread(two);
    expect(Math.hypot(two.x[0]! - two.x[1]!, two.y[0]! - two.y[1]!)).toBeGreaterThan(0.3);
  });
});
