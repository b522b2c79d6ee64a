import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folder } from './command';
import { hallHere } from './in-process';

const here = folder();
afterAll(() => here.remove());
const file = (name: string) => path.join(here.path, name);

it('writes a record in every format, the same on either engine', async () => {
  for (const format of ['csv', 'xes', 'ocel', 'json']) {
    const write = (engine: string) =>
      hallHere(
        `record quxi --format ${format} --engine ${engine} -o ${file(engine)} --json`.split(' '),
      );
    const { code, stdout } = await write('default');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format, scenario: 'quxi', seed: 1 });
    await write('simjs');
    expect(readFileSync(file('simjs'), 'utf8')).toBe(readFileSync(file('default'), 'utf8'));
  }
});

it.each([
  ['record quxi --format xes', '--output'],
  ['record quxi -o r.csv', '--format'],
  ['record quxi --format xml -o r.csv', '--format'],
  ['record quxi --format csv -o /nowhere/r.csv', '--output'],
  ['record quxi --format csv -o r.csv --replication -1', '--replication'],
])('refuses "%s", naming %s', async (line, named) => {
  const { code, stdout, stderr } = await hallHere(line.split(' '));
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(named);
});
