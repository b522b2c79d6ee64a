import type { Distribution } from '../../scenarios/distribution';
import { Streams } from '../../sim/kernel/streams';
import { type Cells, cellsOf, type Sample, sampleOf } from './cells';
import {
  erlang,
  exponential,
  type Family,
  gamma,
  lognormal,
  MIXTURES,
  quantileFrom,
  weibull,
} from './families';
import { largestDistance, testOf } from './goodness';
import { type FittedFamily, fitFamily, intervalsOf } from './likelihood';
import { positiveEstimate, quantileOf } from './numeric/estimates';
import type { DurationFit, FamilyFit, FitGrade, FitPlot } from './types';

/** What the times are times of. */
export interface Durations {
  readonly classId: string;
  readonly name: string;
  /** Not negative, in any order. */
  readonly times: Float64Array;
}

/** Fewer rows say no more than a mean. */
const FEWEST = 8;
/** Mixtures are only tried with so many rows, and where the best single family is that far off. */
const FEWEST_FOR_MIXTURE = 300;
const MIXTURE_BEYOND = 0.015;
/** BIC that a further parameter must gain: less is "not worth more than a bare mention" (Kass and Raftery, JASA 90 (1995) 773–795). */
const WORTH_IT = 2;
/** Values kept of a sample that no family tells. */
const EMPIRICAL_VALUES = 1000;
const GOOD_DISTANCE = 0.03;
const USABLE_DISTANCE = 0.06;

interface Rated extends FittedFamily {
  readonly fit: FamilyFit;
}

/**
 * Which distribution tells the times: every family by maximum likelihood, compared by BIC; of those
 * within 2 of the best the one with fewest parameters. Where even that one is too far off, the
 * values themselves.
 *
 * "Too far" is judged by size, not by a test alone: distance of the distribution functions over
 * 0.06, mean off by more than 5 %, or the second moment, on which waits hang (Pollaczek 1930,
 * Khinchin 1932), off by more than 25 %.
 *
 * null for no times at all.
 */
export function fitDurations(
  { classId, name, times }: Durations,
  seed: number,
): DurationFit | null {
  const n = times.length;
  if (n === 0) return null;
  const sample = sampleOf(times);
  const basics = {
    classId,
    name,
    rows: n,
    medianS: quantileOf(sample.sorted, 0.5),
    p90S: quantileOf(sample.sorted, 0.9),
    roundedToS: sample.stepS,
  };
  const plain = meanAlone(sample);
  if (n < FEWEST || sample.cv < 1e-6)
    return {
      ...basics,
      ...plain,
      families: [],
      chosen: alone(sample),
      parameters: {},
      test: null,
      grade: n < FEWEST ? 'poor' : 'good',
      remark:
        n < FEWEST
          ? {
              zh: `只有 ${n} 条记录，只能取其平均；形状按指数分布假设。`,
              en: `Only ${n} rows: their mean is all that can be told; the shape is assumed exponential.`,
            }
          : { zh: '所有时间都相同。', en: 'All times are the same.' },
      plot: plotOf(sample, null),
    };
  const cells = cellsOf(sample);
  const rated = rateFamilies(sample, cells);
  const bearable = rated.filter(({ fit }) => gradeOf(fit, sample) !== 'poor');
  const best = chooseSimplest(bearable.length > 0 ? bearable : rated);
  const grade = gradeOf(best.fit, sample);
  const stream = new Streams(seed, 0).stream('goodness', classId);
  if (grade === 'poor') {
    return {
      ...basics,
      ...plain,
      families: rated.map(({ fit }) => fit),
      chosen: empirical(sample),
      parameters: {},
      test: null,
      grade: 'usable',
      remark: {
        zh: `没有一个分布族合适（最好的 ${best.fit.family}：分布函数相差 ${percent(best.fit.distance)}，均值 ${best.fit.meanS.toFixed(0)} 秒，记录为 ${sample.meanS.toFixed(0)} 秒），因此直接采用记录中的数值。`,
        en: `No family fits (the best, ${best.fit.family}: distribution functions ${percent(best.fit.distance)} apart, mean ${best.fit.meanS.toFixed(0)} s where the log has ${sample.meanS.toFixed(0)} s), so the values of the log themselves are used.`,
      },
      plot: plotOf(sample, best.family.cdf(best.theta)),
    };
  }
  const test = testOf(best, sample, stream);
  const { named, meanS, cv } = intervalsOf(best, cells);
  return {
    ...basics,
    meanS,
    cv,
    families: rated.map(({ fit }) => fit),
    chosen: best.fit.distribution,
    parameters: named,
    test,
    grade,
    remark: remarkOf(best.fit, sample, test, grade),
    plot: plotOf(sample, best.family.cdf(best.theta)),
  };
}

