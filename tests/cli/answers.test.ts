import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HALLS, hallScenario } from '../../src/scenarios/halls';
import { PRODUCT } from '../../src/scenarios/product';
import { readScenario } from '../../src/scenarios/read';
import { FORMATS, jsonSchema } from '../../src/scenarios/schema-json';
import { MEASURE_IDS } from '../../src/sim/experiments/report';
import { type Finished, folder, hall } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());

/** Standard output of a command that succeeds in silence. */
const answer = async (argv: readonly string[]) => said(await hallHere(argv));

/** The same of a process of its own, started in a folder. */
const answerOfProcess = async (argv: readonly string[], cwd = process.cwd()) =>
  said(await hall(argv, { cwd }));

function said({ code, stdout, stderr }: Finished): string {
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout;
}

describe.concurrent('hall list', () => {
  it('as JSON', async () => {
    const { halls } = JSON.parse(await answer(['list', '--json']));
    expect(halls).toHaveLength(13);
    expect(halls.map((h: { minimumAreaM2: number }) => h.minimumAreaM2)).toEqual([
      ...Array(8).fill(200),
      ...Array(5).fill(150),
    ]);
    expect(
      halls
        .filter((h: { marriageRegistration: boolean }) => !h.marriageRegistration)
        .map((h: { id: string }) => h.id),
    ).toEqual(['quxi', 'pandong']);
    for (const { windows } of halls)
      expect(windows).toEqual({ comprehensive: 8, department: 5, issuing: 1 });
  });

  it('as a table with every hall in both languages', async () => {
    const text = await answer(['list']);
    for (const { id, name } of HALLS) {
      const line = text.split('\n').find((l) => l.startsWith(`${id} `));
      expect(line).toContain(name.zh);
      expect(line).toContain(name.en);
    }
  });
});

describe.concurrent('hall show and schema', () => {
  it('shows a scenario that can be edited and read back', async () => {
    expect(readScenario(await answer(['show', 'putian']), 'putian')).toEqual(
      hallScenario('putian'),
    );
  });

  it('shows a floor plan', async () => {
    expect(JSON.parse(await answer(['show', 'hall-200'])).format).toBe('hall-twin/floorplan');
  });

  it.each(FORMATS)('prints the schema of a %s', async (format) => {
    expect(JSON.parse(await answer(['schema', format]))).toEqual(jsonSchema(format));
  });
});

describe.concurrent('hall simulate', () => {
  const argv = ['simulate', 'quxi', '--replications', '3', '--seed', '7', '--json'];

  it('prints one document with every measure, the same bytes twice', async () => {
    const [first, second] = await Promise.all([answerOfProcess(argv), answerOfProcess(argv)]);
    expect(second).toBe(first);
    const report = JSON.parse(first);
    expect(report).toMatchObject({
      product: PRODUCT,
      scenario: 'quxi',
      floorplan: 'hall-200',
      seed: 7,
      replications: 3,
      engine: 'default',
    });
    const classes = hallScenario('quxi').classes.map((c) => c.id);
    expect(Object.keys(report.byClass)).toEqual(classes);
    for (const measures of [report.measures, ...Object.values<object>(report.byClass)])
      for (const id of MEASURE_IDS) {
        expect(measures).toHaveProperty(`${id}.n`);
        expect(measures).toHaveProperty(`${id}.mean`);
        expect(measures).toHaveProperty(`${id}.ci95`);
      }
    expect(Object.keys(report.measures.utilisation)).toHaveLength(14);
    expect(report.measures.arrived.mean).toBeGreaterThan(100);
  });

  it('gives another answer to another seed', async () => {
    const other = argv.map((word) => (word === '7' ? '8' : word));
    expect(await answer(other)).not.toBe(await answer(argv));
  });

  it('runs a file from any folder, and the shipped plan it names', async () => {
    files.write('mine.json', hallScenario('baita'));
    const report = JSON.parse(
      await answerOfProcess(['simulate', 'mine.json', '--replications', '1', '--json'], files.path),
    );
    expect(report).toMatchObject({ scenario: 'baita', floorplan: 'hall-200' });
  });

  it('takes a byte order mark and a plan beside the scenario', async () => {
    files.write('plan.json', readFileSync('public/floorplans/hall-200.json', 'utf8'));
    files.write(
      'marked.json',
      `\uFEFF${JSON.stringify({ ...hallScenario('baita'), floorplan: 'plan.json' })}`,
    );
    const marked = path.join(files.path, 'marked.json');
    const report = JSON.parse(await answer(['simulate', marked, '--replications', '1', '--json']));
    expect(report.floorplan).toBe('hall-200');
  });

  it('changes the demand', async () => {
    const report = JSON.parse(await answer([...argv, '--visits-per-day', '0']));
    expect(report.measures.arrived.mean).toBe(0);
    expect(report.measures.waitMeanS.mean).toBeNull();
  });

  it('says how many working days the figures speak of', async () => {
    const text = await answer(['simulate', 'market-days-with', '--replications', '1']);
    expect(text.split('\n')[1]).toMatch(/^20 working days, 1 replication/);
    const day = await answer(['simulate', 'quxi', '--replications', '1', '--lang', 'zh']);
    expect(day).not.toContain('个工作日，');
  });

  it('uses another floor plan when told to', async () => {
    const report = JSON.parse(await answer([...argv, '--floorplan', 'hall-150-l']));
    expect(report.floorplan).toBe('hall-150-l');
  });

  it('gives the same figures on the reference engine', async () => {
    const reference = JSON.parse(await answer([...argv, '--engine', 'simjs']));
    expect(reference).toEqual({ ...JSON.parse(await answer(argv)), engine: 'simjs' });
  });

  it('records a day as plain columns', async () => {
    const file = path.join(files.path, 'record.json');
    await answer([...argv, '--record', file]);
    const { format, header, events, walks } = JSON.parse(readFileSync(file, 'utf8'));
    expect(format).toBe('hall-twin/record');
    expect(header).toMatchObject({ scenario: 'quxi', seed: 7, replication: 0 });
    expect(events.length).toBeGreaterThan(1000);
    for (const column of ['timeUs', 'kind', 'visitor', 'place', 'value'])
      expect(events[column]).toHaveLength(events.length);
    expect(walks.visitor).toHaveLength(walks.length);
    expect(walks.length).toBeGreaterThan(100);
  });

  it.each(['zh', 'en'] as const)('prints a table in %s', async (lang) => {
    const text = await answer(['simulate', 'quxi', '--replications', '2', '--lang', lang]);
    expect(text).toContain(lang === 'zh' ? '平均等候' : 'Mean wait');
    expect(text).toContain(hallScenario('quxi').name[lang as never]);
  });
});

describe.concurrent('hall itself', () => {
  it('says its version, which is the package’s', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await answer(['--version'])).toBe(`${version}\n`);
    expect(PRODUCT.version).toBe(version);
  });

  it.each(['zh', 'en'])('helps in %s', async (lang) => {
    const text = await answer(['--help', '--lang', lang]);
    expect(text).toContain('simulate');
    expect(/\p{Script=Han}/u.test(text)).toBe(lang === 'zh');
  });

  it.skipIf(process.platform === 'win32')('ends quietly when its reader goes away', () => {
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" scripts/hall.mjs show yuhu | true; echo "\${PIPESTATUS[0]}"`],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('0');
  });
});
