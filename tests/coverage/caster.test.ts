import { describe, expect, it } from 'vitest';
import { BruteForceCaster, BvhCaster } from '../../src/coverage/space/caster';
import { BODY_SIZES, Crowd, TRUNK_RADIUS_M } from '../../src/coverage/space/people';
import { Sight } from '../../src/coverage/space/sight';
import { boxSolid, type Solid, trianglesOf } from '../../src/coverage/space/solid';
import { solidsOf } from '../../src/coverage/space/solids';
import { direction } from '../../src/geometry/vector';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { room } from '../geometry/halls';
import { SHIPPED_PLANS, shippedPlan } from '../plans';

/** Numbers in [0, 1) from a seed (mulberry32): plain ones, where lines graze no edge. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Casts random lines both ways; returns the number of hits. */
function compare(solids: readonly Solid[], lines: number, next: () => number): number {
  const triangles = trianglesOf(solids);
  const fast = new BvhCaster(triangles);
  const slow = new BruteForceCaster(triangles);
  const place = () => [12 * next(), 9 * next(), 3 * next()] as const;
  let hits = 0;
  for (let i = 0; i < lines; i++) {
    const a = place();
    const b = place();
    const expected = slow.cast(...a, ...b);
    const got = fast.cast(...a, ...b);
    expect(got < 0).toBe(expected < 0);
    if (expected < 0) continue;
    hits++;
    expect(fast.hitM).toBeCloseTo(slow.hitM, 4);
    // Where walls overlap, two owners may have a face in one place.
    if (Math.abs(fast.hitM - slow.hitM) > 1e-9) expect(got).toBe(expected);
  }
  return hits;
}

describe('the fast caster', () => {
  it.each([1, 2, 3, 4, 5])('hits what brute force hits, in random halls (seed %i)', (seed) => {
    const next = random(seed);
    let hits = 0;
    for (let hall = 0; hall < 20; hall++) {
      const solids = Array.from({ length: 1 + Math.floor(40 * next()) }, (_, i) => {
        const at = [12 * next(), 9 * next()] as const;
        const bottom = 3 * next();
        return boxSolid(
          { kind: 'fixture', id: `f${i}` },
          { at, halfWidthM: next(), halfDepthM: next(), axis: direction(360 * next()) },
          bottom,
          bottom + 2 * next(),
        );
      });
      hits += compare(solids, 200, next);
    }
    expect(hits).toBeGreaterThan(1000);
  });

  it.each(SHIPPED_PLANS)('agrees with brute force in %s', (id) => {
    expect(compare(solidsOf(shippedPlan(id)), 2000, random(9))).toBeGreaterThan(500);
  });

  it('sees through an empty room', () => {
    expect(new BvhCaster(trianglesOf([])).cast(0, 0, 1, 5, 5, 1)).toBe(-1);
  });
});

