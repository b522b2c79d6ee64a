import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNavigator, type Navigator, type Route } from '../../src/geometry/navigator';
import { obstaclesOf, SEAT_DEPTH_M } from '../../src/geometry/obstacles';
import { distance } from '../../src/geometry/vector';
import type { FloorPlan, Point } from '../../src/scenarios/floorplan';
import { SHIPPED_PLANS, shippedPlan } from '../plans';
import { along, distanceToBox, plant, room } from './halls';

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, p, i) => sum + distance(points[i]!, p), 0);
}

/** Least distance of a route to anything; the pieces into and out of seats are left out. */
function clearanceOf(plan: FloorPlan, navigator: Navigator, route: Route): number {
  const obstacles = obstaclesOf(plan);
  const seats = new Set(
    navigator.seats.map((i) => `${navigator.places[i]!.at[0]},${navigator.places[i]!.at[1]}`),
  );
  const isSeat = (p: Point) => seats.has(`${p[0]},${p[1]}`);
  const points = route.points.filter((p) => !isSeat(p));
  if (points.length === 0) return Number.POSITIVE_INFINITY;
  return Math.min(
    ...along(points, 0.02).map((p) => Math.min(...obstacles.map((o) => distanceToBox(p, o)))),
  );
}

describe('a room with one thing in the way', () => {
  const inTheWay = room({ fixtures: [plant('box', [5, 3], 2, 1)] });

  test('the way to the window goes round it by its bevels', () => {
    const navigator = createNavigator(inTheWay);
    const route = navigator.route(navigator.entrance, navigator.windows.get('w1')!);
    const r = 0.2;
    const aside = 1 + r;
    const bevel = r * (Math.SQRT2 - 1);
    // Up from the door (5, −0.1) to the lower bevel, along the side, and on to the spot (5, 6.4).
    const low: Point = [5 + aside, 2.5 - bevel];
    const high: Point = [5 + aside, 3.5 + bevel];
    const expected = distance([5, -0.1], low) + distance(low, high) + distance(high, [5, 6.4]);
    expect(route.lengthM).toBeCloseTo(expected, 9);
    expect(route.points[0]).toEqual([5, -0.1]);
    expect(route.points.at(-1)).toEqual([5, 6.4]);
    expect(route.to).toBe(navigator.windows.get('w1'));
  });

  test('a route to where one is has one point and no length', () => {
    const navigator = createNavigator(inTheWay);
    expect(navigator.route(3, 3)).toMatchObject({ lengthM: 0, to: 3 });
    expect(navigator.route(3, 3).points).toHaveLength(1);
  });

  test('a repeated question is answered with the same route', () => {
    const navigator = createNavigator(inTheWay);
    const window = navigator.windows.get('w1')!;
    expect(navigator.route(navigator.entrance, window)).toBe(
      navigator.route(navigator.entrance, window),
    );
  });

  test('a place that cannot be reached is an error, not a route', () => {
    const plan = room({ fixtures: [plant('bar', [5, 5], 10, 0.4)] });
    const navigator = createNavigator(plan);
    const window = navigator.windows.get('w1')!;
    expect(navigator.isReachable(navigator.entrance, window)).toBe(false);
    expect(() => navigator.route(navigator.entrance, window)).toThrow(/no way from entrance door/);
    expect(() => navigator.route(navigator.entrance, 10_000)).toThrow(RangeError);
    const inside = navigator.route(navigator.entrance, navigator.standing[0]!);
    expect(() => navigator.reroute(inside, 1, window)).toThrow(RangeError);
  });

  test('no way indoors leads through the street', () => {
    // Two doors in one wall, a bar between them inside.
    const plan = room({
      doors: [
        { id: 'in', kind: 'entrance', wall: 'south', offsetM: 2.2, widthM: 1, heightM: 2.1 },
        { id: 'out', kind: 'exit', wall: 'south', offsetM: 8.2, widthM: 1, heightM: 2.1 },
      ],
      fixtures: [plant('bar', [5, 2.5], 0.4, 5)],
    });
    const navigator = createNavigator(plan);
    const route = navigator.route(navigator.entrance, navigator.exit);
    expect(Math.max(...route.points.map((p) => p[1]))).toBeGreaterThan(5);
    expect(route.lengthM).toBeGreaterThan(11);
    // Who waits in the street walks in by the entrance.
    const first = navigator.outside[0]!;
    const inward = navigator.route(first, navigator.windows.get('w1')!);
    expect(inward.points).toContainEqual(navigator.places[navigator.entrance]!.at);
    // And from the street to the exit the way is outside.
    const past = navigator.route(first, navigator.exit);
    expect(Math.max(...past.points.map((p) => p[1]))).toBeLessThan(0);
  });

  test('seats are entered from their front', () => {
    const seat = (id: string, x: number) => ({ id, at: [x, 4] as [number, number], facingDeg: 90 });
    const plan = room({ seats: [seat('a', 4), seat('b', 4.55), seat('c', 5.1)] });
    const navigator = createNavigator(plan);
    const route = navigator.route(navigator.entrance, navigator.seats[1]!);
    const [front, at] = route.points.slice(-2);
    expect(at).toEqual([4.55, 4]);
    expect(front![0]).toBeCloseTo(4.55, 12);
    expect(front![1]).toBeCloseTo(4 + SEAT_DEPTH_M / 2 + 0.2, 12);
    // From one to the next: out, aside, in.
    const aside = navigator.route(navigator.seats[0]!, navigator.seats[2]!);
    expect(aside.lengthM).toBeCloseTo(2 * 0.45 + 1.1, 9);
  });
});

