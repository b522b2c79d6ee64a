import { z } from 'zod';
import { scenarioSchema } from './scenario';
import { id } from './schema-parts';
import { localText } from './text';

/** Halls of one sweep at most: there are some 40,000 townships in the country. */
export const MOST_HALLS = 50_000;
/** Values of one dimension at most. */
const MOST_VALUES = 40;

const documentName = z.string().min(1).max(500);
const factor = z.number().positive().max(100);
const share = z.number().min(0).max(1);
const positive = z.number().positive().max(100_000_000);
const wholeWindows = z.int().min(1).max(500);

/** A hall as a plan names it, and as a row of a table says it. */
export const sweepHallSchema = z.strictObject({
  id: id.describe('Names the hall in tables and results'),
  name: localText.optional(),
  areaM2: positive
    .max(100_000)
    .optional()
    .describe('Gross floor area; chooses the shipped floor plan where none is named'),
  residents: positive.optional().describe('Gives the visits of a day where they are not known'),
  visitsPerDay: z.number().positive().max(100_000).optional(),
  windows: wholeWindows
    .optional()
    .describe('Accepting windows at present; absent: 13, or as in the scenario'),
  floorplan: documentName
    .optional()
    .describe('Id of a shipped floor plan, a file beside this one, or none: walking takes no time'),
  scenario: z
    .union([documentName, scenarioSchema])
    .optional()
    .describe(
      'Id of a shipped hall, a file beside this one, or a whole scenario; absent: an ordinary township hall',
    ),
});
export type SweepHall = z.infer<typeof sweepHallSchema>;

const dimension = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(MOST_VALUES);

/** Everything that is crossed with everything else; what is absent stays as it is in each hall. */
const grid = z.strictObject({
  windows: z
    .strictObject({ from: wholeWindows, to: wholeWindows })
    .optional()
    .describe('Accepting windows to try; absent: the hall as it is, alone'),
  organisation: dimension(z.enum(['asArranged', 'byArea', 'onePool'])).optional(),
  layout: dimension(documentName)
    .optional()
    .describe("Floor plans by id or file; own: each hall's own; none: walking takes no time"),
  demand: dimension(factor).optional().describe('Factors on the visits'),
  service: dimension(factor).optional().describe('Factors on the service times at windows'),
  papersMissing: dimension(factor).optional().describe('Factors on the share who lack a paper'),
  patience: dimension(factor)
    .optional()
    .describe('Factors on how long visitors put up with waiting'),
  dayScatter: dimension(z.number().min(0).max(5))
    .optional()
    .describe('Coefficients of variation from day to day'),
  absence: dimension(share).optional().describe('Shares of days on which a clerk is absent'),
});
export type SweepGrid = z.infer<typeof grid>;

/** Many halls, in many variants, over many days. */
export const sweepPlanSchema = z.strictObject({
  format: z.literal('hall-twin/sweep'),
  version: z.literal(1),
  id,
  name: localText.optional(),
  halls: z
    .union([
      documentName.describe('A table of halls, CSV or XLSX, beside this file'),
      z
        .array(z.union([documentName, sweepHallSchema]))
        .min(1)
        .max(MOST_HALLS),
    ])
    .describe('A table of halls by file, or a list: ids of shipped halls, or halls'),
  variants: z
    .union([grid, z.array(grid).min(1).max(MOST_VALUES)])
    .default({})
    .describe('What is tried in every hall: one grid, or several beside each other'),
  replications: z
    .int()
    .min(50)
    .max(100_000)
    .describe('Runs of every variant of every hall: days, where the scenario is of a day'),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
  promise: z
    .strictObject({
      withinS: z.number().min(0).max(86_400).default(900),
      share: z.number().min(0.0001).max(0.9999).default(0.9),
      mostAbandoned: z.number().min(0.0001).max(0.9999).nullable().default(null),
    })
    .default({ withinS: 900, share: 0.9, mostAbandoned: null })
    .describe('Which share of visitors is called within which wait'),
  judging: z
    .strictObject({
      confidence: z.number().min(0.5).max(0.9999).default(0.95),
      tolerance: z.number().min(0.0001).max(0.5).default(0.01),
    })
    .default({ confidence: 0.95, tolerance: 0.01 })
    .describe('How a promise is judged'),
  visitsAPiece: z
    .int()
    .min(1)
    .max(100_000_000)
    .optional()
    .describe(
      'Simulated visits that a piece of work holds; absent: chosen by the size of the sweep',
    ),
});
export type SweepPlan = z.infer<typeof sweepPlanSchema>;
