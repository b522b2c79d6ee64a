import { describe, expect, it } from 'vitest';
import { solveCovering } from '../../../src/coverage/placement/covering';
import { loadProgrammeSolver } from '../../../src/workers/integer-programme';
import {
  affineTriples,
  blockingSets,
  boseTriples,
  greedyTrap,
  problemOf,
  projectivePlane,
  projectiveTriples,
} from './designs';

const solver = await loadProgrammeSolver();
const count = (problem: ReturnType<typeof problemOf>) => {
  const { count, proven, uncoverable } = solveCovering(problem, solver);
  expect([proven, uncoverable]).toEqual([true, []]);
  return count;
};

describe('projective planes of order q', () => {
  // q lines cover at most q(q + 1) points, one too few; the q + 1 lines through a point cover all.
  it.each([2, 3, 5, 7])('q = %i: q + 1 lines cover all points, as the bound says', (q) => {
    const covering = solveCovering(problemOf(q * q + q + 1, projectivePlane(q)), solver);
    expect(covering).toMatchObject({
      count: q + 1,
      lowerBound: q + 1,
      proven: true,
      candidates: q * q + q + 1,
    });
  });

  // Points that meet every line k times leave out at most q + 1 − k of each: an arc where that is
  // 2, which has at most q + 1 points for odd q and q + 2 for even (Bose 1947), or a single one.
  it.each([
    [2, 2, 7 - 1],
    [3, 2, 13 - 4],
    [3, 3, 13 - 1],
    [5, 4, 31 - 6],
  ])('q = %i, every line by %i different points: %i', (q, k, least) => {
    expect(count(blockingSets(q * q + q + 1, projectivePlane(q), k))).toBe(least);
  });
});

describe('Steiner triple systems, every triple met (Fulkerson, Nemhauser and Trotter 1974)', () => {
  // What is left out has no line: caps of 4 points in the affine plane over three elements and of
  // 9 in its space (Bose 1947); 8 in the projective space over two (Bose and Burton 1966).
  it.each([
    ['9, affine plane', 9, affineTriples(2), 9 - 4],
    ['27, affine space', 27, affineTriples(3), 27 - 9],
    ['15, projective space', 15, projectiveTriples(), 15 - 8],
    ['9, Bose', 9, boseTriples(1), 5],
    ['15, Bose', 15, boseTriples(2), 9],
  ])('of %s', (_, points, blocks, least) => {
    expect(blocks).toHaveLength((points * (points - 1)) / 6);
    expect(count(blockingSets(points, blocks))).toBe(least);
  });
});

describe('plain families', () => {
  it.each([3, 5, 7, 21])('an odd cycle of %i: half of it, rounded up', (n) => {
    const edges = Array.from({ length: n }, (_, i) => [i, (i + 1) % n]);
    expect(count(problemOf(n, edges))).toBe((n + 1) / 2);
  });

  it('a partition: all of it', () => {
    const sets = [[0, 1], [2], [3, 4, 5], [6]];
    const covering = solveCovering(problemOf(7, sets), solver);
    expect(covering).toMatchObject({
      chosen: [0, 1, 2, 3],
      count: 4,
      lowerBound: 4,
      provenBy: 'bound',
      left: { candidates: 0, elements: 0, parts: 0 },
    });
  });

  it('unconnected problems add up', () => {
    const fano = projectivePlane(2);
    const three = [0, 7, 14].flatMap((by) => fano.map((line) => line.map((p) => p + by)));
    const covering = solveCovering(problemOf(21, three), solver);
    expect(covering).toMatchObject({ count: 9, lowerBound: 9, proven: true });
    expect(covering.left.parts).toBe(3);
  });

  it.each([3, 5, 8])('greedy’s trap of %i steps: two would do', (k) => {
    const { n, sets } = greedyTrap(k);
    expect(solveCovering(problemOf(n, sets), solver)).toMatchObject({
      chosen: [0, 1],
      greedyCount: k,
      proven: true,
    });
  });
});
