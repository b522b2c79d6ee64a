import type { Distribution } from '../../../scenarios/distribution';
import { compileDistribution } from '../../kernel/distributions';
import { constantTransform, erlangTransform, gg1Bounds, gim1 } from '../../theory/general-arrivals';
import { mg1 } from '../../theory/general-service';
import { meanRow, value } from '../chance';
import { exponential, poisson, question, steady, windows } from '../questions';
import { byEffort, figuresOf } from '../runs';
import type { VerificationCase, VerificationContext } from '../types';
import { of, WORDS } from '../words';

type Arrivals = Parameters<typeof question>[1]['classes'][number]['arrivals'];

function oneWindow(
  id: string,
  context: VerificationContext,
  rate: number,
  arrivals: Arrivals,
  service: Distribution,
  [quick, full]: readonly [number, number],
) {
  const customers = byEffort(context.effort, quick, full);
  return figuresOf(
    question(id, {
      horizon: steady(Math.ceil(customers / 40 / rate)),
      classes: [{ id, name: id, arrivals, service }],
      windows: windows(1, [id]),
    }),
    context,
  );
}

/** Services of mean 1 s: name, coefficient of variation, distribution. */
const SERVICES: readonly {
  readonly name: { readonly zh: string; readonly en: string };
  readonly service: Distribution;
}[] = [
  { name: { zh: '均匀分布', en: 'Uniform' }, service: { dist: 'uniform', minS: 0.25, maxS: 1.75 } },
  {
    name: { zh: '三角分布', en: 'Triangular' },
    service: { dist: 'triangular', minS: 0.2, modeS: 0.6, maxS: 2.2 },
  },
  { name: { zh: '爱尔朗分布', en: 'Erlang' }, service: { dist: 'erlang', meanS: 1, stages: 4 } },
  { name: { zh: '伽马分布', en: 'Gamma' }, service: { dist: 'gamma', meanS: 1, cv: 1.3 } },
  {
    name: { zh: '对数正态分布', en: 'Lognormal' },
    service: { dist: 'lognormal', meanS: 1, cv: 0.8 },
  },
  {
    name: { zh: '韦布尔分布', en: 'Weibull' },
    service: { dist: 'weibull', shape: 2, scaleS: 2 / Math.sqrt(Math.PI) },
  },
  {
    name: { zh: '实测值', en: 'Empirical' },
    service: { dist: 'empirical', valuesS: [0.2, 0.4, 0.6, 0.9, 1.4, 2.5] },
  },
  {
    name: { zh: '混合分布', en: 'Mixture' },
    service: {
      dist: 'mixture',
      components: [
        { probability: 0.75, of: { dist: 'uniform', minS: 0.4, maxS: 0.8 } },
        { probability: 0.25, of: { dist: 'erlang', meanS: 2.2, stages: 2 } },
      ],
    },
  },
];

const RATE = 0.7;

const anyService: VerificationCase = {
  id: 'mg1',
  group: 'theory',
  name: { zh: 'M/G/1 排队', en: 'M/G/1' },
  about: {
    zh: `每秒到达 ${RATE} 人；1 个窗口，平均办理 1 秒，办理时间依次取各种分布。`,
    en: `Arrivals at ${RATE} a second; 1 window, mean service 1 s, with each distribution of service in turn.`,
  },
  source: 'Pollaczek 1930, Khinchine 1932; Gross et al., Fundamentals of Queueing Theory, 5.1',
  run: (context) =>
    SERVICES.map(({ name, service }, i) => {
      const runs = oneWindow(`mg1-${i}`, context, RATE, poisson(RATE), service, [60_000, 400_000]);
      const { mean, cv } = momentsOf(service);
      return meanRow(
        of(name, WORDS.wait),
        's',
        runs.map((r) => r.all.waitMeanS),
        value(mg1(RATE, mean, cv).waitMean),
      );
    }),
};

