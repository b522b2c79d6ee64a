import type { Language } from '../../scenarios/text';

/** Ways to say in which languages a report is written; of two the first is the one on show. */
export const REPORT_LANGUAGES = ['zh', 'en', 'both', 'zh,en', 'en,zh'] as const;
export type ReportLanguages = (typeof REPORT_LANGUAGES)[number];

/**
 * The languages of a report, the one on show first.
 *
 * @param own the language in which it is asked for: of `both` it comes first
 */
export function reportLanguages(asked: ReportLanguages, own: Language): readonly Language[] {
  switch (asked) {
    case 'zh':
    case 'en':
      return [asked];
    case 'both':
      return own === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
    case 'zh,en':
      return ['zh', 'en'];
    case 'en,zh':
      return ['en', 'zh'];
  }
}
