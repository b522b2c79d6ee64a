import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHall } from '../../src/coverage/hall-check';
import {
  ROOM_CORNERS,
  rectangularRoom,
  type Side,
  withoutRoomCorner,
} from '../../src/drawing/room';
import { placesIn } from '../../src/drawing/templates/frame';
import { FreeFloor, largestFreeRectangle } from '../../src/drawing/templates/free-floor';
import { LAYOUTS, NOTICE_COUNTS } from '../../src/drawing/templates/kinds';
import { layOut } from '../../src/drawing/templates/layout';
import { grossAreaM2, netPublicAreaM2 } from '../../src/geometry/area';
import { checkPlacement } from '../../src/geometry/checks/placement';
import { checkStructure } from '../../src/geometry/checks/structure';
import { type FloorPlan, floorPlanSchema, type Point } from '../../src/scenarios/floorplan';
import { hallScenario } from '../../src/scenarios/halls';
import { bothLanguages } from '../../src/scenarios/text';
import { validateAgainstPlan } from '../../src/scenarios/validate-plan';

const ROOMS: readonly [widthM: number, depthM: number, entrance: Side, columns?: number][] = [
  [20, 10, 'south'],
  [15, 10, 'south'],
  [16, 12, 'west', 2],
  [18, 11.2, 'north'],
  [14, 15, 'east'],
];

function room([widthM, depthM, entrance, columns = 0]: (typeof ROOMS)[number]): FloorPlan {
  return rectangularRoom({
    widthM,
    depthM,
    entrance,
    minimumAreaM2: widthM * depthM >= 200 ? 200 : 150,
    columns: Array.from({ length: columns }, (_, i) => ({ at: [5.5 + 5 * i, 6], sizeM: 0.4 })),
  });
}

describe.each(ROOMS.map((spec, r) => ({ name: spec.slice(0, 3).join(' '), spec, r })))(
  'a room of $name',
  ({ spec, r }) => {
    // Every layout both ways, in every other room.
    test.each(LAYOUTS.map((kind, k) => ({ kind, mirrored: (r + k) % 2 === 1 })))(
      '$kind, mirrored $mirrored: every rule is kept, or it says how many windows fit',
      (way) => {
        const plan = layOut(room(spec), { ...way, windows: NOTICE_COUNTS });
        if ('why' in plan) {
          expect(plan).toMatchObject({ why: 'windows' });
          expect((plan as { fit: number }).fit).toBeLessThan(14);
          return;
        }
        const check = checkHall(plan);
        expect(
          check.rules.flatMap(({ id, findings }) =>
            findings.flatMap(({ path }) =>
              id === 'seats' || id === 'crowdedPassage' ? [] : [`${id} ${path}`],
            ),
          ),
        ).toEqual([]);
        expect(check.passes).toBe(true);
        expect(validateAgainstPlan(hallScenario('quxi'), plan)).toEqual([]);
        expect(floorPlanSchema.parse(structuredClone(plan))).toEqual(plan);
      },
    );
  },
);

test('some layout fits every hall of the notice', () => {
  for (const spec of ROOMS)
    expect(
      LAYOUTS.some((kind) => !('why' in layOut(room(spec), { kind, windows: NOTICE_COUNTS }))),
    ).toBe(true);
});

test('a mirrored L is the L in a mirror', () => {
  const spec = { kind: 'l', windows: NOTICE_COUNTS } as const;
  const empty = rectangularRoom({ widthM: 18, depthM: 12, entrance: 'south', minimumAreaM2: 200 });
  empty.doors = empty.doors.filter(({ kind }) => kind === 'entrance');
  empty.doors[0]!.kind = 'entranceExit';
  empty.doors[0]!.offsetM = 9;
  const one = layOut(empty, spec) as FloorPlan;
  const other = layOut(empty, { ...spec, mirrored: true }) as FloorPlan;
  one.windows.forEach(({ at }, i) => {
    expect(other.windows[i]!.at[0]).toBeCloseTo(18 - at[0], 6);
    expect(other.windows[i]!.at[1]).toBeCloseTo(at[1], 6);
  });
});

test('a layout again from a furnished hall is the same layout: nothing of the old one stays', () => {
  const spec = { kind: 'u', windows: NOTICE_COUNTS } as const;
  const empty = room(ROOMS[0]!);
  const straight = layOut(empty, { ...spec, kind: 'straight' }) as FloorPlan;
  expect(layOut(straight, spec)).toEqual(layOut(empty, spec));
});

test('the visitors’ zones share the floor out without gaps', () => {
  const plan = layOut(room(ROOMS[0]!), { kind: 'straight', windows: NOTICE_COUNTS }) as FloorPlan;
  // 19.6 m × from the front wall to the counters' front.
  const counterV = plan.counters[0]!.at[1] - 0.3 - 0.2;
  expect(netPublicAreaM2(plan)).toBeCloseTo(19.6 * counterV, 1);
});

test('largest free rectangle: of an L-shaped room, and with a wall across', () => {
  const plan = rectangularRoom({ widthM: 20, depthM: 10, entrance: 'south', minimumAreaM2: 150 });
  expect(largestFreeRectangle(plan)).toEqual({ u0: 0.2, v0: 0.2, u1: 19.8, v1: 9.8 });
  plan.walls.push({ id: 'across', from: [12.3, 0], to: [12.3, 10], thicknessM: 0.1 });
  expect(largestFreeRectangle(plan)).toEqual({ u0: 0.2, v0: 0.2, u1: 12.25, v1: 9.8 });
  const l = rectangularRoom({ widthM: 20, depthM: 10, entrance: 'south', minimumAreaM2: 150 });
  l.outline = [
    [0, 0],
    [20, 0],
    [20, 6],
    [8, 6],
    [8, 10],
    [0, 10],
  ];
  expect(largestFreeRectangle(l)).toMatchObject({ u0: 0.2, v0: 0.2, u1: 19.8, v1: 6 });
});

