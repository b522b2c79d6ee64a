import jstat from 'jstat';
import { clockOf } from '../../scenarios/clock';
import type { LocalText } from '../../scenarios/text';
import type { FitGrade } from './types';
import type { ErrorFigures, ValidatedDay, Validation } from './validation-types';

/** A naive forecast to be better than: a wait by day and half hour. */
export interface Baseline {
  readonly by: string;
  readonly name: LocalText;
  readonly predictedS: (day: number, bin: number) => number | null;
}

/** How far a forecast is off, over all days and half hours that both have. */
export function errorsOf(
  days: readonly ValidatedDay[],
  by: string,
  name: LocalText,
  predicted: (day: number, bin: number) => number | null,
  interval?: (day: number, bin: number) => readonly [number, number] | null,
): ErrorFigures {
  const pairs: [observed: number, predicted: number][] = [];
  let inside = 0;
  let known = 0;
  for (const [d, day] of days.entries())
    for (const [b, observed] of day.observedS.entries()) {
      const value = predicted(d, b);
      if (observed === null || value === null) continue;
      pairs.push([observed, value]);
      const band = interval?.(d, b);
      if (!band) continue;
      known++;
      // Waits are told in whole seconds or minutes: a nought is within an interval that begins near it.
      if (observed >= band[0] - 0.5 && observed <= band[1] + 0.5) inside++;
    }
  return { ...errorsOfPairs(by, name, pairs), coverage90: known > 0 ? inside / known : null };
}

/** How far a forecast without interval is off. */
export function errorsOfPairs(
  by: string,
  name: LocalText,
  pairs: readonly (readonly [observed: number, predicted: number])[],
): ErrorFigures {
  const n = pairs.length;
  const mean = (f: (o: number, p: number) => number) =>
    n > 0 ? pairs.reduce((sum, [o, p]) => sum + f(o, p), 0) / n : 0;
  const [mo, mp] = [mean((o) => o), mean((_, p) => p)];
  const [so, sp] = [mean((o) => (o - mo) ** 2), mean((_, p) => (p - mp) ** 2)];
  return {
    by,
    name,
    maeS: mean((o, p) => Math.abs(p - o)),
    biasS: mp - mo,
    correlation:
      n > 2 && so > 1e-9 && sp > 1e-9
        ? mean((o, p) => (o - mo) * (p - mp)) / Math.sqrt(so * sp)
        : null,
    coverage90: null,
    n,
  };
}

export const MODEL: LocalText = { zh: '拟合的模型', en: 'the fitted model' };
export const COMBINED: LocalText = {
  zh: '合成预测（模型与往日平均）',
  en: 'combined forecast (model and past days)',
};

/** The errors of the model and of the naive forecasts, and what they come to in a sentence. */
export function judge(
  days: readonly ValidatedDay[],
  edgesS: readonly number[],
  baselines: readonly Baseline[],
  hasCombined: boolean,
): Pick<Validation, 'errors' | 'grade' | 'verdict' | 'where'> {
  const model = errorsOf(
    days,
    'model',
    MODEL,
    (d, b) => days[d]!.predictedS[b]!,
    (d, b) => days[d]!.interval90S[b]!,
  );
  // Every forecast is asked about the same half hours.
  const naive = baselines.map(({ by, name, predictedS }) =>
    errorsOf(days, by, name, (d, b) => (days[d]!.predictedS[b] === null ? null : predictedS(d, b))),
  );
  let observed = 0;
  let n = 0;
  for (const day of days)
    for (const [b, wait] of day.observedS.entries())
      if (wait !== null && day.predictedS[b] !== null) {
        observed += wait;
        n++;
      }
  const meanS = n > 0 ? observed / n : 0;
  const dates = new Set(days.map(({ date }) => date));
  const best = naive.reduce<ErrorFigures | null>(
    // Who is told how many came knows more than a forecast can.
    (a, b) => (b.n > 0 && b.by !== 'given' && (!a || b.maeS < a.maeS) ? b : a),
    null,
  );
  const grade = gradeOf(model, best, meanS, contradicted(days));
  const together = errorsOf(
    days,
    'combined',
    COMBINED,
    (d, b) => days[d]!.combinedS?.[b] ?? null,
    (d, b) => days[d]!.combined90S?.[b] ?? null,
  );
  return {
    errors: [model, ...(hasCombined ? [together] : []), ...naive],
    grade,
    verdict: n === 0 ? NOTHING : verdictOf(grade, model, best, meanS, dates.size),
    where: whereOf(days, edgesS),
  };
}

const NOTHING: LocalText = {
  zh: '保留的日子里没有可以比较的等候时间。',
  en: 'The days kept back have no waits to compare with.',
};

/** Bias below this is good however small the waits are. */
const TRIFLE_S = 30;

/** Days lie outside their 90 % intervals more often than one time in twenty would explain. */
function contradicted(days: readonly ValidatedDay[]): boolean {
  let n = 0;
  let outside = 0;
  for (const { observedMeanS: mean, meanInterval90S: interval } of days) {
    if (mean === null || interval === null) continue;
    n++;
    if (mean < interval[0] - 1 || mean > interval[1] + 1) outside++;
  }
  return outside > 0 && jstat.binomial.cdf(outside - 1, n, 0.1) > 0.95;
}