/** What a distribution says of itself; the `distributions` case holds that against other formulas. */
function momentsOf(service: Distribution): { mean: number; cv: number } {
  const { mean, variance } = compileDistribution(service);
  return { mean, cv: Math.sqrt(variance) / mean };
}

const regularArrivals: VerificationCase = {
  id: 'gim1',
  group: 'theory',
  name: { zh: 'GI/M/1 排队', en: 'GI/M/1' },
  about: {
    zh: '到达间隔固定，或为三段爱尔朗分布，平均 1.25 秒；1 个窗口，指数分布，平均办理 1 秒。',
    en: 'Times between arrivals constant, or Erlang of three stages, mean 1.25 s; 1 window, exponential service of mean 1 s.',
  },
  source: 'Kendall 1953; Gross et al., Fundamentals of Queueing Theory, 4th ed., 5.3',
  run: (context) =>
    [
      {
        name: { zh: '间隔固定', en: 'Constant gaps' },
        between: { dist: 'deterministic', valueS: 1.25 } as const,
        transform: constantTransform(1.25),
      },
      {
        name: { zh: '爱尔朗间隔', en: 'Erlang gaps' },
        between: { dist: 'erlang', meanS: 1.25, stages: 3 } as const,
        transform: erlangTransform(1.25, 3),
      },
    ].flatMap(({ name, between, transform }, i) => {
      const runs = oneWindow(
        `gim1-${i}`,
        context,
        0.8,
        { kind: 'renewal', between },
        exponential(1),
        [80_000, 600_000],
      );
      const theory = gim1(0.8, transform, 1);
      return [
        meanRow(
          of(name, WORDS.wait),
          's',
          runs.map((r) => r.all.waitMeanS),
          value(theory.waitMean),
        ),
        meanRow(
          of(name, WORDS.queue),
          'number',
          runs.map((r) => r.all.queueMean),
          value(theory.queueMean),
        ),
      ];
    }),
};

const bounds: VerificationCase = {
  id: 'gg1-bounds',
  group: 'theory',
  name: { zh: 'G/G/1 上下界', en: 'G/G/1 bounds' },
  about: {
    zh: '到达间隔与办理时间都不是指数分布；平均等候必须落在由均值与方差得出的上下界之内。',
    en: 'Neither gaps nor services exponential; the mean wait has to lie within bounds that follow from means and variances.',
  },
  source: 'Kingman, Biometrika 49 (1962) 315–324; Marchal, Operations Research 26 (1978) 1083–1088',
  run: (context) =>
    [
      {
        name: { zh: '爱尔朗间隔、伽马办理', en: 'Erlang gaps, gamma service' },
        between: { dist: 'erlang', meanS: 1.25, stages: 4 } as const,
        arrivalCv: 0.5,
        service: { dist: 'gamma', meanS: 1, cv: 1.4 } as const,
        serviceCv: 1.4,
      },
      {
        name: { zh: '对数正态间隔、均匀办理', en: 'Lognormal gaps, uniform service' },
        between: { dist: 'lognormal', meanS: 1.25, cv: 0.7 } as const,
        arrivalCv: 0.7,
        service: { dist: 'uniform', minS: 0, maxS: 2 } as const,
        serviceCv: 1 / Math.sqrt(3),
      },
    ].map(({ name, between, arrivalCv, service, serviceCv }, i) => {
      const runs = oneWindow(
        `gg1-${i}`,
        context,
        0.8,
        { kind: 'renewal', between },
        service,
        [80_000, 400_000],
      );
      const { low, high } = gg1Bounds(0.8, arrivalCv, 1, serviceCv);
      return meanRow(
        of(name, WORDS.wait),
        's',
        runs.map((r) => r.all.waitMeanS),
        {
          kind: 'between',
          low,
          high,
        },
      );
    }),
};

/** One window, any service, any gaps between arrivals. */
export const SINGLE_WINDOW: readonly VerificationCase[] = [anyService, regularArrivals, bounds];
