import type { CaseLog } from '../log/types';
import { calibrateCases, workingDaysBetween } from './cases';
import { quantileOf } from './numeric/estimates';
import type { ErrorFigures, ValidateOptions, Validation } from './validation-types';

const DAY_S = 86_400;
const PROBABILITIES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/**
 * Fits the cases begun on the earlier days and holds the quantiles of working days against those of
 * the cases begun later. Errors are in seconds, a working day counting as 86,400.
 */
export function validateCases(log: CaseLog, options: ValidateOptions): Validation {
  const order = Array.from(log.firstDay).sort((a, b) => a - b);
  const { heldBack } = options;
  const part = typeof heldBack === 'number' ? heldBack / Math.max(1, log.days.length) : 0.2;
  const cut =
    typeof heldBack === 'object' && heldBack.length > 0
      ? Math.round(Date.parse(`${[...heldBack].sort()[0]}T00:00:00Z`) / (DAY_S * 1000))
      : order[Math.min(order.length - 1, Math.floor(order.length * (1 - part)))]!;
  const early = pick(log, (i) => log.firstDay[i]! < cut);
  const late = pick(log, (i) => log.firstDay[i]! >= cut);
  if (early.rows === 0 || late.rows === 0)
    throw new RangeError('a fit and a check need at least one case each');
  const fitted = calibrateCases(early, options);
  const one = fitted.cases[0]!;
  const daysOf = (of: CaseLog) =>
    Float64Array.from({ length: of.rows }, (_, i) =>
      workingDaysBetween(of.firstDay[i]!, of.lastDay[i]!, one.weekend),
    ).sort();
  const [past, now] = [daysOf(early), daysOf(late)];
  const mean = (x: Float64Array) => x.reduce((sum, d) => sum + d, 0) / x.length;
  const figures = (by: string, zh: string, en: string, at: (p: number) => number): ErrorFigures => {
    const off = PROBABILITIES.map((p) => (at(p) - quantileOf(now, p)) * DAY_S);
    return {
      by,
      name: { zh, en },
      maeS: off.reduce((sum, x) => sum + Math.abs(x), 0) / off.length,
      biasS: (mean(past) - mean(now)) * DAY_S,
      correlation: null,
      coverage90: null,
      n: late.rows,
    };
  };
  const model = figures('model', '拟合的分布', 'the fitted distribution', (p) =>
    quantileOf(past, p),
  );
  const memoryless = figures(
    'overall',
    '同一均值的几何分布',
    'a geometric distribution of the same mean',
    (p) => Math.max(0, Math.ceil(Math.log(1 - p) / Math.log(mean(past) / (1 + mean(past)))) - 1),
  );
  const sameShare = (x: Float64Array) => x.filter((d) => d === 0).length / x.length;
  const [a, b] = [sameShare(past), sameShare(now)];
  const distance = distanceOf(past, now);
  const grade = distance < 0.08 ? 'good' : distance < 0.16 ? 'usable' : 'poor';
  const words = {
    good: ['可信', 'To be believed'],
    usable: ['可作参考', 'A guide, not more'],
    poor: ['不可信', 'Not to be believed'],
  }[grade];
  const percent = (x: number) => `${(100 * x).toFixed(0)} %`;
  return {
    fitted,
    heldBack: log.days.filter((day) => Date.parse(`${day}T00:00:00Z`) / (DAY_S * 1000) >= cut),
    edgesS: [],
    days: [],
    combined: null,
    errors: [model, memoryless],
    grade,
    verdict: {
      zh: `${words[0]}：后来的 ${late.rows} 件当天办结 ${percent(b)}（预测 ${percent(a)}），九成在 ${quantileOf(now, 0.9).toFixed(0)} 个工作日内（预测 ${quantileOf(past, 0.9).toFixed(0)}）；分布函数最多相差 ${percent(distance)}。`,
      en: `${words[1]}: of ${late.rows} later cases ${percent(b)} were done on the day (foretold ${percent(a)}), nine in ten within ${quantileOf(now, 0.9).toFixed(0)} working days (foretold ${quantileOf(past, 0.9).toFixed(0)}); the distribution functions differ by ${percent(distance)} at most.`,
    },
    where: [],
  };
}

function distanceOf(a: Float64Array, b: Float64Array): number {
  let distance = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= at) i++;
    while (j < b.length && b[j]! <= at) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  return distance;
}

function pick(log: CaseLog, wanted: (i: number) => boolean): CaseLog {
  const index: number[] = [];
  for (let i = 0; i < log.rows; i++) if (wanted(i)) index.push(i);
  const ints = (column: Int32Array) => Int32Array.from(index, (i) => column[i]!);
  return {
    ...log,
    rows: index.length,
    firstDay: ints(log.firstDay),
    lastDay: ints(log.lastDay),
    firstS: Float64Array.from(index, (i) => log.firstS[i]!),
    lastS: Float64Array.from(index, (i) => log.lastS[i]!),
    steps: ints(log.steps),
    item: ints(log.item),
  };
}
