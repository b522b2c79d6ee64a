import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en, zh } from '../../src/app/i18n/texts';

const APP = new URL('../../src/app', import.meta.url).pathname;

const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(APP, file), 'utf8'));

/** Keys written out in the code, and patterns of those put together there. */
function usedKeys(): { exact: Set<string>; patterns: RegExp[] } {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  for (const text of sources) {
    // Every quoted word with a dot in it that is a key counts, wherever t() gets it from.
    for (const [, key] of text.matchAll(/'([a-zA-Z]+(?:\.[a-zA-Z0-9]+)+)'/g))
      if (key && key in zh) exact.add(key);
    for (const [call] of text.matchAll(/\bt\(\s*(?:[^()'`]+\?\s*)?'[^']+'(?:\s*:\s*'[^']+')?/g))
      for (const [, key] of call.matchAll(/'([^']+)'/g)) if (key) exact.add(key);
    for (const [, template] of text.matchAll(/(?:\bt\(|key =)\s*`([^`]+)`/g)) {
      const pattern = template!
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[a-zA-Z0-9]+');
      patterns.push(new RegExp(`^${pattern}$`));
    }
  }
  return { exact, patterns };
}

describe('translations', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('fill the same gaps in both languages', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
    for (const [key, text] of Object.entries(zh))
      expect(gaps(en[key as keyof typeof en]), key).toEqual(gaps(text));
  });

  it('are Chinese in Chinese and English in English', () => {
    for (const [key, text] of Object.entries(zh))
      if (!/\p{Script=Han}/u.test(text))
        expect(/[a-z]{2}/i.test(text.replaceAll(/\{\{\w+\}\}/g, '')), `${key}: ${text}`).toBe(
          false,
        );
    for (const [key, text] of Object.entries(en))
      expect(/\p{Script=Han}/u.test(text), `${key}: ${text}`).toBe(false);
  });

  it('exist for every key that the code uses', () => {
    const { exact, patterns } = usedKeys();
    expect(sources.length).toBeGreaterThan(30);
    expect(exact.size).toBeGreaterThan(100);
    const keys = Object.keys(zh);
    for (const key of exact) expect(keys, key).toContain(key);
    for (const pattern of patterns)
      expect(
        keys.some((key) => pattern.test(key)),
        String(pattern),
      ).toBe(true);
  });

  it('are all used', () => {
    const { exact, patterns } = usedKeys();
    const unused = Object.keys(zh).filter(
      (key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});
