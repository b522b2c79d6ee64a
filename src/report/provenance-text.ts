import { type Parameter, type Provenance, UNSTATED } from '../scenarios/provenance';
import { inLanguage, type Language } from '../scenarios/text';

/** What kind of source a number has, and how sure it is. */
export const PROVENANCE_WORDS = {
  zh: {
    notice: '通知',
    source: '其他来源',
    assumption: '假设',
    high: '高',
    medium: '中',
    low: '低',
    colon: '：',
  },
  en: {
    notice: 'notice',
    source: 'other source',
    assumption: 'assumption',
    high: 'high',
    medium: 'medium',
    low: 'low',
    colon: ': ',
  },
} as const;

/** Kind and basis in one line. */
export function provenanceText({ kind, note }: Provenance, language: Language): string {
  const words = PROVENANCE_WORDS[language];
  return `${words[kind]}${words.colon}${inLanguage(note, language)}`;
}

/** Where a parameter comes from: its own statement, else that of what is around it. */
export function sourceText(
  parameter: Parameter,
  around: Provenance | undefined,
  language: Language,
): string {
  const own = typeof parameter === 'number' ? undefined : parameter.provenance;
  return provenanceText(own ?? around ?? UNSTATED, language);
}
