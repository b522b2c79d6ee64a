import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../cli/command';
import { type LiveProcess, startLive } from '../cli/live-process';
import { type OpenPage, type Stand, setUp } from './browser';

let stand: Stand;
let live: LiveProcess | null = null;
const place = folder();
beforeAll(async () => {
  stand = await setUp();
});
afterEach(async () => {
  await live?.interrupt();
  live = null;
});
afterAll(async () => {
  await stand?.close();
  place.remove();
});

const openLive = (url: string): Promise<OpenPage> =>
  stand.open({ viewport: { width: 1440, height: 900 }, at: `${url}/#/live` });

const line = (page: Page, state: string) => page.locator(`.live[data-line="${state}"]`).waitFor();

const figure = async (page: Page, id: string) =>
  Number(await page.locator(`[data-figure="${id}"] strong`).textContent());

describe('the page Live', () => {
  it('follows a hall: who is served, the windows, and everybody drawn where the events put them', async () => {
    live = await startLive(['--demo', 'quxi', '--start', '10:00', '--speed', '60']);
    const { page, errors, foreign } = await openLive(live.url);
    await line(page, 'open');
    await page.locator('.live canvas').waitFor();
    const served = await figure(page, 'served');
    expect(served).toBeGreaterThan(20);
    await page.waitForFunction(
      (then) => Number(document.querySelector('[data-figure="served"] strong')?.textContent) > then,
      served,
    );
    expect(await page.locator('.live-windows tbody tr').count()).toBe(14);
    // The picture is made anew a moment after the events that it shows.
    const notDrawn = () =>
      page.evaluate(() => {
        const { live } = window.hallTwin!;
        const { timeline, present, reflection } = live.store.getState();
        const crowd = timeline!.createCrowd();
        timeline!.crowdAt((present!.nowMs % 86_400_000) * 1000, crowd);
        const people = Array.from(crowd.visitor.subarray(0, crowd.count), (v) =>
          timeline!.ticket(v),
        );
        const inside = reflection!.day.tickets.filter(({ phase }) => phase !== 'over');
        return inside.map(({ number }) => number).filter((number) => !people.includes(number));
      });
    await expect.poll(notDrawn, { timeout: 20_000 }).toEqual([]);
    await page.getByText('English', { exact: true }).click();
    await page.locator('.live').getByRole('heading', { name: 'Windows' }).waitFor();
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('shows what a growing file tells, says when the line is lost, and mends it by itself', async () => {
    const file = path.join(place.path, 'events.ndjson');
    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
    const taken = (i: number) =>
      `${JSON.stringify({ id: `${i}`, at: `${today}T00:00:00`, event: 'ticket-taken', ticket: `A${i}`, item: '社会保险' })}\n`;
    writeFileSync(file, taken(1));
    live = await startLive([file, '--scenario', 'quxi']);
    const { page } = await openLive(live.url);
    const waiting = (n: number) =>
      page.locator('[data-figure="waiting"] strong', { hasText: new RegExp(`^${n}$`) }).waitFor();
    await line(page, 'open');
    await waiting(1);
    appendFileSync(file, `nonsense\n${taken(2)}${taken(2)}`);
    await waiting(2);
    const counts = page.getByTestId('live-counts');
    expect(await counts.locator('[data-reason="malformed"]').textContent()).toContain('nonsense');
    expect(await counts.locator('[data-reason="doubled"] strong').textContent()).toBe('1');
    expect(await page.locator('[data-item="social"] td').first().textContent()).toBe('2');

    const { port } = new URL(live.url);
    expect(await live.interrupt()).toBe(0);
    await line(page, 'waiting');
    expect(await page.locator('.live-status').textContent()).toMatch(
      /数据停在 [\d:]+，不是现在的情况/,
    );
    appendFileSync(file, taken(3));
    live = await startLive([file, '--scenario', 'quxi'], Number(port));
    await line(page, 'open');
    await waiting(3);
    await page.context().close();
  });

  it('tells what to do where it does not come from the server of a hall', async () => {
    const { page, errors } = await stand.open({ at: '#/live' });
    await line(page, 'absent');
    expect(await page.locator('.live-connect').textContent()).toContain('hall -- live --demo quxi');
    expect(await page.getByRole('link', { name: '打开' }).getAttribute('href')).toBe(
      'http://127.0.0.1:4174/#/live',
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
