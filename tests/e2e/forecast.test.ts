import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenPage, ready, type Stand, setUp } from './browser';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
}, 120_000);
afterAll(() => stand?.close());

async function openForecast(): Promise<OpenPage> {
  const opened = await stand.open({ viewport: { width: 1440, height: 900 }, at: '#/forecast' });
  const { page } = opened;
  await ready(page);
  await page.click('.hall-select');
  await page.locator('.ant-select-item-option', { hasText: '锡场镇' }).click();
  await page.waitForFunction(() => {
    const { question, day } = window.hallTwin!.store.getState();
    return question?.scenario.id === 'xichang' && day.answers === question;
  });
  return opened;
}

const settled = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('.sweep-status')?.getAttribute('data-status') === 'idle',
    undefined,
    { timeout: 240_000 },
  );

describe('the manager', () => {
  it('sees where next Tuesday breaks the promise on market day, and what mends it', async () => {
    const { page, errors, foreign } = await openForecast();
    // A Saturday is refused, with the next open day.
    await page.fill('#forecast-date', '2026-12-05');
    await page.getByText('2026-12-05 大厅不开放，下一个开放日是 2026-12-07').waitFor();
    await page.fill('#forecast-date', '2026-12-08');
    await page.getByText('当天是圩日').click();
    await page.fill('[aria-label=圩日来访倍数]', '1.25');
    await page.click('.tab-head .ant-btn-primary');
    await page.locator('[data-testid=fan] svg.chart').waitFor();
    await settled(page);
    const words = page.locator('[data-testid=forecast-words]');
    // The answer is drawn when the page has time for it, which may be after the work is done.
    await words.filter({ hasText: '最省的补救' }).waitFor();
    expect(await words.textContent()).toMatch(/2026-12-08（周二、圩日、来访为平常的 1.25 倍/);
    expect(await page.locator('.half-hours [data-broken=true]').count()).toBeGreaterThan(2);
    // The page draws the last answer a moment after it is there.
    await words.getByText(/最省的补救：.*每个半小时都达到承诺/).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: '加上这些班次再看' }).click();
    // Old and new beside each other.
    await page.getByText('不加班次').waitFor();
    expect(await page.locator('[data-testid=fan] svg.chart path').count()).toBeGreaterThan(4);
    // The whole day's shifts anew, for that date.
    await page.getByRole('button', { name: '求最省的排班' }).click();
    await page.locator('.day-staffing .answer:is([data-met=yes], [data-met=no])').waitFor();
    await page.locator('.day-staffing .sheet').waitFor();
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('types in the hall at 10:05 and reads what to tell a newcomer', async () => {
    const { page, errors } = await openForecast();
    await page.locator('.planning-tabs').getByText('此刻', { exact: true }).click();
    await page.fill('#now-at', '10:05');
    await page.fill('[data-area=comprehensive]', '23');
    await page.fill('[aria-label=大一门等候最久分钟]', '20');
    // Open and free → serving; another is closed.
    for (const id of ['w1', 'w2', 'w3']) await page.click(`[data-window=${id}] button`);
    for (let i = 0; i < 2; i++) await page.click('[data-window=w8] button');
    expect(await page.getAttribute('[data-window=w1]', 'data-kind')).toBe('busy');
    expect(await page.getAttribute('[data-window=w8]', 'data-kind')).toBe('closed');
    const words = page.locator('[data-testid=now-words]');
    await words.getByText(/10:05，23 人等候/).waitFor({ timeout: 120_000 });
    await settled(page);
    expect(await words.textContent()).toMatch(/现在取号办理.*社会保险.*一般等 [\d.]+ 分钟/);
    await page
      .locator('[data-testid=effects]')
      .getByText(/现在加开综合窗口8号/)
      .waitFor();
    // What cannot be is named, and nothing typed is lost.
    await page.fill('#now-at', '07:05');
    await page.getByText('07:05 不在开放时间内').waitFor();
    expect(await page.inputValue('[data-area=comprehensive]')).toBe('23');
    await page.fill('#now-at', '10:05');
    // The hall as it is shown at a busy hour.
    await page.evaluate(() => window.hallTwin!.clock.seek((10 * 60 + 5) * 60e6));
    await page.getByRole('button', { name: '取大厅画面此刻' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-kind=busy]').length > 3);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 300_000);
});