describe.each([
  ...ROOM_CORNERS.map((corner) => ({ entrance: 'south' as const, corner })),
  { entrance: 'west' as const, corner: 'northEast' as const },
])(
  'an L-shaped room without its $corner corner, entered from the $entrance',
  ({ entrance, corner }) => {
    const whole = rectangularRoom({ widthM: 20, depthM: 14, entrance, minimumAreaM2: 200 });
    const l = withoutRoomCorner(whole, corner, 8, 5);

    test('is 240 m², with its walls on the outline and its doors in them', () => {
      expect(grossAreaM2(l)).toBe(240);
      expect(l.walls).toHaveLength(6);
      expect(l.doors.map(({ id }) => id)).toEqual(whole.doors.map(({ id }) => id));
      expect(checkStructure(l).filter(({ path }) => /^(outline|walls|doors)/.test(path))).toEqual(
        [],
      );
    });

    test('some layout keeps every rule and makes use of both arms', () => {
      const ways = LAYOUTS.flatMap((kind) =>
        [...Array(placesIn(l)).keys()].map((place) => ({ kind, place })),
      );
      const made = ways.flatMap((way) => {
        const plan = layOut(l, { ...way, windows: NOTICE_COUNTS });
        return 'why' in plan ? [] : [plan];
      });
      for (const plan of made)
        expect([...checkStructure(plan), ...checkPlacement(plan)]).toEqual([]);
      expect(made.some((plan) => checkHall(plan).passes)).toBe(true);
      for (const { description } of made)
        expect(bothLanguages(description!).zh).toMatch(/旁边 [\d.]+ m² 作(等候|后台)/);
      // Where an arm is the visitors', they sit in it; where it is the staff's, approvers do.
      const used = made.filter((plan) => {
        const [free] = new FreeFloor(l).largest(1, 1);
        const outside = ([x, y]: Point) =>
          x < free!.u0 || x > free!.u1 || y < free!.v0 || y > free!.v1;
        return [...plan.seats, ...plan.fixtures].some(({ at }) => outside(at));
      });
      expect(used.length).toBeGreaterThan(0);
    });
  },
);

test('a slanted room says what is not used', () => {
  const slanted = rectangularRoom({
    widthM: 20,
    depthM: 12,
    entrance: 'south',
    minimumAreaM2: 150,
  });
  slanted.outline = [
    [0, 0],
    [20, 0],
    [20, 12],
    [5, 12],
  ];
  slanted.walls = slanted.walls.filter(({ id }) => id !== 'wall-west');
  slanted.doors = slanted.doors.filter(({ wall }) => wall !== 'wall-west');
  slanted.doors.find(({ id }) => id === 'door-entrance')!.offsetM = 10;
  const plan = layOut(slanted, {
    kind: 'straight',
    windows: { ...NOTICE_COUNTS, comprehensive: 3 },
  });
  expect(bothLanguages((plan as FloorPlan).description!).en).toMatch(/about [\d.]+ m² not used/);
});

test('any room, any windows: a layout holds together and has what was asked for (seed 6)', () => {
  const sides: Side[] = ['south', 'east', 'north', 'west'];
  const arbitrary = fc.record({
    widthDm: fc.integer({ min: 60, max: 300 }),
    depthDm: fc.integer({ min: 60, max: 300 }),
    entrance: fc.constantFrom(...sides),
    columns: fc.array(
      fc.record({ x: fc.integer({ min: 10, max: 90 }), y: fc.integer({ min: 10, max: 90 }) }),
      { maxLength: 5 },
    ),
    kind: fc.constantFrom(...LAYOUTS),
    mirrored: fc.boolean(),
    comprehensive: fc.integer({ min: 1, max: 14 }),
    department: fc.integer({ min: 0, max: 8 }),
    issuing: fc.integer({ min: 0, max: 2 }),
  });
  let made = 0;
  fc.assert(
    fc.property(arbitrary, (given) => {
      const [w, d] = [given.widthDm / 10, given.depthDm / 10];
      const empty = rectangularRoom({
        widthM: w,
        depthM: d,
        entrance: given.entrance,
        minimumAreaM2: 1,
        columns: given.columns.map(({ x, y }) => ({
          at: [Math.round(w * x) / 100, Math.round(d * y) / 100],
          sizeM: 0.5,
        })),
      });
      const { comprehensive, department, issuing } = given;
      const windows = { comprehensive, department, issuing };
      const plan = layOut(empty, { kind: given.kind, windows, mirrored: given.mirrored });
      if ('why' in plan) return;
      made++;
      expect(plan.windows.map(({ area }) => area)).toEqual([
        ...Array(comprehensive).fill('comprehensive'),
        ...Array(department).fill('department'),
        ...Array(issuing).fill('issuing'),
      ]);
      expect([...checkStructure(plan), ...checkPlacement(plan)]).toEqual([]);
      expect(plan.outline).toEqual(empty.outline);
      expect(plan.columns).toEqual(empty.columns);
      expect(floorPlanSchema.safeParse(plan).success).toBe(true);
    }),
    { seed: 6, numRuns: 100 },
  );
  expect(made).toBeGreaterThan(50);
});
