import jstat from 'jstat';
import type { Distribution } from '../../../scenarios/distribution';
import { type DayRecord, EventKind } from '../../hall/record';
import { exactRow, meanRow, testRow, value } from '../chance';
import { chiSquare, kolmogorovSmirnov } from '../fit';
import { question, windows } from '../questions';
import { byEffort, recordsOf } from '../runs';
import type { VerificationCase, VerificationContext, VerificationRow } from '../types';
import { of } from '../words';

/** A distribution with what textbooks say of it. */
interface Known {
  readonly name: { readonly zh: string; readonly en: string };
  readonly distribution: Distribution;
  readonly mean: number;
  readonly cv: number;
  /** Probability of at most x; for one that takes a few values, the values with theirs. */
  readonly fit: ((x: number) => number) | ReadonlyMap<number, number>;
}

const sigma = (cv: number) => Math.sqrt(Math.log(1 + cv * cv));
const gammaFunction = (x: number) => Math.exp(jstat.gammaln(x));

const KNOWN: readonly Known[] = [
  {
    name: { zh: '指数分布', en: 'Exponential' },
    distribution: { dist: 'exponential', meanS: 300 },
    mean: 300,
    cv: 1,
    fit: (x) => jstat.exponential.cdf(x, 1 / 300),
  },
  {
    name: { zh: '爱尔朗分布', en: 'Erlang' },
    distribution: { dist: 'erlang', meanS: 300, stages: 3 },
    mean: 300,
    cv: Math.sqrt(1 / 3),
    fit: (x) => jstat.gamma.cdf(x, 3, 100),
  },
  {
    name: { zh: '伽马分布，变异系数 0.5', en: 'Gamma, cv 0.5' },
    distribution: { dist: 'gamma', meanS: 300, cv: 0.5 },
    mean: 300,
    cv: 0.5,
    fit: (x) => jstat.gamma.cdf(x, 4, 75),
  },
  {
    name: { zh: '伽马分布，变异系数 1.5', en: 'Gamma, cv 1.5' },
    distribution: { dist: 'gamma', meanS: 300, cv: 1.5 },
    mean: 300,
    cv: 1.5,
    fit: (x) => jstat.gamma.cdf(x, 1 / 2.25, 675),
  },
  {
    name: { zh: '对数正态分布', en: 'Lognormal' },
    distribution: { dist: 'lognormal', meanS: 300, cv: 0.8 },
    mean: 300,
    cv: 0.8,
    fit: (x) => jstat.lognormal.cdf(x, Math.log(300) - sigma(0.8) ** 2 / 2, sigma(0.8)),
  },
  {
    name: { zh: '韦布尔分布', en: 'Weibull' },
    distribution: { dist: 'weibull', shape: 1.5, scaleS: 300 },
    mean: 300 * gammaFunction(1 + 2 / 3),
    cv: Math.sqrt(gammaFunction(1 + 4 / 3) / gammaFunction(1 + 2 / 3) ** 2 - 1),
    fit: (x) => jstat.weibull.cdf(x, 300, 1.5),
  },
  {
    name: { zh: '均匀分布', en: 'Uniform' },
    distribution: { dist: 'uniform', minS: 60, maxS: 180 },
    mean: 120,
    cv: Math.sqrt(1200) / 120,
    fit: (x) => jstat.uniform.cdf(x, 60, 180),
  },
  {
    name: { zh: '三角分布', en: 'Triangular' },
    distribution: { dist: 'triangular', minS: 60, modeS: 90, maxS: 240 },
    mean: 130,
    cv: Math.sqrt((180 ** 2 - 30 * 150) / 18) / 130,
    fit: (x) => jstat.triangular.cdf(x, 60, 240, 90),
  },
  {
    name: { zh: '实测值', en: 'Empirical' },
    distribution: { dist: 'empirical', valuesS: [60, 60, 120, 180, 300, 480] },
    mean: 200,
    cv: Math.sqrt(62_400 - 40_000) / 200,
    fit: new Map([
      [60, 1 / 3],
      [120, 1 / 6],
      [180, 1 / 6],
      [300, 1 / 6],
      [480, 1 / 6],
    ]),
  },
  {
    name: { zh: '混合分布', en: 'Mixture' },
    distribution: {
      dist: 'mixture',
      components: [
        { probability: 0.3, of: { dist: 'exponential', meanS: 600 } },
        { probability: 0.7, of: { dist: 'uniform', minS: 60, maxS: 180 } },
      ],
    },
    mean: 0.3 * 600 + 0.7 * 120,
    cv: Math.sqrt(0.3 * 720_000 + 0.7 * (1200 + 14_400) - 264 ** 2) / 264,
    fit: (x) => 0.3 * jstat.exponential.cdf(x, 1 / 600) + 0.7 * jstat.uniform.cdf(x, 60, 180),
  },
];

