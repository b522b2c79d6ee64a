import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folder } from '../command';
import { hallHere } from '../in-process';
import { startServer, type TestServer } from './redis';

/** The files that docs/sweeps.md shows, run as they are but for where things lie. */

const DOCS = path.resolve('docs/sweeps');
const files = folder();
const text = (name: string) => readFileSync(path.join(DOCS, name), 'utf8');
const at = (name: string) => path.join(files.path, name);
let server: TestServer;
let whole: string;

beforeAll(async () => {
  server = await startServer();
  for (const name of ['plan.json', 'halls.csv']) copyFileSync(path.join(DOCS, name), at(name));
  const found = await hallHere(['sweep', at('plan.json'), '--workers', '1', '--json']);
  expect(found).toMatchObject({ code: 0, stderr: '' });
  whole = found.stdout;
}, 180_000);

afterAll(async () => {
  await server.stop();
  files.remove();
});

/** The words that a script hands to the command: `HALL` only repeats them. */
function wordsOf(script: string, env: Readonly<Record<string, string>>): string[] {
  const said = execFileSync('bash', ['-c', script], {
    cwd: files.path,
    env: { ...process.env, ...env, HALL: 'printf %s\\n' },
    encoding: 'utf8',
  });
  return said.trim().split('\n');
}

/** Names in a container or a working folder as names of the test's. */
const here = (word: string) =>
  word.startsWith('/sweep/')
    ? at(word.slice('/sweep/'.length))
    : /^[\w-]+\.(json|jsonl)$/.test(word)
      ? at(word)
      : word;

async function expectMerged(journals: readonly string[]): Promise<void> {
  const merged = await hallHere(['merge', ...journals, '--json']);
  expect(merged).toMatchObject({ code: 0, stdout: whole });
}

describe('what the docs show works', { timeout: 180_000 }, () => {
  it('the indexed job', async () => {
    const job = parse(text('job.yaml'));
    const { completions, template } = job.spec;
    const [{ args }] = template.spec.containers;
    const journals: string[] = [];
    for (let i = 0; i < completions; i++) {
      const words = wordsOf(args[0], { JOB_COMPLETION_INDEX: String(i) });
      const argv = [...words.slice(0), '--workers', '1'].map(here);
      expect(argv).toContain(String(completions));
      expect(await hallHere(argv)).toMatchObject({ code: 0, stdout: '' });
      journals.push(argv[argv.indexOf('--journal') + 1]!);
    }
    await expectMerged(journals);
    // Begun again, a slice goes on with what it has.
    const again = wordsOf(args[0].replaceAll('/sweep/', `${files.path}/`), {
      JOB_COMPLETION_INDEX: '0',
    });
    expect(again).toContain('--resume');
  });

  it('the array of tasks', async () => {
    const script = text('array.slurm');
    const last = Number(/--array=0-(\d+)/.exec(script)![1]);
    const journals: string[] = [];
    for (let i = 0; i <= last; i++) {
      const argv = wordsOf(script, { SLURM_ARRAY_TASK_ID: String(i) }).map(here);
      expect(argv.slice(0, 1)).toEqual(['sweep']);
      const journal = argv.findIndex((word) => word === '--journal' || word === '--resume') + 1;
      const own = at(`array-${i}.jsonl`);
      argv[journal - 1] = '--journal';
      argv[journal] = own;
      argv[argv.indexOf('--workers') + 1] = '1';
      expect(await hallHere(argv)).toMatchObject({ code: 0, stdout: '' });
      journals.push(own);
    }
    await expectMerged(journals);
  });

  it('the services', async () => {
    const { services } = parse(text('compose.yaml'));
    expect(services.queue.command.at(-1)).toMatch(/--appendonly yes --maxmemory-policy noeviction/);
    const atServer = (words: readonly string[]) =>
      words.map((word) => here(word.replace(/^redis:\/\/queue:6379$/, server.url())));
    const worker = hallHere([...atServer(services.worker.command), '--idle', '8']);
    const sweep = await hallHere([...atServer(services.sweep.command), '--json']);
    expect(sweep).toMatchObject({ code: 0, stdout: whole });
    expect(await worker).toMatchObject({ code: 0, stdout: '' });
  });
});
