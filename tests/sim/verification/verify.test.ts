import { describe, expect, it } from 'vitest';
import { bothLanguages } from '../../../src/scenarios/text';
import { CASES } from '../../../src/sim/verification/cases';
import { exactRow, value } from '../../../src/sim/verification/chance';
import { GROUPS } from '../../../src/sim/verification/types';
import { verify } from '../../../src/sim/verification/verify';
import { SHIPPED_PLANS, shippedPlan } from '../../plans';

const floorplans = Object.fromEntries(SHIPPED_PLANS.map((id) => [id, shippedPlan(id)]));
const context = { effort: 'quick', seed: 4, floorplans } as const;

describe('the list of cases', () => {
  it('names each once, by groups in their order', () => {
    expect(new Set(CASES.map((c) => c.id)).size).toBe(CASES.length);
    const order = CASES.map((c) => GROUPS.indexOf(c.group));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(CASES.map((c) => c.group)).size).toBe(GROUPS.length);
    for (const group of GROUPS) expect(CASES.some((c) => c.id === group)).toBe(false);
  });

  it('speaks both languages, Chinese with its own punctuation', () => {
    for (const { id, name, about, source } of CASES)
      for (const text of [name, about, bothLanguages(source)]) {
        expect(text.en, id).not.toMatch(/\p{Script=Han}/u);
        if (text !== name && text === about) expect(text.zh, id).toMatch(/\p{Script=Han}/u);
        expect(text.zh, id).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u);
      }
  });
});

describe('a run', () => {
  it('is plain data, the same bytes twice, other figures for another seed', () => {
    const ids = ['gg1-bounds', 'little-putian', 'erlang-b'];
    const report = verify({ ...context, ids });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(verify({ ...context, ids })).toEqual(report);
    const other = verify({ ...context, ids, seed: 5 });
    expect(other.cases[0]!.rows[0]!.simulated).not.toBe(report.cases[0]!.rows[0]!.simulated);
  });

  it('keeps the order of the table and tells of each case', () => {
    const heard: (string | null)[] = [];
    const report = verify({ ...context, ids: ['little-yuhu', 'gg1-bounds'] }, (done, of, next) =>
      heard.push(`${done}/${of} ${next?.id ?? 'end'}`),
    );
    expect(report.cases.map((c) => c.id)).toEqual(['gg1-bounds', 'little-yuhu']);
    expect(heard).toEqual(['0/2 gg1-bounds', '1/2 little-yuhu', '2/2 end']);
  });

  it('takes every seed that may be given', () => {
    for (const seed of [0, Number.MAX_SAFE_INTEGER])
      expect(verify({ ...context, seed, ids: ['independence'] }).verdict).toBe('agrees');
  });

  it('needs the floor plans of the halls', () => {
    expect(() => verify({ ...context, floorplans: {}, ids: ['little-quxi'] })).toThrow(RangeError);
  });

  it('differs as soon as one figure does', () => {
    const row = (simulated: number) =>
      exactRow({ zh: '某量', en: 'Something' }, '', simulated, value(1, 1e-9), { n: 1 });
    const table = [[1, 1], [1, 1.1, 1], [1]].map((figures, i) => ({
      ...CASES[0]!,
      id: `case${i}`,
      run: () => figures.map(row),
    }));
    const report = verify(context, undefined, table);
    expect(report.cases.map((c) => c.verdict)).toEqual(['agrees', 'differs', 'agrees']);
    expect(report.verdict).toBe('differs');
    const without = verify({ ...context, ids: ['case0', 'case2'] }, undefined, table);
    expect(without.verdict).toBe('agrees');
  });
});
