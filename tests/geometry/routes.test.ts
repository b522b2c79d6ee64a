import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FreeSpace } from '../../src/geometry/freespace';
import type { Clearance, Obstacle } from '../../src/geometry/obstacles';
import { direction, distance } from '../../src/geometry/vector';
import { VisibilityGraph } from '../../src/geometry/visibility';
import type { Point } from '../../src/scenarios/floorplan';
import { along, distanceToBox } from './halls';

const RADIUS_M = 0.2;
const CLEARANCE: Clearance = { solidM: RADIUS_M, furnitureM: RADIUS_M };
/** How far the bevels stand out beyond the quarter circle. */
const BEVEL = 1 / Math.cos(Math.PI / 8);

function box(x: number, y: number, w: number, d: number, turn = 0): Obstacle {
  return {
    kind: 'fixture',
    index: 0,
    at: [x, y],
    halfWidthM: w / 2,
    halfDepthM: d / 2,
    axis: direction(turn),
  };
}

function shortest(obstacles: readonly Obstacle[], from: Point, to: Point): Point[] | undefined {
  const space = new FreeSpace(obstacles, CLEARANCE);
  const graph = new VisibilityGraph(space, () => true);
  return graph.way(from, space.touching(from[0], from[1]), graph.destination(to));
}

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, p, i) => sum + distance(points[i]!, p), 0);
}

describe('closed forms', () => {
  test('nothing in the way: a straight line', () => {
    expect(shortest([], [0, 0], [3, 4])).toEqual([
      [0, 0],
      [3, 4],
    ]);
  });

  test('round one box: out to its bevel, along its face, and back', () => {
    const way = shortest([box(0, 0, 1, 1)], [-2, 0], [2, 0])!;
    const face = 0.5 + RADIUS_M;
    const bevel = 0.5 + RADIUS_M * (Math.SQRT2 - 1);
    const expected = 2 * Math.sqrt((2 - bevel) ** 2 + face ** 2) + 2 * bevel;
    expect(lengthOf(way)).toBeCloseTo(expected, 12);
    expect(way).toHaveLength(4);
  });

  test('round a turned box the same length as round a straight one', () => {
    const straight = lengthOf(shortest([box(0, 0, 1, 2)], [-3, 0], [3, 0])!);
    const [c, s] = direction(33);
    const turned = lengthOf(shortest([box(0, 0, 1, 2, 33)], [-3 * c, -3 * s], [3 * c, 3 * s])!);
    expect(turned).toBeCloseTo(straight, 9);
  });

  test('round the inner corner of an L: one bevel', () => {
    // Two walls 0.2 m thick share the corner (0.1, 0.1) and close off the quarter below it.
    const walls = [box(-4.95, 0, 10.1, 0.2), box(0, -4.95, 0.2, 10.1)];
    const way = shortest(walls, [-4, 1], [1, -4])!;
    const face = 0.1 + RADIUS_M;
    const bevel = 0.1 + RADIUS_M * (Math.SQRT2 - 1);
    const expected = 2 * distance([-4, 1], [bevel, face]) + (face - bevel) * Math.SQRT2;
    expect(lengthOf(way)).toBeCloseTo(expected, 12);
    expect(way).toHaveLength(4);
  });

  test('a gap of exactly the body is passed, a hair less is not', () => {
    const gap = (widthM: number) => [box(-5, 0, 10 - widthM, 1), box(5, 0, 10 - widthM, 1)];
    const through = shortest(gap(2 * RADIUS_M), [0, -2], [0, 2])!;
    expect(through).toHaveLength(2);
    const round = shortest(gap(2 * RADIUS_M - 0.001), [0, -2], [0, 2])!;
    expect(lengthOf(round)).toBeGreaterThan(20);
  });

  test('closed in: no way', () => {
    const walls = [box(0, 1, 3, 0.2), box(0, -1, 3, 0.2), box(1, 0, 0.2, 3), box(-1, 0, 0.2, 3)];
    expect(shortest(walls, [0, 0], [4, 0])).toBeUndefined();
  });

  test('from inside the clearance one steps away, never through', () => {
    const obstacle = box(0, 0, 1, 1);
    const way = shortest([obstacle], [0, 0.55], [0, -2])!;
    expect(way.length).toBeGreaterThan(2);
    for (const p of along(way, 0.01)) expect(distanceToBox(p, obstacle)).toBeGreaterThan(0.04);
  });
});

