import { describe, expect, it } from 'vitest';
import { solveCovering } from '../../../src/coverage/placement/covering';
import type { CoveringProblem } from '../../../src/coverage/placement/problem';
import type { ProgrammeSolver } from '../../../src/coverage/placement/programme';
import { loadProgrammeSolver } from '../../../src/workers/integer-programme';
import { affineTriples, blockingSets, problemOf } from './designs';

const solver = await loadProgrammeSolver();
const another = await loadProgrammeSolver();

/** Numbers from 0 to 1, the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

function scattered(candidates: number, elements: number, share: number, times: number) {
  const next = numbers(1);
  const all = Array.from({ length: elements }, (_, e) => e);
  const sets = Array.from({ length: candidates }, () => all.filter(() => next() < share));
  return problemOf(elements, sets, times);
}

describe('what can’t be had', () => {
  it('a problem of nothing needs nothing', () => {
    expect(solveCovering(problemOf(0, []), solver)).toEqual({
      chosen: [],
      sites: [],
      count: 0,
      cost: 0,
      greedyCount: 0,
      greedyCost: 0,
      lowerBound: 0,
      proven: true,
      provenBy: 'bound',
      candidates: 0,
      left: { candidates: 0, elements: 0, parts: 0 },
      uncoverable: [],
    });
    expect(solveCovering(problemOf(0, [[], []]), solver).count).toBe(0);
  });

  it('is named, and the rest is solved', () => {
    expect(solveCovering(problemOf(4, [[0], [2], [0, 2]]), solver)).toMatchObject({
      chosen: [2],
      proven: true,
      uncoverable: [
        { id: 'e1', times: 1, met: 0, reason: 'reach' },
        { id: 'e3', times: 1, met: 0, reason: 'reach' },
      ],
    });
  });

  it('is met as often as it can be', () => {
    expect(solveCovering(problemOf(2, [[0, 1], [0]], 3), solver)).toMatchObject({
      chosen: [0, 1],
      uncoverable: [
        { id: 'e0', times: 3, met: 2, reason: 'reach' },
        { id: 'e1', times: 3, met: 1, reason: 'reach' },
      ],
    });
  });

  it('as places exclude each other', () => {
    // One ceiling box, which can look at either of two windows; a wall that sees a third.
    const problem: CoveringProblem<string> = {
      requirements: ['a', 'b', 'c'].map((id) => ({ id, times: 1 })),
      candidates: [
        { site: 'box to a', covers: ['a', 'c'], place: 'box' },
        { site: 'box to b', covers: ['b'], place: 'box' },
        { site: 'wall', covers: ['c'], place: 'wall' },
      ],
    };
    const covering = solveCovering(problem, solver);
    expect(covering).toMatchObject({
      sites: ['box to a'],
      greedyCount: null,
      proven: true,
      uncoverable: [{ id: 'b', times: 1, met: 0, reason: 'conflict' }],
    });
  });
});

it('a place holds one camera, though two would be the fewest', () => {
  const at = (place: string, ...covers: string[]) => ({
    site: `${place}: ${covers}`,
    covers,
    place,
  });
  const problem: CoveringProblem<string> = {
    requirements: ['a', 'b', 'c', 'd'].map((id) => ({ id, times: 1 })),
    candidates: [at('p', 'a', 'b'), at('p', 'c', 'd'), at('q', 'c'), at('r', 'd')],
  };
  expect(solveCovering(problem, solver).sites).toEqual(['p: a,b', 'q: c', 'r: d']);
});

it('the face and the counter of a window may be served by two cameras', () => {
  const problem: CoveringProblem<string> = {
    requirements: ['w1 face', 'w1 counter', 'w2 face', 'w2 counter'].map((id) => ({
      id,
      times: 1,
    })),
    candidates: [
      { site: 'front', covers: ['w1 face', 'w2 face'] },
      { site: 'above', covers: ['w1 counter', 'w2 counter'] },
      { site: 'side', covers: ['w1 face', 'w1 counter'] },
    ],
  };
  expect(solveCovering(problem, solver).sites).toEqual(['front', 'above']);
});

it('the cheapest are not the fewest', () => {
  const { requirements, candidates } = problemOf(2, [[0, 1], [0], [1]]);
  const problem = {
    requirements,
    candidates: candidates.map((one, c) => ({ ...one, cost: [5, 2, 2.5][c]! })),
  };
  expect(solveCovering(problem, solver)).toMatchObject({ chosen: [1, 2], cost: 4.5, proven: true });
});

it.each([1, 2])('500 candidates and 26 elements, each by %i', (times) => {
  const problem = scattered(500, 26, 0.12, times);
  const covering = solveCovering(problem, solver);
  expect(covering).toMatchObject({ candidates: 500, proven: true, uncoverable: [] });
  expect(covering.lowerBound).toBeLessThanOrEqual(covering.count);
  expect(covering.count).toBeLessThanOrEqual(covering.greedyCount!);
  expect(solveCovering(problem, solver)).toEqual(covering);
  expect(solveCovering(problem, another)).toEqual(covering);
});

describe('a search cut short', () => {
  const hard = blockingSets(27, affineTriples(3));

  it.each([0, 1, 5])('after %i nodes has what it found, unproven, and again the same', (nodes) => {
    const covering = solveCovering(hard, solver, { nodes });
    expect(covering).toMatchObject({ proven: false, provenBy: null, uncoverable: [] });
    expect(covering.count).toBeGreaterThanOrEqual(18);
    expect(covering.lowerBound).toBeLessThanOrEqual(18);
    expect(covering.lowerBound).toBeGreaterThanOrEqual(9);
    expect(solveCovering(hard, solver, { nodes })).toEqual(covering);
  });

  it('without time has the greedy cover', () => {
    const covering = solveCovering(hard, solver, { seconds: 0 });
    expect(covering).toMatchObject({ proven: false, greedyCount: 19, uncoverable: [] });
    expect(covering.count).toBeLessThanOrEqual(19);
  });
});

it('an answer of the solver that covers too little is not believed', () => {
  const hard = blockingSets(9, affineTriples(2));
  const broken: ProgrammeSolver = ({ columns }) => ({
    status: 'optimal',
    values: columns.map(() => 0),
    bound: 1,
    seconds: 0,
  });
  expect(solveCovering(hard, broken)).toMatchObject({ count: 5, proven: false, uncoverable: [] });
});

it.each([
  ['requirements[1].id', { requirements: [1, 1].map((times) => ({ id: 'a', times })) }],
  ['requirements[0].times', { requirements: [{ id: 'a', times: 0 }] }],
  ['requirements[0].times', { requirements: [{ id: 'a', times: 1.5 }] }],
  ['candidates[0].covers[0]', { candidates: [{ site: 0, covers: ['x'] }] }],
  ['candidates[0].cost', { candidates: [{ site: 0, covers: [], cost: 0 }] }],
  ['candidates[0].cost', { candidates: [{ site: 0, covers: [], cost: Number.NaN }] }],
])('%s that makes no sense is named', (field, part) => {
  expect(() => solveCovering({ requirements: [], candidates: [], ...part }, solver)).toThrow(field);
});
