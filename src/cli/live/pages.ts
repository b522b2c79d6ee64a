import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built page. */
export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Scripts of this server alone; styles are also written by the page's own components. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer says: nothing of it is for other pages, frames or caches. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Content-Security-Policy': POLICY,
};

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Hall Twin</title>
<p>页面还没有构建：请运行 npm run build，然后刷新本页。数据已经可以读取：<a href="/state">/state</a></p>
<p lang="en">The page has not been built yet: run npm run build, then reload. The data can be read already: <a href="/state">/state</a></p></html>`;

/** Answers with a file of the built page. */
export async function answerPage(
  pathname: string,
  head: boolean,
  response: ServerResponse,
): Promise<void> {
  const file = fileOf(pathname);
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || !found?.isFile()) {
    const missingPage = pathname === '/' || pathname === '/index.html';
    response.writeHead(missingPage ? 200 : 404, {
      ...SAFE_HEADERS,
      'Cache-Control': 'no-store',
      'Content-Type': missingPage ? TYPES['.html']! : TYPES['.txt']!,
    });
    response.end(head ? undefined : missingPage ? NOT_BUILT : 'not found\n');
    return;
  }
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'Content-Type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': found.size,
    // Names of built files change with their contents; the page itself has to be asked for.
    'Cache-Control': pathname.startsWith('/assets/') ? 'public, max-age=31536000' : 'no-cache',
  });
  if (head) {
    response.end();
    return;
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file that an address means; null for one that lies outside the built page. */
function fileOf(pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  const file = path.join(DIST, name === '/' ? 'index.html' : name);
  return file.startsWith(DIST) ? file : null;
}
