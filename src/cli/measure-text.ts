import type { Language } from '../scenarios/text';
import type { HallMeasureId, Measure, MeasureId } from '../sim/experiments/report';

type Unit = 'count' | 'share' | 'seconds' | 'days' | 'hours';

/** Names and units of the measures. */
export const MEASURES: Readonly<
  Record<MeasureId | HallMeasureId, { zh: string; en: string; unit: Unit }>
> = {
  arrived: { zh: '到达人数', en: 'Visitors arrived', unit: 'count' },
  served: { zh: '已办人数', en: 'Visitors served', unit: 'count' },
  abandonedShare: { zh: '放弃等候的比例', en: 'Share who gave up waiting', unit: 'share' },
  waitMeanS: { zh: '平均等候', en: 'Mean wait', unit: 'seconds' },
  waitP50S: { zh: '等候中位数', en: 'Median wait', unit: 'seconds' },
  waitP90S: { zh: '九成等候不超过', en: '90 % wait at most', unit: 'seconds' },
  waitP95S: { zh: '九成五等候不超过', en: '95 % wait at most', unit: 'seconds' },
  withinTargetShare: {
    zh: '等候不超过目标的比例',
    en: 'Share who wait at most the target',
    unit: 'share',
  },
  timeInHallMeanS: { zh: '平均在厅时间', en: 'Mean time in hall', unit: 'seconds' },
  queueMean: { zh: '平均等候人数', en: 'Mean number waiting', unit: 'count' },
  queueMax: { zh: '最多等候人数', en: 'Most waiting at once', unit: 'count' },
  balkedShare: { zh: '见队长而返', en: 'Turned back at the queue', unit: 'share' },
  turnedAwayShare: { zh: '等候区满未能进入', en: 'Found the hall full', unit: 'share' },
  noShowShare: { zh: '过号率', en: 'No-shows', unit: 'share' },
  oneVisitShare: { zh: '一次办成', en: 'Done in one visit', unit: 'share' },
  visitsPerCase: { zh: '每件事跑动次数', en: 'Visits per case', unit: 'count' },
  promisedLateShare: { zh: '承诺件逾期率', en: 'Promised cases late', unit: 'share' },
  caseDaysMean: { zh: '承诺件办理时间', en: 'Time to decide', unit: 'days' },
  lowRatingShare: { zh: '差评率', en: 'Low ratings', unit: 'share' },
  overtimeS: { zh: '延时服务', en: 'Overtime', unit: 'seconds' },
  staffHours: { zh: '窗口在岗时间', en: 'Staff hours', unit: 'hours' },
  peopleMax: { zh: '厅内最多人数', en: 'Most people inside', unit: 'count' },
  openCases: { zh: '未办结承诺件', en: 'Cases open at the end', unit: 'count' },
  onlineShare: { zh: '网上办比例', en: 'Served online', unit: 'share' },
};

const UNITS = {
  zh: { seconds: '秒', minutes: '分', days: '工作日', hours: '小时' },
  en: { seconds: 's', minutes: 'min', days: 'working days', hours: 'h' },
} as const;

/** From this on a mean is said in minutes. */
const MINUTES_FROM_S = 120;

/** `inMinutes`: one unit for a whole row, chosen by its mean. */
function figure(value: number | null, unit: Unit, inMinutes: boolean, language: Language): string {
  if (value === null) return '–';
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'count') return value.toFixed(1);
  const { seconds, minutes, days, hours } = UNITS[language];
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
  const { seconds, minutes, days, hours } = UNITS[language];
  switch (unit) {
    case 'share':
      return { name: '%', scale: 100 };
    case 'count':
      return { name: '', scale: 1 };
    case 'days':
      return { name: days, scale: 1 };
    case 'hours':
      return { name: hours, scale: 1 };
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
