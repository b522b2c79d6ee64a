import { describe, expect, it } from 'vitest';
import { type Instance, instanceOf } from '../../../src/coverage/placement/problem';
import { reduce } from '../../../src/coverage/placement/reduce';
import { problemOf } from './designs';

const instance = (n: number, sets: number[][], times = 1, places: number[][] = []): Instance => ({
  ...instanceOf(problemOf(n, sets, times)),
  places,
});
// A triangle can't be reduced.
const triangle = [
  [0, 1],
  [1, 2],
  [0, 2],
];

describe('reduction', () => {
  it('of duplicates keeps the first', () => {
    expect(reduce(instance(3, [...triangle, ...triangle]))).toMatchObject({
      essential: [],
      candidates: [0, 1, 2],
    });
  });

  it('drops candidates that others outdo, and elements that others imply', () => {
    const sets = [[1], ...triangle.map((set) => (set.includes(0) ? [...set, 3] : set))];
    expect(reduce(instance(4, sets))).toMatchObject({
      essential: [],
      candidates: [1, 2, 3],
      elements: [0, 1, 2],
    });
  });

  it('takes those without whom an element stays uncovered, and all that follows', () => {
    expect(reduce(instance(4, [[0, 1], [1, 2], [2], [3, 2]]))).toMatchObject({
      essential: [0, 3],
      candidates: [],
      elements: [],
    });
  });

  it('keeps a second best where two are needed', () => {
    expect(reduce(instance(2, [[0, 1], [0], [1]], 2))?.essential).toEqual([0, 1, 2]);
  });

  it('keeps what another place outdoes, as that may be taken', () => {
    // Candidate 2 covers less than 0, but 0 can't be chosen beside 1.
    const sets = [[0, 1], [2, 3], [0], [1], [2], [3]];
    const places = [[0, 1]];
    expect(reduce(instance(4, sets, 1, places))?.candidates).toEqual([0, 1, 2, 3, 4, 5]);
    expect(reduce(instance(4, sets))?.essential).toEqual([0, 1]);
  });

  it('within a place needs no second, however many are needed', () => {
    const sets = [[0, 1], [0], [0, 1], [0, 1]];
    expect(reduce(instance(2, sets, 2, [[0, 1]]))).toMatchObject({
      essential: [0, 2],
      candidates: [],
    });
  });

  it('sees that places leave too few', () => {
    expect(reduce(instance(2, [[0], [1]], 1, [[0, 1]]))).toBeNull();
  });
});