/** `isContradicted`: whether the days themselves are not those that were foreseen. */
function gradeOf(
  model: ErrorFigures,
  best: ErrorFigures | null,
  meanS: number,
  isContradicted: boolean,
): FitGrade {
  if (model.n === 0) return 'poor';
  const bias = Math.abs(model.biasS);
  const beats = best === null ? 1 : model.maeS / Math.max(TRIFLE_S / 3, best.maeS);
  const covers = model.coverage90 ?? 1;
  if (covers >= 0.75 && beats <= 1.15 && bias <= Math.max(TRIFLE_S, 0.25 * meanS)) return 'good';
  // A few days may all be busier than usual, without anything being wrong.
  const isBiased = bias > Math.max(2 * TRIFLE_S, 0.5 * meanS) && isContradicted;
  if (covers >= 0.5 && beats <= 1.6 && !isBiased) return 'usable';
  // Off as it may be, nothing simpler is nearer.
  if (covers >= 0.5 && beats <= 1) return 'usable';
  return 'poor';
}

const minutes = (s: number) => (s / 60).toFixed(1);
const percent = (x: number) => `${Math.round(100 * x)} %`;

function verdictOf(
  grade: FitGrade,
  model: ErrorFigures,
  best: ErrorFigures | null,
  meanS: number,
  days: number,
): LocalText {
  const words = {
    good: { zh: '可信', en: 'To be believed' },
    usable: { zh: '可作参考', en: 'A guide, not more' },
    poor: { zh: '不可信', en: 'Not to be believed' },
  }[grade];
  const sign = model.biasS >= 0 ? { zh: '偏长', en: 'too long' } : { zh: '偏短', en: 'too short' };
  const zh = `${words.zh}：在没有参与拟合的 ${days} 天里，半小时平均等候预测误差 ${minutes(model.maeS)} 分钟（实际平均 ${minutes(meanS)} 分钟），平均${sign.zh} ${minutes(Math.abs(model.biasS))} 分钟`;
  const en = `${words.en}: on ${days} ${days === 1 ? 'day' : 'days'} that the fit did not see, half-hour mean waits are off by ${minutes(model.maeS)} min (their mean is ${minutes(meanS)} min), on average ${minutes(Math.abs(model.biasS))} min ${sign.en}`;
  const coverZh =
    model.coverage90 === null ? '' : `；90 % 区间包含了其中 ${percent(model.coverage90)}`;
  const coverEn =
    model.coverage90 === null
      ? ''
      : `; the 90 % intervals hold ${percent(model.coverage90)} of them`;
  const name = best && typeof best.name === 'object' ? best.name : null;
  const bestZh = best
    ? `。最好的简单预测（${name?.zh ?? best.by}）误差 ${minutes(best.maeS)} 分钟。`
    : '。';
  const bestEn = best
    ? `. The best naive forecast (${name?.en ?? best.by}) is off by ${minutes(best.maeS)} min.`
    : '.';
  return { zh: `${zh}${coverZh}${bestZh}`, en: `${en}${coverEn}${bestEn}` };
}

/** Days and half hours that lie outside what was foreseen. */
function whereOf(days: readonly ValidatedDay[], edgesS: readonly number[]): LocalText[] {
  const where: LocalText[] = [];
  for (const { date, queue, observedMeanS, predictedMeanS, meanInterval90S } of days) {
    if (observedMeanS === null || predictedMeanS === null || meanInterval90S === null) continue;
    if (observedMeanS >= meanInterval90S[0] - 1 && observedMeanS <= meanInterval90S[1] + 1)
      continue;
    const [zhQ, enQ] = queue === null ? ['', ''] : [`「${queue}」`, `"${queue}", `];
    where.push({
      zh: `${zhQ}${date}：实际平均 ${minutes(observedMeanS)} 分钟，预测 ${minutes(predictedMeanS)} 分钟（${minutes(meanInterval90S[0])}–${minutes(meanInterval90S[1])}）。`,
      en: `${enQ}${date}: ${minutes(observedMeanS)} min on average where ${minutes(predictedMeanS)} min were foreseen (${minutes(meanInterval90S[0])} to ${minutes(meanInterval90S[1])}).`,
    });
  }
  for (let b = 0; b + 1 < edgesS.length; b++) {
    let above = 0;
    let below = 0;
    let n = 0;
    for (const day of days) {
      const observed = day.observedS[b];
      const band = day.interval90S[b];
      if (observed == null || !band) continue;
      n++;
      if (observed > band[1] + 0.5) above++;
      if (observed < band[0] - 0.5) below++;
    }
    if (n < 3 || Math.max(above, below) < n / 2) continue;
    const at = `${clockOf(edgesS[b]!).slice(0, 5)}–${clockOf(edgesS[b + 1]!).slice(0, 5)}`;
    const longer = above > below;
    where.push({
      zh: `${at}：${n} 次中有 ${Math.max(above, below)} 次实际等候比预测区间${longer ? '长' : '短'}。`,
      en: `${at}: ${Math.max(above, below)} of ${n} times the wait was ${longer ? 'longer' : 'shorter'} than the interval foresaw.`,
    });
  }
  return where;
}
