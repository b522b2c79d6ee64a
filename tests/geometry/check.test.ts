import { describe, expect, test } from 'vitest';
import { checkFloorPlan } from '../../src/geometry/check';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { SHIPPED_PLANS, shippedPlan } from '../plans';
import { plant, room } from './halls';

/** A fault put into the 200 m² plan, and the path that has to be named. */
const FAULTS: readonly [what: string, fault: (plan: FloorPlan) => void, path: string][] = [
  ['two windows of one id', (p) => (p.windows[3]!.id = 'w1'), 'windows[3].id'],
  ['two seats of one id', (p) => (p.seats[7]!.id = p.seats[2]!.id), 'seats[7].id'],
  ['a window on no counter', (p) => (p.windows[5]!.counter = 'bar'), 'windows[5].counter'],
  ['a door in no wall', (p) => (p.doors[0]!.wall = 'nowhere'), 'doors[0].wall'],
  ['a display of no window', (p) => (p.displays[1]!.window = 'w99'), 'displays[1].window'],
  [
    'a window display that names no window',
    (p) => {
      delete p.displays[1]!.window;
    },
    'displays[1].window',
  ],
  ['a pickup of no window', (p) => (p.pickups[4]!.window = 'w99'), 'pickups[4].window'],
  [
    'an outline that crosses itself',
    (p) => {
      p.outline = [
        [0, 0],
        [20, 10],
        [20, 0],
        [0, 10],
      ];
    },
    'outline',
  ],
  [
    'a zone that crosses itself',
    (p) => {
      p.zones[1]!.polygon = [
        [3, 1],
        [5, 3],
        [5, 1],
        [3, 3],
      ];
    },
    'zones[1].polygon',
  ],
  ['a window outside', (p) => (p.windows[0]!.at = [-5, 6.5]), 'windows[0].at'],
  ['a visitor outside', (p) => (p.windows[0]!.visitorSpot = [-5, 5]), 'windows[0].visitorSpot'],
  ['a clerk outside', (p) => (p.windows[3]!.clerkSpot = [7, 12]), 'windows[3].clerkSpot'],
  ['a window off its counter', (p) => (p.windows[2]!.at = [4, 5.5]), 'windows[2].at'],
  ['a camera outside', (p) => (p.cameras[2]!.at = [10, 11]), 'cameras[2].at'],
  ['a sign outside', (p) => (p.signs[0]!.at = [3.7, -1]), 'signs[0].at'],
  ['a seat outside', (p) => (p.seats[0]!.at = [25, 5]), 'seats[0]'],
  ['furniture outside', (p) => (p.fixtures[0]!.at = [-3, 3]), 'fixtures[0]'],
  ['a wall that leads outside', (p) => (p.walls[5]!.to = [30, 6.5]), 'walls[5].to'],
  ['a wall of no length', (p) => (p.walls[4]!.to = p.walls[4]!.from), 'walls[4].to'],
  ['a door wider than its wall', (p) => (p.doors[4]!.widthM = 3), 'doors[4].widthM'],
  ['a door beyond its wall', (p) => (p.doors[4]!.offsetM = 0.2), 'doors[4].offsetM'],
  [
    'a zone in a wall',
    (p) => {
      p.zones[0]!.polygon = [
        [0.1, 0.2],
        [2.2, 0.2],
        [2.2, 5],
        [0.1, 5],
      ];
    },
    'zones[0].polygon',
  ],
  [
    'a zone that reaches outside',
    (p) => {
      p.zones[8]!.polygon = [
        [0.2, 8.2],
        [19.8, 8.2],
        [19.8, 11],
        [0.2, 11],
      ];
    },
    'zones[8].polygon',
  ],
  [
    'two public zones on one floor',
    (p) => {
      p.zones[1]!.polygon = [
        [2, 0.2],
        [6.4, 0.2],
        [6.4, 5],
        [2, 5],
      ];
    },
    'zones[1].polygon',
  ],
  ['furniture in a wall', (p) => (p.fixtures[3]!.at = [0.35, 3.35]), 'fixtures[3]'],
  ['furniture in furniture', (p) => (p.fixtures[1]!.at = [4.2, 3.3]), 'fixtures[1]'],
  ['furniture on a seat', (p) => (p.seats[20]!.at = [3.7, 3.3]), 'seats[20]'],
  ['a seat in a column', (p) => (p.columns[0]!.at = [12.9, 3]), 'seats[25]'],
  ['furniture in a doorway', (p) => (p.fixtures[13]!.at = [3.7, 0.2]), 'fixtures[13]'],
  [
    'a visitor in the counter',
    (p) => (p.windows[1]!.visitorSpot = [2.5, 6.5]),
    'windows[1].visitorSpot',
  ],
  ['a user in the machine', (p) => (p.fixtures[1]!.userSpot = [5.4, 3.3]), 'fixtures[1].userSpot'],
  [
    'a machine without a user',
    (p) => {
      delete p.fixtures[1]!.userSpot;
    },
    'fixtures[1].userSpot',
  ],
  [
    'a window behind the counter',
    (p) => (p.windows[6]!.visitorSpot = [8.7, 7.5]),
    'windows[6].visitorSpot',
  ],
  ['a seat behind the counter', (p) => (p.seats[0]!.at = [19.2, 7.5]), 'seats[0].at'],
  [
    'a machine behind the counter',
    (p) => (p.fixtures[1]!.userSpot = [5.6, 7.6]),
    'fixtures[1].userSpot',
  ],
  [
    'an exit from the clerks’ side',
    (p) => {
      p.doors[1]!.wall = 'wall-east';
      p.doors[1]!.offsetM = 7.5;
      p.doors[1]!.widthM = 1;
    },
    'doors[1]',
  ],
  ['too small an area', (p) => (p.minimumAreaM2 = 200.1), 'outline'],
  ['no entrance', (p) => (p.doors[0]!.kind = 'staff'), 'doors'],
  ['no exit', (p) => (p.doors[1]!.kind = 'emergency'), 'doors'],
];

