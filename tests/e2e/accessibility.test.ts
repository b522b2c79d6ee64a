import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PAGES } from '../../src/app/state/page';
import { ready, type Stand, setUp } from './browser';

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
}, 120_000);
afterAll(() => stand?.close());

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

it.each(['zh-CN', 'en-GB'])(
  'no page has a serious violation by axe (%s)',
  async (locale) => {
    const { page } = await stand.open({ locale, viewport: { width: 1440, height: 900 } });
    await ready(page);
    await page.waitForFunction(() => {
      const { figures, office } = window.hallTwin!.store.getState();
      return figures.status === 'ready' && office.status === 'ready';
    });
    await page.evaluate(() => window.hallTwin!.clock.pause());
    await page.evaluate(AXE);
    const found: string[] = [];
    for (const id of PAGES) {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        `#/${id === 'hall' ? '' : id}`,
      );
      await page.waitForTimeout(2500);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      for (const { id: rule, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          found.push(`${id}: ${rule}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    }
    expect(found).toEqual([]);
  },
  120_000,
);
