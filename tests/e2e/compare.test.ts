import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOf, variantOf } from '../../src/app/compare/variant-form';
import { formatter, MEASURE_KINDS } from '../../src/app/format';
import { hallScenario } from '../../src/scenarios/halls';
import { changeOf, measuresToShow } from '../../src/sim/experiments/change';
import { compare } from '../../src/sim/experiments/compare';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { shippedPlan } from '../plans';
import { ready, type Stand, setUp } from './browser';
import { tasksOf } from './tasks';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(async () => {
  await stand?.close();
});

/** The page with its first comparison done: the open hall beside one pool of its windows. */
async function open() {
  const opened = await stand.open({ at: '#/compare' });
  const { page } = opened;
  await ready(page);
  await page.locator('.compare-table').waitFor();
  await finished(page);
  return opened;
}

const finished = (page: Page) =>
  page.locator('.compare-status[data-status=idle]').waitFor({ state: 'attached', timeout: 60_000 });
const run = (page: Page) => page.locator('.compare-run button').click();
const findings = (page: Page) => page.locator('[data-testid=findings]').textContent();

/** Asks for a precision that nothing reaches soon. */
async function askTheImpossible(page: Page): Promise<void> {
  await page.getByText('按精度', { exact: true }).click();
  await setNumber(page, '区间半宽', 0.01);
  await setNumber(page, '至多', 10_000);
}

async function setNumber(page: Page, label: string, value: number): Promise<void> {
  const field = page.getByRole('spinbutton', { name: label });
  await field.fill(String(value));
  await field.press('Enter');
}

