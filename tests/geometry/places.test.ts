import { describe, expect, test } from 'vitest';
import { contains } from '../../src/geometry/area';
import { obstaclesOf } from '../../src/geometry/obstacles';
import { placesOf } from '../../src/geometry/places';
import { distance } from '../../src/geometry/vector';
import { SHIPPED_PLANS, shippedPlan } from '../plans';
import { distanceToBox, plant, room } from './halls';

describe.each(SHIPPED_PLANS)('places of %s', (id) => {
  const plan = shippedPlan(id);
  const hall = placesOf(plan);
  const at = (i: number) => hall.places[i]!.at;
  const ofKind = (kind: string) => hall.places.filter((p) => p.kind === kind);

  test('every window, seat and station has its place, in the order of the plan', () => {
    expect([...hall.windows.keys()]).toEqual(plan.windows.map((w) => w.id));
    for (const w of plan.windows) {
      const place = hall.places[hall.windows.get(w.id)!]!;
      expect(place).toMatchObject({ kind: 'window', id: w.id, at: w.visitorSpot });
      expect(Math.abs(place.facingDeg - w.facingDeg)).toBe(180);
    }
    expect(hall.seats.map((i) => hall.places[i]!.id)).toEqual(plan.seats.map((s) => s.id));
    expect(hall.stations.map((s) => s.id)).toEqual(
      plan.fixtures
        .filter((f) => ['guideDesk', 'ticketMachine', 'kiosk'].includes(f.kind))
        .map((f) => f.id),
    );
  });

  test('lists name each place once, and all of them', () => {
    const named = [
      hall.entrance,
      hall.exit,
      ...hall.stations.flatMap((s) => s.spots),
      ...hall.windows.values(),
      ...hall.seats,
      ...hall.standing,
      ...hall.outside,
    ];
    expect(named).toHaveLength(hall.places.length);
    expect(new Set(named).size).toBe(hall.places.length);
    expect(hall.places[hall.entrance]!.kind).toBe('entrance');
    expect(hall.places[hall.exit]!.kind).toBe('exit');
    expect(hall.standing.every((i) => hall.places[i]!.kind === 'standing')).toBe(true);
  });

  test('nobody stands in anything, nor two on one spot', () => {
    const obstacles = obstaclesOf(plan);
    const standing = hall.places.filter((p) => p.kind !== 'seat');
    const room = standing.map((p) => Math.min(...obstacles.map((o) => distanceToBox(p.at, o))));
    expect(Math.min(...room)).toBeGreaterThan(0.15);
    const apart = hall.places.flatMap((p, i) =>
      hall.places.slice(0, i).map((q) => distance(p.at, q.at)),
    );
    expect(Math.min(...apart)).toBeGreaterThan(0.4);
  });

  test('queues are lines of a step each, people stand inside and wait outside', () => {
    for (const { spots } of hall.stations)
      for (let i = 1; i < spots.length; i++)
        expect(distance(at(spots[i - 1]!), at(spots[i]!))).toBeCloseTo(0.6, 9);
    for (const place of [...ofKind('standing'), ...ofKind('queue')])
      expect(contains(plan.outline, place.at)).toBe(true);
    for (const i of hall.outside) expect(contains(plan.outline, at(i))).toBe(false);
    expect(hall.outside).toHaveLength(60);
    expect(hall.standing.length).toBeGreaterThanOrEqual(20);
    const machine = hall.stations.find((s) => s.kind === 'ticketMachine')!;
    expect(machine.spots.length).toBeGreaterThanOrEqual(6);
  });

  test('the same plan gives the same bytes', () => {
    const again = placesOf(shippedPlan(id));
    expect(JSON.stringify(again)).toBe(JSON.stringify(hall));
  });
});

describe('places', () => {
  test('a shared door keeps to the right both ways', () => {
    const plan = room();
    plan.doors[0]!.widthM = 2;
    const hall = placesOf(plan);
    expect(hall.places[hall.entrance]!.at[0]).toBeCloseTo(5.5, 12);
    expect(hall.places[hall.exit]!.at[0]).toBeCloseTo(4.5, 12);
    expect(hall.places[hall.entrance]!.facingDeg).toBe(90);
    expect(hall.places[hall.exit]!.facingDeg).toBe(270);
  });

  test('a queue bends where there is no room straight on', () => {
    const straight = room({
      fixtures: [
        {
          ...plant('machine', [1, 3], 0.6, 0.5),
          kind: 'ticketMachine',
          userSpot: [1, 2.3],
          queueDeg: 270,
        },
      ],
    });
    const spots = placesOf(straight).places.filter((p) => p.kind === 'queue');
    expect(spots).toHaveLength(8);
    expect(spots[0]!.at[0]).toBeCloseTo(1, 12);
    expect(spots[0]!.at[1]).toBeCloseTo(1.7, 12);
    // 1.7, 1.1, 0.5, then the wall: on to the side.
    expect(spots[3]!.at[1]).toBeCloseTo(0.5, 12);
    expect(spots[3]!.at[0]).not.toBeCloseTo(1, 3);
  });

  test('nobody stands in a pocket that cannot be reached', () => {
    const fence = (id: string, x: number, y: number, w: number, d: number) =>
      plant(id, [x, y], w, d);
    const plan = room({
      fixtures: [
        fence('south', 8, 3, 3, 0.2),
        fence('north', 8, 6, 3, 0.2),
        fence('west', 6.6, 4.5, 0.2, 3),
        fence('east', 9.4, 4.5, 0.2, 3),
      ],
    });
    const hall = placesOf(plan);
    expect(hall.standing.length).toBeGreaterThan(50);
    for (const i of hall.standing) {
      const [x, y] = hall.places[i]!.at;
      expect(x > 6.7 && x < 9.3 && y > 3.1 && y < 5.9).toBe(false);
    }
  });

  test('a plan without a way in has no places', () => {
    expect(() => placesOf(room({ doors: [] }))).toThrow(RangeError);
  });
});