function rateFamilies(sample: Sample, cells: Cells): Rated[] {
  const rated: Rated[] = [];
  const add = (family: Family): Rated => {
    const one = rate(fitFamily(family, cells, family.start(sample)), sample, cells);
    rated.push(one);
    return one;
  };
  add(exponential);
  add(lognormal);
  add(weibull);
  const { theta } = add(gamma);
  const stages = 1 / gamma.moments(theta)[1] ** 2;
  for (const k of new Set([Math.floor(stages), Math.ceil(stages)]))
    if (k >= 2 && k <= 200) add(erlang(k));
  rated.sort((a, b) => a.fit.bic - b.fit.bic);
  const off = rated[0]!.fit.distance;
  if (cells.n >= FEWEST_FOR_MIXTURE && off > MIXTURE_BEYOND)
    for (const family of MIXTURES) add(family);
  return rated.sort((a, b) => a.fit.bic - b.fit.bic);
}

function rate(fitted: FittedFamily, sample: Sample, cells: Cells): Rated {
  const { family, theta, logLikelihood } = fitted;
  const [meanS, cv] = family.moments(theta);
  return {
    ...fitted,
    fit: {
      family: family.dist,
      parameters: family.parameters,
      distribution: family.distribution(theta),
      logLikelihood,
      aic: 2 * family.parameters - 2 * logLikelihood,
      bic: family.parameters * Math.log(cells.n) - 2 * logLikelihood,
      distance: largestDistance(sample, family.cdf(theta)),
      meanS,
      cv,
    },
  };
}

function chooseSimplest(rated: readonly Rated[]): Rated {
  const least = rated[0]!.fit.bic;
  const near = rated.filter(({ fit }) => fit.bic <= least + WORTH_IT);
  return near.reduce((best, one) => (one.fit.parameters < best.fit.parameters ? one : best));
}

