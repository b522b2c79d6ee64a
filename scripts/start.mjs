import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies, fail, ROOT, requireNode } from './dependencies.mjs';

const DIST = path.join(ROOT, 'dist', 'index.html');
const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/policy.mjs',
  'package-lock.json',
];
const FIRST_PORT = 4173;

/** When anything below a path was last changed, ms; folders count, because removals change them. */
function newest(file) {
  if (!existsSync(file)) return 0;
  const found = statSync(file);
  return found.isDirectory()
    ? Math.max(found.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))))
    : found.mtimeMs;
}

/** Whether somebody sits before a screen where a browser could open. */
function hasDisplay() {
  if (process.argv.includes('--no-open') || process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.env.WSL_DISTRO_NAME);
}

requireNode();
ensureDependencies();
process.chdir(ROOT);
const { build, preview } = await import('vite');

if (newest(DIST) < Math.max(...SOURCES.map((name) => newest(path.join(ROOT, name))))) {
  process.stdout.write('正在构建……\nBuilding…\n');
  // Warnings are for who builds the product, not for who starts it.
  await build({ root: ROOT, logLevel: 'error' });
}

const server = await preview({
  root: ROOT,
  logLevel: 'warn',
  preview: {
    host: 'localhost',
    port: FIRST_PORT,
    strictPort: false,
    open: false,
  },
}).catch((error) =>
  fail(
    `无法启动本地服务:${error.message}`,
    `The local server could not be started: ${error.message}`,
  ),
);
const address = server.resolvedUrls.local[0];
process.stdout.write(
  `Hall Twin 已启动:${address}(按 Ctrl-C 结束)\nHall Twin is running: ${address} (Ctrl-C ends it)\n`,
);

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    if (ending) process.exit(0);
    ending = true;
    server.httpServer.closeAllConnections?.();
    server.close().finally(() => process.exit(0));
  });

if (hasDisplay()) {
  const { default: open } = await import('open');
  // The address is printed: a browser that does not open is no error.
  try {
    const browser = await open(address);
    browser.on('error', () => {});
  } catch {}
}
