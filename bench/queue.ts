import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../tests/cli/province/redis';

/**
 * One process against two queue workers, what a piece costs, how much memory many halls take, and
 * what that comes to for a province. `npm run bench:queue [rounds [days]]`; it prints and asserts nothing.
 */

const ROUNDS = Number(process.argv[2] ?? 3);
/** Days of each variant: so many that the start of a process, some seconds, weighs little. */
const DAYS = Number(process.argv[3] ?? 500);
const folder = mkdtempSync(path.join(os.tmpdir(), 'hall-twin-bench-'));
const children: ChildProcess[] = [];

interface Ended {
  readonly seconds: number;
  /** The most memory that the process had, MB; null where the system does not tell. */
  readonly peakMb: number | null;
}

function peakOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'));
  return found ? Number(found[1]) / 1024 : null;
}

function begin(argv: readonly string[]): { child: ChildProcess; ready: Promise<void> } {
  const child = spawn(process.execPath, [path.resolve('scripts/hall.mjs'), ...argv], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  const ready = new Promise<void>((resolve) => {
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('ready')) resolve();
    });
  });
  return { child, ready };
}

function run(argv: readonly string[]): Promise<Ended> {
  const start = performance.now();
  const { child } = begin(argv);
  let peakMb: number | null = null;
  const look = setInterval(() => {
    peakMb = Math.max(peakMb ?? 0, peakOf(child.pid) ?? 0) || null;
  }, 50);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peakMb });
      else reject(new Error(`hall ${argv[0]} ended with ${code}`));
    });
  });
}

function plan(name: string, contents: object): string {
  const file = path.join(folder, `${name}.json`);
  const frame = { format: 'hall-twin/sweep', version: 1, id: name };
  writeFileSync(file, JSON.stringify({ ...frame, ...contents }));
  return file;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;
const say = (words: string) => process.stdout.write(`${words}\n`);

let journals = 0;
const onQueue = (file: string, url: string) => [
  'sweep',
  file,
  ...['--queue', url, '--journal', path.join(folder, `${journals++}.jsonl`)],
];

function townships(halls: number, visitsPerDay: number) {
  return Array.from({ length: halls }, (_, i) => ({
    id: `h${i}`,
    floorplan: 'none',
    visitsPerDay,
    windows: 4,
  }));
}

function piecesIn(journal: number): number {
  const text = readFileSync(path.join(folder, `${journal}.jsonl`), 'utf8');
  return text.split('\n').length - 3;
}

const server = await startServer();
try {
  const url = server.url();
  const start = () => begin(['worker', '--queue', url, '--concurrency', '1']);
  const workers = [start(), start()];
  await Promise.all(workers.map(({ ready }) => ready));

  const district = plan('district', {
    halls: ['quxi', 'xinheng', 'yunlu', 'linpan', 'yuecheng', 'guiling'],
    variants: { windows: { from: 8, to: 13 }, organisation: ['onePool'] },
    replications: DAYS,
  });
  const warm = plan('warm', { halls: ['guiling'], replications: 100 });
  await run(onQueue(warm, url));
  const one: number[] = [];
  const two: number[] = [];
  const both: number[] = [];
  const alone = ['sweep', district, '--workers', '1'];
  for (let round = 0; round < ROUNDS; round++) {
    one.push((await run(alone)).seconds);
    two.push((await run(onQueue(district, url))).seconds);
    const pair = await Promise.all([run(alone), run(alone)]);
    both.push(Math.max(...pair.map(({ seconds }) => seconds)));
  }
  const pieces = piecesIn(journals - 1);
  const gain = median(one) / median(two);
  say(`Six halls, 42 variants, ${DAYS} days each, ${pieces} pieces; medians of ${ROUNDS}:`);
  say(`  one process, one thread      ${median(one).toFixed(1)} s`);
  say(
    `  two queue workers, one each  ${median(two).toFixed(1)} s: ${gain.toFixed(2)} times as fast`,
  );

  say(
    `  two whole sweeps at a time   ${median(both).toFixed(1)} s: two cores of this machine do at most ${((2 * median(one)) / median(both)).toFixed(2)} times the work of one`,
  );

  // Pieces with next to nothing in them, so that what is left is what a piece costs.
  const hollow = { halls: townships(1, 1), replications: 1500, visitsAPiece: 1 };
  const solid = { ...hollow, visitsAPiece: 100_000_000 };
  const many = await run(onQueue(plan('hollow', hollow), url));
  const handed = piecesIn(journals - 1);
  const single = await run(onQueue(plan('solid', solid), url));
  const perPieceMs = ((many.seconds - single.seconds) * 1000) / Math.max(1, handed - 1);
  const workMs = (median(one) * 1000) / pieces;
  say(
    `A piece costs ${perPieceMs.toFixed(2)} ms on the queue and holds ${workMs.toFixed(0)} ms of work: ${((perPieceMs / workMs) * 100).toFixed(1)} %`,
  );

  say('Memory at most, MB, from 13 halls to 1,600:');
  for (const halls of [13, 400, 1600]) {
    const file = plan(`halls-${halls}`, { halls: townships(halls, 20), replications: 60 });
    const results = path.join(folder, 'runs.ndjson');
    const { peakMb } = await run([...onQueue(file, url), '--results', results]);
    const theirs = workers.map(({ child }) => peakOf(child.pid)?.toFixed(0) ?? '?').join(', ');
    say(`  ${halls} halls: owner ${peakMb?.toFixed(0) ?? '?'}, workers ${theirs}`);
  }

  const perRunMs = (median(one) * 1000) / (6 * 7 * DAYS);
  const runs = 1600 * 50 * 200;
  const cores = 10 * 8;
  const hours = (runs * perRunMs) / 1000 / 3600 / cores / 0.9;
  say('On paper, a province: 1,600 halls × 50 variants × 200 days on ten machines of 8 cores,');
  say(
    `  at ${perRunMs.toFixed(2)} ms a day as measured here, all cores alike, nine tenths of their time spent on runs:`,
  );
  say(
    `  ${(hours * 60).toFixed(0)} min; journal and results some ${((runs * 400) / 1e9).toFixed(0)} GB as lines`,
  );
} finally {
  for (const child of children) child.kill('SIGKILL');
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
