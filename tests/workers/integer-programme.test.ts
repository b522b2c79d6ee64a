import { describe, expect, it } from 'vitest';
import type { Programme, ProgrammeRow } from '../../src/coverage/placement/programme';
import { loadProgrammeSolver } from '../../src/workers/integer-programme';
import { affineTriples } from '../coverage/placement/designs';

const solve = await loadProgrammeSolver();
const infinity = Number.POSITIVE_INFINITY;

/** Two of three, in each of three pairs: 1.5 with fractions, 2 without. */
const triangle = (whole: boolean): Programme => ({
  columns: [0, 1, 2].map(() => ({ cost: 1, most: 1, whole })),
  rows: [
    [0, 1],
    [1, 2],
    [0, 2],
  ].map((columns): ProgrammeRow => ({ columns, factors: 1, least: 1, most: infinity })),
});

describe('the solver of programmes in whole numbers', () => {
  it('with fractions', () => {
    const { status, values, bound } = solve(triangle(false));
    expect([status, values, bound]).toEqual(['optimal', [0.5, 0.5, 0.5], 1.5]);
  });

  it('without', () => {
    const { status, values, bound } = solve(triangle(true));
    expect(status).toBe('optimal');
    expect(values!.reduce((sum, value) => sum + value, 0)).toBe(2);
    expect(values!.every(Number.isInteger)).toBe(true);
    expect(bound).toBeCloseTo(2, 6);
  });

  it('factors, bounds on both sides and costs below zero', () => {
    // Most of 5x + 4y with 6x + 4y ≤ 24 and x + 2y ≤ 6: 21 at (3, 1.5), in whole numbers 20.
    const programme = (whole: boolean): Programme => ({
      columns: [
        { cost: -5, most: 10, whole },
        { cost: -4, most: 10, whole },
      ],
      rows: [
        { columns: [0, 1], factors: [6, 4], least: -infinity, most: 24 },
        { columns: [1, 0], factors: [2, 1], least: 0, most: 6 },
      ],
    });
    expect(solve(programme(false))).toMatchObject({ values: [3, 1.5], bound: -21 });
    expect(solve(programme(true))).toMatchObject({ values: [4, 0], bound: -20 });
  });

  it('what can’t be is said, with columns and without', () => {
    const row = { columns: [0], factors: 1, least: 2, most: infinity };
    const columns = [{ cost: 1, most: 1, whole: true }];
    expect(solve({ columns, rows: [row] })).toMatchObject({ status: 'infeasible', values: null });
    expect(solve({ columns: [], rows: [{ ...row, columns: [] }] }).status).toBe('infeasible');
    expect(solve({ columns: [], rows: [] })).toMatchObject({ status: 'optimal', values: [] });
    expect(solve({ columns, rows: [] })).toMatchObject({ status: 'optimal', values: [0] });
  });

  /** Every line of the affine space of three dimensions over three elements met: 18 points. */
  const blocks = affineTriples(3);
  const hard: Programme = {
    columns: Array.from({ length: 27 }, () => ({ cost: 1, most: 1, whole: true })),
    rows: blocks.map((columns) => ({ columns, factors: 1, least: 1, most: infinity })),
  };
  const cap = solve(hard).values!;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it('cut short, has the best found and a bound', () => {
    const { status, values, bound } = solve(hard, { nodes: 1 });
    expect(status).toBe('limit');
    expect(bound).toBeGreaterThanOrEqual(9);
    expect(bound).toBeLessThanOrEqual(18);
    expect(blocks.every((block) => block.some((p) => values![p] === 1))).toBe(true);
    expect(solve(hard, { seconds: 0 }).status).toBe('limit');
  });

  it('from a known answer, has none that is worse', () => {
    expect(sum(cap)).toBe(18);
    const { status, values } = solve(hard, { nodes: 0, start: cap });
    expect([status, sum(values!)]).toEqual(['limit', 18]);
  });

  it('has the same answer after others', () => {
    const first = solve(triangle(true));
    solve(triangle(false));
    expect(solve(triangle(true)).values).toEqual(first.values);
  });
});
