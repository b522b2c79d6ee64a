import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { probeOf } from '../../../src/workers/province/probe';
import { keys, packed } from '../../../src/workers/province/queue/server';
import { SweepStore } from '../../../src/workers/province/store';
import { type Finished, folder } from '../command';
import { hallHere } from '../in-process';
import { startServer, type TestServer } from './redis';

/** Real workers, a real server, and everything that can happen to them. */

const PASSWORD = 'open-sesame&1';
const LOCK = ['--lock', '1.5'];
const files = folder();
let server: TestServer;
let databases = 0;
const children = new Set<ChildProcess>();

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
  id: 'faults',
  halls: [small('calm', 60), small('busy', 150), small('middling', 90), small('even', 110)],
  variants: { windows: { from: 3, to: 5 }, organisation: ['onePool'] },
  replications: 120,
  visitsAPiece: 6000,
});
const TABLES = ['csv', 'ranked', 'results'] as const;
const at = (name: string) => path.join(files.path, name);
const tables = (name: string) => TABLES.flatMap((one) => [`--${one}`, at(`${name}.${one}`)]);
let alone: Finished;
/** At the first database all the time. */
let steady: Begun;

beforeAll(async () => {
  server = await startServer(PASSWORD);
  const kept = ['--journal', at('alone.jsonl')];
  alone = await hallHere(['sweep', plan, '--workers', '1', '--json', ...kept, ...tables('alone')]);
  expect(alone).toMatchObject({ code: 0, stderr: '' });
  [steady] = (await workersAt(server.url(), 1)) as [Begun];
}, 500_000);

// Workers of a test that failed are not to disturb the next.
afterEach(() => {
  for (const child of children) if (child !== steady.child) child.kill('SIGKILL');
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server.stop();
  files.remove();
});

/** The command in a process of its own, from a folder where it may leave things. */
function begin(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [path.resolve('scripts/hall.mjs'), ...argv], {
    cwd: files.path,
    env: { ...process.env, LC_ALL: 'C', ...env },
  });
  children.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const finished = new Promise<Finished>((resolve) => {
    child.on('close', (code) => {
      children.delete(child);
      resolve({ code, stdout, stderr });
    });
  });
  return { child, finished, said: () => stderr };
}

type Begun = ReturnType<typeof begin>;

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 250_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts workers and waits until they are at the queue. */
async function workersAt(url: string, count: number, ...more: string[]): Promise<Begun[]> {
  const some = Array.from({ length: count }, () =>
    begin(['worker', '--queue', url, '--concurrency', '1', ...LOCK, ...more]),
  );
  for (const one of some) await until('a worker', () => one.said().includes('Worker ready'));
  return some;
}

async function end(some: readonly Begun[]): Promise<void> {
  for (const { child } of some) child.kill('SIGTERM');
  for (const { finished } of some) expect(await finished).toMatchObject({ code: 0, stdout: '' });
}

const database = () => server.url(++databases);

async function looking<T>(url: string, job: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await job(redis);
  } finally {
    redis.disconnect();
  }
}

