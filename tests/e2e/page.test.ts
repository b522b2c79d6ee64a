import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockTime, formatter, MEASURE_KINDS } from '../../src/app/format';
import { hallScenario } from '../../src/scenarios/halls';
import { type SimulationReport, tellingMeasures } from '../../src/sim/experiments/report';
import { type OpenPage, ready, type Stand, setUp } from './browser';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOUR = 3600e6;

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(async () => {
  await stand?.close();
});

/** Everybody in the hall at the time shown, as the scene is told. */
const crowd = (page: Page) =>
  page.evaluate(() => {
    const { store, clock } = window.hallTwin!;
    const timeline = store.getState().day.timeline!;
    const people = timeline.createCrowd();
    timeline.crowdAt(clock.timeUs(), people);
    const column = (of: ArrayLike<number>) => Array.from(of).slice(0, people.count);
    return {
      visitor: column(people.visitor),
      x: column(people.x),
      y: column(people.y),
      activity: column(people.activity),
      pose: column(people.pose),
    };
  });

/** The measures that say something about the hall on show. */
const telling = async (page: Page) => {
  const report = await page.evaluate(() => window.hallTwin!.store.getState().figures.report);
  return tellingMeasures(report!.measures);
};

const timeUs = (page: Page) => page.evaluate(() => window.hallTwin!.clock.timeUs());

const seek = (page: Page, at: number) => page.evaluate((to) => window.hallTwin!.clock.seek(to), at);

/** Sets a number field and leaves it. */
async function setNumber(page: Page, label: string, value: number): Promise<void> {
  const field = page.getByRole('spinbutton', { name: label });
  await field.fill(String(value));
  await field.press('Enter');
}

async function clean({ page, errors, foreign }: OpenPage): Promise<void> {
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
  await page.context().close();
}

