import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A Redis or Valkey server of a test's own, on loopback. */
export interface TestServer {
  /** Address of one of its databases. */
  url(database?: number): string;
  /** Ends it without a word and starts it anew with what its append-only file holds. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const NAMES = ['redis-server', 'valkey-server'];
const LONGEST_START_MS = 20_000;

function program(): string {
  const given = process.env.REDIS_SERVER_PATH;
  if (given) return given;
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
  const found = folders
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((place) => existsSync(place));
  if (!found)
    throw new Error(
      'no redis-server or valkey-server: install one, or name it in REDIS_SERVER_PATH',
    );
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Starts a server that keeps an append-only file, with a password if there is one. */
export async function startServer(password = ''): Promise<TestServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hall-twin-redis-'));
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const file = ['--appendonly', 'yes', '--save', ''];
  const secret = password ? ['--requirepass', password] : [];
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(program(), [...words, ...file, ...secret], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise<void>((resolve, reject) => {
      let said = '';
      const late = setTimeout(
        () => reject(new Error(`it did not start: ${said}`)),
        LONGEST_START_MS,
      );
      child.on('error', reject);
      child.stdout!.setEncoding('utf8').on('data', (text) => {
        said += text;
        if (!/ready to accept connections/i.test(said)) return;
        clearTimeout(late);
        resolve();
      });
    });
    return child;
  };
  const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  let child = await start();
  return {
    url: (database = 0) =>
      `redis://${password ? `:${encodeURIComponent(password)}@` : ''}127.0.0.1:${port}/${database}`,
    async restart() {
      await ended(child, 'SIGKILL');
      child = await start();
    },
    async stop() {
      await ended(child, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
