import type { Estimate, FitGrade } from '../calibration/fit/types';
import type { Distribution } from '../scenarios/distribution';
import type { Language } from '../scenarios/text';

type Both = { readonly zh: string; readonly en: string };

export const GRADE_WORDS: Readonly<Record<FitGrade, Both>> = {
  good: { zh: '良好', en: 'good' },
  usable: { zh: '可用', en: 'usable' },
  poor: { zh: '不可信', en: 'poor' },
};

const FAMILY_WORDS: Readonly<Record<Distribution['dist'], Both>> = {
  deterministic: { zh: '定值', en: 'fixed' },
  exponential: { zh: '指数', en: 'exponential' },
  erlang: { zh: '埃尔朗', en: 'Erlang' },
  gamma: { zh: '伽马', en: 'gamma' },
  lognormal: { zh: '对数正态', en: 'lognormal' },
  weibull: { zh: '威布尔', en: 'Weibull' },
  uniform: { zh: '均匀', en: 'uniform' },
  triangular: { zh: '三角', en: 'triangular' },
  empirical: { zh: '经验分布', en: 'as observed' },
  mixture: { zh: '混合', en: 'mixture' },
};

/** A family of distributions by name. */
export function familyText({ dist }: Pick<Distribution, 'dist'>, language: Language): string {
  return FAMILY_WORDS[dist][language];
}

/** A number with its 95 % interval: `212 (208–216)`. */
export function estimateText({ value, ci95 }: Estimate, digits: number): string {
  const n = (x: number) => x.toFixed(digits);
  return ci95 === null ? n(value) : `${n(value)} (${n(ci95[0])}–${n(ci95[1])})`;
}
