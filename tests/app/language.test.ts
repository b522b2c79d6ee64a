import { describe, expect, it } from 'vitest';
import {
  createTranslation,
  firstLanguage,
  keepLanguage,
  languageOfBrowser,
} from '../../src/app/i18n';

/** Storage in memory. */
function storageOf(kept: Record<string, string>): () => Storage {
  return () =>
    ({
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        kept[key] = value;
      },
    }) as unknown as Storage;
}
const forbidden = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

describe('language', () => {
  it('is Chinese for a Chinese browser and English for any other', () => {
    expect(languageOfBrowser('zh-CN')).toBe('zh');
    expect(languageOfBrowser('ZH')).toBe('zh');
    expect(languageOfBrowser('zh-Hant-HK')).toBe('zh');
    expect(languageOfBrowser('en-GB')).toBe('en');
    expect(languageOfBrowser('de')).toBe('en');
    expect(languageOfBrowser(undefined)).toBe('en');
  });

  it('is remembered', () => {
    const storage = storageOf({});
    expect(firstLanguage(storage, 'zh-CN')).toBe('zh');
    keepLanguage(storage, 'en');
    expect(firstLanguage(storage, 'zh-CN')).toBe('en');
  });

  it('does without storage, and without sense in it', () => {
    expect(firstLanguage(forbidden, 'zh-CN')).toBe('zh');
    expect(() => keepLanguage(forbidden, 'en')).not.toThrow();
    expect(firstLanguage(storageOf({ 'hall-twin.language': 'tlh' }), 'en')).toBe('en');
  });

  it('is switched at run time', async () => {
    const translation = createTranslation('zh');
    expect(translation.t('transport.play')).toBe('播放');
    await translation.changeLanguage('en');
    expect(translation.t('transport.play')).toBe('Play');
    expect(translation.t('top.hallOption', { name: 'Quxi', area: 200 })).toBe('Quxi · 200 m²');
  });
});
