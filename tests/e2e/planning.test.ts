import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowsProposal } from '../../src/report/windows-proposal';
import { hallScenario } from '../../src/scenarios/halls';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { ORGANISATIONS } from '../../src/sim/planning/design';
import { planWindows } from '../../src/sim/planning/fewest-windows';
import { shippedPlan } from '../plans';
import { type OpenPage, ready, type Stand, setUp } from './browser';
import { tasksOf } from './tasks';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
}, 120_000);
afterAll(() => stand?.close());

async function openPlanning(options: BrowserContextOptions): Promise<OpenPage> {
  const opened = await stand.open({ ...options, at: '#/planning' });
  await shown(opened.page);
  return opened;
}

async function shown(page: Page): Promise<void> {
  await ready(page);
  await page.locator('.planning').waitFor();
}

const ask = (page: Page) => page.click('.tab-head .ant-btn-primary');

const settled = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('.sweep-status')?.getAttribute('data-status') === 'idle',
  );

/** Chooses a hall by its name in the top bar. */
async function chooseHall(page: Page, name: string): Promise<void> {
  await page.click('.hall-select');
  await page.locator('.ant-select-item-option', { hasText: name }).click();
  await page.waitForFunction(() => {
    const { question, day } = window.hallTwin!.store.getState();
    return question?.scenario.id === 'putian' && day.answers === question;
  });
}

describe('the planner', () => {
  it('gets the fewest windows of a hall, as the command finds them, while the page answers', async () => {
    const { page, errors, foreign } = await openPlanning({
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    });
    await chooseHall(page, '埔田镇');
    await ask(page);
    await page.locator('[data-testid=frontier]').waitFor();
    await settled(page);
    const plan = await planWindows(
      {
        base: { scenario: hallScenario('putian'), floorplan: shippedPlan('hall-150-l'), seed: 1 },
        promise: { withinS: 900, share: 0.9, mostAbandoned: null },
        judging: { confidence: 0.95, tolerance: 0.01 },
        from: 3,
        to: 13,
        organisations: ORGANISATIONS,
        mostReplications: 2000,
      },
      createLocalEvaluator(),
    );
    const sentences = windowsProposal(plan, hallScenario('putian').name, 'zh');
    await page.locator('.answer', { hasText: sentences[0]! }).waitFor();
    expect(await page.locator('.proposal p').allTextContents()).toEqual([...sentences]);
    const rows = page.locator('.designs tbody tr');
    expect(await rows.count()).toBe(plan.candidates.length);
    expect(await page.locator('.designs [data-recommended=true] .verdict').count()).toBe(1);

    const waiting = page.waitForEvent('download');
    await page.locator('.planning').getByRole('button', { name: 'CSV' }).click();
    const file = await (await waiting).path();
    const csv = readFileSync(file, 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain('埔田镇');
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('can use the page while a search runs: the search is done by its workers', async () => {
    const { page, errors } = await openPlanning({ viewport: { width: 1440, height: 900 } });
    // What opening the page set off is over.
    await page.waitForTimeout(1000);
    const browser = page.context().browser()!;
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
    await ask(page);
    await page.locator('[data-testid=frontier]').waitFor();
    await settled(page);
    await page.waitForTimeout(500);
    const { page: tasks, workersMs } = tasksOf(await browser.stopTracing());
    expect(tasks.length).toBeGreaterThan(100);
    // However slow the machine: the workers did the search, and none of it the page.
    expect(Math.max(...tasks)).toBeLessThan(workersMs / 20);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('stops a search and keeps what was found; a closed tab is gone on with', async () => {
    const { page, errors } = await openPlanning({ locale: 'en-GB' });
    // Half a point takes four times as long as a whole one.
    await page.fill('#promise-tolerance', '0.4');
    await ask(page);
    await page.locator('.designs tbody tr').first().waitFor();
    await page.getByRole('button', { name: 'Stop and keep what is done' }).click();
    await settled(page);
    const found = await page.locator('.designs tbody tr').count();
    expect(found).toBeGreaterThan(20);
    await page.reload();
    await shown(page);
    await page.getByText('A computation of an earlier visit was not finished').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText(/going on from \d+ replications/).waitFor();
    await page.getByRole('button', { name: 'Stop and keep what is done' }).click();
    await settled(page);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is told what is wrong with the fields, and nothing is lost', async () => {
    const { page, errors } = await openPlanning({ locale: 'en-GB' });
    await page.getByLabel('Fewest windows').fill('14');
    await page.getByLabel('Fewest windows').blur();
    await page.getByText('The range is the wrong way round').waitFor();
    expect(await page.locator('.tab-head .ant-btn-primary').isDisabled()).toBe(true);
    await page.getByLabel('Fewest windows').fill('12');
    await page.getByLabel('Fewest windows').blur();
    expect(await page.locator('.tab-head .ant-btn-primary').isDisabled()).toBe(false);
    // Nobody can be called at once, whatever the windows.
    await page.fill('#promise-withinMin', '0');
    await page.fill('#promise-share', '99.9');
    await ask(page);
    await page.locator('.answer[data-met=no]').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('the manager', () => {
  it('gets shifts by half hour that take fewer hours than all windows all day', async () => {
    const { page, errors } = await openPlanning({ locale: 'en-GB' });
    await page.getByText('Staffing by half hour').click();
    await ask(page);
    await page.locator('.answer[data-met=yes]').waitFor();
    await settled(page);
    const answer = await page.locator('.answer').textContent();
    const hours = Number(/(\d+(?:\.\d+)?) window hours a day/.exec(answer!)![1]);
    expect(hours).toBeLessThan(91);
    expect(hours).toBeGreaterThan(40);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('the district and its assumptions', () => {
  it('shows what the answer hangs on, and the figures of a cell', async () => {
    const { page, errors } = await openPlanning({ locale: 'en-GB' });
    await page.getByText('What it hangs on').click();
    await page.fill('#plan-replications', '12');
    await page.locator('#plan-replications').blur();
    await ask(page);
    await page.locator('[data-testid=assumption-map]').waitFor();
    await settled(page);
    await page.locator('[data-testid=assumption-map] [role=button]').first().click();
    await page.locator('.picked-cell').waitFor();
    expect(await page.locator('.picked-cell').textContent()).toContain('×0.8');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows the halls one after the other', async () => {
    const { page, errors } = await openPlanning({ locale: 'en-GB' });
    await page.getByText('All 13 halls').click();
    await page.fill('#promise-tolerance', '5');
    await page.locator('#promise-tolerance').blur();
    await ask(page);
    await page.locator('[data-hall=quxi] b').waitFor();
    await settled(page);
    expect(await page.locator('.district tbody b').count()).toBe(13);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