describe('a floor plan', () => {
  test.each(SHIPPED_PLANS)('%s has no problems', (id) => {
    expect(checkFloorPlan(shippedPlan(id))).toEqual([]);
  });

  test('the room of these tests has none', () => {
    expect(checkFloorPlan(room())).toEqual([]);
  });

  test.each(FAULTS)('%s is named', (_, fault, path) => {
    const plan = shippedPlan('hall-200');
    fault(plan);
    const problems = checkFloorPlan(plan);
    expect(problems.map((p) => p.path)).toContain(path);
    for (const p of problems) {
      expect(p.message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(p.remedy.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(p.message.en).toMatch(/^[\x20-\x7e²]+$/);
      expect(p.remedy.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('one fault is not told twice', () => {
    const plan = shippedPlan('hall-200');
    plan.windows[0]!.visitorSpot = [-5, 5];
    expect(checkFloorPlan(plan).map((p) => p.path)).toEqual(['windows[0].visitorSpot']);
  });

  test('a bar across the hall cuts off what lies behind it', () => {
    const plan = room({ fixtures: [plant('bar', [5, 5], 10, 0.4)] });
    expect(checkFloorPlan(plan).map((p) => p.path)).toEqual(['windows[0].visitorSpot']);
  });

  test('seats with no room for knees can not be reached', () => {
    const row = (y: number, name: string) =>
      [0, 1, 2].map((i) => ({
        id: `${name}${i}`,
        at: [4 + 0.55 * i, y] as [number, number],
        facingDeg: 90,
      }));
    const wide = room({ seats: [...row(2, 'a'), ...row(3, 'b')] });
    expect(checkFloorPlan(wide)).toEqual([]);
    const tight = room({ seats: [...row(2, 'a'), ...row(2.55, 'b')] });
    expect(checkFloorPlan(tight).map((p) => p.path)).toEqual([
      'seats[0].at',
      'seats[1].at',
      'seats[2].at',
    ]);
  });
});
