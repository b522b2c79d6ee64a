import fc from 'fast-check';
import { expect, it } from 'vitest';
import { solveCovering } from '../../../src/coverage/placement/covering';
import { lossesOf, withstanding } from '../../../src/coverage/placement/failures';
import { isCover } from '../../../src/coverage/placement/instance';
import { instanceOf } from '../../../src/coverage/placement/problem';
import { loadProgrammeSolver } from '../../../src/workers/integer-programme';
import { problemOf, projectivePlane } from './designs';
import { bruteForce, problems } from './random-problems';

const solver = await loadProgrammeSolver();
const SEED = 4;

it(`by one camera more is what survives each failure, seed ${SEED}`, () => {
  fc.assert(
    fc.property(problems, fc.integer({ min: 1, max: 2 }), (problem, failures) => {
      const once = instanceOf(problem);
      const more = instanceOf(withstanding(problem, failures));
      const survives = (chosen: number[], out: number): boolean =>
        out === 0
          ? isCover(once, chosen)
          : chosen.length > 0 &&
            chosen.every((c) =>
              survives(
                chosen.filter((other) => other !== c),
                out - 1,
              ),
            );
      for (const { chosen } of bruteForce(problem).all.slice(0, 300))
        expect(isCover(more, chosen)).toBe(survives(chosen, failures));
    }),
    { seed: SEED, numRuns: 60 },
  );
});

it('a cover that survives any failure loses nothing by one', () => {
  const fano = problemOf(7, projectivePlane(2));
  const { chosen, count, proven } = solveCovering(withstanding(fano), solver);
  expect([count, proven]).toEqual([6, true]);
  expect(lossesOf(fano, chosen)).toEqual([]);
});

it('what is lost with which camera is named', () => {
  const problem = problemOf(3, [[0, 1], [1, 2], [1]]);
  expect(lossesOf(problem, [0, 1])).toEqual([
    { candidate: 0, lost: ['e0'] },
    { candidate: 1, lost: ['e2'] },
  ]);
});

it('fewer failures than none are refused', () => {
  expect(() => withstanding(problemOf(1, [[0]]), -1)).toThrow('failures');
});
