import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveCovering } from '../../../src/coverage/placement/covering';
import { type Floor, regionsOf } from '../../../src/coverage/placement/regions';
import { spendSpare } from '../../../src/coverage/placement/spare';
import { loadProgrammeSolver } from '../../../src/workers/integer-programme';
import { problemOf } from './designs';
import { bruteForce, problems } from './random-problems';

const solver = await loadProgrammeSolver();
const SEED = 9;

const weightSeen = ({ weights, sees }: Floor, chosen: readonly number[]) => {
  const seen = new Set(chosen.flatMap((c) => Array.from(sees[c]!)));
  return [...seen].reduce((sum, cell) => sum + weights[cell]!, 0);
};

const problemsWithFloor = problems.chain((problem) =>
  fc.record({
    problem: fc.constant(problem),
    floor: fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(2 ** 11 - 1)), { maxLength: 12 })
      .map(
        (cells): Floor => ({
          weights: cells.map(([weight]) => weight / 400),
          sees: problem.candidates.map((_, c) =>
            cells.flatMap(([, seers], cell) => ((seers >>> c) & 1 ? [cell] : [])),
          ),
        }),
      ),
    spare: fc.integer({ min: 0, max: 3 }),
    keep: fc.constantFrom('cameras' as const, 'number' as const),
  }),
);

type Asked = typeof problemsWithFloor extends fc.Arbitrary<infer T> ? T : never;

describe(`spare cameras, seed ${SEED}`, () => {
  /** The most floor of all choices that meet what the covering meets. */
  const most = (
    { problem, floor, spare, keep }: Asked,
    covering: ReturnType<typeof solveCovering<number>>,
  ) => {
    const { all } = bruteForce(problem);
    const met = all.find(({ chosen }) => `${chosen}` === `${covering.chosen}`)!.met;
    const dearest = Math.max(0, ...problem.candidates.map(({ cost }) => cost ?? 1));
    return Math.max(
      ...all
        .filter(
          (one) =>
            one.chosen.length <= covering.count + spare &&
            (keep === 'cameras'
              ? covering.chosen.every((c) => one.chosen.includes(c))
              : met.every((n, e) => one.met[e]! >= n) &&
                one.cost <= covering.cost + spare * dearest + 1e-9),
        )
        .map(({ chosen }) => weightSeen(floor, chosen)),
    );
  };

  it('see what trying everything finds', () => {
    fc.assert(
      fc.property(problemsWithFloor, (one) => {
        const covering = solveCovering(one.problem, solver);
        const answer = spendSpare({ ...one, covering }, solver);
        expect(answer.guarantee).toBe(1);
        expect(answer.seen).toBeCloseTo(weightSeen(one.floor, answer.chosen), 9);
        expect(answer.seen).toBeCloseTo(most(one, covering), 6);
        expect(answer.upperBound).toBeCloseTo(answer.seen, 6);
        expect(spendSpare({ ...one, covering }, solver)).toEqual(answer);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('chosen greedily have the share that is guaranteed', () => {
    fc.assert(
      fc.property(problemsWithFloor, (one) => {
        const covering = solveCovering(one.problem, solver);
        const answer = spendSpare({ ...one, covering }, solver, { mostPairs: 0 });
        const best = most(one, covering);
        expect(answer.method).toBe('greedy');
        expect(answer.upperBound).toBeGreaterThanOrEqual(best - 1e-9);
        expect(answer.seen).toBeLessThanOrEqual(best + 1e-9);
        if (answer.guarantee !== null)
          expect(answer.seen - answer.seenBefore).toBeGreaterThanOrEqual(
            answer.guarantee * (best - answer.seenBefore) - 1e-9,
          );
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('a floor of six cells', () => {
  const problem = problemOf(1, [[0], [0], [], [], []]);
  const covering = solveCovering(problem, solver);
  const floor: Floor = {
    weights: [1, 1, 1, 1, 1, 1],
    sees: [[], [0], [0, 1, 2, 3], [0, 1, 4], [2, 3, 5]],
  };

  it('nothing to spare: the best of the optimal ones', () => {
    expect(covering.chosen).toEqual([0]);
    const ask = { problem, covering, floor, spare: 0 };
    expect(spendSpare({ ...ask, keep: 'cameras' }, solver)).toMatchObject({ chosen: [0], seen: 0 });
    expect(spendSpare({ ...ask, keep: 'number' }, solver)).toMatchObject({ chosen: [1], seen: 1 });
  });

  it('two to spare: greedy is led astray, the search is not', () => {
    const ask = { problem, covering, floor, spare: 2, keep: 'cameras' } as const;
    expect(spendSpare(ask, solver)).toMatchObject({
      chosen: [0, 3, 4],
      seen: 6,
      total: 6,
      method: 'exact',
      guarantee: 1,
    });
    expect(spendSpare(ask, solver, { mostPairs: 0 })).toMatchObject({
      chosen: [0, 2, 3],
      seen: 5,
      upperBound: 6,
      method: 'greedy',
      guarantee: 1 - 1 / Math.E,
    });
  });

  it('cameras that add nothing stay in their box', () => {
    const ask = { problem, covering, floor, spare: 4, keep: 'cameras' } as const;
    expect(spendSpare(ask, solver)).toMatchObject({ chosen: [0, 3, 4], seen: 6 });
  });

  it.each([
    ['spare', { spare: -1 }],
    ['floor.sees', { floor: { ...floor, sees: [] } }],
    ['floor.weights[0]', { floor: { ...floor, weights: [-1] } }],
    ['floor.sees[1][0]', { floor: { ...floor, weights: [] } }],
  ])('%s that makes no sense is named', (field, part) => {
    const ask = { problem, covering, floor, spare: 1, keep: 'cameras', ...part } as const;
    expect(() => spendSpare(ask, solver)).toThrow(field);
  });
});

it('cells that the same cameras see are one region', () => {
  const sees = [new Uint32Array([0, 1, 2, 2]), new Uint32Array([2, 1, 4])];
  expect(regionsOf({ weights: [1, 2, 4, 8, 16, 0], sees })).toEqual([
    { weight: 1, seers: [0] },
    { weight: 6, seers: [0, 1] },
    { weight: 16, seers: [1] },
  ]);
});
