import { describe, expect, test } from 'vitest';
import { doorPosition, wallPieces } from '../../src/geometry/walls';
import { room } from './halls';

describe('doors', () => {
  test('lie on their wall and face out of the building', () => {
    const plan = room();
    const position = doorPosition(plan, plan.doors[0]!)!;
    expect(position.centre).toEqual([5, -0.1]);
    expect(position.direction).toEqual([1, 0]);
    expect(position.normal[1]).toBe(-1);
  });

  test('face out whichever way the wall was drawn', () => {
    const plan = room();
    plan.doors[0]!.wall = 'north';
    expect(doorPosition(plan, plan.doors[0]!)!.normal[1]).toBe(1);
  });

  test('without a wall have no position', () => {
    const plan = room();
    plan.doors[0]!.wall = 'nowhere';
    expect(doorPosition(plan, plan.doors[0]!)).toBeUndefined();
  });
});

describe('walls', () => {
  test('are cut at their doors', () => {
    const plan = room();
    plan.doors.push({
      id: 'second',
      kind: 'staff',
      wall: 'south',
      offsetM: 8,
      widthM: 1,
      heightM: 2.1,
    });
    const south = wallPieces(plan).filter((p) => p.wall.id === 'south');
    const ends = south.map((p) => [p.from[0], p.to[0]]);
    const expected = [
      [-0.2, 4.5],
      [5.5, 7.3],
      [8.3, 10.2],
    ];
    expect(ends).toHaveLength(3);
    ends.forEach((pair, i) => {
      expect(pair[0]).toBeCloseTo(expected[i]![0]!, 12);
      expect(pair[1]).toBeCloseTo(expected[i]![1]!, 12);
    });
  });

  test('keep doors that are said to be shut', () => {
    const plan = room();
    const pieces = wallPieces(plan, () => false);
    expect(pieces).toHaveLength(4);
    expect(pieces[0]).toMatchObject({ from: [-0.2, -0.1], to: [10.2, -0.1], index: 0 });
  });

  test('end at a door in their corner', () => {
    const plan = room();
    plan.doors[0]!.offsetM = 0.5;
    const south = wallPieces(plan).filter((p) => p.wall.id === 'south');
    expect(south).toHaveLength(1);
    expect(south[0]!.from[0]).toBeCloseTo(0.8, 12);
  });
});
