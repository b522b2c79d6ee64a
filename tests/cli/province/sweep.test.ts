import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { hallScenario } from '../../../src/scenarios/halls';
import { folder } from '../command';
import { hallHere } from '../in-process';

const files = folder();
afterAll(() => files.remove());

/** A hall with few visitors and no floor plan: a run takes a moment. */
const small = (id: string, visitsPerDay: number) => ({
  id,
  name: id,
  floorplan: 'none',
  visitsPerDay,
  windows: 4,
});
const plan = files.write('plan.json', {
  format: 'hall-twin/sweep',
  version: 1,
  id: 'small',
  halls: [small('calm', 40), small('busy', 150), small('middling', 90)],
  variants: { windows: { from: 3, to: 5 }, organisation: ['onePool'], demand: [1, 1.3] },
  replications: 60,
  visitsAPiece: 9000,
});
const at = (name: string) => path.join(files.path, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const TABLES = ['csv', 'ranked', 'results'] as const;
const tables = (name: string) => TABLES.flatMap((one) => [`--${one}`, at(`${name}.${one}`)]);
const whole = hallHere(['sweep', plan, '--workers', '1', '--json', ...tables('whole')]);

describe('a sweep', { timeout: 180_000 }, () => {
  it('has a row for every hall under all circumstances, and ranks those in need', async () => {
    const { code, stdout, stderr } = await whole;
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.rows).toHaveLength(6);
    expect(
      answer.rows.map((row: { hall: number; group: number }) => [row.hall, row.group]),
    ).toEqual([0, 1, 2].flatMap((hall) => [0, 1].map((group) => [hall, group])));
    const needed = answer.rows.map(
      (row: { needs: { recommended: { windows: number } | null } }) =>
        row.needs.recommended?.windows ?? null,
    );
    expect(needed[0]).toBe(3);
    // A third more visitors never take fewer windows.
    for (const hall of [0, 1, 2])
      expect(needed[2 * hall + 1] ?? 99).toBeGreaterThanOrEqual(needed[2 * hall] ?? 99);
    const ranked = read('whole.ranked').split('\r\n');
    const first = ranked.findIndex((line) => line.startsWith('Rank,'));
    expect(ranked.slice(first + 1, first + 4).map((line) => line.split(',')[1])).toEqual([
      'busy',
      'middling',
      'calm',
    ]);
  });

  it('writes every run, hall by hall, variant by variant', async () => {
    await whole;
    const runs = read('whole.results')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    // Of every hall and circumstances: as it is (4 windows), 3 and 5 windows and one as it is again.
    expect(runs.filter(({ hall }) => hall === 'calm').slice(0, 60)).toEqual(
      Array.from({ length: 60 }, (_, run) =>
        expect.objectContaining({ hall: 'calm', demand: 1, windows: null, run, stopped: false }),
      ),
    );
    const keys = runs.map(
      ({ hall, demand, windows, run }) => `${hall} ${demand} ${windows} ${run}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives the same bytes on two cores, resumed, and joined from slices', async () => {
    const { stdout } = await whole;
    const args = ['sweep', plan, '--json'];
    const two = await hallHere([...args, '--workers', '2', ...tables('two')]);
    expect(two.stdout).toBe(stdout);

    // Stopped after its first pieces, a journal lacks the rest.
    const journal = at('half.jsonl');
    await hallHere([...args, '--workers', '1', '--journal', journal]);
    const lines = read('half.jsonl').split('\n');
    files.write('half.jsonl', `${lines.slice(0, 5).join('\n')}\n${lines[5]!.slice(0, 40)}`);
    const resumed = await hallHere([...args, '--resume', journal, ...tables('half')]);
    expect(resumed.stderr).toMatch(/^Resuming: 3 pieces are in the journal\n$/);
    expect(resumed.stdout).toBe(stdout);

    const slices = [0, 1, 2].map((i) => at(`slice-${i}.jsonl`));
    for (const [i, slice] of slices.entries()) {
      const words = ['--slices', '3', '--slice', String(i), '--journal', slice];
      const done = await hallHere(['sweep', plan, '--workers', '1', ...words]);
      expect(done).toMatchObject({ code: 0, stdout: '' });
    }
    const some = await hallHere(['merge', ...slices.slice(1), '--json']);
    expect(some.code).toBe(2);
    expect(some.stderr).toMatch(/pieces are missing: slices 0\n {2}→ Run those slices/);
    // In any order, and one of them twice.
    const merged = await hallHere([
      'merge',
      ...[slices[2]!, slices[0]!, slices[1]!, slices[2]!],
      '--json',
      ...tables('merged'),
    ]);
    expect(merged.stdout).toBe(stdout);
    for (const name of ['two', 'half', 'merged'])
      for (const one of TABLES) expect(read(`${name}.${one}`), name).toBe(read(`whole.${one}`));
  });

  it('writes Parquet that says what the lines say', async () => {
    await whole;
    await hallHere(['sweep', plan, '--results', at('runs.parquet')]);
    const bytes = readFileSync(at('runs.parquet'));
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(
        bytes.byteOffset,
        bytes.byteOffset + bytes.byteLength,
      ) as ArrayBuffer,
    });
    const lines = read('whole.results').trim().split('\n');
    expect(rows.map((row) => JSON.stringify(row))).toEqual(lines);
  });

  it('agrees with the planner of one hall', async () => {
    const hall = { ...hallScenario('guiling'), floorplan: null };
    const scenario = files.write('guiling.json', hall);
    const flags = ['--windows', '7-9', '--organisation', 'byArea', '--most-replications', '120'];
    const alone = JSON.parse((await hallHere(['plan', scenario, ...flags, '--json'])).stdout);
    const one = files.write('one.json', {
      format: 'hall-twin/sweep',
      version: 1,
      id: 'one',
      halls: ['guiling.json'],
      variants: { windows: { from: 7, to: 9 }, organisation: ['byArea'] },
      replications: 120,
    });
    const { rows } = JSON.parse((await hallHere(['sweep', one, '--json'])).stdout);
    const chosen = alone.candidates[alone.recommended];
    expect(rows[0].needs.recommended).toMatchObject({
      windows: chosen.windows,
      organisation: chosen.organisation,
    });
    expect(rows[0].needs.ending).toBe(alone.ending);
    expect(rows[0].present.windows).toBe(alone.present.windows);
    const { calledWithinShare } = alone.present.outlook.measures;
    const here = rows[0].present.outlook.measures.calledWithinShare;
    if (calledWithinShare.n === here.n) expect(here).toEqual(calledWithinShare);
    else expect(Math.abs(here.mean - calledWithinShare.mean)).toBeLessThan(0.02);
  });
});
