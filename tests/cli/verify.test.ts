import { describe, expect, it } from 'vitest';
import { CASES } from '../../src/sim/verification/cases';
import { hallHere } from './in-process';

describe.concurrent('hall verify', () => {
  it('prints one document with the cases named, in the order of the table', async () => {
    const { code, stdout, stderr } = await hallHere([
      'verify',
      'little-yuhu',
      'gg1-bounds',
      '--quick',
      '--seed',
      '9',
      '--json',
    ]);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ seed: 9, effort: 'quick', verdict: 'agrees' });
    expect(report.cases.map((c: { id: string }) => c.id)).toEqual(['gg1-bounds', 'little-yuhu']);
    for (const { rows } of report.cases)
      for (const row of rows)
        expect(Object.keys(row).sort()).toEqual([
          'confidence',
          'expected',
          'interval',
          'n',
          'quantity',
          'sample',
          'simulated',
          'unit',
          'verdict',
        ]);
    expect(code).toBe(0);
  });

  it('takes a whole group by its name', async () => {
    const { code, stdout } = await hallHere(['verify', 'law', '--quick', '--json']);
    const ids = JSON.parse(stdout).cases.map((c: { id: string }) => c.id);
    expect(ids).toEqual(CASES.filter((c) => c.group === 'law').map((c) => c.id));
    expect(ids).toHaveLength(13);
    expect(code).toBe(0);
  });

  it.each([
    ['zh', /指标 +应为 +模拟 +区间 +结论/, /全部一致/],
    ['en', /Quantity +expected +simulated +interval +verdict/, /all agree/],
  ])('prints a table in %s', async (lang, heading, end) => {
    const { code, stdout, stderr } = await hallHere([
      'verify',
      'gg1-bounds',
      'little-putian',
      '--quick',
      '--lang',
      lang,
    ]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(heading);
    expect(stdout).toMatch(end);
    expect(stdout).toContain('Kingman');
    expect(code).toBe(0);
  });

  it.each([
    [['verify', 'mm88'], '"mm8"'],
    [['verify', 'mm1', 'erlangb'], '"erlang-b"'],
    [['verify', 'nothing-like-it'], 'theory, network'],
    [['verify', 'mm1', '--seed', '-1'], '--seed'],
    [['verify', '--effort', 'full'], '--effort'],
  ])('%j ends with 2 and says what to do', async (argv, words) => {
    const { code, stdout, stderr } = await hallHere(argv);
    expect(stderr).toContain(words);
    expect(stderr).toMatch(/\n {2}→ \S/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