describe('the solids of a plan', () => {
  const open = (plan: Partial<FloorPlan>) => {
    const full = room(plan);
    return new Sight(solidsOf(full));
  };
  const named = (sight: Sight, ...line: [number, number, number, number, number, number]) => {
    const index = sight.blocker(...line);
    return index < 0 ? null : sight.owner(index);
  };

  it('leave the doors of the public open up to their height', () => {
    const sight = open({});
    expect(named(sight, 5, 1, 1.5, 5, -1, 1.5)).toBeNull();
    expect(named(sight, 5, 1, 2.2, 5, -1, 2.2)).toEqual({ kind: 'wall', id: 'south' });
    expect(named(sight, 3, 1, 1.5, 3, -1, 1.5)).toEqual({ kind: 'wall', id: 'south' });
  });

  it('shut the doors that visitors do not use', () => {
    const sight = open({
      doors: [
        { id: 'out', kind: 'emergency', wall: 'south', offsetM: 5.2, widthM: 1, heightM: 2.1 },
      ],
    });
    expect(named(sight, 5, 1, 1.5, 5, -1, 1.5)).toEqual({ kind: 'door', id: 'out' });
  });

  it('keep heights: over a counter, under its low section, over a low wall', () => {
    const sight = open({
      walls: [{ id: 'low', from: [2, 3], to: [4, 3], thicknessM: 0.1, heightM: 1.2 }],
    });
    const counter = { kind: 'counter', id: 'counter' };
    expect(named(sight, 5, 6, 0.79, 5, 8, 0.79)).toEqual(counter);
    expect(named(sight, 5, 6, 0.81, 5, 8, 0.81)).toBeNull();
    expect(named(sight, 0.5, 6, 0.76, 0.5, 8, 0.76)).toBeNull();
    expect(named(sight, 0.5, 6, 0.5, 0.5, 7.2, 0.5)).toBeNull();
    expect(named(sight, 0.5, 6, 0.5, 0.5, 8, 0.5)).toEqual(counter);
    expect(named(sight, 3, 2, 1.19, 3, 4, 1.19)).toEqual({ kind: 'wall', id: 'low' });
    expect(named(sight, 3, 2, 1.21, 3, 4, 1.21)).toBeNull();
  });
});

describe('people', () => {
  const standing = new Crowd([
    { owner: { kind: 'queue', id: '1' }, at: [5, 5], posture: 'standing' },
  ]);

  it('are hit where a capsule is, and nowhere else', () => {
    const { heightM } = BODY_SIZES.standing;
    expect(standing.cast(0, 5, 1, 10, 5, 1)).toBe(0);
    expect(standing.hitM).toBeCloseTo(5 - TRUNK_RADIUS_M, 9);
    expect(standing.cast(0, 5 + TRUNK_RADIUS_M + 0.001, 1, 10, 5 + TRUNK_RADIUS_M + 0.001, 1)).toBe(
      -1,
    );
    expect(standing.cast(0, 5, heightM - 0.001, 10, 5, heightM - 0.001)).toBe(0);
    expect(standing.cast(0, 5, heightM + 0.001, 10, 5, heightM + 0.001)).toBe(-1);
    expect(standing.cast(5, 5, 3, 5, 5, 0)).toBe(0);
    expect(standing.hitM).toBeCloseTo(3 - heightM, 9);
    expect(standing.cast(0, 5, 1, 4, 5, 1)).toBe(-1);
    expect(standing.cast(6, 5, 1, 10, 5, 1)).toBe(-1);
  });

  it('can be looked past, and moved without building anything', () => {
    expect(standing.cast(0, 5, 1, 10, 5, 1, 0)).toBe(-1);
    const crowd = new Crowd([{ owner: { kind: 'queue', id: 'a' }, at: [2, 2], posture: 'seated' }]);
    expect(crowd.cast(0, 2, 1, 4, 2, 1)).toBe(0);
    expect(crowd.cast(0, 2, 1.5, 4, 2, 1.5)).toBe(-1);
    crowd.set([
      { owner: { kind: 'queue', id: 'a' }, at: [2, 3], posture: 'standing' },
      { owner: { kind: 'queue', id: 'b' }, at: [1, 3], posture: 'standing' },
    ]);
    expect(crowd.cast(0, 2, 1, 4, 2, 1)).toBe(-1);
    expect(crowd.cast(0, 3, 1, 4, 3, 1)).toBe(1);
  });

  it('stand before or behind things', () => {
    const sight = new Sight(
      [
        boxSolid(
          { kind: 'column', id: 'c' },
          { at: [3, 5], halfWidthM: 0.2, halfDepthM: 0.2, axis: [1, 0] },
          0,
          3,
        ),
      ],
      standing,
    );
    expect(sight.owner(sight.blocker(0, 5, 1, 10, 5, 1)).kind).toBe('column');
    expect(sight.owner(sight.blocker(10, 5, 1, 0, 5, 1)).kind).toBe('queue');
  });
});
