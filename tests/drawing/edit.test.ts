import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begun, edited, redone, undone } from '../../src/app/studio/history';
import { aligned, distributed } from '../../src/drawing/edit/arrange';
import { copied, pasted, removed } from '../../src/drawing/edit/change';
import {
  cornerAdded,
  cornerMoved,
  cornerRemoved,
  crossingOf,
  middleOf,
} from '../../src/drawing/edit/corners';
import {
  createColumn,
  createDoor,
  createFixture,
  createSeatRow,
  createWall,
  createWindow,
} from '../../src/drawing/edit/create';
import { boundsOf, ITEM_LISTS, type ItemRef, itemOf, shapeOf } from '../../src/drawing/edit/items';
import { rotated, translated } from '../../src/drawing/edit/move';
import { withCorner, withEdge, withNewCorner, withoutCorner } from '../../src/drawing/edit/outline';
import { guidesOf, snapped } from '../../src/drawing/edit/snap';
import { rectangularRoom } from '../../src/drawing/room';
import { areaM2, contains, grossAreaM2 } from '../../src/geometry/area';
import { checkStructure } from '../../src/geometry/checks/structure';
import { doorPosition, wallPieces, wallPolygon } from '../../src/geometry/walls';
import { type FloorPlan, floorPlanSchema, type Point } from '../../src/scenarios/floorplan';
import { shippedPlan } from '../plans';

const plan = shippedPlan('hall-200');
const bytes = (of: FloorPlan) => JSON.stringify(of);

/** Every kind of change, by numbers that a generator gives. */
function change(of: FloorPlan, what: number, which: number, a: number, b: number): FloorPlan {
  const all: ItemRef[] = ITEM_LISTS.flatMap((list) => of[list].map(({ id }) => ({ list, id })));
  const one = all[which % all.length];
  const refs = one ? [one, all[(which * 7 + 3) % all.length]!] : [];
  const corner = which % of.outline.length;
  switch (what) {
    case 0:
      return translated(of, refs, a / 100, b / 100);
    case 1:
      return rotated(of, refs, a, [b / 10, a / 10]);
    case 2:
      return removed(of, refs.slice(0, 1));
    case 3:
      return pasted(of, copied(of, refs), a / 100, b / 100).plan;
    case 4:
      return aligned(of, refs, 'left');
    case 5:
      return distributed(of, [...refs, all[(which * 11 + 5) % all.length]!], 'x');
    case 6:
      return createFixture(of, 'kiosk', [a / 10, b / 10]).plan;
    case 7:
      return createWindow(of, 'department', [a / 10, b / 10])?.plan ?? of;
    case 8:
      return createDoor(of, 'staff', [a / 10, b / 10])?.plan ?? of;
    case 9:
      return withCorner(of, corner, [a / 10, b / 10]) ?? of;
    case 10:
      return withNewCorner(of, corner);
    case 11:
      return withoutCorner(of, corner) ?? of;
    case 12:
      return withEdge(of, corner, a / 100, b / 100) ?? of;
    case 13:
      return createSeatRow(of, [a / 10, b / 10], 3).plan;
    default:
      return createColumn(of, [a / 10, b / 10]).plan;
  }
}