function gradeOf(fit: FamilyFit, sample: Sample): FitGrade {
  const n = sample.sorted.length;
  // With few rows the distance of the very truth is some 0.9/√n.
  const chance = 0.9 / Math.sqrt(n);
  const meanOff = Math.abs(fit.meanS / sample.meanS - 1);
  const square = (mean: number, cv: number) => mean * mean * (1 + cv * cv);
  const squareOff = Math.abs(square(fit.meanS, fit.cv) / square(sample.meanS, sample.cv) - 1);
  const slack = 3 * (sample.cv / Math.sqrt(n));
  if (
    fit.distance > USABLE_DISTANCE + chance ||
    meanOff > 0.05 + slack ||
    squareOff > 0.25 + 3 * slack
  )
    return 'poor';
  return fit.distance <= GOOD_DISTANCE + chance && meanOff <= 0.02 + slack ? 'good' : 'usable';
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function remarkOf(
  fit: FamilyFit,
  sample: Sample,
  test: { p: number; testedRows: number },
  grade: FitGrade,
): { zh: string; en: string } {
  const off = percent(fit.distance);
  const rejected = test.p < 0.05;
  const many = sample.sorted.length > test.testedRows;
  const rounded =
    sample.stepS >= 60 || sample.stepS > sample.meanS / 10
      ? {
          zh: `时间按 ${sample.stepS} 秒取整，似然已计入取整。`,
          en: ` Times are told in steps of ${sample.stepS} s; the likelihood takes that into account.`,
        }
      : { zh: '', en: '' };
  const words = {
    good: { zh: '符合得很好', en: 'It fits well' },
    usable: { zh: '可以使用，但有差异', en: 'It is usable, with a difference' },
    poor: { zh: '不符合', en: 'It does not fit' },
  }[grade];
  const tested = many
    ? {
        zh: `对 ${test.testedRows} 条抽样检验 p = ${test.p.toFixed(2)}${rejected ? '（检验可以看出差异）' : ''}；记录很多时任何分布族都会被拒绝，因此以差异大小为准。`,
        en: ` A test on ${test.testedRows} rows gives p = ${test.p.toFixed(2)}${rejected ? ' (the difference can be seen)' : ''}; with many rows every family is rejected, so the size of the difference decides.`,
      }
    : {
        zh: `检验 p = ${test.p.toFixed(2)}。`,
        en: ` The test gives p = ${test.p.toFixed(2)}.`,
      };
  return {
    zh: `${words.zh}：分布函数最多相差 ${off}。${tested.zh}${rounded.zh}`,
    en: `${words.en}: the distribution functions differ by ${off} at most.${tested.en}${rounded.en}`,
  };
}

function meanAlone(sample: Sample): Pick<DurationFit, 'meanS' | 'cv'> {
  const n = sample.sorted.length;
  const se = n > 1 ? sample.cv / Math.sqrt(n) : Number.NaN;
  return {
    meanS: positiveEstimate(sample.meanS, se, n),
    cv: { value: sample.cv, ci95: null, n },
  };
}

function alone(sample: Sample): Distribution {
  const { meanS, cv, sorted } = sample;
  if (meanS <= 0) return { dist: 'deterministic', valueS: 0 };
  return cv < 1e-6 && sorted.length >= FEWEST
    ? { dist: 'deterministic', valueS: sorted[0]! }
    : { dist: 'exponential', meanS };
}

/** The values themselves, thinned evenly, shifted to keep their mean. */
function empirical({ sorted, meanS }: Sample): Distribution {
  const n = sorted.length;
  if (n <= EMPIRICAL_VALUES) return { dist: 'empirical', valuesS: Array.from(sorted) };
  const thin = Array.from({ length: EMPIRICAL_VALUES }, (_, i) =>
    quantileOf(sorted, (i + 0.5) / EMPIRICAL_VALUES),
  );
  const mean = thin.reduce((sum, x) => sum + x, 0) / EMPIRICAL_VALUES;
  const scale = mean > 0 ? meanS / mean : 1;
  return { dist: 'empirical', valuesS: thin.map((x) => Math.round(x * scale * 100) / 100) };
}

const BARS = 40;

/** What is drawn; `cdf` null: no family was fitted. */
export function plotOf(sample: Sample, cdf: ((x: number) => number) | null): FitPlot {
  const { sorted, stepS, meanS } = sample;
  const n = sorted.length;
  const probabilities = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const top = Math.max(quantileOf(sorted, 0.99), meanS, 1e-3);
  const plain = top / BARS;
  const width = stepS > 0 ? Math.max(1, Math.ceil(plain / stepS)) * stepS : plain;
  const bars = Math.min(BARS, Math.ceil(top / width)) || 1;
  // With rounded times the edges lie between the steps.
  const shift = stepS > 0 ? stepS / 2 : 0;
  const edgesS = Array.from({ length: bars + 1 }, (_, i) => (i === 0 ? 0 : i * width + shift));
  const density = new Array<number>(bars).fill(0);
  let beyond = 0;
  for (const x of sorted) {
    let i = Math.max(0, Math.floor((x - shift) / width));
    if (i >= bars && x <= edgesS[bars]!) i = bars - 1;
    if (i < bars) density[i]!++;
    else beyond++;
  }
  return {
    probabilities,
    observedS: probabilities.map((p) => quantileOf(sorted, p)),
    fittedS: cdf ? probabilities.map((p) => quantileFrom(cdf, p, meanS)) : [],
    edgesS,
    density: density.map((count, i) => count / n / (edgesS[i + 1]! - edgesS[i]!)),
    fittedDensity: cdf
      ? density.map(
          (_, i) => (cdf(edgesS[i + 1]!) - cdf(edgesS[i]!)) / (edgesS[i + 1]! - edgesS[i]!),
        )
      : [],
    beyondShare: beyond / n,
  };
}
