import { describe, expect, test } from 'vitest';
import { carriesDocument, documentOf, linkOf } from '../../src/app/state/link';
import { hallScenario } from '../../src/scenarios/halls';
import { InputError } from '../../src/scenarios/problem';
import { readScenario } from '../../src/scenarios/read';
import { shippedPlan } from '../plans';

describe('a link', () => {
  test('carries a scenario with its plan and gives the same bytes back', async () => {
    const document = { ...hallScenario('quxi'), floorplan: shippedPlan('hall-200') };
    const link = await linkOf(document);
    expect(carriesDocument(link)).toBe(true);
    expect(link).toMatch(/^#\/open\/1\/[A-Za-z0-9_-]+$/);
    expect(link.length).toBeLessThan(16_000);
    const text = await documentOf(link);
    expect(text).toBe(JSON.stringify(document));
    expect(readScenario(text, 'link')).toEqual(document);
  });

  test.each([
    ['cut off', (link: string) => link.slice(0, -40)],
    ['changed', (link: string) => `${link.slice(0, 60)}AAAA${link.slice(64)}`],
    ['no letters of a link', () => '#/open/1/%%%'],
    ['of a later version', (link: string) => link.replace('/1/', '/9/')],
  ])('%s is refused in words', async (_, harm) => {
    const link = await linkOf(hallScenario('quxi'));
    const refused = await documentOf(harm(link))
      .then(
        (text) => readScenario(text, 'link'),
        (error: unknown) => error,
      )
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).problems[0]!.remedy.zh.length).toBeGreaterThan(3);
  });

  test('a bomb is stopped while it unpacks', async () => {
    const bomb = await linkOf('0'.repeat(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(documentOf(bomb)).rejects.toThrow(InputError);
  });

  test('an ordinary address carries nothing', () => {
    for (const hash of ['', '#/', '#/studio', '#/open/']) expect(carriesDocument(hash)).toBe(false);
  });
});
