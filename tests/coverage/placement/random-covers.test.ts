import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dualBound } from '../../../src/coverage/placement/bounds';
import { solveCovering } from '../../../src/coverage/placement/covering';
import { greedyCover } from '../../../src/coverage/placement/greedy';
import { costOf, isCover, timesCovered } from '../../../src/coverage/placement/instance';
import { instanceOf } from '../../../src/coverage/placement/problem';
import { reduce } from '../../../src/coverage/placement/reduce';
import { loadProgrammeSolver } from '../../../src/workers/integer-programme';
import { bruteForce, choices, problems } from './random-problems';

const solver = await loadProgrammeSolver();
const SEED = 20250501;

it(`covers cost what trying everything finds, seed ${SEED}`, () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const covering = solveCovering(problem, solver);
      const instance = instanceOf(problem);
      const brute = bruteForce(problem);
      const times = timesCovered(instance, covering.chosen);
      const met = instance.need.map((n, e) => Math.min(n, times[e]!));
      expect(covering.proven).toBe(true);
      expect(isCover({ ...instance, need: met }, covering.chosen)).toBe(true);
      expect(met.reduce((sum, n) => sum + n, 0)).toBe(brute.mostMet);
      expect(covering.cost).toBeCloseTo(brute.leastOfMost(), 9);
      expect(covering.lowerBound).toBeLessThanOrEqual(covering.cost + 1e-9);
      expect(covering.uncoverable.map(({ id, met }) => [id, met])).toEqual(
        problem.requirements.flatMap(({ id, times }, e) => (met[e]! < times ? [[id, met[e]]] : [])),
      );
      if (covering.greedyCost !== null && covering.uncoverable.length === 0)
        expect(covering.greedyCost).toBeGreaterThanOrEqual(covering.cost - 1e-9);
      expect(solveCovering(problem, solver)).toEqual(covering);
    }),
    { seed: SEED, numRuns: 1500 },
  );
});

it(`without time an answer says what it leaves open, seed ${SEED}`, () => {
  let unsettled = 0;
  fc.assert(
    fc.property(problems, (problem) => {
      const covering = solveCovering(problem, solver, { seconds: 0 });
      const instance = instanceOf(problem);
      const times = timesCovered(instance, covering.chosen);
      const open = covering.uncoverable.filter(({ reason }) => reason === 'unsettled');
      unsettled += open.length;
      expect(isCover({ ...instance, need: [] }, covering.chosen)).toBe(true);
      expect(covering.uncoverable.map(({ id, met }) => [id, met])).toEqual(
        problem.requirements.flatMap(({ id, times: n }, e) =>
          times[e]! < n ? [[id, times[e]]] : [],
        ),
      );
      if (open.length > 0) expect(covering.proven).toBe(false);
      else {
        const least = bruteForce(problem).leastOfMost();
        expect(covering.lowerBound).toBeLessThanOrEqual(least + 1e-9);
        if (covering.proven) expect(covering.cost).toBeCloseTo(least, 6);
      }
    }),
    { seed: SEED, numRuns: 400 },
  );
  expect(unsettled).toBeGreaterThan(0);
});

it(`reduction keeps the least cost, and what it calls impossible is, seed ${SEED}`, () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const instance = instanceOf(problem);
      const least = bruteForce(problem).leastCost(instance.need);
      const reduced = reduce(instance);
      if (reduced === null) {
        expect(least).toBe(Number.POSITIVE_INFINITY);
        return;
      }
      const rest = [...choices(reduced.rest)].filter((chosen) => isCover(reduced.rest, chosen));
      const leastLeft = Math.min(...rest.map((chosen) => costOf(reduced.rest, chosen)));
      expect(leastLeft + costOf(instance, reduced.essential)).toBeCloseTo(least, 9);
      for (const chosen of rest)
        expect(
          isCover(instance, [...reduced.essential, ...chosen.map((c) => reduced.candidates[c]!)]),
        ).toBe(true);
    }),
    { seed: SEED, numRuns: 400 },
  );
});

it(`no cover is below the dual bound, nor greedy above its guarantee, seed ${SEED}`, () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const instance = instanceOf(problem);
      const least = bruteForce(problem).leastCost(instance.need);
      if (least === Number.POSITIVE_INFINITY) return;
      expect(dualBound(instance)).toBeLessThanOrEqual(least + 1e-9);
      const { chosen, complete } = greedyCover(instance);
      if (!complete || instance.places.length > 0) return;
      const largest = Math.max(...instance.covers.map((covers) => covers.length));
      let harmonic = 0;
      for (let i = 1; i <= largest; i++) harmonic += 1 / i;
      expect(costOf(instance, chosen)).toBeLessThanOrEqual(harmonic * least + 1e-9);
    }),
    { seed: SEED, numRuns: 400 },
  );
});
