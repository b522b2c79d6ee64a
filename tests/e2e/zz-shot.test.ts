import { it } from 'vitest';
import { ready, setUp, turnTo } from './browser';

it('shot', async () => {
  const stand = await setUp();
  for (const locale of ['zh-CN', 'en-GB']) {
    const { page } = await stand.open({ locale, viewport: { width: 1440, height: 900 } });
    await ready(page);
    await page.evaluate(() => window.hallTwin!.clock.pause());
    await turnTo(page, 'forecast');
    await page.waitForTimeout(500);
    await page.click('.tab-head .ant-btn-primary');
    await page.locator('[data-testid=fan] svg').waitFor();
    await page.waitForFunction(
      () => document.querySelector('.sweep-status')?.getAttribute('data-status') === 'idle',
      undefined,
      { timeout: 200_000 },
    );
    await page.screenshot({ path: `/tmp/fc/day-${locale}.png`, fullPage: false });
    await page.locator('.planning-tabs .ant-segmented-item').nth(1).click();
    await page
      .getByRole('button', {
        name: locale === 'zh-CN' ? '取大厅画面此刻' : 'From the hall as shown',
      })
      .click();
    await page.locator('[data-testid=effects] li').first().waitFor();
    await page.screenshot({ path: `/tmp/fc/now-${locale}.png` });
    await page.context().close();
  }
  await stand.close();
}, 500_000);