describe('edits and their undoing', () => {
  test('hundreds of random changes, undone and done again, give the same bytes (seed 60)', () => {
    const step = fc.tuple(
      fc.integer({ min: 0, max: 14 }),
      fc.nat(5000),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -300, max: 300 }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        let history = begun(plan);
        const seen = [bytes(plan)];
        for (const [what, which, a, b] of steps) {
          const next = change(history.plan, what, which, a, b);
          if (next === history.plan) continue;
          history = edited(history, next);
          seen.push(bytes(next));
          // Whatever is done, the format is kept, and no reference is left hanging.
          const read = floorPlanSchema.safeParse(JSON.parse(bytes(next)));
          expect(read.error?.issues[0]?.message).toBeUndefined();
          expect(
            checkStructure(next).filter(({ path }) => /\.(wall|counter|window|id)$/.test(path)),
          ).toEqual([]);
        }
        const last = seen.length - 1;
        for (let i = last; i >= 0; i--) {
          expect(bytes(history.plan)).toBe(seen[i]);
          history = undone(history);
        }
        history = undone(history);
        expect(bytes(history.plan)).toBe(seen[0]);
        for (let i = 1; i <= last; i++) history = redone(history);
        expect(bytes(redone(history).plan)).toBe(seen[last]);
      }),
      { seed: 60, numRuns: 60 },
    );
  });

  test('one gesture is one step', () => {
    let history = begun(plan);
    for (let i = 1; i <= 20; i++)
      history = edited(
        history,
        translated(plan, [{ list: 'seats', id: 's1' }], i / 100, 0),
        'drag',
      );
    history = edited(history, translated(history.plan, [{ list: 'seats', id: 's2' }], 0, 1), 'two');
    expect(undone(undone(history)).plan).toBe(plan);
  });

  test('ten thousand steps can be undone', () => {
    let history = begun(plan);
    for (let i = 0; i < 10_000; i++) history = edited(history, { ...plan, minimumAreaM2: i + 1 });
    for (let i = 0; i < 10_000; i++) history = undone(history);
    expect(history.plan).toBe(plan);
  });
});

describe('moving', () => {
  test('a counter takes its windows along, and they their displays and pickups', () => {
    const next = translated(plan, [{ list: 'counters', id: 'counter-comprehensive' }], 0.5, -0.25);
    const window = itemOf(next, { list: 'windows', id: 'w3' })!;
    expect(window.at).toEqual([4.225, 6.275]);
    expect(window.visitorSpot).toEqual([4.225, 5.5]);
    expect(itemOf(next, { list: 'pickups', id: 'pickup-w3' })!.at).toEqual([3.825, 6.275]);
    expect(itemOf(next, { list: 'displays', id: 'display-w3' })!.at).toEqual([4.225, 6.275]);
    expect(itemOf(next, { list: 'windows', id: 'w9' })).toEqual(
      itemOf(plan, { list: 'windows', id: 'w9' }),
    );
  });

  test('a door slides along its wall and stops at its ends; with its wall it stays in it', () => {
    const door: ItemRef = { list: 'doors', id: 'door-exit' };
    expect(translated(plan, [door], -1, 5).doors[1]!.offsetM).toBe(16.4);
    expect(translated(plan, [door], 50, 0).doors[1]!.offsetM).toBe(19.25);
    const both = translated(plan, [door, { list: 'walls', id: 'wall-south' }], 0, -1);
    expect(both.doors[1]!.offsetM).toBe(17.4);
    expect(both.walls[0]!.from).toEqual([0, -0.9]);
  });

  test('four right angles lead back, to the byte', () => {
    const refs: ItemRef[] = [
      { list: 'counters', id: 'counter-department' },
      { list: 'fixtures', id: 'guide-desk' },
    ];
    let next = plan;
    for (let i = 0; i < 4; i++) next = rotated(next, refs, 90, [10, 5]);
    expect(bytes(next)).toBe(bytes(plan));
  });
});

describe('taking away and copying', () => {
  test('a wall goes with its doors, a counter with its windows and all that is theirs', () => {
    const next = removed(plan, [
      { list: 'walls', id: 'wall-south' },
      { list: 'counters', id: 'counter-department' },
    ]);
    expect(next.doors.some(({ wall }) => wall === 'wall-south')).toBe(false);
    expect(next.windows.map(({ id }) => id)).toEqual(plan.windows.slice(0, 8).map(({ id }) => id));
    expect(next.pickups).toHaveLength(8);
    expect(next.displays.filter(({ window }) => window)).toHaveLength(8);
  });

  test('a copied counter brings windows with new numbers that belong to the copy', () => {
    const counter: ItemRef = { list: 'counters', id: 'counter-department' };
    const { plan: next, refs } = pasted(plan, copied(plan, [counter]), 0, -3);
    const copy = refs.find(({ list }) => list === 'counters')!;
    const windows = next.windows.filter((window) => window.counter === copy.id);
    expect(windows.map(({ number }) => number)).toEqual([15, 16, 17, 18, 19, 20]);
    for (const window of windows) {
      expect(next.pickups.filter((one) => one.window === window.id)).toHaveLength(1);
      expect(window.at[1]).toBeCloseTo(3.525, 9);
    }
  });
});