describe('the page', () => {
  it('opens in Chinese with the hall of 曲溪 playing, and fills in the measures', async () => {
    const opened = await stand.open({ reducedMotion: 'no-preference' });
    const { page } = opened;
    await ready(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.title()).toContain('大厅孪生');
    expect(await page.locator('.top-bar').textContent()).toContain('曲溪街道 · 200 m²');
    await page.locator('canvas').first().waitFor();
    // It runs by itself: the time grows without anybody doing anything.
    const then = await timeUs(page);
    await page.waitForFunction((t) => window.hallTwin!.clock.timeUs() > t, then);
    expect(await page.locator('[data-testid=summary]').textContent()).toMatch(
      /平均等候 [\d.]+ 分钟 （95%置信区间 [\d.]+–[\d.]+，30次模拟）/,
    );
    expect(await page.locator('[data-measure]').count()).toBe((await telling(page)).length);
    expect(await page.locator('.provenance').first().textContent()).toBe('假设');
    await clean(opened);
  });

  it('switches the hall and the language, and remembers the language', async () => {
    const opened = await stand.open();
    const { page } = opened;
    await ready(page);
    await page.getByRole('combobox', { name: '选择大厅' }).click();
    await page.locator('.ant-select-item-option', { hasText: '埔田镇' }).click();
    await page.waitForFunction(
      () => window.hallTwin!.store.getState().question?.scenario.id === 'putian',
    );
    await ready(page);
    const state = await page.evaluate(() => {
      const { plan, question, figures } = window.hallTwin!.store.getState();
      return {
        area: plan?.minimumAreaM2,
        classes: question?.scenario.classes.map((c) => c.id),
        report: figures.report?.scenario,
      };
    });
    expect(state.area).toBe(150);
    expect(state.classes).toContain('marriage');
    expect(state.report).toBe('putian');
    expect(await page.locator('.summary h2').textContent()).toContain('埔田镇');

    await page.getByText('English', { exact: true }).click();
    await page.getByRole('button', { name: 'Help' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('.summary h2').textContent()).toBe('Putian service hall');
    // But for the names on the language switch, no Chinese is left.
    expect((await page.locator('.page').textContent())?.replace('中文', '')).not.toMatch(
      /\p{Script=Han}/u,
    );
    await page.reload();
    await page.getByRole('button', { name: 'Help' }).waitFor();
    await page.waitForFunction(
      () => window.hallTwin!.store.getState().question?.scenario.id === 'putian',
    );
    await clean(opened);
  });

  it('opens in English for any other browser', async () => {
    const opened = await stand.open({ locale: 'de-DE' });
    await opened.page.getByRole('button', { name: 'Help' }).waitFor();
    await ready(opened.page);
    await clean(opened);
  });

  it('shows the numbers that the command line prints', async () => {
    const [replications, seed] = [4, 3];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        'scripts/hall.mjs',
        'simulate',
        'quxi',
        '--replications',
        `${replications}`,
        '--seed',
        `${seed}`,
        '--json',
      ],
      { cwd: ROOT, maxBuffer: 64e6 },
    );
    const printed = JSON.parse(stdout) as SimulationReport;
    const opened = await stand.open();
    const { page } = opened;
    await ready(page);
    await page.getByRole('tab', { name: '假设与参数' }).click();
    await setNumber(page, '模拟次数', replications);
    await setNumber(page, '随机种子', seed);
    await page.waitForFunction(
      ([n, s]) => {
        const { report } = window.hallTwin!.store.getState().figures;
        return report?.replications === n && report?.seed === s;
      },
      [replications, seed],
    );
    const shown = await page.evaluate(() => window.hallTwin!.store.getState().figures.report);
    expect(shown).toEqual(printed);
    await page.getByRole('tab', { name: '指标' }).click();
    const format = formatter('zh');
    for (const id of tellingMeasures(printed.measures)) {
      const cells = await page.locator(`[data-measure=${id}] td`).allTextContents();
      const measure = printed.measures[id];
      expect(cells[1]?.split(/\s/)[0], id).toBe(format.mean(MEASURE_KINDS[id], measure));
      expect(cells[2], id).toBe(format.interval(MEASURE_KINDS[id], measure));
      expect(cells[3], id).toBe(String(replications));
    }
    await clean(opened);
  });

  it('simulates anew for other visits a day, with the old figures marked, and never stops answering', async () => {
    const opened = await stand.open();
    const { page } = opened;
    await ready(page);
    await page.getByRole('tab', { name: '假设与参数' }).click();
    await setNumber(page, '每日办事人次', 2000);
    await setNumber(page, '模拟次数', 1000);
    const status = page.locator('.figures-status');
    await status.getByText('旧结果，重算中').waitFor();
    // A long simulation is under way, and the page does as it is told.
    await page.getByRole('tab', { name: '指标' }).click();
    await page.getByText('等候人数', { exact: true }).first().click();
    await page.locator('.ant-segmented-item-selected', { hasText: '等候人数' }).waitFor();
    expect(await status.getAttribute('data-status')).toBe('working');
    await page.getByRole('tab', { name: '假设与参数' }).click();
    await setNumber(page, '模拟次数', 5);
    await setNumber(page, '每日办事人次', 100);
    await page.waitForFunction(() => {
      const { figures } = window.hallTwin!.store.getState();
      return figures.status === 'ready' && figures.report?.replications === 5;
    });
    await ready(page);
    const arrived = await page.evaluate(
      () => window.hallTwin!.store.getState().figures.report?.measures.arrived.mean,
    );
    expect(arrived).toBeGreaterThan(60);
    expect(arrived).toBeLessThan(140);
    expect(await page.locator('.summary').textContent()).toContain('每日 100 人次');
    expect(await status.getAttribute('data-old')).toBe('false');
    await clean(opened);
  });

  it('refuses broken files in words, and the hall goes on', async () => {
    const opened = await stand.open();
    const { page } = opened;
    await ready(page);
    const input = page.locator('.top-bar input[type=file]');
    const give = (name: string, text: string) =>
      input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    const alert = page.getByRole('alert');
    const good = hallScenario('quxi');

    await give('torn.json', '{"format": "hall-twin/scenario", ');
    await alert.getByText('torn.json 无法打开').waitFor();
    await give('odd.json', JSON.stringify({ ...good, colour: 'red', targetWaitS: -3 }));
    await alert.getByText('odd.json 无法打开').waitFor();
    const words = await alert.textContent();
    expect(words).toContain('colour');
    expect(words).toContain('targetWaitS');
    await give('newer.json', JSON.stringify({ ...good, version: 99 }));
    await alert.getByText('newer.json 无法打开').waitFor();
    await give('junk.json', 'x'.repeat(11 * 1024 * 1024));
    await alert.getByText('junk.json 无法打开').waitFor();

    const state = await page.evaluate(() => {
      const { question, figures, day } = window.hallTwin!.store.getState();
      return { id: question?.scenario.id, figures: figures.status, day: day.status };
    });
    expect(state).toEqual({ id: 'quxi', figures: 'ready', day: 'ready' });
    await page.evaluate(() => window.hallTwin!.clock.play());
    const then = await timeUs(page);
    await page.waitForFunction((t) => window.hallTwin!.clock.timeUs() > t, then);

    await give('own.json', JSON.stringify({ ...good, id: 'own', name: '我的大厅' }));
    await page.locator('.summary h2', { hasText: '我的大厅' }).waitFor();
    await alert.waitFor({ state: 'detached' });
    await ready(page);
    await clean(opened);
  });

  it('says so when the simulation fails, and tries again', async () => {
    const opened = await stand.open({
      prepare: async (page) => {
        await page.route('**/browser.worker*', (route) => route.abort());
      },
    });
    const { page } = opened;
    // The scene and the panel both offer it.
    const retry = page.getByRole('button', { name: '重试' }).first();
    await retry.waitFor();
    expect(await page.evaluate(() => window.hallTwin!.store.getState().plan?.id)).toBe('hall-200');
    await page.unroute('**/browser.worker*');
    await retry.click();
    await ready(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('gives the numbers without WebGL too', async () => {
    const opened = await stand.open({
      prepare: async (page) => {
        await page.addInitScript(() => {
          const original = HTMLCanvasElement.prototype.getContext;
          HTMLCanvasElement.prototype.getContext = function (
            this: HTMLCanvasElement,
            kind: string,
            ...rest: unknown[]
          ) {
            if (kind.startsWith('webgl')) return null;
            return Reflect.apply(original, this, [kind, ...rest]);
          } as typeof original;
        });
      },
    });
    const { page } = opened;
    await ready(page);
    await page.locator('.stage').getByText('WebGL').waitFor();
    expect(await page.locator('[data-measure]').count()).toBe((await telling(page)).length);
    await clean(opened);
  });
});

describe('a hall that stands still', () => {
  let hall: OpenPage;
  beforeAll(async () => {
    hall = await stand.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await ready(hall.page);
  });
  afterAll(() => clean(hall));

  it('pauses and plays by button and key, at the speed asked for', async () => {
    const { page } = hall;
    await page.getByRole('button', { name: '播放' }).click();
    await page.getByRole('button', { name: '暂停' }).click();
    expect(await page.evaluate(() => window.hallTwin!.clock.playing())).toBe(false);
    const still = await timeUs(page);
    await page.evaluate(() => window.hallTwin!.clock.advance(500));
    expect(await timeUs(page)).toBe(still);

    await page.getByText('600×').click();
    await page.keyboard.press(' ');
    expect(
      await page.evaluate(() => {
        const { clock } = window.hallTwin!;
        const before = clock.timeUs();
        clock.advance(100);
        return clock.timeUs() - before;
      }),
    ).toBe(60e6);
    await page.getByRole('button', { name: '暂停' }).click();
    await seek(page, 10 * HOUR);
    await page.locator('[data-time-slider]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await timeUs(page)).toBe(10 * HOUR + 10e6);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await timeUs(page)).toBe(10 * HOUR - 50e6);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('使用说明').waitFor();
    // It hears keys a moment after it is seen.
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('shows the same when scrubbed forth and back', async () => {
    const { page } = hall;
    const slider = page.locator('[data-time-slider]');
    const scrub = async (at: number) => {
      await slider.fill(String(at));
      expect(await timeUs(page)).toBe(at);
      await expect.poll(() => page.locator('.clock').textContent()).toBe(clockTime(at));
      return {
        crowd: await crowd(page),
        text: await page.locator('.transport .quiet').first().textContent(),
      };
    };
    const morning = await scrub(10 * HOUR);
    const noon = await scrub(11.5 * HOUR);
    const again = await scrub(10 * HOUR);
    expect(morning.crowd.visitor.length).toBeGreaterThan(0);
    expect(noon.crowd).not.toEqual(morning.crowd);
    expect(again).toEqual(morning);
  });

  it('tells who and what was picked, and jumps to the steps of a story', async () => {
    const { page } = hall;
    await seek(page, 10 * HOUR);
    const first = (await crowd(page)).visitor[0]!;
    await page.evaluate(
      (visitor) => window.hallTwin!.store.setState({ selection: { kind: 'visitor', visitor } }),
      first,
    );
    const card = page.locator('.selection-card');
    const story = await page.evaluate(
      (visitor) => window.hallTwin!.store.getState().day.timeline!.story(visitor),
      first,
    );
    expect(await card.locator('.story li').count()).toBe(story.length);
    await card.locator('.story button').nth(1).click();
    expect(await timeUs(page)).toBe(story[1]!.startUs);
    await page.evaluate(() =>
      window.hallTwin!.store.setState({ selection: { kind: 'window', window: 'w9' } }),
    );
    await card.getByText('9号窗口').waitFor();
    await card.getByText('公安窗口').waitFor();
    await card.getByText(/09:00–1[12]:\d\d、13:00–1[67]:\d\d/).waitFor();
    await page.evaluate(() => {
      const [camera] = window.hallTwin!.store.getState().plan!.cameras;
      window.hallTwin!.store.setState({ selection: { kind: 'camera', camera: camera!.id } });
    });
    await card.getByText('垂直视角').waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  });

  it('picks a window that is clicked in the scene', async () => {
    const { page } = hall;
    await page.getByText('俯视', { exact: true }).click();
    const canvas = await page.locator('.stage canvas').first().boundingBox();
    if (!canvas) throw new Error('no canvas');
    // The counters run across the upper half of the plan; which pixel is which is the scene's affair.
    const picked = async (): Promise<string | null> => {
      for (const down of [0.36, 0.4, 0.44, 0.32, 0.48])
        for (const across of [0.2, 0.3, 0.6, 0.7]) {
          await page.mouse.click(canvas.x + across * canvas.width, canvas.y + down * canvas.height);
          const selection = await page.evaluate(() => window.hallTwin!.store.getState().selection);
          if (selection?.kind === 'window') return selection.window;
        }
      return null;
    };
    const number: string | undefined = (await picked())?.slice(1);
    expect(number).toBeDefined();
    await page.locator('.selection-card').getByText(`${number}号窗口`).first().waitFor();
  });

  it('is sent by a link: another page opens the hall at the same time, with the same window picked, seen from above at the same place', async () => {
    const { page } = hall;
    const pose = (of: Page) =>
      of.evaluate(() => window.hallTwin!.show.store.getState().readPose?.() ?? null);
    await seek(page, 10.5 * HOUR);
    await page.evaluate(() =>
      window.hallTwin!.store.setState({
        selection: { kind: 'window', window: 'w9' },
        view: 'top',
      }),
    );
    await expect.poll(() => pose(page), { timeout: 30_000 }).toBeNull();
    const stage = (await page.locator('.stage canvas').boundingBox())!;
    await page.mouse.move(stage.x + 0.7 * stage.width, stage.y + 0.6 * stage.height);
    for (let i = 0; i < 5; i++) await page.mouse.wheel(0, -200);
    // At rest: two looks in a row find it where it was.
    let last = '';
    await expect
      .poll(
        async () => {
          const now = JSON.stringify(await pose(page));
          const isAtRest = now !== 'null' && now === last;
          last = now;
          return isAtRest;
        },
        { interval: 500, timeout: 30_000 },
      )
      .toBe(true);
    const sent = (await pose(page))!;
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('链接已复制').first().waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await page.context().newPage();
    await other.goto(link);
    await ready(other);
    expect(await timeUs(other)).toBe(10.5 * HOUR);
    expect(await other.evaluate(() => window.hallTwin!.clock.playing())).toBe(false);
    await other.locator('.selection-card').getByText('9号窗口').waitFor();
    await expect
      .poll(
        async () => {
          const found = await pose(other);
          if (!found) return Number.POSITIVE_INFINITY;
          const off = found.position.map((metres, i) => Math.abs(metres - sent.position[i]!));
          return Math.max(...off);
        },
        { timeout: 30_000 },
      )
      .toBeLessThan(0.02);
    await other.close();
    await page.evaluate(() => window.hallTwin!.store.setState({ view: 'orbit' }));
  });
});
