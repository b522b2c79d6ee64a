import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PAGES } from '../../src/app/state/page';
import { ready, type Stand, setUp } from './browser';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
}, 120_000);
afterAll(() => stand?.close());

declare global {
  interface Window {
    /** What the page's policy has forbidden. */
    violations?: string[];
  }
}

const turnTo = (page: Page, id: string) =>
  page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${id === 'hall' ? '' : id}`,
  );

/** Waits until everything is kept by the browser. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

it('keeps to its policy and its host on every page', async () => {
  const { page, errors, foreign } = await stand.open(
    { viewport: { width: 1440, height: 900 } },
    async (empty) => {
      await empty.addInitScript(() => {
        window.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => {
          window.violations?.push(
            `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`,
          );
        });
      });
    },
  );
  const said = await page.request.get(stand.url);
  expect(said.headers()['content-security-policy']).toContain("script-src 'self'");
  expect(said.headers()['content-security-policy']).not.toContain("'unsafe-eval'");
  await ready(page);
  await page.evaluate(() => window.hallTwin!.clock.pause());
  for (const id of PAGES) {
    await turnTo(page, id);
    await page.waitForTimeout(1500);
  }
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
}, 240_000);

it('can be installed', async () => {
  const { page } = await stand.open();
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    const answer = await fetch(link!.href);
    const { icons, ...rest } = await answer.json();
    const found = await Promise.all(
      icons.map(async ({ src }: { src: string }) => (await fetch(new URL(src, link!.href))).ok),
    );
    return { ...rest, found };
  });
  expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' });
  expect(manifest.found).toEqual([true, true, true, true]);
});

it('opens and simulates without its server after the first visit', async () => {
  const { page, errors } = await stand.open();
  await ready(page);
  await kept(page);
  await stand.stopServing();
  await page.reload();
  await ready(page);
  const before = await page.evaluate(() => window.hallTwin!.store.getState().figures.report?.seed);
  expect(before).toBe(1);
  // Another hall, in a plan that was not open before: as its link would open it.
  await page.locator('.hall-select').first().click();
  await page
    .getByTitle(/埔田镇/)
    .first()
    .click();
  await page.waitForFunction(() => {
    const { question, figures } = window.hallTwin!.store.getState();
    return question?.scenario.id === 'putian' && figures.answers === question && figures.report;
  });
  expect(errors).toEqual([]);
}, 240_000);
