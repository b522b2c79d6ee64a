import { z } from 'zod';
import { localText } from './text';

/**
 * Where a number comes from: the 2021 Jiedong notice, a named outside source, or nobody
 * (an assumption, which screens say beside the number).
 */
export const provenance = z
  .strictObject({
    kind: z.enum(['notice', 'source', 'assumption']),
    note: localText.describe('What it rests on: the clause, the publication, or why it is assumed'),
    confidence: z.enum(['high', 'medium', 'low']).optional(),
  })
  .describe('Where the number comes from');
export type Provenance = z.infer<typeof provenance>;

/** What a number in a user's own file is taken for when it says nothing about itself. */
export const UNSTATED: Provenance = {
  kind: 'assumption',
  note: { zh: '使用者自填，未注明来源', en: "the user's own figure, no source given" },
};

/** A number that may say where it comes from: `8`, or `{ "value": 8, "provenance": … }`. */
export const parameter = <T extends z.ZodNumber | z.ZodType<number>>(number: T) =>
  z.union([number, z.strictObject({ value: number, provenance })]);
export type Parameter = number | { value: number; provenance: Provenance };

/** The bare number of a parameter. */
export function numberOf(parameter: Parameter): number {
  return typeof parameter === 'number' ? parameter : parameter.value;
}
