import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encountersOf } from '../../src/sim/story/encounters';
import { day } from '../scene/day';
import { ready, type Stand, setUp } from './browser';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(async () => {
  await stand?.close();
});

const tour = (page: Page) =>
  page.evaluate(() => {
    const { tours, show, store, clock } = window.hallTwin!;
    const { shown } = tours.store.getState();
    return {
      id: shown?.tour.id,
      at: shown?.at,
      running: shown?.running,
      times: shown?.steps.map(({ timeUs }) => timeUs),
      following: show.store.getState().following,
      selection: store.getState().selection,
      playing: tours.clock().playing(),
      timeUs: tours.clock().timeUs(),
      scenario: store.getState().question?.scenario.id,
      speed: clock.speed,
    };
  });

async function openTour(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '导览' }).click();
  await page.locator('.tour-menu .ant-dropdown-menu-item', { hasText: name }).click();
  await page.locator('.tour-card').waitFor();
}

/** Somebody lets time pass: frames are few without a graphics card. */
const passes = (page: Page, seconds: number) =>
  page.evaluate((s) => {
    const { tours } = window.hallTwin!;
    const from = performance.now();
    for (let ms = 0; ms <= s * 1000; ms += 250) {
      tours.clock().advance(250);
      tours.tick(from + ms);
    }
  }, seconds);

async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await file.path());
}

