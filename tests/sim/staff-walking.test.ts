import { expect, test } from 'vitest';
import { staffWays } from '../../src/geometry/staff-ways';
import { hallScenario } from '../../src/scenarios/halls';
import { staffWalking } from '../../src/sim/crowding/staff-walking';
import { firstDayOf } from '../../src/sim/experiments/first-day';
import { prepare, recordDay } from '../../src/sim/experiments/simulate';
import { attendanceOf } from '../../src/sim/stats/attendance';
import { room } from '../geometry/halls';
import { shippedPlan } from '../plans';

test('the way to a spot in an empty room is the straight line from the door', () => {
  const plan = room();
  const [x, y] = [
    plan.outline.reduce((sum, [px]) => sum + px, 0) / plan.outline.length,
    plan.outline.reduce((sum, [, py]) => sum + py, 0) / plan.outline.length,
  ];
  const bare = { ...plan, columns: [], counters: [], fixtures: [], seats: [], windows: [] };
  const near = staffWays(bare)([x, y])!;
  const south = staffWays(bare)([x, y + 1])!;
  expect(near).toBeGreaterThan(0);
  // A metre further on is at most a metre further.
  expect(Math.abs(south - near)).toBeLessThanOrEqual(1 + 1e-9);
});

test('no way leads to a spot outside of every wall', () => {
  const plan = room();
  expect(staffWays({ ...plan, doors: [] })([1, 1])).toBeNull();
});

test('every clerk of a shipped hall reaches the chair, twice the way for each spell', () => {
  const plan = shippedPlan('hall-200');
  const scenario = hallScenario('quxi');
  const record = recordDay(prepare(firstDayOf(scenario), plan, 1), 0);
  const walks = staffWalking(plan, record);
  const wayTo = staffWays(plan);
  const opened = new Set(
    attendanceOf(record)
      .filter(({ kind, staff }) => kind === 'window' && staff !== 'absent')
      .map(({ place }) => record.header.windows[place]!),
  );
  expect(walks.map(({ window }) => window).sort()).toEqual([...opened].sort());
  expect(walks.length).toBeGreaterThan(5);
  for (const { window, spells, walkedM } of walks) {
    const one = wayTo(plan.windows.find(({ id }) => id === window)!.clerkSpot);
    expect(one).not.toBeNull();
    expect(walkedM).toBe(2 * spells * one!);
  }
});
