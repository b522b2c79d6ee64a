import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { comparisonText } from '../../src/cli/comparison-text';
import { HALLS, hallScenario } from '../../src/scenarios/halls';
import { compare } from '../../src/sim/experiments/compare';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { planWindows } from '../../src/sim/planning/fewest-windows';
import { folder, hall } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());

const inFile = (name: string) => path.join(files.path, name);
const small = { ...hallScenario('quxi'), floorplan: null };
const scenario = files.write('hall.json', small);
const FEW = ['--windows', '9-10', '--organisation', 'onePool', '--tolerance', '0.05'];
const ONE = ['--workers', '1'];
const tableIn = (csv: string) =>
  Papa.parse<string[]>(readFileSync(csv, 'utf8').trimEnd(), { delimiter: ',' });
const HAN = /\p{Script=Han}/u;

/** A refusal in both languages: the field, words, a remedy, and nothing of an answer. */
async function refused(argv: readonly string[], field: string, words: RegExp): Promise<void> {
  for (const language of ['en', 'zh'] as const) {
    const { code, stdout, stderr } = await hallHere(argv, language);
    const [where, what, remedy] = stderr.split('\n');
    expect(where).toContain(field);
    if (language === 'en') expect(stderr).toMatch(words);
    expect(HAN.test(what!)).toBe(language === 'zh');
    expect(remedy).toMatch(/^ {2}→ \S/);
    expect(HAN.test(remedy!)).toBe(language === 'zh');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  }
}

