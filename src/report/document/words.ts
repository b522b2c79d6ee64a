import type { Language } from '../../scenarios/text';
import { EN } from './words-en';
import type { DocumentWords } from './words-shape';
import { ZH } from './words-zh';

/** The words of a report by language. */
export const DOCUMENT_WORDS: Readonly<Record<Language, DocumentWords>> = { zh: ZH, en: EN };