describe.each(SHIPPED_PLANS)('routes in %s', (id) => {
  const plan = shippedPlan(id);
  const navigator = createNavigator(plan);
  const all = navigator.places.map((_, i) => i);
  const pick = fc.constantFrom(...all);

  test('every place can be reached from the entrance and left for the exit', () => {
    for (const i of all) {
      expect(navigator.isReachable(navigator.entrance, i)).toBe(true);
      expect(navigator.isReachable(i, navigator.exit)).toBe(true);
    }
  });

  test('routes keep clear of everything, begin and end where they say', () => {
    fc.assert(
      fc.property(pick, pick, (from, to) => {
        const route = navigator.route(from, to);
        expect(route.points[0]).toEqual(navigator.places[from]!.at);
        expect(route.points.at(-1)).toEqual(navigator.places[to]!.at);
        expect(route.lengthM).toBeCloseTo(lengthOf(route.points), 9);
        expect(route.lengthM).toBeGreaterThanOrEqual(
          distance(navigator.places[from]!.at, navigator.places[to]!.at) - 1e-9,
        );
        expect(clearanceOf(plan, navigator, route)).toBeGreaterThan(0.2 - 1e-5);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('the triangle inequality holds among places where people stand', () => {
    // A seat would add the step into it twice.
    const standing = all.filter(
      (i) => navigator.places[i]!.kind !== 'seat' && navigator.places[i]!.kind !== 'outside',
    );
    const some = fc.constantFrom(...standing);
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const direct = navigator.route(a, c).lengthM;
        const over = navigator.route(a, b).lengthM + navigator.route(b, c).lengthM;
        expect(direct).toBeLessThanOrEqual(over + 1e-9);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  test('turning anywhere on the way leads on clear of everything, and not by a detour', () => {
    fc.assert(
      fc.property(
        pick,
        pick,
        pick,
        fc.double({ min: -0.1, max: 1.1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, to, then, share, again) => {
          const route = navigator.route(from, to);
          const walked = share * route.lengthM;
          const turn = navigator.reroute(route, walked, then);
          expect(turn.to).toBe(then);
          expect(turn.points.at(-1)).toEqual(navigator.places[then]!.at);
          // It begins where the walk had come to.
          const gone = Math.min(Math.max(walked, 0), route.lengthM);
          expect(startsOn(route, gone, turn.points[0]!)).toBeLessThan(1e-6);
          expect(turn.lengthM).toBeCloseTo(lengthOf(turn.points), 9);
          const onward = navigator.route(to, then).lengthM;
          expect(turn.lengthM).toBeLessThanOrEqual(route.lengthM - gone + onward + 1e-6);
          // And a turn may be turned again.
          const second = navigator.reroute(turn, again * turn.lengthM, from);
          expect(second.points.at(-1)).toEqual(navigator.places[from]!.at);
          for (const r of [turn, second])
            expect(clearanceOfTurn(plan, navigator, r)).toBeGreaterThan(0.2 - 1e-5);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  test('two navigators give the same bytes, whatever was asked before', () => {
    const other = createNavigator(shippedPlan(id));
    const windows = [...navigator.windows.values()];
    for (const seat of [...other.seats].reverse())
      for (const window of [...windows].reverse()) other.route(window, seat);
    for (const seat of navigator.seats)
      for (const window of windows)
        expect(JSON.stringify(other.route(seat, window))).toBe(
          JSON.stringify(navigator.route(seat, window)),
        );
  });
});

/** Distance from `p` to the point `walkedM` along the route. */
function startsOn(route: Route, walkedM: number, p: Point): number {
  let left = walkedM;
  for (let i = 0; i + 1 < route.points.length; i++) {
    const a = route.points[i]!;
    const b = route.points[i + 1]!;
    const length = distance(a, b);
    if (left <= length) {
      const t = length === 0 ? 0 : left / length;
      return distance(p, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
    left -= length;
  }
  return distance(p, route.points.at(-1)!);
}

/** As `clearanceOf`, leaving out the first piece too: a turn may begin half way into a seat. */
function clearanceOfTurn(plan: FloorPlan, navigator: Navigator, route: Route): number {
  const start = route.points[0]!;
  const obstacles = obstaclesOf(plan);
  const docked = obstacles.some((o) => distanceToBox(start, o) < 0.2 - 1e-6);
  const points = docked ? route.points.slice(1) : route.points;
  return points.length === 0
    ? Number.POSITIVE_INFINITY
    : clearanceOf(plan, navigator, { ...route, points });
}
