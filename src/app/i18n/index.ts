import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../scenarios/text';
import { en, zh } from './texts';

const STORAGE_KEY = 'hall-twin.language';

/** Chinese for a Chinese browser, English for any other. */
export function languageOfBrowser(tag: string | undefined): Language {
  return tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language chosen before, else the browser's. Storage may be forbidden: then none was. */
export function firstLanguage(storage: () => Storage, tag: string | undefined): Language {
  try {
    const kept = storage().getItem(STORAGE_KEY);
    if (kept === 'zh' || kept === 'en') return kept;
  } catch {
    // A page that may not remember still has to open.
  }
  return languageOfBrowser(tag);
}

/** Remembers the choice where the browser lets it. */
export function keepLanguage(storage: () => Storage, language: Language): void {
  try {
    storage().setItem(STORAGE_KEY, language);
  } catch {
    // Forbidden or full storage costs the memory of a choice, nothing else.
  }
}

/** Both languages, in the page itself: nothing is fetched. Keys are flat, dots are part of them. */
export function createTranslation(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { zh: { translation: zh }, en: { translation: en } },
  });
  return instance;
}
