import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatter, MEASURE_KINDS } from '../../src/app/format';
import { demonstration } from '../../src/scenarios/mechanisms';
import { compare } from '../../src/sim/experiments/compare';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { CASES } from '../../src/sim/verification/cases';
import { shippedPlan } from '../plans';
import { ready, type Stand, setUp, turnTo } from './browser';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(async () => {
  await stand?.close();
});

describe('the pages beside the hall', () => {
  it('turn by button, by address and by the browser, and the hall rests and plays on', async () => {
    const { page, errors, foreign } = await stand.open({ reducedMotion: 'no-preference' });
    await ready(page);
    const playing = () => page.evaluate(() => window.hallTwin!.clock.playing());
    expect(await playing()).toBe(true);
    await turnTo(page, 'mechanisms');
    await page.getByRole('main', { name: '办事机制' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/mechanisms');
    expect(await playing()).toBe(false);
    // The player's keys are the hall's alone.
    await page.keyboard.press('Space');
    expect(await playing()).toBe(false);
    await page.goBack();
    await page.getByRole('main', { name: '办事机制' }).waitFor({ state: 'detached' });
    expect(await playing()).toBe(true);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('compares a mechanism on the same visitors, and opens its hall', async () => {
    const { page, errors } = await stand.open({ locale: 'en-GB' });
    await ready(page);
    await page.evaluate(() => {
      window.location.hash = '#/mechanisms';
    });
    await page.click('[data-mechanism=no-shows]');
    const row = page.locator('.comparison [data-measure=noShowShare]');
    await row.waitFor();
    const subjects = ['no-shows-without', 'no-shows-with'].map((id) => ({
      scenario: demonstration(id),
      floorplan: shippedPlan('hall-200'),
      seed: 1,
    }));
    const report = await compare(subjects, { most: 20 }, createLocalEvaluator());
    const [without, variant] = report.variants;
    const format = formatter('en');
    const kind = MEASURE_KINDS.noShowShare;
    const { difference } = variant!;
    expect(await row.locator('td').allTextContents()).toEqual([
      format.mean(kind, without!.measures.noShowShare),
      format.mean(kind, variant!.measures.noShowShare),
      format.difference(kind, difference!.noShowShare),
      format.differenceInterval(kind, difference!.noShowShare),
      'worse',
    ]);
    await page.getByRole('button', { name: 'Open the hall with it' }).click();
    await page.waitForFunction(() => {
      const { question, day } = window.hallTwin!.store.getState();
      return question?.scenario.id === 'no-shows-with' && day.answers === question;
    });
    expect(await page.locator('.top-bar').textContent()).toContain(
      'No-shows and recalls: with (demonstration)',
    );
    expect(new URL(page.url()).hash).toBe('#/');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('plays the first day of a run over several, and keeps the books of all', async () => {
    const { page, errors } = await stand.open();
    await ready(page);
    await page.evaluate(() => {
      window.location.hash = '#/mechanisms';
    });
    await page.click('[data-mechanism=site-survey]');
    await page.getByRole('button', { name: '在大厅中打开“有”' }).click();
    await page.waitForFunction(() => {
      const { question, day, figures, office } = window.hallTwin!.store.getState();
      const all = [day.answers, figures.answers, office.answers];
      return question?.scenario.id === 'site-survey-with' && all.every((a) => a === question);
    });
    expect(await page.evaluate(() => window.hallTwin!.clock.endUs)).toBeLessThan(24 * 3600e6);
    await page.getByText('逐日情况').waitFor();
    await page.getByText(/^\d+个工作日的指标$/).waitFor();
    const panel = page.locator('.side-panel');
    const beyond = await panel.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(beyond).toBe(0);
    const date = await page.evaluate(
      () => window.hallTwin!.store.getState().day.timeline!.record.header.dates[0]!,
    );
    await page.locator('.transport').getByText(date).waitFor();
    await page.getByRole('tab', { name: '考勤' }).click();
    expect(await page.locator('[data-post=window-0] .duty-text').textContent()).toMatch(/09:00–/);
    await page.getByRole('tab', { name: '督办' }).click();
    const first = page.locator('.supervision button').first();
    const at = (await first.textContent())!.split(' ').at(-1)!;
    await first.click();
    const shown = await page.evaluate(() => ({
      timeUs: window.hallTwin!.clock.timeUs(),
      kind: window.hallTwin!.store.getState().selection?.kind,
    }));
    const [hours, minutes] = at.split(':').map(Number);
    expect(Math.floor(shown.timeUs / 60e6)).toBe(hours! * 60 + minutes!);
    expect(shown.kind).toBe('visitor');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('runs the acceptance and tells how it came out', async () => {
    const { page, errors } = await stand.open();
    await page.goto(new URL('#/verification', stand.url).href);
    await page.locator('[data-testid=verdict]').waitFor({ timeout: 240_000 });
    expect(await page.locator('[data-testid=verdict]').textContent()).toContain('全部一致');
    expect(await page.locator('[data-case]').count()).toBe(CASES.length);
    expect(await page.locator('[data-verdict=differs]').count()).toBe(0);
    const mm1 = page.locator('[data-case=mm1] tbody tr').first();
    expect(await mm1.locator('td').first().textContent()).toBe('2.333 秒');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