describe('the comparison', () => {
  it('shows at once what the same comparison gives without a page', async () => {
    const { page, errors, foreign } = await open();
    const form = formOf(
      'a',
      { kind: 'hall', hall: 'quxi' },
      hallScenario('quxi'),
      shippedPlan('hall-200'),
    );
    const subjects = [form, { ...form, organisation: 'onePool' as const }].map(
      (one) => variantOf(one, 1)!,
    );
    const report = await compare(subjects, { most: 100 }, createLocalEvaluator());
    const [a, b] = report.variants;
    const format = formatter('zh');
    const rows = page.locator('.compare-table tbody tr');
    const shown = measuresToShow(report);
    expect(await rows.count()).toBe(shown.length);
    for (const [i, id] of shown.entries()) {
      const kind = MEASURE_KINDS[id];
      const difference = b!.difference![id];
      const change = changeOf(id, difference);
      const cells = await rows.nth(i).locator('td').allTextContents();
      expect(await rows.nth(i).getAttribute('data-change'), id).toBe(change);
      expect(cells.slice(0, 4), id).toEqual([
        format.mean(kind, a!.measures[id]),
        format.mean(kind, b!.measures[id]),
        change === 'same' ? '' : format.difference(kind, difference),
        change === 'same' ? '' : format.differenceInterval(kind, difference),
      ]);
    }
    expect(await page.locator('.compare-chart svg.chart').count()).toBe(4);
    // A chart as a picture of its own: nothing of the page's styles is missing from it.
    await page
      .locator('.compare-chart')
      .getByRole('button', { name: /^存为图片/ })
      .first()
      .click();
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'SVG' }).click(),
    ]);
    const svg = readFileSync((await picture.path())!, 'utf8');
    expect(svg).toMatch(/^<\?xml|^<svg/);
    expect(svg).not.toContain('class=');
    expect(svg).toContain('<path');
    expect(await findings(page)).toMatch(/与 A 相比：B 的平均等候短 [\d.]+ 分钟（更好）/);
    // The page is left and come back to: nothing is lost, nothing is run again.
    await page.evaluate(() => {
      window.location.hash = '#/mechanisms';
    });
    await page.locator('.compare').waitFor({ state: 'detached' });
    await page.goBack();
    await page.locator('.compare-table').waitFor();
    expect(await rows.count()).toBe(shown.length);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('keeps the old result while variants change, and names one that cannot be run', async () => {
    const { page, errors } = await open();
    const before = await findings(page);
    await page.getByRole('button', { name: '增加方案' }).click();
    await page.getByText('方案已改动').waitFor();
    expect(await findings(page)).toBe(before);
    await page.setInputFiles('.compare-card[data-open=true] input[type=file]', {
      name: 'own.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...hallScenario('quxi'), windows: [] })),
    });
    await page.getByText('未能采用 own.json').waitFor();
    const windows = hallScenario('quxi').windows.map((w, i) => (i === 0 ? { ...w, id: 'w99' } : w));
    await page.setInputFiles('.compare-card[data-open=true] input[type=file]', {
      name: 'own.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...hallScenario('quxi'), windows })),
    });
    await page.getByText('大厅与平面图或排队方式不相符').waitFor();
    await page.getByRole('button', { name: '重新对比' }).click();
    await page.getByText('方案 C 未能运行').waitFor();
    expect(await page.locator('.compare-matrix thead th').count()).toBe(4);
    expect(
      await page.locator('.compare-matrix [data-measure=waitMeanS] td').nth(2).textContent(),
    ).toBe('—');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows the interval narrowing, and keeps what was done when stopped', async () => {
    const { page, errors } = await open();
    await askTheImpossible(page);
    await run(page);
    await page.locator('.compare-shrink svg.chart').waitFor();
    await page.getByText(/已模拟 \d{2,} \/ \d+ 次/).waitFor();
    await page.getByRole('button', { name: '停止，保留已算的' }).click();
    await finished(page);
    const kept = await page.getByText(/已停止，保留前 \d+ 次的结果/).textContent();
    const count = Number(kept!.match(/\d+/)![0]);
    expect(count).toBeGreaterThan(0);
    await page.getByText(`各方案 ${count} 次重复`).waitFor();
    await page.getByRole('button', { name: '继续算' }).click();
    await page.waitForFunction((n) => {
      const text = document.querySelector('.compare-status')?.textContent ?? '';
      return Number(text.match(/已模拟 (\d+)/)?.[1] ?? 0) > n;
    }, count);
    // What is not finished when the page is closed is offered on the next visit.
    await page.reload();
    await ready(page);
    await page.getByText('没有做完，可以接着做').waitFor();
    await page.getByRole('button', { name: '不用了' }).click();
    await page.getByText('没有做完，可以接着做').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('plays both halls at the same time', async () => {
    const { page, errors, foreign } = await open();
    await page.getByText('三维并排', { exact: true }).click();
    const live = page.locator('.compare-live');
    await live.nth(1).waitFor();
    const times = async () => {
      const found = await live.evaluateAll((lines) =>
        lines.map((line) => Number((line as HTMLElement).dataset.time)),
      );
      expect(found).toHaveLength(2);
      expect(found[1]).toBe(found[0]);
      return found[0]!;
    };
    const opening = await times();
    await page.locator('.compare-duo-scene canvas').nth(1).waitFor();
    await page.getByRole('button', { name: '同时播放' }).click();
    await page.waitForFunction((at) => {
      const line = document.querySelector<HTMLElement>('.compare-live');
      return Number(line?.dataset.time) > at;
    }, opening);
    await page.locator('.compare-transport').getByRole('button', { name: '暂停' }).click();
    await times();
    await page.getByRole('button', { name: '跳到差别最大时' }).click();
    const said = await page.getByText(/A 比 B 多 \d+ 人等候/).textContent();
    await times();
    const waiting = (await live.allTextContents()).map((line) => Number(line.match(/\d+/)![0]));
    expect(waiting[0]! - waiting[1]!).toBe(Number(said!.match(/多 (\d+)/)![1]));
    await page.getByText('指标与图表', { exact: true }).click();
    await page.locator('.compare-duo-scene').first().waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('leaves the page free while it runs', async () => {
    const { page, errors } = await open();
    for (let i = 0; i < 2; i++) await page.getByRole('button', { name: '增加方案' }).click();
    await page.getByText('300', { exact: true }).click();
    // What the clicks themselves set off is over.
    await page.waitForTimeout(1000);
    const browser = page.context().browser()!;
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
    await run(page);
    await page.locator('.compare-status[data-status=working]').waitFor();
    await finished(page);
    await page.getByText('各方案 300 次重复').waitFor();
    await page.waitForTimeout(500);
    const { page: tasks, workersMs } = tasksOf(await browser.stopTracing());
    expect(tasks.length).toBeGreaterThan(100);
    expect(tasks.some((ms) => ms > 1)).toBe(true);
    // However slow the machine: the workers ran the days, and the page none of them.
    expect(Math.max(...tasks)).toBeLessThan(workersMs / 20);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
