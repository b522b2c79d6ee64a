import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fail, ROOT } from './dependencies.mjs';

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where Chrome, Edge and Chromium are installed as a rule. */
function usualPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ]);
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return [
    ...folders.flatMap((folder) => ON_PATH.map((name) => path.join(folder, name))),
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ];
}

function run(command, words) {
  const { status } = spawnSync(command, words, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Chromium from Debian's or Ubuntu's packages, with Chinese letters. */
function installFromPackages() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const root = process.getuid?.() === 0;
  if (!root && !run('sudo', ['-n', 'true'])) return false;
  const apt = (...words) =>
    root ? run('apt-get', words) : run('sudo', ['-n', '-E', 'apt-get', ...words]);
  const install = () =>
    apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  return install() || (apt('update', '-q') && install());
}

/** Path of a Chromium that can be run, installed when there is none. */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    fail(`CHROMIUM_PATH 指向的文件不存在:${given}`, `CHROMIUM_PATH names no file: ${given}`);
  }
  const found = () => usualPlaces().find((place) => existsSync(place));
  const present = found();
  if (present) return present;
  process.stderr.write(
    '未找到浏览器,正在安装 Chromium……\nNo browser found; installing Chromium…\n',
  );
  if (installFromPackages()) {
    const packaged = found();
    if (packaged) return packaged;
  }
  if (run('npx', ['playwright-core', 'install', 'chromium'])) {
    const { chromium } = await import('playwright-core');
    if (existsSync(chromium.executablePath())) return chromium.executablePath();
  }
  return fail(
    '无法安装 Chromium。请安装 Chrome、Edge 或 Chromium,或用 CHROMIUM_PATH 指明其路径。',
    'Chromium could not be installed. Install Chrome, Edge or Chromium, or name it in CHROMIUM_PATH.',
  );
}
