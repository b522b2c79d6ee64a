import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ready, type Stand, setUp } from './browser';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
}, 120_000);
afterAll(() => stand?.close());

/** Waits until everything is kept by the browser. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

it('can be installed', async () => {
  const { page } = await stand.open({ serviceWorkers: 'allow' });
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
  const { page, errors } = await stand.open({ serviceWorkers: 'allow' });
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
