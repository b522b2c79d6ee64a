import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallScenario } from '../../src/scenarios/halls';
import { randomOf } from '../workers/questions';
import { folder, hall } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());

/** Walking takes no time: a search of a few seconds. */
const scenario = files.write('hall.json', { ...hallScenario('quxi'), floorplan: null });
const PLAN = ['plan', scenario, '--windows', '9-10', '--organisation', 'byArea,onePool', '--json'];
const ONE = ['--workers', '1'];
const ENGLISH = ['--lang', 'en'];

/** What the command says that is left alone. */
const undisturbed = hall([...PLAN, '--workers', '1']);

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

/**
 * Starts the command and sends it a signal once its journal has grown to a size, some time later.
 * A command that is done before is left alone.
 */
function interrupted(
  argv: readonly string[],
  signal: NodeJS.Signals,
  journal: { readonly file: string; readonly bytes: number },
  laterMs: number,
): Promise<{ code: number | null; killed: boolean; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(
      process.execPath,
      [path.resolve('scripts/hall.mjs'), ...argv],
      { env: { ...process.env, LC_ALL: 'C' } },
    );
    let stdout = '';
    let stderr = '';
    child.stdout!.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr!.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const look = setInterval(() => {
      if (sizeOf(journal.file) < journal.bytes) return;
      clearInterval(look);
      setTimeout(() => child.kill(signal), laterMs);
    }, 2);
    child.on('error', reject);
    child.on('close', (code, by) => {
      clearInterval(look);
      resolve({ code, killed: by === 'SIGKILL', stdout, stderr });
    });
  });
}

describe('a search that is interrupted', () => {
  it('by SIGKILL again and again, ends as if it had been left alone', {
    timeout: 120_000,
  }, async () => {
    const left = await undisturbed;
    expect(left).toMatchObject({ code: 0, stderr: '' });
    const whole = path.join(files.path, 'whole.journal');
    expect(await hallHere([...PLAN, ...ONE, '--journal', whole])).toEqual(left);
    const bytes = sizeOf(whole);

    const random = randomOf(2026);
    const file = path.join(files.path, 'killed.journal');
    // Before the first line, in the middle of the search, in the last pieces.
    const shares = [0, ...Array.from({ length: 3 }, random).sort(), 0.9];
    let kills = 0;
    for (const [i, share] of shares.entries()) {
      const begin = existsSync(file) ? '--resume' : '--journal';
      const before = entriesIn(file);
      const { killed, stdout, stderr } = await interrupted(
        [...PLAN, ...ENGLISH, '--workers', String(1 + (i % 2)), begin, file],
        'SIGKILL',
        { file, bytes: share * bytes },
        random() * (share === 0 ? 600 : 40),
      );
      if (!killed) break;
      kills++;
      // At the very end it may have answered before it was killed.
      expect(['', left.stdout]).toContain(stdout);
      if (before > 0 && entriesIn(file) > before)
        expect(stderr).toMatch(/^Resuming: \d+ replications are in the journal\n$/);
    }
    expect(kills).toBeGreaterThanOrEqual(3);

    const there = replicationsIn(file);
    expect(there).toBeGreaterThan(0);
    const { code, stdout, stderr } = await hall([...PLAN, ...ENGLISH, '--resume', file]);
    expect(stdout).toBe(left.stdout);
    expect(code).toBe(0);
    expect(stderr).toBe(`Resuming: ${there} replications are in the journal\n`);
    // A search that is complete is only read.
    const complete = readFileSync(file);
    const again = await hallHere([...PLAN, ...ONE, '--resume', file], 'zh');
    expect(again.stdout).toBe(left.stdout);
    expect(again.stderr).toBe(`从日志继续：已有 ${replicationsIn(file)} 次重复\n`);
    expect(readFileSync(file).equals(complete)).toBe(true);
  });

  it('by Ctrl-C, says what it has and how to go on', { timeout: 120_000 }, async () => {
    const file = path.join(files.path, 'stopped.journal');
    const { code, stdout, stderr } = await interrupted(
      [...PLAN, ...ENGLISH, '--workers', '2', '--journal', file],
      'SIGINT',
      { file, bytes: 50_000 },
      20,
    );
    expect(stderr).toBe(`Stopped; go on with --resume ${file}\n`);
    const plan = JSON.parse(stdout);
    expect(plan.ending).toBe('stopped');
    expect(plan.certain).toBe(false);
    // Nothing has been found that keeps the promise: no.
    expect(code).toBe(plan.recommended === null ? 130 : 0);
    const { stdout: rest } = await hallHere([...PLAN, ...ONE, '--resume', file]);
    expect(rest).toBe((await undisturbed).stdout);
  });

  it('half-way through a line, goes on from the line before', { timeout: 120_000 }, async () => {
    const whole = path.join(files.path, 'half.journal');
    await hallHere([...PLAN, ...ONE, '--journal', whole]);
    const bytes = readFileSync(whole);
    writeFileSync(whole, bytes.subarray(0, Math.floor(bytes.length / 2)));
    const there = replicationsIn(whole);
    const { stdout, stderr } = await hallHere([...PLAN, ...ONE, '--resume', whole]);
    expect(stdout).toBe((await undisturbed).stdout);
    expect(stderr).toBe(`Resuming: ${there} replications are in the journal\n`);
  });
});

