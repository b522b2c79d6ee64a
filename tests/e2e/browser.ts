import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { PAGE_GROUPS, type PageId } from '../../src/app/state/page';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'scripts/policy.mjs'];

/**
 * Leaves the network alone. WebGL is drawn in software, the rest of the page without WebGL's help:
 * drawn by it, a page without any scene costs ten times as much.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function newest(file: string): number {
  const found = statSync(file);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(file).map((name) => newest(join(file, name))));
}

/** Builds the page unless what is built is newer than every source. */
async function buildIfOld(): Promise<void> {
  const built = join(ROOT, 'dist', 'index.html');
  const sources = Math.max(...SOURCES.map((name) => newest(join(ROOT, name))));
  if (existsSync(built) && statSync(built).mtimeMs >= sources) return;
  const { NODE_ENV } = process.env;
  // Libraries built "for a test" behave otherwise: a dialog, for one, does not close by a key.
  process.env.NODE_ENV = 'production';
  try {
    await build({ root: ROOT, logLevel: 'error' });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}

/** A page in the browser, with what went wrong on it and whom it asked. */
export interface OpenPage {
  readonly page: Page;
  /** Messages of the console's level "error", and uncaught errors. */
  readonly errors: string[];
  /** Addresses asked for that are not the page's own server. */
  readonly foreign: string[];
}

/** How a page is opened. */
export interface Opening extends BrowserContextOptions {
  /** The part of the address after the page's own, or a whole address. */
  readonly at?: string;
  /** Run on the empty page, before the address is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The built page on a free port and a browser to look at it. */
export interface Stand {
  readonly url: string;
  open(opening?: Opening): Promise<OpenPage>;
  /** Closes every page: one left open goes on drawing, and slows down all that follow. */
  closePages(): Promise<void>;
  /** Ends the server alone: the browser goes on without a network. */
  stopServing(): Promise<void>;
  close(): Promise<void>;
}

/** Serves the built page and starts a browser; CHROMIUM_PATH names another one. */
export async function setUp(): Promise<Stand> {
  await buildIfOld();
  const server: PreviewServer = await preview({
    root: ROOT,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, strictPort: false, open: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the server has no address');
  let serving = true;
  const stopServer = async () => {
    if (!serving) return;
    serving = false;
    if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
    await server.close();
  };
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  return {
    url,
    async open({ at = '', prepare, ...options } = {}) {
      const opened = new URL(at, url).href;
      const context = await browser.newContext({
        locale: 'zh-CN',
        viewport: { width: 1280, height: 720 },
        // A day that plays in software rendering keeps a small machine busy: who wants it says so.
        reducedMotion: 'reduce',
        // Keeping the page for later is a test of its own.
        serviceWorkers: 'block',
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      const errors: string[] = [];
      const foreign: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('request', (request) => {
        const address = new URL(request.url());
        const own = address.origin === new URL(opened).origin;
        if (!own && !['data:', 'blob:'].includes(address.protocol)) foreign.push(request.url());
      });
      await prepare?.(page);
      await page.goto(opened);
      return { page, errors, foreign };
    },
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async stopServing() {
      await stopServer();
    },
    async close() {
      await browser.close();
      await stopServer();
    },
  };
}

/** Waits until the day is recorded and the measures are simulated. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const state = window.hallTwin?.store.getState();
      return state?.day.status === 'ready' && state.figures.status === 'ready';
    },
    undefined,
    { timeout: 120_000 },
  );
}

/** Turns to a page as a user does: by its button, or by the menu of its group. */
export async function turnTo(page: Page, id: PageId): Promise<void> {
  const group = PAGE_GROUPS.find(({ pages }) => (pages as readonly PageId[]).includes(id))!;
  if (group.pages.length === 1) {
    await page.click(`.page-menu [data-page=${id}]`);
    return;
  }
  await page.click(`.page-menu [data-group=${group.id}]`);
  await page.click(`.page-menu-list [data-page=${id}]`);
}
