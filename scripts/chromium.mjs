import { existsSync } from 'node:fs';
import path from 'node:path';
import { fail } from './dependencies.mjs';
import { installPackages, onPath, run } from './packages.mjs';

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
  return [...onPath(ON_PATH), '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

/** Chromium from Debian's or Ubuntu's packages, with Chinese letters. */
function installFromPackages() {
  return installPackages('chromium', 'fonts-noto-cjk');
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
