import { z } from 'zod';

/** Text shown to people: one string for both languages, or one for each. */
export const localText = z.union([
  z.string().min(1),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
]);
export type LocalText = z.infer<typeof localText>;

/** The two languages of the interface. */
export type Language = 'zh' | 'en';

/** Both languages of a text; a plain string serves as both. */
export function bothLanguages(text: LocalText): { zh: string; en: string } {
  return typeof text === 'string' ? { zh: text, en: text } : text;
}

/** The text in one language. */
export function inLanguage(text: LocalText, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}
