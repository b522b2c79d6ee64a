import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './dependencies.mjs';

/** Runs a command and shows what it says as words beside the answer. */
export function run(command, words) {
  const { status } = spawnSync(command, words, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    // A server that comes with a package is not to be started as a service.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Places where a program of one of these names would be found on the path. */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

/** Installs Debian's or Ubuntu's packages; whether that could be done. */
export function installPackages(...names) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const root = process.getuid?.() === 0;
  if (!root && !run('sudo', ['-n', 'true'])) return false;
  const apt = (...words) =>
    root ? run('apt-get', words) : run('sudo', ['-n', '-E', 'apt-get', ...words]);
  const install = () => apt('install', '-y', '-q', '--no-install-recommends', ...names);
  return install() || (apt('update', '-q') && install());
}
