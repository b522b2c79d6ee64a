import type { Provenance } from './provenance';

/** The 2021 Jiedong notice, with the part of it that is meant. */
export function notice(zh: string, en: string): Provenance {
  return {
    kind: 'notice',
    note: { zh: `揭东区2021年改革工作方案：${zh}`, en: `Jiedong notice of 2021: ${en}` },
    confidence: 'high',
  };
}

/** A published source other than the notice. */
export function source(
  zh: string,
  en: string,
  confidence: NonNullable<Provenance['confidence']>,
): Provenance {
  return { kind: 'source', note: { zh, en }, confidence };
}

/** Nobody published it: the reason for the value. */
export function assumption(zh: string, en: string): Provenance {
  return { kind: 'assumption', note: { zh, en } };
}
