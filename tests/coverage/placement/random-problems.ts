import fc from 'fast-check';
import {
  type CoveringProblem,
  type Instance,
  instanceOf,
} from '../../../src/coverage/placement/problem';

const ELEMENTS = 9;

/**
 * Small problems with needs of one to three, costs and shared places, that may have no cover.
 * Numbers are drawn evenly: fast-check's taste for small ones makes candidates that cover all.
 */
export const problems: fc.Arbitrary<CoveringProblem<number>> = fc
  .record({
    times: fc.noBias(
      fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 1, maxLength: ELEMENTS }),
    ),
    costs: fc.constantFrom<readonly (number | undefined)[]>(
      [undefined],
      [1, 2, 5],
      [0.7, 1.1, 3.3],
    ),
    places: fc.boolean(),
    percent: fc.constantFrom(25, 40, 60),
    rows: fc.noBias(
      fc.array(
        fc.record({
          cells: fc.array(fc.nat(99), { minLength: ELEMENTS, maxLength: ELEMENTS }),
          cost: fc.nat(2),
          place: fc.nat(4),
        }),
        { maxLength: 11 },
      ),
    ),
  })
  .map(({ times, costs, places, percent, rows }) => ({
    requirements: times.map((n, e) => ({ id: `e${e}`, times: n })),
    candidates: rows.map(({ cells, cost, place }, site) => {
      const price = costs[cost % costs.length];
      return {
        site,
        covers: times.flatMap((_, e) => (cells[e]! < percent ? [`e${e}`] : [])),
        ...(price === undefined ? {} : { cost: price }),
        ...(places && place > 0 ? { place: `p${place}` } : {}),
      };
    }),
  }));

/** Every choice of different candidates that uses no place twice. */
export function* choices({ covers, places }: Instance): Generator<number[]> {
  for (let bits = 0; bits < 2 ** covers.length; bits++) {
    const has = (c: number) => ((bits >>> c) & 1) === 1;
    if (places.every((place) => place.filter(has).length <= 1))
      yield covers.flatMap((_, c) => (has(c) ? [c] : []));
  }
}

/** The fewest needs given up in all, and the least cost of a choice that meets `needs`. */
export function bruteForce(problem: CoveringProblem<number>) {
  const instance = instanceOf(problem);
  const all = [...choices(instance)].map((chosen) => ({
    met: instance.need.map((n, e) =>
      Math.min(n, chosen.filter((c) => instance.covers[c]!.includes(e)).length),
    ),
    cost: chosen.reduce((sum, c) => sum + instance.cost[c]!, 0),
    chosen,
  }));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  return {
    mostMet: Math.max(...all.map(({ met }) => sum(met))),
    leastCost: (needs: readonly number[]) =>
      Math.min(
        ...all.filter(({ met }) => needs.every((n, e) => met[e]! >= n)).map(({ cost }) => cost),
      ),
    /** The least cost of meeting the most. */
    leastOfMost: () => {
      const most = Math.max(...all.map(({ met }) => sum(met)));
      return Math.min(...all.filter(({ met }) => sum(met) === most).map(({ cost }) => cost));
    },
    all,
  };
}
