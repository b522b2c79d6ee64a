import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../src/coverage/inspect/inspect';
import { shippedPlan } from '../plans';
import { type Opening, type OpenPage, ready, type Stand, setUp, turnTo } from './browser';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(async () => {
  await stand?.close();
});

/** The cameras page with its first inspection done. */
async function open(options: Opening = {}): Promise<OpenPage> {
  const opened = await stand.open({
    viewport: { width: 1440, height: 900 },
    at: '#/cameras',
    ...options,
  });
  await ready(opened.page);
  await inspected(opened.page);
  return opened;
}

const inspected = (page: Page) =>
  page.waitForFunction(() => {
    const state = window.hallTwin?.cameras.store.getState();
    return state?.inspection && !state.working;
  });

const verdicts = (page: Page) =>
  page
    .locator('.windows-table tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-verdict')));

const tab = (page: Page, name: string) =>
  page.locator('.cameras-head').getByText(name, { exact: true }).click();

describe('the cameras page', () => {
  it('gives the verdicts and reasons of the inspection, and of what is set', async () => {
    const { page, errors, foreign } = await open();
    const plan = shippedPlan('hall-200');
    expect(await verdicts(page)).toEqual(inspect(plan).windows.map(({ verdict }) => verdict));
    await page.locator('#camera-posture').click();
    await page.getByTitle('坐着办事').click();
    await inspected(page);
    const seated = inspect(plan, { posture: 'seated' }).windows;
    expect(await verdicts(page)).toEqual(seated.map(({ verdict }) => verdict));
    await page.locator('.window-mark[data-window=w1]').click();
    const detail = page.getByRole('region', { name: '窗口 w1' });
    expect(await detail.textContent()).toContain('面部垂直角');
    expect(await page.locator('.camera-map [data-state=best]').count()).toBe(1);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('follows a camera that is dragged, undoes the drag in one step, and keeps it over a reload', async () => {
    const { page, errors } = await open();
    const camera = page.locator('[data-camera=camera-comprehensive-2] .body');
    const box = (await camera.boundingBox())!;
    const placeOf = () =>
      page.evaluate(() => {
        const { cameras } = window.hallTwin!.cameras.store.getState().history;
        return cameras.find(({ id }) => id === 'camera-comprehensive-2')!.at;
      });
    const before = await placeOf();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 60, box.y + 120, { steps: 8 });
    await page.mouse.move(box.x - 90, box.y + 200, { steps: 8 });
    await page.mouse.up();
    await inspected(page);
    const after = await placeOf();
    expect(after[1]).toBeLessThan(before[1] - 3);
    const dragged = await verdicts(page);
    expect(new Set(dragged).size).toBeGreaterThan(1);
    await page.reload();
    await ready(page);
    await inspected(page);
    expect(await placeOf()).toEqual(after);
    expect(await verdicts(page)).toEqual(dragged);
    // The hall shows it where it hangs now.
    const inHall = () =>
      page.evaluate(() => window.hallTwin!.store.getState().plan!.cameras[1]!.at);
    await turnTo(page, 'hall');
    await page.waitForFunction(() => window.hallTwin!.store.getState().page === 'hall');
    expect(await inHall()).toEqual(after);
    await page.goBack();
    await page.getByRole('button', { name: '恢复原布置' }).click();
    await inspected(page);
    expect(await placeOf()).toEqual(before);
    expect(new Set(await verdicts(page))).toEqual(new Set(['clear']));
    await page.keyboard.press('Control+z');
    expect(await placeOf()).toEqual(after);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('turns and moves by keys and numbers, snaps to walls, and names what cannot look', async () => {
    const { page, errors } = await open();
    const cameraNow = () =>
      page.evaluate(() => {
        const { history, camera } = window.hallTwin!.cameras.store.getState();
        return history.cameras.find(({ id }) => id === camera)!;
      });
    await page.locator('[data-camera=camera-comprehensive-1] .body').focus();
    const before = await cameraNow();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('[');
    const after = await cameraNow();
    expect(after.at[0]).toBeCloseTo(before.at[0] + 0.05, 9);
    expect(after.yawDeg).toBe((before.yawDeg + 5) % 360);
    await page.fill('#camera-heightM', '5');
    await page.keyboard.press('Tab');
    await page.getByText('摄像机高于 3.6 m 的顶棚').waitFor();
    await inspected(page);
    expect(await page.locator('.cameras .answer').textContent()).toContain('1 台摄像机无法工作');
    expect(await page.locator('.picture-message').textContent()).toContain('无法成像');
    await page.keyboard.press('Control+z');
    await page.fill('#camera-heightM', '2.6');
    await page.getByRole('button', { name: '添加摄像机' }).click();
    expect((await cameraNow()).id).toBe('camera-8');
    await page.getByRole('button', { name: '删除摄像机' }).click();
    expect(await page.locator('.camera-mark').count()).toBe(7);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows what a camera sees, in its lens, and closer', async () => {
    const { page, errors } = await open();
    const picture = page.locator('.camera-picture');
    await page.locator('.camera-picture canvas').waitFor();
    await page.waitForTimeout(3000);
    const whole = await picture.screenshot();
    expect(whole.length).toBeGreaterThan(20_000);
    expect(await page.locator('.picture-marks polygon').count()).toBeGreaterThan(4);
    await page.getByRole('button', { name: '放大（滚轮）' }).click();
    await page.getByText('× 1.6').waitFor();
    await page.waitForTimeout(1000);
    expect((await picture.screenshot()).equals(whole)).toBe(false);
    await page.locator('.below-plan').getByText('三维视场').click();
    await page.locator('.camera-room canvas').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('finds the fewest cameras so that any one may fail, hangs them, and watches the day', async () => {
    const { page, errors } = await open({ locale: 'en-GB' });
    await tab(page, 'Fewest cameras');
    await page.locator('#place-times').click();
    await page.getByTitle('by two: any one may fail').click();
    await page.getByRole('button', { name: 'Find the fewest' }).click();
    const found = page.locator('.placement');
    await found.waitFor();
    const text = (await found.textContent())!;
    expect(text).toMatch(/each target by 2 cameras \(any 1 may fail\): \d+ cameras at least/);
    expect(text).toMatch(/Proven the fewest among \d+ candidates/);
    const count = Number(/: (\d+) cameras at least/.exec(text)![1]);
    await page.getByRole('button', { name: `Hang these ${count}` }).click();
    await inspected(page);
    expect(await page.locator('.camera-mark').count()).toBe(count);
    await tab(page, 'Inspect');
    expect(new Set(await verdicts(page))).toEqual(new Set(['clear']));
    await tab(page, 'Over a day');
    // Seated visitors are not clear from above: there is something to tell.
    await page.locator('#camera-posture').click();
    await page.getByTitle('seated').click();
    await page.getByRole('button', { name: 'Watch the day' }).click();
    await page.locator('.day-answer').waitFor();
    const worst = page.locator('.day-table .link-button', { hasText: 'in 3D' }).first();
    const time = (await worst.textContent())!.slice(0, 8);
    await worst.click();
    await page.getByRole('main', { name: 'Cameras and pickups' }).waitFor({ state: 'detached' });
    const [hours, minutes] = time.split(':').map(Number);
    expect(await page.evaluate(() => window.hallTwin!.clock.timeUs() / 1e6)).toBe(
      3600 * hours! + 60 * minutes!,
    );
    expect(await page.evaluate(() => window.hallTwin!.store.getState().selection?.kind)).toBe(
      'window',
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps a model of the user’s own and hangs it', async () => {
    const { page, errors } = await open();
    await tab(page, '型号库');
    await page.getByRole('button', { name: '添加型号' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.model-form .field-problem').first().waitFor();
    await page.fill('#model-name', '自有半球 4 毫米');
    await page.fill('#model-horizontalFovDeg', '82');
    await page.fill('#model-verticalFovDeg', '44');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.library-table').getByText('自有半球 4 毫米').waitFor();
    await page.reload();
    await ready(page);
    await inspected(page);
    await page.locator('#camera-model').click();
    await page.getByTitle('自有半球 4 毫米').click();
    expect(await page.inputValue('#camera-horizontalFovDeg')).toBe('82');
    await tab(page, '镜头计算');
    await page.getByRole('region', { name: '镜头计算' }).waitFor();
    await page.fill('#optics-hfov', '103');
    await page.keyboard.press('Tab');
    expect(await page.locator('.optics .answer').textContent()).toContain('103.0°');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('puts the inspection on paper and into files', async () => {
    const { page, errors } = await open({ acceptDownloads: true });
    await tab(page, '检查表');
    const sheet = page.locator('.inspection-sheet');
    await sheet.waitFor();
    const text = (await sheet.textContent())!;
    for (const part of ['hall-200', '识别（250 px/m', 'DB31/T 329.1-2019', '随机种子 1', '签字'])
      expect(text).toContain(part);
    const saved = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        sheet.getByRole('button', { name }).click(),
      ]);
      return file;
    };
    const xlsx = await saved('XLSX');
    expect(xlsx.suggestedFilename()).toBe('hall-200-cameras.xlsx');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.cameras-side').isVisible()).toBe(false);
    expect(await page.locator('.top-bar').isVisible()).toBe(false);
    expect(await sheet.isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