describe('hall plan', { timeout: 90_000 }, () => {
  it('prints one document and nothing else, as a process with threads or without', async () => {
    const argv = ['plan', scenario, ...FEW, '--json'];
    const [process, here] = await Promise.all([
      hall([...argv, '--workers', '2']),
      hallHere([...argv, ...ONE]),
    ]);
    expect(process).toEqual(here);
    expect(here).toMatchObject({ code: 0, stderr: '' });
    const { proposal, ...plan } = JSON.parse(here.stdout);
    const asked = await planWindows(
      {
        base: { scenario: small, floorplan: null, seed: 1 },
        promise: { withinS: 900, share: 0.9, mostAbandoned: null },
        judging: { confidence: 0.95, tolerance: 0.05 },
        from: 9,
        to: 10,
        organisations: ['onePool'],
        mostReplications: 2000,
      },
      createLocalEvaluator(),
    );
    expect(plan).toEqual(JSON.parse(JSON.stringify(asked)));
    expect(plan.ending).toBe('decided');
    expect(plan.recommended).not.toBeNull();
    expect(HAN.test(proposal.zh)).toBe(true);
    expect(HAN.test(proposal.en)).toBe(false);
  });

  it('gives the same plan on the reference engine', async () => {
    const argv = ['plan', scenario, ...FEW, ...ONE, '--json'];
    const [ours, theirs] = await Promise.all([
      hallHere(argv),
      hallHere([...argv, '--engine', 'simjs']),
    ]);
    expect(theirs).toEqual(ours);
  });

  it.each(['en', 'zh'] as const)('says no with 1 in %s', async (language) => {
    const argv = ['plan', scenario, '--share', '0.999', '--within', '0', '--windows', '3-4'];
    const { code, stdout, stderr } = await hallHere([...argv, ...ONE], language);
    expect(code).toBe(1);
    expect(stdout).toMatch(language === 'zh' ? /不能|做不到|无法|没有/ : /cannot|can't|none/i);
    expect(stderr).toBe('');
    const { code: same, stdout: json } = await hallHere([...argv, ...ONE, '--json'], language);
    expect(same).toBe(1);
    const plan = JSON.parse(json);
    expect(plan).toMatchObject({ ending: 'decided', recommended: null });
    expect(plan.best).not.toBeNull();
  });

  it('ends with what it has when its time is over', async () => {
    const flags = ['--windows', '9-10', '--tolerance', '0.0001', '--budget'];
    const argv = ['plan', scenario, '--most-replications', '100000', ...ONE, ...flags];
    // Long enough for the first piece on a machine that has much else to do.
    const { stdout, stderr } = await hallHere([...argv, '5', '--json']);
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({ ending: 'stopped', certain: false });
    expect(plan.replications).toBeGreaterThan(0);
    // The whole search would take as many for each of the designs.
    expect(plan.replications).toBeLessThan(100_000);
    expect(stderr).toBe('');
    const { stdout: text } = await hallHere([...argv, '0.5']);
    expect(text).toMatch(/stopped/i);
  });

  it('plans the 13 halls', async () => {
    const argv = ['plan', 'all', '--windows', '13', '--organisation', 'asArranged'];
    const csv = inFile('halls.csv');
    const { stdout } = await hallHere([
      ...argv,
      ...ONE,
      '--tolerance',
      '0.05',
      '--json',
      '--csv',
      csv,
    ]);
    const { halls } = JSON.parse(stdout);
    expect(halls.map((one: { hall: string }) => one.hall)).toEqual(HALLS.map(({ id }) => id));
    for (const { ok, plan } of halls) {
      expect(ok).toBe(true);
      expect(plan.candidates).toHaveLength(1);
      expect(plan.candidates[0].windows).toBe(13);
    }
    const rows = Papa.parse<string[]>(readFileSync(csv, 'utf8'), { skipEmptyLines: true }).data;
    for (const { name } of HALLS) expect(rows.some((row) => row.includes(name.en))).toBe(true);
  });

  it('staffs by half hour', async () => {
    const argv = ['plan', scenario, '--staffing', '--tolerance', '0.1', ...ONE, '--json'];
    const { code, stdout } = await hallHere(argv);
    const plan = JSON.parse(stdout);
    expect(code).toBe(plan.recommended === null ? 1 : 0);
    expect(plan.halfHours).toHaveLength(14);
    expect(plan.candidates.length).toBeGreaterThan(0);
  });

  it.each(['en', 'zh'] as const)('writes tables that open, in %s', async (language) => {
    const csv = inFile(`plan-${language}.csv`);
    const xlsx = inFile(`plan-${language}.xlsx`);
    const argv = ['plan', scenario, ...FEW, ...ONE, '--csv', csv, '--xlsx', xlsx, '--json'];
    const { stdout } = await hallHere(argv, language);
    const { candidates } = JSON.parse(stdout);
    const { data, errors } = tableIn(csv);
    expect(errors).toEqual([]);
    expect(data.length).toBeGreaterThan(candidates.length);
    expect(HAN.test(data.flat().join(' '))).toBe(language === 'zh');
    const sheets = await readXlsxFile(xlsx);
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets[0]!.data.length).toBeGreaterThan(candidates.length);
  });

  it('reports a table that cannot be written', async () => {
    for (const flag of ['--csv', '--xlsx'])
      await refused(
        ['plan', scenario, '--windows', '13', '--organisation', 'asArranged', '--tolerance', '0.3']
          .concat(ONE)
          .concat(flag, 'no/such/folder/plan'),
        `no/such/folder/plan: ${flag}`,
        /cannot be written \(ENOENT\)/,
      );
  });
});