describe('arranging', () => {
  const seats: ItemRef[] = ['s1', 's5', 's9'].map((id) => ({ list: 'seats', id }));
  const edges = (of: FloorPlan) => seats.map((ref) => boundsOf([shapeOf(of, ref)!]));

  test('align: all on the outermost edge', () => {
    const lefts = edges(plan).map(([x]) => x);
    for (const [x] of edges(aligned(plan, seats, 'left')))
      expect(x).toBeCloseTo(Math.min(...lefts), 3);
  });

  test('distribute: equal gaps, the outermost stay', () => {
    const three: ItemRef[] = ['s1', 's2', 's4'].map((id) => ({ list: 'seats', id }));
    const next = distributed(plan, three, 'x');
    const xs = three.map(({ id }) => next.seats.find((seat) => seat.id === id)!.at[0]);
    expect(xs[1]! - xs[0]!).toBeCloseTo(xs[2]! - xs[1]!, 3);
    expect([xs[0], xs[2]]).toEqual([plan.seats[0]!.at[0], plan.seats[3]!.at[0]]);
  });

  test('snap: to a neighbour within reach, else to the grid', () => {
    const seat: ItemRef = { list: 'seats', id: 's1' };
    const bounds = boundsOf([shapeOf(plan, seat)!]);
    expect(guidesOf(plan, [seat]).xs).toContain(0.2);
    // Its left edge comes within 3 cm of the wall's face.
    const guides = { xs: [0.2], ys: [] };
    const near = snapped(bounds, [0.23 - bounds[0], 0], guides, 0.05, 0.1);
    expect(bounds[0] + near.by[0]).toBeCloseTo(0.2, 9);
    expect(near.holds).toEqual([{ axis: 'x', at: 0.2 }]);
    const free = snapped(bounds, [0.123, 0], { xs: [], ys: [] }, 0.05, 0.1);
    expect((bounds[0] + free.by[0]) % 0.1).toBeCloseTo(0, 6);
    expect(free.holds).toEqual([]);
  });
});