describe('a trainer before a class', () => {
  it('shows 受审分离, pauses, follows who waited longest, and goes on', async () => {
    const { page, errors, foreign } = await stand.open();
    await ready(page);
    await page.evaluate(() => window.hallTwin!.clock.seek(11 * 3600e6));
    await openTour(page, '受审分离');
    await page.keyboard.press('p');
    await page.locator('.page.presenting').waitFor();
    expect(await page.locator('.top-bar').isVisible()).toBe(false);
    await passes(page, 30);
    expect((await tour(page)).at).toBeGreaterThan(0);
    // A clicker turns the steps; the caption is what the record says.
    await page.evaluate(() => window.hallTwin!.tours.goTo(0));
    await page.keyboard.press('PageDown');
    expect((await tour(page)).at).toBe(1);
    await expect
      .poll(() => page.locator('.tour-text').textContent())
      .toMatch(/^\d\d:\d\d，\d+号窗口叫号/);
    await page.keyboard.press('b');
    await page.locator('.present-black').waitFor();
    await page.keyboard.press('b');
    await page.keyboard.press(' ');
    const paused = await tour(page);
    expect(paused).toMatchObject({ running: false, playing: false });

    await page.keyboard.press('Escape');
    await page.locator('.top-bar').waitFor();
    await page.locator('.stage-controls button', { hasText: '跟随' }).click();
    await page.locator('.ant-dropdown-menu-item', { hasText: '等候最久的人' }).click();
    const longest = encountersOf(day()).longestWait!;
    expect(await tour(page)).toMatchObject({
      running: false,
      following: true,
      selection: { kind: 'visitor', visitor: longest },
    });
    const story = day().story(longest);
    expect(await page.locator('.follow-strip li').count()).toBe(story.length);
    await page.keyboard.press('PageDown');
    expect((await tour(page)).timeUs).toBe(story[1]!.startUs);
    await page.locator('.follow-card').getByText(day().ticket(longest)).waitFor();

    await page.getByRole('button', { name: '继续' }).click();
    const back = await tour(page);
    expect(back).toMatchObject({ at: 1, running: true });
    expect(back.selection).not.toEqual({ kind: 'visitor', visitor: longest });
    expect(Math.abs(back.timeUs - paused.timeUs)).toBeLessThan(60e6);
    await page.getByRole('button', { name: '退出导览' }).click();
    await page.locator('.tour-card').waitFor({ state: 'detached' });
    await page.waitForFunction(() => {
      const { question, day } = window.hallTwin!.store.getState();
      return question?.origin.kind === 'shipped' && day.status === 'ready';
    });
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('is told what is wrong with a tour of their own, and the hall stays', async () => {
    const { page } = await stand.open();
    await ready(page);
    const own = JSON.parse(
      readFileSync(new URL('../formats/tour-1.json', import.meta.url), 'utf8'),
    ) as { steps: { text: unknown }[] };
    own.steps[1]!.text = '{tiket}';
    await page.locator('input[type=file][aria-label^=打开导览]').setInputFiles({
      name: 'my.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(own)),
    });
    await page.getByText('steps[1].text').waitFor();
    expect((await tour(page)).scenario).toBe('quxi');
    await page.context().close();
  });

  it('puts one queue beside eight, stops where they differ most, keeps a still and a video', async () => {
    const { page, errors } = await stand.open({ acceptDownloads: true });
    await ready(page);
    await page.evaluate(() => {
      window.hallTwin!.clock.pause();
      window.location.hash = '#/compare';
    });
    await page.locator('.compare-table').waitFor();
    const other = page.locator('.compare-card[data-variant="1"]');
    if ((await other.getAttribute('data-open')) === 'false')
      await other.locator('.compare-card-head').click();
    await other.getByRole('combobox', { name: '排队方式' }).press('Enter');
    await page
      .locator('.ant-select-item-option', { hasText: /^各窗口分别排队$/ })
      .last()
      .click();
    await page.locator('.compare-run button').click();
    await page.locator('.compare-status[data-status=idle]').waitFor({ state: 'attached' });
    await page.getByText('三维并排', { exact: true }).click();
    await page.locator('.compare-duo-scene canvas').nth(1).waitFor();
    const duo = page.locator('.compare-duo');
    await duo.getByText('60×').click();
    await duo.getByRole('button', { name: '录制视频' }).click();
    await duo.getByRole('button', { name: '同时播放' }).click();
    await page.waitForTimeout(2500);
    const video = await saved(page, () => duo.getByRole('button', { name: /停止录制/ }).click());
    // The mark that WebM files begin with.
    expect(video.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    expect(video.length).toBeGreaterThan(10_000);
    await duo.getByRole('button', { name: '跳到差别最大时' }).click();
    const still = await saved(page, () => duo.getByRole('button', { name: /截图/ }).click());
    expect(still.subarray(1, 4).toString()).toBe('PNG');
    expect([still.readUInt32BE(16), still.readUInt32BE(20)]).toEqual([1920, 1080]);
    expect(still.length).toBeGreaterThan(100_000);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('the picture', () => {
  it('draws 300 people in at most 80 calls, sends what has moved, and rests when nothing does', async ({
    annotate,
  }) => {
    const { page } = await stand.open({
      prepare: async (blank) => {
        await blank.addInitScript(() => {
          // Of every frame: the script's time, the draw calls, and the bytes of corners sent.
          const frames: { ms: number; calls: number; sent: number }[] = [];
          Object.assign(window, { frames });
          let calls = 0;
          let sent = 0;
          const proto = WebGL2RenderingContext.prototype;
          const send = proto.bufferSubData as (...args: unknown[]) => void;
          Object.assign(proto, {
            bufferSubData(this: WebGL2RenderingContext, ...args: unknown[]) {
              const [, , data, , length] = args as [
                unknown,
                unknown,
                Float32Array,
                unknown,
                number?,
              ];
              sent += length === undefined ? data.byteLength : length * data.BYTES_PER_ELEMENT;
              send.apply(this, args);
            },
          });
          for (const name of [
            'drawElements',
            'drawArrays',
            'drawElementsInstanced',
            'drawArraysInstanced',
          ] as const) {
            const draw = proto[name] as (...args: never[]) => void;
            Object.assign(proto, {
              [name](this: WebGL2RenderingContext, ...args: never[]) {
                calls++;
                draw.apply(this, args);
              },
            });
          }
          const request = window.requestAnimationFrame.bind(window);
          window.requestAnimationFrame = (callback) =>
            request((now) => {
              const begun = performance.now();
              calls = 0;
              sent = 0;
              callback(now);
              if (calls > 0) frames.push({ ms: performance.now() - begun, calls, sent });
            });
        });
      },
    });
    await ready(page);
    await page.evaluate(() => window.hallTwin!.clock.pause());
    await page.getByRole('tab', { name: '假设与参数' }).click();
    const visits = page.getByRole('spinbutton', { name: '每日办事人次' }).first();
    await visits.fill('1500');
    await visits.press('Enter');
    await page.waitForFunction(() => {
      const { day, figures, question } = window.hallTwin!.store.getState();
      // The figures too: while they are worked out, the threads take the processor from the frames.
      const isDone = day.answers === question && figures.answers === question;
      return (
        isDone &&
        day.status === 'ready' &&
        figures.status === 'ready' &&
        day.timeline!.mostPeople >= 300
      );
    });
    const measured = await page.evaluate(async () => {
      const { clock, store } = window.hallTwin!;
      const timeline = store.getState().day.timeline!;
      let at = clock.startUs;
      while (timeline.inside(at) < 300) at += 10e6;
      const { frames } = window as unknown as {
        frames: { ms: number; calls: number; sent: number }[];
      };
      store.setState({ selection: null });
      const rest = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs));
      // At 1× and 10× everybody sways and works, at 60× only who walks is drawn anew.
      const all: typeof frames = [];
      const medianMs: Record<number, number> = {};
      for (const speed of [1, 10, 60]) {
        clock.setSpeed(speed);
        clock.seek(at);
        clock.play();
        await rest(1000);
        frames.length = 0;
        await rest(3000);
        clock.pause();
        const ms = frames.map((frame) => frame.ms).sort((a, b) => a - b);
        medianMs[speed] = ms[ms.length >> 1]!;
        all.push(...frames);
        await rest(500);
      }
      const calls = Math.max(...all.map((frame) => frame.calls));
      const sent = Math.max(...all.map((frame) => frame.sent));
      // The same instant again is drawn of what is there already; then nothing is drawn at all.
      frames.length = 0;
      clock.seek(clock.timeUs());
      await rest(1000);
      const again = frames.map((frame) => frame.sent);
      frames.length = 0;
      await rest(1000);
      return {
        again,
        idle: frames.length,
        sent,
        people: timeline.inside(at),
        calls,
        medianMs,
        frames: all.length,
      };
    });
    expect(measured.people).toBeGreaterThanOrEqual(300);
    expect(measured.frames).toBeGreaterThan(3);
    expect(measured.calls).toBeLessThanOrEqual(80);
    expect(measured.sent).toBeGreaterThan(0);
    expect(measured.again.length).toBeGreaterThan(0);
    expect(Math.max(...measured.again)).toBe(0);
    expect(measured.idle).toBe(0);
    const medians = Object.entries(measured.medianMs).map(
      ([speed, ms]) => `${ms.toFixed(2)} ms at ${speed}×`,
    );
    await annotate(
      `${measured.people} people: ${measured.calls} calls, ${Math.round(measured.sent / 1024)} KiB sent at most, script of a frame at the median ${medians.join(', ')}`,
    );
    await page.context().close();
  });

  it('comes back after its context was lost: the hall, the time and who is picked', async () => {
    const { page, errors } = await stand.open();
    await ready(page);
    const before = await page.evaluate(() => {
      const { clock, store } = window.hallTwin!;
      clock.pause();
      clock.seek(10 * 3600e6);
      store.setState({ selection: { kind: 'window', window: 'w9' } });
      return clock.timeUs();
    });
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas')!;
      const lose = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
      Object.assign(window, { lose });
      lose.loseContext();
    });
    await page.getByText('显卡暂时中断了三维画面').waitFor();
    await page.evaluate(() =>
      (window as unknown as { lose: WEBGL_lose_context }).lose.restoreContext(),
    );
    await page.getByText('显卡暂时中断了三维画面').waitFor({ state: 'detached' });
    const after = await page.evaluate(() => {
      const { clock, store } = window.hallTwin!;
      const { selection, question } = store.getState();
      return { timeUs: clock.timeUs(), selection, scenario: question?.scenario.id };
    });
    expect(after).toEqual({
      timeUs: before,
      selection: { kind: 'window', window: 'w9' },
      scenario: 'quxi',
    });
    // And something is drawn: a picture of it is more than one colour.
    const still = await saved(page, () => page.getByRole('button', { name: /截图/ }).click());
    expect(still.length).toBeGreaterThan(100_000);
    expect(errors.filter((text) => !/context/i.test(text))).toEqual([]);
    await page.context().close();
  });

  it('without WebGL the plan follows, shows tours and can be kept', async () => {
    const { page } = await stand.open({
      prepare: async (blank) => {
        await blank.addInitScript(() => {
          const get = HTMLCanvasElement.prototype.getContext;
          Object.assign(HTMLCanvasElement.prototype, {
            getContext(this: HTMLCanvasElement, kind: string, ...rest: never[]) {
              return kind.startsWith('webgl') ? null : get.call(this, kind as '2d', ...rest);
            },
          });
        });
      },
    });
    await ready(page);
    const plan = page.locator('.stage svg[role=img]');
    await plan.waitFor();
    const whole = await plan.getAttribute('viewBox');
    await page.evaluate(() => {
      window.hallTwin!.clock.pause();
      window.hallTwin!.show.followKind('longestWait');
    });
    await expect.poll(() => plan.getAttribute('viewBox')).not.toBe(whole);
    await page.locator('.follow-card').waitFor();
    const still = await saved(page, () => page.getByRole('button', { name: /截图/ }).click());
    expect(still.length).toBeGreaterThan(20_000);
    await page.getByRole('button', { name: '录制视频' }).click();
    await page.getByText('没有三维画面时不能录制视频').waitFor();
    await openTour(page, '一次办事的全过程');
    expect(await page.locator('.tour-text').textContent()).toContain('大厅开门');
    await page.context().close();
  });
});