/** Entries of a journal that were finished. */
function entriesIn(file: string): number {
  return linesOf(file).length;
}

function replicationsIn(file: string): number {
  return linesOf(file).reduce((sum, line) => sum + JSON.parse(line).figures.length, 0);
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(1, -1) : [];
}

describe('a comparison that is interrupted', () => {
  it('ends as if it had been left alone', { timeout: 120_000 }, async () => {
    const argv = ['compare', scenario, 'quxi', '--replications', '40', ...ONE, '--json'];
    const file = path.join(files.path, 'compared.journal');
    const left = await hallHere(argv);
    const first = await interrupted(
      [...argv, '--journal', file],
      'SIGKILL',
      { file, bytes: 200_000 },
      7,
    );
    expect(first).toMatchObject({ killed: true, stdout: '' });
    const { stdout, stderr } = await hallHere([...argv, '--resume', file]);
    expect(stdout).toBe(left.stdout);
    expect(stderr).toMatch(/^Resuming: \d+ replications/);
  });
});

describe('a journal that does not belong', () => {
  const journal = path.join(files.path, 'another.journal');
  beforeAll(() => hallHere([...PLAN, ...ONE, '--journal', journal]));

  it.each<[string, string[], RegExp, RegExp]>([
    ['another seed', ['--seed', '2'], /another sweep \(plan quxi\)/, /另一次推演/],
    ['another promise', ['--share', '0.8'], /options differ/, /选项不同/],
    ['another engine', ['--engine', 'simjs'], /options differ/, /选项不同/],
    ['other windows', ['--windows', '9-11'], /options differ/, /选项不同/],
  ])('%s', async (_, other, en, zh) => {
    const before = readFileSync(journal);
    for (const [lang, words] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const argv = [...PLAN, ...other, '--resume', journal];
      const { code, stdout, stderr } = await hallHere(argv, lang);
      expect(stderr).toContain(journal);
      expect(stderr).toMatch(words);
      expect(stderr).toMatch(/\n {2}→ \S/);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    }
    expect(readFileSync(journal).equals(before)).toBe(true);
  });

  it.each<[string, string[], RegExp]>([
    ['that is there already', ['--journal', journal], /--journal\n.*there already\n.*--resume/],
    ['and another', ['--journal', 'a', '--resume', journal], /--journal\n.*exclude each other/],
    ['that is missing', ['--resume', 'no/such.journal'], /such\.journal: --resume\n.*ENOENT/],
    ['in a folder that is missing', ['--journal', 'no/such.journal'], /--journal\n.*ENOENT/],
    ['that is a folder', ['--resume', files.path], /--resume\n.*EISDIR/],
    ['that is none', ['--resume', scenario], /This is not a journal/],
  ])('%s', async (_, flags, words) => {
    // As text: two buffers are compared byte by byte, which takes seconds.
    const asTheyAre = () => [journal, scenario].map((file) => readFileSync(file, 'latin1'));
    const before = asTheyAre();
    const { code, stdout, stderr } = await hallHere([...PLAN, ...flags]);
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/\n {2}→ \S/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(asTheyAre()).toEqual(before);
  });

  it('has been damaged: the line is named', async () => {
    const damaged = files.write(
      'damaged.journal',
      readFileSync(journal, 'utf8').replace('\n{', '\n<'),
    );
    const before = readFileSync(damaged);
    for (const [lang, words] of [
      ['en', /Line 2 is damaged\n {2}→ Begin anew/],
      ['zh', /第 2 行已损坏\n {2}→ 请换一个文件名/],
    ] as const) {
      const { code, stderr } = await hallHere([...PLAN, '--resume', damaged], lang);
      expect(stderr).toMatch(words);
      expect(code).toBe(2);
    }
    expect(readFileSync(damaged).equals(before)).toBe(true);
  });
});