describe('the outline', () => {
  test('its area is exact to a square centimetre and beyond', () => {
    const wider = withEdge(plan, 1, 0.013, 0)!;
    expect(grossAreaM2(wider)).toBeCloseTo(20.013 * 10, 9);
    // The outer wall goes with its edge.
    expect(wider.walls[1]!.from[0]).toBeCloseTo(19.913, 9);
    const cut = withCorner(withNewCorner(plan, 1), 2, [15, 5])!;
    expect(grossAreaM2(cut)).toBeCloseTo(200 - (10 * 5) / 2, 9);
  });

  test('one that would cross itself is refused, and the crossing is found', () => {
    expect(withCorner(plan, 0, [25, 5])).toBeNull();
    const bow: [number, number][] = [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ];
    expect(crossingOf(bow)).toEqual([2, 2]);
    expect(crossingOf(plan.outline)).toBeNull();
  });

  test('an L is cut out by three corners: outer walls follow to the millimetre, doors stay', () => {
    const room = rectangularRoom({ widthM: 20, depthM: 10, entrance: 'south', minimumAreaM2: 1 });
    const doorsAt = (of: FloorPlan) => of.doors.map((door) => doorPosition(of, door)!.centre);
    // A corner on the right side and one on the upper side, then the corner between them inward.
    const cut = withNewCorner(withNewCorner(room, 2), 1);
    expect(doorsAt(cut)).toEqual(doorsAt(room));
    const l = withCorner(cut, 3, [10, 5])!;
    expect(grossAreaM2(l)).toBe(150);
    expect(l.outline).toHaveLength(6);
    const inside = (x: number, y: number) =>
      wallPieces(l, () => false).some((piece) => contains(wallPolygon(piece), [x, y]));
    // Both arms are closed, the corner that points inward too; nothing stands outside.
    for (const [x, y] of [
      [15, 4.9],
      [9.9, 8],
      [9.9, 4.9],
      [19.9, 2],
      [2, 9.9],
    ] as const)
      expect(inside(x, y)).toBe(true);
    for (const wall of l.walls)
      for (const p of wallPolygon({ wall, index: 0, from: wall.from, to: wall.to }))
        expect(contains(l.outline, p)).toBe(true);
    const back = withCorner(l, 3, [20, 10])!;
    expect(bytes(back)).toBe(bytes(cut));
    expect(bytes(withoutCorner(withoutCorner(back, 4)!, 2)!)).toBe(bytes(room));
  });

  test('a new corner does not cut through a door', () => {
    const room = rectangularRoom({ widthM: 8, depthM: 10, entrance: 'south', minimumAreaM2: 1 });
    const next = withNewCorner(room, 0);
    expect(room.doors[0]!.offsetM).toBe(4);
    expect(next.outline[1]).toEqual([3, 0]);
    expect(next.walls).toHaveLength(5);
    expect(checkStructure(next)).toEqual([]);
  });

  test('any lines: what is changed never crosses itself and loses no area to rounding (seed 61)', () => {
    const step = fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.nat(100),
      fc.integer({ min: -20_000, max: 60_000 }),
      fc.integer({ min: -20_000, max: 60_000 }),
    );
    let changes = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
        let line: readonly Point[] = plan.outline;
        for (const [what, which, x, y] of steps) {
          const i = which % line.length;
          const at: Point = [x / 1000, y / 1000];
          const next =
            what === 0
              ? cornerMoved(line, i, at)
              : what === 1
                ? cornerAdded(line, i, middleOf(line, i))
                : cornerRemoved(line, i);
          const moved = line.map((p, k) => (k === i ? at : p));
          if (what === 0) expect(next === null).toBe(crossingOf(moved) !== null);
          if (!next || crossingOf(next)) continue;
          changes++;
          line = next;
          // In whole square millimetres, exactly.
          const exact = line.reduce((sum, p, k) => {
            const q = line[(k + 1) % line.length]!;
            const mm = (value: number) => BigInt(Math.round(value * 1000));
            return sum + mm(p[0]) * mm(q[1]) - mm(q[0]) * mm(p[1]);
          }, 0n);
          const squareCm = Number(exact < 0n ? -exact : exact) / 2 / 100;
          expect(Math.abs(areaM2(line) * 10_000 - squareCm)).toBeLessThan(0.01);
        }
      }),
      { seed: 61, numRuns: 60 },
    );
    expect(changes).toBeGreaterThan(500);
  });

  test('a triangle keeps its three corners', () => {
    const three = withoutCorner(plan, 0)!;
    expect(three.outline).toHaveLength(3);
    expect(withoutCorner(three, 0)).toBeNull();
  });
});

test('a window put on a counter faces as its siblings do, with display and pickup', () => {
  const { plan: next, refs } = createWindow(plan, 'comprehensive', [6, 6])!;
  const window = itemOf(next, { list: 'windows', id: refs[0]!.id })!;
  expect(window).toMatchObject({ number: 15, counter: 'counter-comprehensive', facingDeg: 270 });
  expect(next.pickups.at(-1)!.window).toBe(window.id);
  expect(next.displays.at(-1)!.window).toBe(window.id);
  expect(createWindow({ ...plan, counters: [] }, 'comprehensive', [6, 6])).toBeNull();
  expect(createDoor({ ...plan, walls: [] }, 'staff', [6, 6])).toBeNull();
  expect(createWall(plan, [1, 1], [2, 1]).plan.walls.at(-1)!.from).toEqual([1, 1]);
});
