import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { ASSUMPTIONS } from '../../src/scenarios/assumptions';
import { hallScenario } from '../../src/scenarios/halls';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { studySensitivity } from '../../src/sim/planning/sensitivity';
import { folder, hall } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());

const small = { ...hallScenario('quxi'), floorplan: null };
const scenario = files.write('hall.json', small);
const FEW = ['--replications', '4'];
const ONE = ['--workers', '1'];
const HAN = /\p{Script=Han}/u;

describe('hall sensitivity', { timeout: 90_000 }, () => {
  it('prints one document and nothing else, as a process with threads or without', async () => {
    const argv = ['sensitivity', scenario, ...FEW, '--json'];
    const [process, here] = await Promise.all([
      hall([...argv, '--workers', '2']),
      hallHere([...argv, ...ONE]),
    ]);
    expect(process).toEqual(here);
    expect(here).toMatchObject({ code: 0, stderr: '' });
    const report = await studySensitivity(
      {
        base: { scenario: small, floorplan: null, seed: 1 },
        promise: { withinS: 900, share: 0.9, mostAbandoned: null },
        judging: { confidence: 0.95, tolerance: 0.01 },
        replications: 4,
      },
      createLocalEvaluator(),
    );
    expect(JSON.parse(here.stdout)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(report.assumptions.length).toBeGreaterThan(3);
  });

  it('maps two assumptions', async () => {
    const argv = ['sensitivity', scenario, '--replications', '2', '--map', 'demand, service'];
    const { stdout } = await hallHere([...argv, ...ONE, '--json']);
    const { map } = JSON.parse(stdout);
    expect(map).toMatchObject({ x: 'demand', y: 'service' });
    expect(map.cells).toHaveLength(map.ys.length);
    for (const row of map.cells) expect(row).toHaveLength(map.xs.length);
    expect(map.xs).toContain(1);
  });

  it.each(['en', 'zh'] as const)('says it in %s, and writes tables that open', async (language) => {
    const [csv, xlsx] = ['csv', 'xlsx'].map((end) => path.join(files.path, `${language}.${end}`));
    const { code, stdout } = await hallHere(
      ['sensitivity', scenario, ...FEW, ...ONE, '--csv', csv!, '--xlsx', xlsx!],
      language,
    );
    expect(code).toBe(0);
    expect(HAN.test(stdout)).toBe(language === 'zh');
    const { data, errors } = Papa.parse<string[]>(readFileSync(csv!, 'utf8').trimEnd(), {
      delimiter: ',',
    });
    expect(errors).toEqual([]);
    expect(data.length).toBeGreaterThan(3);
    expect((await readXlsxFile(xlsx!)).length).toBeGreaterThan(0);
  });

  it('ends with what it has when its time is over', async () => {
    const argv = ['sensitivity', scenario, '--replications', '2000', '--budget', '0.5'];
    const { code, stdout } = await hallHere([...argv, ...ONE, '--json']);
    expect(JSON.parse(stdout).stopped).toBe(true);
    expect(code).toBe(0);
  });

  it.each<[argv: string[], field: string, words: RegExp]>([
    [['quxi', '--map', 'nonsense'], '--map', new RegExp(ASSUMPTIONS.slice(0, 2).join(', '))],
    [['quxi', '--map', 'demand'], '--map', /does not name two/],
    [['quxi', '--map', 'demand,demand'], '--map', /does not name two/],
    [['quxi', '--map', 'demand,service,patience'], '--map', /does not name two/],
    [['src/scenarios/theory/mm1.json', '--map', 'demand,patience'], '--map', /has no patience/],
    [['quxi', '--share', '2'], '--share', /"2"/],
    [['quxi', '--replications', '1'], '--replications', /from 2/],
    [['quxi', '--workers', '0'], '--workers', /"0"/],
    [['quxii'], 'quxii', /Did you mean "quxi"/],
    [['quxi', '--windows', '3'], '--windows', /Unknown option/],
  ])('refuses %j', async (argv, field, words) => {
    for (const language of ['en', 'zh'] as const) {
      const { code, stdout, stderr } = await hallHere(['sensitivity', ...argv], language);
      expect(stderr).toContain(field);
      if (language === 'en') expect(stderr).toMatch(words);
      expect(stderr).toMatch(/\n {2}→ \S/);
      expect(HAN.test(stderr)).toBe(language === 'zh');
      expect(stdout).toBe('');
      expect(code).toBe(2);
    }
  });
});
