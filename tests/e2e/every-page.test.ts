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

declare global {
  interface Window {
    axe?: { run(): Promise<AxeResults> };
    /** What the page's policy has forbidden. */
    violations?: string[];
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

it.each(['zh-CN', 'en-GB'])(
  'can be read by everybody, and keeps to its policy and its host (%s)',
  async (locale) => {
    const { page, errors, foreign } = await stand.open({
      locale,
      viewport: { width: 1440, height: 900 },
      prepare: async (empty) => {
        await empty.addInitScript(() => {
          window.violations = [];
          document.addEventListener('securitypolicyviolation', (event) => {
            window.violations?.push(
              `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`,
            );
          });
        });
      },
    });
    const policy = (await page.request.get(stand.url)).headers()['content-security-policy'];
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("'unsafe-eval'");
    await ready(page);
    await page.waitForFunction(() => window.hallTwin!.store.getState().office.status === 'ready');
    await page.evaluate(AXE);
    const found: string[] = [];
    for (const id of PAGES) {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        `#/${id === 'hall' ? '' : id}`,
      );
      // What the page does by itself when it is opened has begun.
      await page.waitForTimeout(1000);
      const { violations } = await page.evaluate(() => window.axe!.run());
      for (const { id: rule, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          found.push(`${id}: ${rule}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    }
    expect(found).toEqual([]);
    expect(await page.evaluate(() => window.violations)).toEqual([]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  },
);