describe('hall plan refuses', () => {
  const theory = 'src/scenarios/theory/mm1.json';
  it.each<[argv: string[], field: string, words: RegExp]>([
    [['quxi', '--share', '2'], '--share', /"2" is out of range/],
    [['quxi', '--share', '0'], '--share', /out of range/],
    [['quxi', '--within', '-1'], '--within', /"-1" is out of range/],
    [['quxi', '--within', 'soon'], '--within', /"soon"/],
    [['quxi', '--abandoned', '1.5'], '--abandoned', /"1.5"/],
    [['quxi', '--confidence', '1'], '--confidence', /"1"/],
    [['quxi', '--tolerance', '0'], '--tolerance', /"0"/],
    [['quxi', '--most-replications', '5'], '--most-replications', /"5"/],
    [['quxi', '--windows', '13-3'], '--windows', /"3" is out of range\n.*from 13/],
    [['quxi', '--windows', '0'], '--windows', /"0"/],
    [['quxi', '--windows', '3-'], '--windows', /out of range/],
    [['quxi', '--windows', '3-5-7'], '--windows', /"3-5-7"|"5-7"/],
    [['quxi', '--windows', 'many'], '--windows', /"many"/],
    [['quxi', '--windows', '200-300', '--workers', '1'], '--windows', /no design/],
    [['quxi', '--organisation', 'nonsense'], '--organisation', /asArranged, byArea, onePool/],
    [['quxi', '--staffing', '--shifts', '9-12'], '--shifts', /"9-12" is not a shift/],
    [['quxi', '--staffing', '--shifts', '12:00-09:00'], '--shifts', /is not a shift/],
    [['all', '--staffing'], '--staffing', /one hall/],
    [[theory, '--staffing'], `${theory}: horizon`, /continuous run/],
    [['quxii'], 'quxii', /Did you mean "quxi"/],
    [['no/such.json'], 'no/such.json', /no file/],
    [['quxi', '--floorplan', 'nowhere'], 'nowhere', /no file/],
    [['quxi', '--workers', '0'], '--workers', /"0"/],
    [['quxi', '--workers', '1.5'], '--workers', /"1.5"/],
    [['quxi', '--engine', 'fast'], '--engine', /default, simjs/],
    [['quxi', '--budget', '0'], '--budget', /"0"/],
    [['quxi', '--seed', '-1'], '--seed', /"-1"/],
    [['quxi', '--precision', 'waitMeanS=1'], '--precision', /Unknown option/],
    [[], '<scenario>', /missing/],
  ])('%j', (argv, field, words) => refused(['plan', ...argv], field, words));

  it('before anything is written', async () => {
    const journal = inFile('never');
    for (const flags of [
      ['--workers', '0'],
      ['--budget', 'x'],
      ['--windows', '9-8'],
    ])
      await hallHere(['plan', scenario, '--journal', journal, ...flags]);
    expect(existsSync(journal)).toBe(false);
  });
});

describe('hall compare', () => {
  it.each<[argv: string[], field: string, words: RegExp]>([
    [['--precision', 'nonsense'], '--precision', /"nonsense" is not known here/],
    [['--precision', 'waitMeanS'], '--precision', /"" is out of range/],
    [['--precision', 'waitMeanS=0'], '--precision', /"0" is out of range/],
    [['--precision', 'waitMeanS=-3'], '--precision', /"-3" is out of range/],
    [['--precision', 'waitMeanS=3=4'], '--precision', /3=4/],
    [['--replications', '1'], '--replications', /from 2/],
    [['--workers', '0'], '--workers', /"0"/],
  ])('refuses %j', (argv, field, words) =>
    refused(['compare', scenario, 'quxi', ...argv], field, words),
  );

  it.each(['en', 'zh'] as const)('names what could not be run, in %s', async (language) => {
    const here = createLocalEvaluator();
    const subjects = [1, 2, 3].map(() => ({ scenario: small, floorplan: null, seed: 1 }));
    // No scenario is known that is accepted and then cannot be run: its threads die.
    const report = await compare(
      subjects,
      { most: 4 },
      {
        evaluate: async (detail, asks) =>
          (await here.evaluate(detail, asks))!.map((answer, i) =>
            asks[i]!.variant === subjects[1] ? { ok: false, reason: 'out of memory' } : answer,
          ),
      },
    );
    const text = comparisonText(report, ['a.json', 'b.json', 'c.json'], language);
    expect(text).toMatch(/^B .*b\.json.*out of memory/m);
    expect(report.variants.map(({ failed }) => failed)).toEqual([null, 'out of memory', null]);
  });

  it('goes on to a precision, and says so', async () => {
    const argv = ['compare', scenario, 'quxi', '--precision', 'waitMeanS=60', ...ONE, '--json'];
    const { stdout } = await hallHere(argv);
    const { stopping, replications } = JSON.parse(stdout);
    expect(stopping.reason).toBe('precision');
    expect(stopping.halfWidth).toBeLessThanOrEqual(60);
    expect(replications).toBe(stopping.expected);
  });

  it('writes tables that open', async () => {
    const [csv, xlsx] = [inFile('compared.csv'), inFile('compared.xlsx')];
    const argv = ['compare', scenario, 'quxi', '--replications', '4', ...ONE];
    const { code } = await hallHere([...argv, '--csv', csv, '--xlsx', xlsx]);
    expect(code).toBe(0);
    expect(tableIn(csv).errors).toEqual([]);
    expect((await readXlsxFile(xlsx)).length).toBeGreaterThan(0);
  });
});
