import { afterAll, expect, test } from 'vitest';
import { shippedPlan } from '../plans';
import { folder } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(files.remove);

test('a shipped hall keeps the rules: exit 0, one document, a source to every rule', async () => {
  const { code, stdout, stderr } = await hallHere([
    'check',
    'hall-200',
    '--hall',
    'quxi',
    '--json',
  ]);
  expect([code, stderr]).toEqual([0, '']);
  const check = JSON.parse(stdout);
  expect(check).toMatchObject({ floorplan: 'hall-200', passes: true });
  for (const rule of check.rules) {
    expect(rule.source.note.zh.length).toBeGreaterThan(3);
    expect(['kept', 'broken']).toContain(rule.outcome);
  }
  expect(check.emptying.provenance.doorFlow.kind).toBe('source');
});

test('a plan that breaks rules: exit 1 with the list, in the language asked for', async () => {
  const plan = shippedPlan('hall-200');
  plan.pickups.splice(0, 1);
  plan.seats[1]!.at = plan.seats[0]!.at;
  const file = files.write('broken.json', plan);
  const { code, stdout } = await hallHere(['check', file], 'zh');
  expect(code).toBe(1);
  expect(stdout).toContain('windows[0]: 1 号窗口没有自己的拾音器');
  expect(stdout).toContain('seats[1]: 与 seats[0] "s1" 重叠');
  expect(stdout).toContain('2 条必须遵守的规则不符合');
  expect(stdout).toContain('待图形改好后再查');
});

test('what is no plan is bad input, by its path', async () => {
  const { code, stderr } = await hallHere(['check', files.write('no.json', { format: 'x' })]);
  expect(code).toBe(2);
  expect(stderr).toContain('format');
  const hall = await hallHere(['check', 'hall-200', '--hall', 'nowhere']);
  expect(hall.code).toBe(2);
  expect(hall.stderr).toContain('--hall');
});

test('the table of findings as CSV', async () => {
  const file = files.write('check.csv', '');
  const { code } = await hallHere(['check', 'hall-150-u', '--csv', file], 'zh');
  expect(code).toBe(0);
  const { readFileSync } = await import('node:fs');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('等候座位');
  expect(text).toContain('GB 55019-2021');
});