describe('random rooms of boxes', () => {
  const STEP_M = 0.1;
  const SIDE = 61;
  const coordinate = fc.double({ min: 0.2, max: 5.8, noNaN: true });
  const rooms = fc.record({
    boxes: fc.array(
      fc.record({
        x: coordinate,
        y: coordinate,
        w: fc.double({ min: 0.1, max: 7, noNaN: true }),
        d: fc.double({ min: 0.1, max: 1.2, noNaN: true }),
        turn: fc.oneof(fc.constantFrom(0, 90, 45), fc.integer({ min: 0, max: 359 })),
      }),
      { minLength: 1, maxLength: 16 },
    ),
    from: fc.tuple(fc.integer({ min: 2, max: 58 }), fc.integer({ min: 2, max: 58 })),
    to: fc.tuple(fc.integer({ min: 2, max: 58 }), fc.integer({ min: 2, max: 58 })),
  });
  // The room itself, so that no way leads round the outside of the grid.
  const shell = [
    box(3, -0.5, 9, 1 - 2 * RADIUS_M),
    box(3, 6.5, 9, 1 - 2 * RADIUS_M),
    box(-0.5, 3, 1 - 2 * RADIUS_M, 9),
    box(6.5, 3, 1 - 2 * RADIUS_M, 9),
  ];

  /** Shortest way over a grid of points that keep `clearanceM` (Dijkstra, eight neighbours). */
  function overGrid(
    obstacles: readonly Obstacle[],
    clearanceM: number,
    from: readonly [number, number],
    to: readonly [number, number],
  ): number {
    const open = new Uint8Array(SIDE * SIDE);
    for (let j = 0; j < SIDE; j++)
      for (let i = 0; i < SIDE; i++) {
        const p: Point = [i * STEP_M, j * STEP_M];
        if (obstacles.every((o) => distanceToBox(p, o) >= clearanceM)) open[j * SIDE + i] = 1;
      }
    const best = new Float64Array(SIDE * SIDE).fill(Number.POSITIVE_INFINITY);
    const buckets: number[][] = [];
    const put = (index: number, length: number) => {
      if (length >= best[index]!) return;
      best[index] = length;
      const b = Math.floor(length / STEP_M);
      buckets[b] = [...(buckets[b] ?? []), index];
    };
    open[from[1] * SIDE + from[0]] = 1;
    open[to[1] * SIDE + to[0]] = 1;
    put(from[1] * SIDE + from[0], 0);
    for (let b = 0; b < buckets.length; b++)
      for (let k = 0; k < (buckets[b]?.length ?? 0); k++) {
        const index = buckets[b]![k]!;
        const length = best[index]!;
        if (Math.floor(length / STEP_M) !== b) continue;
        const i = index % SIDE;
        const j = (index - i) / SIDE;
        for (let dj = -1; dj <= 1; dj++)
          for (let di = -1; di <= 1; di++) {
            const [x, y] = [i + di, j + dj];
            if (x < 0 || y < 0 || x >= SIDE || y >= SIDE || (di === 0 && dj === 0)) continue;
            if (open[y * SIDE + x] === 0) continue;
            put(y * SIDE + x, length + STEP_M * (di !== 0 && dj !== 0 ? Math.SQRT2 : 1));
          }
      }
    return best[to[1] * SIDE + to[0]]!;
  }

  test('ways keep clear of everything and are as short as grids say they can be', () => {
    let compared = 0;
    let closed = 0;
    fc.assert(
      fc.property(rooms, ({ boxes, from, to }) => {
        const obstacles = [...shell, ...boxes.map((b) => box(b.x, b.y, b.w, b.d, b.turn))];
        const a: Point = [from[0] * STEP_M, from[1] * STEP_M];
        const b: Point = [to[0] * STEP_M, to[1] * STEP_M];
        const space = new FreeSpace(obstacles, CLEARANCE);
        fc.pre(space.isFree(a[0], a[1]) && space.isFree(b[0], b[1]));
        const way = shortest(obstacles, a, b);
        const half = (STEP_M * Math.SQRT2) / 2;
        const upper = overGrid(obstacles, RADIUS_M * BEVEL + half, from, to);
        const lower = overGrid(obstacles, RADIUS_M - half - 1e-9, from, to);
        if (!way) {
          closed++;
          // Narrow gaps aside, the grid finds none either.
          expect(upper).toBe(Number.POSITIVE_INFINITY);
          return;
        }
        const nearest = Math.min(
          ...along(way, 0.01).map((p) => Math.min(...obstacles.map((o) => distanceToBox(p, o)))),
        );
        expect(nearest).toBeGreaterThanOrEqual(RADIUS_M - 1e-5);
        const length = lengthOf(way);
        expect(length).toBeGreaterThanOrEqual(distance(a, b) - 1e-9);
        // The first step of the upper grid leaves the start, which may be closer to things.
        if (upper < Number.POSITIVE_INFINITY) {
          expect(length).toBeLessThanOrEqual(upper + 4 * STEP_M);
          compared++;
        }
        // Eight directions are at most 8.24 % longer than a straight line.
        expect(length).toBeGreaterThanOrEqual((lower - 4 * STEP_M) / (BEVEL * 1.0001));
      }),
      { seed: 13, numRuns: 250 },
    );
    expect(compared).toBeGreaterThan(60);
    expect(closed).toBeGreaterThan(3);
  });

  test('there and back are equally long', () => {
    fc.assert(
      fc.property(rooms, ({ boxes, from, to }) => {
        const obstacles = [...shell, ...boxes.map((b) => box(b.x, b.y, b.w, b.d, b.turn))];
        const a: Point = [from[0] * STEP_M, from[1] * STEP_M];
        const b: Point = [to[0] * STEP_M, to[1] * STEP_M];
        const there = shortest(obstacles, a, b);
        const back = shortest(obstacles, b, a);
        expect(there === undefined).toBe(back === undefined);
        if (there && back) expect(lengthOf(there)).toBeCloseTo(lengthOf(back), 9);
      }),
      { seed: 14, numRuns: 150 },
    );
  });
});