const BATCHES = 40;

/** Services of people who come at once and are served at one window, in seconds. */
function servicesOf(record: DayRecord): Float64Array {
  const { length, timeUs, kind } = record.events;
  const durations: number[] = [];
  let began = 0;
  for (let i = 0; i < length; i++) {
    if (kind[i] === EventKind.ServiceStart) began = timeUs[i]!;
    if (kind[i] === EventKind.ServiceEnd) durations.push((timeUs[i]! - began) / 1e6);
  }
  return Float64Array.from(durations);
}

/** Draws of a stream of its own: the class's id names it. */
function drawn(
  id: string,
  distribution: Distribution,
  draws: number,
  context: VerificationContext,
) {
  const scenario = question('draws', {
    horizon: { kind: 'continuous', durationS: 1e9 },
    classes: [
      {
        id,
        name: id,
        arrivals: { kind: 'list', atS: new Array<number>(draws).fill(0) },
        service: distribution,
      },
    ],
    windows: windows(1, [id]),
  });
  const [record] = recordsOf(scenario, null, context, 1);
  return servicesOf(record!);
}

function rowsOf(known: Known, i: number, context: VerificationContext): VerificationRow[] {
  const draws = byEffort(context.effort, 20_000, 60_000);
  const sample = drawn(`draw${i}`, known.distribution, draws, context);
  const size = draws / BATCHES;
  const batches = (figure: (x: number) => number) =>
    Array.from({ length: BATCHES }, (_, b) => {
      let sum = 0;
      for (let i = b * size; i < (b + 1) * size; i++) sum += figure(sample[i]!);
      return sum / size;
    });
  const basis = { n: draws, sample: 'draws' } as const;
  const { name, mean, cv, fit } = known;
  return [
    meanRow(
      of(name, MEAN),
      's',
      batches((x) => x),
      value(mean),
      basis,
    ),
    meanRow(
      of(name, SQUARED_CV),
      '',
      batches((x) => (x / mean - 1) ** 2),
      value(cv * cv),
      basis,
    ),
    testRow(
      of(name, FIT),
      fit instanceof Map
        ? valuesFit(sample, fit)
        : kolmogorovSmirnov(sample, fit as (x: number) => number),
      basis,
    ),
  ];
}

const MEAN = { zh: '均值', en: 'Mean' };
const SQUARED_CV = { zh: '变异系数的平方', en: 'Squared coefficient of variation' };
const FIT = { zh: '拟合检验的 p 值', en: 'p-value of the test of fit' };

function valuesFit(sample: Float64Array, probabilities: ReadonlyMap<number, number>): number {
  const values = [...probabilities.keys()];
  const counts = new Array<number>(values.length).fill(0);
  for (const x of sample) {
    const cell = values.indexOf(x);
    if (cell < 0) return 0;
    counts[cell]!++;
  }
  return chiSquare(counts, (cell) => probabilities.get(values[cell]!)!);
}

const distributions: VerificationCase = {
  id: 'distributions',
  group: 'statistics',
  name: { zh: '各种分布的矩与拟合', en: 'Moments and fit of every distribution' },
  about: {
    zh: '把每种分布用作办理时间，从模拟记录中量出来，与教科书的均值、方差和分布函数比较（Kolmogorov–Smirnov 检验；取值有限的用卡方检验）。',
    en: "Each distribution as a service time, measured in the record of a run and held against the textbook's mean, variance and distribution function (Kolmogorov–Smirnov; chi-square for one of few values).",
  },
  source: 'Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1 and 2',
  run: (context) => {
    const constant = drawn('constant', { dist: 'deterministic', valueS: 90 }, 1000, context);
    return [
      exactRow(
        { zh: '固定值：与 90 秒的最大差', en: 'Deterministic: largest difference from 90 s' },
        's',
        constant.reduce((most, x) => Math.max(most, Math.abs(x - 90)), 0),
        value(0, 1e-9),
        { n: constant.length, sample: 'draws' },
      ),
      ...KNOWN.flatMap((known, i) => rowsOf(known, i, context)),
    ];
  },
};

/** What durations are drawn from. */
export const DISTRIBUTIONS: readonly VerificationCase[] = [distributions];
