import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const MINIMUM = [20, 19];

/** Ends the process with words in both languages. */
export function fail(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}

/** Ends the process unless Node is new enough. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1]))
    fail(
      `需要 Node.js ${MINIMUM.join('.')} 或更新版本,当前是 ${process.versions.node}。请从 nodejs.org 安装。`,
      `Node.js ${MINIMUM.join('.')} or newer is needed, and this is ${process.versions.node}. Get it from nodejs.org.`,
    );
}

/** Whether what is installed is what the lock file names. */
function installed() {
  const lock = path.join(ROOT, 'package-lock.json');
  const marker = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(marker)) return false;
  if (!existsSync(lock) || statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return true;
  // A fresh checkout touches the lock file without changing it: compare what it names.
  const named = (file) => {
    const packages = Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {});
    return new Map(
      packages.filter(([place, p]) => place && !p.optional).map(([place, p]) => [place, p.version]),
    );
  };
  try {
    const present = named(marker);
    for (const [place, version] of named(lock)) if (present.get(place) !== version) return false;
    const now = new Date();
    utimesSync(marker, now, now);
  } catch {
    return false;
  }
  return true;
}

/** Runs npm in silence; what it said is kept for when nothing helps. */
function npm(words) {
  // Inside `npm run` the very npm that runs is known; elsewhere it is found on the path.
  const own = process.env.npm_execpath;
  const [command, ...first] = own?.endsWith('.js') ? [process.execPath, own] : ['npm'];
  const { status, stdout, stderr, error } = spawnSync(command, [...first, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  return { ok: status === 0, said: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function ensureDependencies() {
  if (installed()) return;
  process.stderr.write('正在安装依赖……\nInstalling dependencies…\n');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  if (npm(['ci', ...quiet]).ok) return;
  const { ok, said } = npm(['install', '--no-save', ...quiet]);
  if (ok) return;
  process.stderr.write(`${said}\n`);
  fail(
    '依赖安装失败,请检查网络后重试:npm ci',
    'Installing the dependencies failed; check the network and try again: npm ci',
  );
}
