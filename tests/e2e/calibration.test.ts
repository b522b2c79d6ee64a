import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stand, setUp } from './browser';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
}, 120_000);
afterAll(() => stand?.close());

const latin = (bytes: readonly number[]) => String.fromCharCode(...bytes);
/** GB18030 of 叫号时间, 开始时间, 开始办理 and 时间. */
const CALL = latin([0xbd, 0xd0, 0xba, 0xc5, 0xca, 0xb1, 0xbc, 0xe4]);
const START_TIME = latin([0xbf, 0xaa, 0xca, 0xbc, 0xca, 0xb1, 0xbc, 0xe4]);
const START = latin([0xbf, 0xaa, 0xca, 0xbc, 0xb0, 0xec, 0xc0, 0xed]);
const TIME = latin([0xca, 0xb1, 0xbc, 0xe4]);

/** The manager's export: calls stand under 开始时间, beginnings under 时间, and two rows are bad. */
function exported(): Buffer {
  const lines = readFileSync('tests/calibration/logs/putian-gb18030.csv', 'latin1')
    .replace(CALL, START_TIME)
    .replace(START, TIME)
    .trimEnd()
    .split('\r\n');
  const bad = lines[3]!.split(',');
  bad[4] = '08:00:00';
  bad[1] = 'A998';
  return Buffer.from([...lines, lines[5]!, bad.join(',')].join('\r\n'), 'latin1');
}

async function map(page: Page, role: string, column: string): Promise<void> {
  await page.getByRole('combobox', { name: role, exact: true }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle(column, { exact: true })
    .click();
}

describe('the manager', () => {
  it('drops an export, mends two columns, reads what was dropped, sees whether to believe it', async () => {
    const { page, errors, foreign } = await stand.open({
      viewport: { width: 1440, height: 900 },
      at: '#/calibration',
    });
    await page.setInputFiles('.calibration-drop input[type=file]', {
      name: '取号记录.csv',
      mimeType: 'text/csv',
      buffer: exported(),
    });
    await page.locator('.calibration-preview').waitFor();
    await map(page, '叫号时间', '开始时间');
    await map(page, '开始办理', '时间');
    await page.locator('.calibration-run .ant-btn-primary').click();
    await page.locator('.calibration-actions').waitFor({ timeout: 120_000 });
    const view = await page.locator('.calibration-view').textContent();
    for (const words of [
      '3,149 行中用了 3,147 行',
      '与另一行完全相同',
      '时间先后矛盾',
      '实际与模拟',
      '这份记录说明不了的',
    ])
      expect(view).toContain(words);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载没有使用的行' }).click();
    const csv = readFileSync((await (await saved).path())!, 'utf8');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
    expect(csv).toContain('原行号,原因,日期,号码');
    // Another page and back: everything is still there.
    await page.evaluate(() => {
      window.location.hash = '#/mechanisms';
    });
    await page.locator('.calibration').waitFor({ state: 'detached' });
    await page.goBack();
    await page.locator('.calibration-actions').waitFor();
    await page.getByRole('button', { name: '打开校准后的大厅' }).click();
    await page.waitForFunction(
      () => window.hallTwin?.store.getState().question?.scenario.id === 'calibrated',
      undefined,
      { timeout: 60_000 },
    );
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
