import { z } from 'zod';
import { parameter, provenance } from './provenance';

const positive = parameter(z.number().positive().finite());
const nonNegative = parameter(z.number().nonnegative().finite());
/** Beyond these a distribution has no moments that a number could hold, nor any use. */
const variation = parameter(z.number().positive().max(100));
const shape = parameter(z.number().min(0.05).max(1000));
const where = { provenance: provenance.optional() };

const simple = [
  z.strictObject({ dist: z.literal('deterministic'), valueS: nonNegative, ...where }),
  z.strictObject({ dist: z.literal('exponential'), meanS: positive, ...where }),
  z.strictObject({
    dist: z.literal('erlang'),
    meanS: positive,
    stages: parameter(z.int().min(1).max(1000)),
    ...where,
  }),
  z.strictObject({ dist: z.literal('gamma'), meanS: positive, cv: variation, ...where }),
  z.strictObject({ dist: z.literal('lognormal'), meanS: positive, cv: variation, ...where }),
  z.strictObject({ dist: z.literal('weibull'), shape, scaleS: positive, ...where }),
  z.strictObject({ dist: z.literal('uniform'), minS: nonNegative, maxS: nonNegative, ...where }),
  z.strictObject({
    dist: z.literal('triangular'),
    minS: nonNegative,
    modeS: nonNegative,
    maxS: nonNegative,
    ...where,
  }),
  z.strictObject({
    dist: z.literal('empirical'),
    valuesS: z.array(z.number().nonnegative().finite()).min(1).max(100_000),
    ...where,
  }),
] as const;

/** A distribution without parts of its own. */
export const simpleDistribution = z.discriminatedUnion('dist', simple);

/**
 * A distribution of durations, in seconds. `cv` is the coefficient of variation (standard
 * deviation over mean); `stages` and `shape` have no unit. A mixture draws one of its
 * components with the given probability; the probabilities sum to one.
 */
export const distribution = z
  .discriminatedUnion('dist', [
    ...simple,
    z.strictObject({
      dist: z.literal('mixture'),
      components: z
        .array(z.strictObject({ probability: z.number().min(0).max(1), of: simpleDistribution }))
        .min(1)
        .max(100),
      ...where,
    }),
  ])
  .superRefine((d, context) => {
    if (d.dist === 'mixture') {
      const sum = d.components.reduce((total, c) => total + c.probability, 0);
      if (Math.abs(sum - 1) > 1e-9)
        context.addIssue({
          code: 'custom',
          path: ['components'],
          params: { problem: 'sumToOne', sum },
        });
    }
  });
export type SimpleDistribution = z.infer<typeof simpleDistribution>;
export type Distribution = z.infer<typeof distribution>;
