import type { Language } from '../scenarios/text';
import {
  BETTER,
  type HallMeasureId,
  type HallMeasures,
  type Measure,
  type MeasureId,
} from '../sim/experiments/report';
import type { Cell, Column } from './sheet';

export type Unit = 'count' | 'share' | 'seconds' | 'days' | 'hours' | 'metres';

/** What is counted, where the unit alone does not say it. */
type Counted = 'visits' | 'people' | 'cases' | 'visitsPerCase';

interface MeasureText {
  readonly zh: string;
  readonly en: string;
  readonly unit: Unit;
  readonly counted?: Counted;
}

/** Names and units of the measures. */
export const MEASURES: Readonly<Record<MeasureId | HallMeasureId, MeasureText>> = {
  arrived: { zh: '到达人数', en: 'Visitors arrived', unit: 'count', counted: 'visits' },
  served: { zh: '已办人数', en: 'Visitors served', unit: 'count', counted: 'visits' },
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
  calledWithinShare: {
    zh: '目标时间内叫到号的比例',
    en: 'Share called within the target',
    unit: 'share',
  },
  timeInHallMeanS: { zh: '平均在厅时间', en: 'Mean time in hall', unit: 'seconds' },
  queueMean: { zh: '平均等候人数', en: 'Mean number waiting', unit: 'count', counted: 'people' },
  queueMax: { zh: '最多等候人数', en: 'Most waiting at once', unit: 'count', counted: 'people' },
  balkedShare: { zh: '见队长而返', en: 'Turned back at the queue', unit: 'share' },
  turnedAwayShare: { zh: '等候区满未能进入', en: 'Found the hall full', unit: 'share' },
  noShowShare: { zh: '过号率', en: 'No-shows', unit: 'share' },
  oneVisitShare: { zh: '一次办成', en: 'Done in one visit', unit: 'share' },
  visitsPerCase: {
    zh: '每件事跑动次数',
    en: 'Visits per case',
    unit: 'count',
    counted: 'visitsPerCase',
  },
  promisedLateShare: { zh: '承诺件逾期率', en: 'Promised cases late', unit: 'share' },
  caseDaysMean: { zh: '承诺件办理时间', en: 'Time to decide', unit: 'days' },
  lowRatingShare: { zh: '差评率', en: 'Low ratings', unit: 'share' },
  overtimeS: { zh: '延时服务', en: 'Overtime', unit: 'seconds' },
  staffHours: { zh: '窗口在岗时间', en: 'Staff hours', unit: 'hours' },
  peopleMax: { zh: '厅内最多人数', en: 'Most people inside', unit: 'count', counted: 'people' },
  openCases: { zh: '未办结承诺件', en: 'Cases open at the end', unit: 'count', counted: 'cases' },
  walkMeanM: { zh: '厅内步行距离', en: 'Walking in the hall', unit: 'metres' },
  standingMax: {
    zh: '最多无座人数',
    en: 'Most people without a seat',
    unit: 'count',
    counted: 'people',
  },
  onlineShare: { zh: '网上办比例', en: 'Served online', unit: 'share' },
};

/** Units as a table writes them; none changes with the size of a figure. */
export const UNITS: Readonly<Record<Unit | Counted, Readonly<Record<Language, string>>>> = {
  count: { zh: '个', en: 'number' },
  share: { zh: '%', en: '%' },
  seconds: { zh: '秒', en: 's' },
  days: { zh: '工作日', en: 'working days' },
  hours: { zh: '小时', en: 'h' },
  metres: { zh: '米', en: 'm' },
  visits: { zh: '人次', en: 'visits' },
  people: { zh: '人', en: 'people' },
  cases: { zh: '件', en: 'cases' },
  visitsPerCase: { zh: '次', en: 'visits per case' },
};

const WORDS = {
  zh: {
    mean: '均值',
    low: '95%区间下限',
    high: '95%区间上限',
    n: '重复次数',
    lower: '越低越好',
    higher: '越高越好',
    neither: '无所谓好坏',
  },
  en: {
    mean: 'mean',
    low: '95 % low',
    high: '95 % high',
    n: 'replications',
    lower: 'lower is better',
    higher: 'higher is better',
    neither: 'neither is better',
  },
} as const;

/** A measure's unit in a table. */
export function unitIn(id: keyof HallMeasures, language: Language): string {
  const { unit, counted } = MEASURES[id];
  return UNITS[counted ?? unit][language];
}

/** Whether more of a measure is better or less of it, in words. */
export function directionIn(id: keyof HallMeasures, language: Language): string {
  return WORDS[language][BETTER[id] ?? 'neither'];
}

/** What a figure is multiplied with to be in the unit of its table: shares are told in per cent. */
export function scaleOf(id: keyof HallMeasures): number {
  return MEASURES[id].unit === 'share' ? 100 : 1;
}

/** Mean, both ends of its interval, and the replications that it rests on. */
export function figureCells({ mean, ci95, n }: Measure, scale = 1): readonly Cell[] {
  // Fifteen digits, so that 0.57 is 57 % and not 56.99999999999999.
  const scaled = (value: number | undefined | null) => {
    if (value === null || value === undefined) return null;
    return scale === 1 ? value : Number((value * scale).toPrecision(15));
  };
  return [scaled(mean), scaled(ci95?.[0]), scaled(ci95?.[1]), n];
}

/** The columns of {@link figureCells}, named after what they are figures of. */
export function figureColumns(
  language: Language,
  of: { readonly name?: string; readonly unit?: string; readonly format?: Column['format'] } = {},
): readonly Column[] {
  const { mean, low, high, n } = WORDS[language];
  const { name, unit, format = 'decimal' } = of;
  const called = (part: string) => (name ? `${name} ${part}` : part);
  const columns = [mean, low, high].map((part) => ({
    name: called(part),
    format,
    ...(unit ? { unit } : {}),
  }));
  return [...columns, { name: called(n), format: 'integer' }];
}