function piecesIn(name: string): number[] {
  if (!existsSync(at(name))) return [];
  const lines = readFileSync(at(name), 'utf8').split('\n').slice(2, -1);
  return lines.map((line) => Number(/^\{"piece":(\d+),"parts"/.exec(line)?.[1]));
}

/** The sweep in this process, into a journal. */
const own = (url: string, name: string, ...more: string[]) =>
  hallHere([
    'sweep',
    plan,
    ...['--queue', url, '--json', ...LOCK, '--journal', at(`${name}.jsonl`)],
    ...tables(name),
    ...more,
  ]);

/** Nothing lost, nothing counted twice, and the very same tables; nothing is left on the server. */
async function expectWhole(found: Finished, name: string, url: string): Promise<void> {
  expect(found.stdout).toBe(alone.stdout);
  expect(found.code).toBe(0);
  for (const one of TABLES)
    expect(readFileSync(at(`${name}.${one}`), 'utf8'), one).toBe(
      readFileSync(at(`alone.${one}`), 'utf8'),
    );
  const there = piecesIn(`${name}.jsonl`);
  expect(there.toSorted((a, b) => a - b)).toEqual(
    piecesIn('alone.jsonl').toSorted((a, b) => a - b),
  );
  const left = await looking(url, (redis) => redis.keys('hall-twin:*'));
  expect(left.filter((key) => /:(task|results|owner)$|:sweeps$/.test(key))).toEqual([]);
}

describe('a sweep on a queue', { timeout: 500_000 }, () => {
  it('with one worker; its password is nowhere to be read', async () => {
    const url = server.url();
    const found = await own(url, 'one');
    if (process.platform === 'linux') {
      const shown = readFileSync(`/proc/${steady.child.pid}/cmdline`, 'utf8');
      expect(shown).toContain('hall worker');
      expect(shown).not.toContain('sesame');
    }
    await expectWhole(found, 'one', url);
    const said = [found.stderr, steady.said(), readFileSync(at('one.jsonl'), 'utf8')];
    for (const text of said) expect(text).not.toContain('sesame');
  });

  it('with five workers, two of them killed in the middle of a piece', async () => {
    const url = database();
    const workers = await workersAt(url, 5);
    const sweep = own(url, 'five');
    for (const [i, pieces] of [3, 9].entries()) {
      await until('pieces', () => piecesIn('five.jsonl').length >= pieces);
      workers[i]!.child.kill('SIGKILL');
    }
    await expectWhole(await sweep, 'five', url);
    await end(workers.slice(2));
  });

  it('with a worker that freezes past its lock, and comes to again', async () => {
    const url = database();
    const workers = await workersAt(url, 2);
    const sweep = own(url, 'frozen');
    await until('pieces', () => piecesIn('frozen.jsonl').length >= 3);
    workers[0]!.child.kill('SIGSTOP');
    // The other does what it can, and then what the frozen one had.
    const found = await sweep;
    workers[0]!.child.kill('SIGCONT');
    await end(workers);
    await expectWhole(found, 'frozen', url);
  });

  it('while the server is killed and comes back with its append-only file', async () => {
    const own = await startServer();
    try {
      const url = own.url();
      const workers = await workersAt(url, 2);
      const words = ['--queue', url, '--json', ...LOCK, '--journal', at('restart.jsonl')];
      const sweep = hallHere(['sweep', plan, ...words, ...tables('restart')]);
      await until('pieces', () => piecesIn('restart.jsonl').length >= 4);
      await own.restart();
      const found = await sweep;
      expect(found.stderr).toMatch(/connection to .* is lost.*\n.*Connected to .* again/);
      await expectWhole(found, 'restart', url);
      await end(workers);
    } finally {
      await own.stop();
    }
  });

  it('whose owner is killed and attached to again', async () => {
    const url = server.url();
    const words = ['--queue', url, ...LOCK, '--journal', at('owner.jsonl')];
    const first = begin(['sweep', plan, ...words]);
    await until('pieces', () => piecesIn('owner.jsonl').length >= 4);
    first.child.kill('SIGKILL');
    await first.finished;
    const id = /Sweep (\w+) is on the queue/.exec(first.said())![1]!;
    const found = await hallHere([
      'sweep',
      ...['--queue', url, '--attach', id, '--resume', at('owner.jsonl'), '--json', ...LOCK],
      ...tables('owner'),
    ]);
    expect(found.stderr).toMatch(/pieces, \d+ of them done/);
    await expectWhole(found, 'owner', url);
  });

  it('is let go of, refused to a stranger, and cancelled from elsewhere', async () => {
    const url = database();
    const first = begin(['sweep', plan, '--queue', url, ...LOCK]);
    await until('the sweep', () => first.said().includes('on the queue'));
    const id = /Sweep (\w+) is on the queue/.exec(first.said())![1]!;
    const other = await hallHere(['sweep', '--queue', url, '--attach', id, ...LOCK]);
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(/has an owner who is at it\n {2}→/);
    first.child.kill('SIGTERM');
    const left = await first.finished;
    expect(left).toMatchObject({ code: 130, stdout: '' });
    expect(left.stderr).toContain(`--attach ${id} --cancel`);
    const cancelled = await hallHere(['sweep', '--queue', url, '--attach', id, '--cancel']);
    expect(cancelled).toMatchObject({ code: 0, stdout: '' });
    const gone = await hallHere(['sweep', '--queue', url, '--attach', id]);
    expect(gone.code).toBe(2);
    expect(gone.stderr).toMatch(/There is no sweep/);
    const jobs = await looking(url, (redis) => redis.keys(`hall-twin:pieces-*:${id}-*`));
    expect(jobs).toEqual([]);
  });

  it('counts once what is delivered twice, and nothing of another version or sweep', async () => {
    const url = server.url();
    const probe = probeOf();
    const store = SweepStore.open(at('alone.jsonl'));
    const id = store.question.slice(0, 12);
    await looking(url, async (redis) => {
      const leave = (piece: number, change: object = {}) => {
        const parts = store.get(piece);
        const result = { question: store.question, probe, piece, parts, ...change };
        return redis.hset(keys.results(id), String(piece), packed(result));
      };
      // Before anybody asked, of which some must not count.
      await leave(0);
      await leave(1, { question: 'of another sweep', parts: store.get(0) });
      await leave(2, { probe: 'another', parts: store.get(0) });
      await leave(3, { parts: 'none' });
      const sweep = own(url, 'twice');
      await until('pieces', () => piecesIn('twice.jsonl').length >= 5);
      for (const piece of [0, 1, 2, 3, 4]) await leave(piece);
      await expectWhole(await sweep, 'twice', url);
    });
    store.close();
  });

  it('is refused by a worker of another version', async () => {
    const url = database();
    const notice = { version: '0.0.1', question: 'q', probe: 'p', pieces: 1, name: 'old' };
    await looking(url, (redis) => redis.hset(keys.sweeps, 'aaaaaaaaaaaa', JSON.stringify(notice)));
    const { finished } = begin(['worker', '--queue', url, '--idle', '0.2']);
    const { code, stderr } = await finished;
    expect(stderr).toMatch(/no part in sweep aaaaaaaaaaaa: .*0\.0\.1/);
    expect(stderr).toMatch(/Worker ended: 0 pieces/);
    expect(code).toBe(0);
    const attached = await hallHere(['sweep', '--queue', url, '--attach', 'aaaaaaaaaaaa']);
    expect(attached.code).toBe(2);
  });

  it('ends a worker that has nothing to do although its server is gone for good', async () => {
    const gone = await startServer();
    const [worker] = (await workersAt(gone.url(), 1, '--idle', '2')) as [Begun];
    await gone.stop();
    const { code, stderr } = await worker.finished;
    expect(stderr).toMatch(/connection to .* is lost/);
    expect(stderr).toMatch(/Worker ended: 0 pieces/);
    expect(code).toBe(0);
  });

  it('refuses a task that is not the sweep, and puts it right', async () => {
    const url = database();
    const store = SweepStore.open(at('alone.jsonl'));
    const id = store.question.slice(0, 12);
    const sweep = own(url, 'other');
    await looking(url, async (redis) => {
      await until('the task', async () => (await redis.exists(keys.task(id))) === 1);
      await redis.set(keys.task(id), packed({ ...store.task, seed: 2 }));
    });
    store.close();
    const workers = await workersAt(url, 1);
    const found = await sweep;
    await end(workers);
    expect(workers[0]!.said()).toContain('not that of the sweep');
    await expectWhole(found, 'other', url);
  });

  it('sets aside a piece that takes every thread down, names it, and does the rest', async () => {
    const url = database();
    const poisoned = files.write('poisoned.json', {
      format: 'hall-twin/sweep',
      version: 1,
      id: 'poisoned',
      halls: [small('calm', 60), { ...small('poison', 60), windows: 6 }, small('even', 110)],
      variants: {},
      replications: 50,
    });
    // Whichever thread meets a hall with six windows and an issuing one ends there and then.
    const trap = files.write(
      'trap.mjs',
      `import { isMainThread } from 'node:worker_threads';
      const write = JSON.stringify;
      if (!isMainThread)
        JSON.stringify = (value, ...more) =>
          value?.length === 7 && value[0].serves ? process.exit(7) : write(value, ...more);`,
    );
    const worker = begin(['worker', '--queue', url, '--concurrency', '1', ...LOCK], {
      NODE_OPTIONS: `--import ${pathToFileURL(trap)}`,
    });
    const words = ['--queue', url, ...LOCK, '--journal', at('poisoned.jsonl'), '--json'];
    const { code, stdout, stderr } = await hallHere(['sweep', poisoned, ...words]);
    await end([worker]);
    expect(stderr).toMatch(/Piece 1 \(poison\) was set aside: the thread ended with code 7/);
    expect(code).toBe(1);
    const { rows } = JSON.parse(stdout);
    expect(rows.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, false, true]);
  });
});

describe('a queue that can not be had', { timeout: 60_000 }, () => {
  it.each<[string, () => string[], RegExp]>([
    [
      'no server',
      () => ['--queue', 'redis://127.0.0.1:1'],
      /127\.0\.0\.1:1: --queue\n.*ECONNREFUSED/,
    ],
    [
      'a wrong password',
      () => ['--queue', server.url().replace(/:[^:@]*@/, ':guessed-word@')],
      /does not accept this user or password/,
    ],
    ['no password', () => ['--queue', server.url().replace(/:[^:@]*@/, '')], /asks for a password/],
    ['no address', () => ['--queue', 'localhost'], /no address of a Redis server/],
    ['nothing named', () => ['--queue'], /No Redis server is named/],
    [
      'no such sweep',
      () => ['--queue', server.url(), '--attach', 'ffff'],
      /There is no sweep ffff/,
    ],
    ['attached without a queue', () => ['--attach', 'ffff'], /--attach is for sweeps on a queue/],
  ])('%s', async (_, words, said) => {
    const named = words().includes('--attach') ? [] : [plan];
    const { code, stdout, stderr } = await hallHere(['sweep', ...named, ...words()]);
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(/\n {2}→ \S/);
    expect(stderr).not.toMatch(/guessed|sesame/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
