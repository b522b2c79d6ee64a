import type { Language } from '../scenarios/text';
import type { Measure } from '../sim/experiments/report';
import type { Unit } from './measures';

const UNITS = {
  zh: { seconds: '秒', minutes: '分', days: '工作日', hours: '小时', metres: '米' },
  en: { seconds: 's', minutes: 'min', days: 'working days', hours: 'h', metres: 'm' },
} as const;

/** From this on a mean is said in minutes. */
const MINUTES_FROM_S = 120;

/** `inMinutes`: one unit for a whole row, chosen by its mean. */
function figure(value: number | null, unit: Unit, inMinutes: boolean, language: Language): string {
  if (value === null) return '–';
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'count') return value.toFixed(1);
  const { seconds, minutes, days, hours, metres } = UNITS[language];
  if (unit === 'metres') return `${value.toFixed(1)} ${metres}`;
  if (unit === 'days') return `${value.toFixed(1)} ${days}`;
  if (unit === 'hours') return `${value.toFixed(1)} ${hours}`;
  return inMinutes ? `${(value / 60).toFixed(1)} ${minutes}` : `${value.toFixed(1)} ${seconds}`;
}

/** A mean and its interval, with units. */
export function cells({ mean, ci95 }: Measure, unit: Unit, language: Language): string[] {
  const inMinutes = mean !== null && mean >= MINUTES_FROM_S;
  const shown = (value: number | null) => figure(value, unit, inMinutes, language);
  return [shown(mean), ci95 ? `${shown(ci95[0])} … ${shown(ci95[1])}` : '–'];
}

/** The unit of a whole row, and what a figure is multiplied with to be in it. */
export function unitOf(
  unit: Unit,
  means: readonly (number | null)[],
  language: Language,
): { readonly name: string; readonly scale: number } {
  const { seconds, minutes, days, hours, metres } = UNITS[language];
  switch (unit) {
    case 'share':
      return { name: '%', scale: 100 };
    case 'count':
      return { name: '', scale: 1 };
    case 'days':
      return { name: days, scale: 1 };
    case 'hours':
      return { name: hours, scale: 1 };
    case 'metres':
      return { name: metres, scale: 1 };
    case 'seconds':
      return Math.max(...means.map((mean) => mean ?? 0)) >= MINUTES_FROM_S
        ? { name: minutes, scale: 1 / 60 }
        : { name: seconds, scale: 1 };
  }
}

/** A difference and its interval as finely as the interval says: one to four decimals. */
export function differenceCells({ mean, ci95 }: Measure, scale: number): [string, string] {
  if (mean === null) return ['–', '–'];
  const half = ci95 === null ? 0 : ((ci95[1] - ci95[0]) / 2) * scale;
  const digits = half > 0 ? Math.min(4, Math.max(1, 1 - Math.floor(Math.log10(half)))) : 1;
  const fixed = (value: number) => (value * scale).toFixed(digits);
  return [
    `${mean > 0 ? '+' : ''}${fixed(mean)}`,
    ci95 ? `${fixed(ci95[0])} … ${fixed(ci95[1])}` : '–',
  ];
}
