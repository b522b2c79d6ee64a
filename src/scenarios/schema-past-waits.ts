import { z } from 'zod';
import { clock, where } from './schema-parts';

/** Quantiles of a forecast's errors are kept at 5, 25, 50, 75 and 95 in a hundred. */
const QUANTILES = 5;

/** What a log's days waited by half hour, and how much the model counts beside that in a forecast. */
export const pastWaits = z.strictObject({
  halfHours: z
    .array(
      z.strictObject({
        from: clock,
        to: clock,
        waitS: z.number().min(0).max(86_400).describe('Mean over the days of the half hour’s mean'),
        days: z.int().min(1).max(100_000),
      }),
    )
    .min(1)
    .max(48),
  modelWeight: z
    .number()
    .min(0)
    .max(1)
    .describe('Part of the model in a forecast; the rest is the past mean'),
  errorQuantiles: z
    .array(z.number().min(-20).max(20))
    .length(QUANTILES)
    .describe(
      'Of log((observed + 60 s) / (forecast + 60 s)) on left-out days, at 5, 25, 50, 75, 95 in a hundred',
    ),
  leftOutDays: z.int().min(1).max(100_000).describe('Days left out of the fit by turns'),
  ofHall: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('Digest of visits, service and windows as fitted: with others the past says nothing'),
  ...where,
});
