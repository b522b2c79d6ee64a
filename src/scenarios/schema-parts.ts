import { z } from 'zod';
import { parameter, provenance } from './provenance';

/** Parts that recur in the scenario's schema. */

export const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/)
  .describe('Letters, digits, - and _, beginning with a letter');

export const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00(:00)?$/)
  .describe('Time of day, "HH:MM" or "HH:MM:SS"');

export const date = z.iso.date().describe('Date, "YYYY-MM-DD"');

export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof weekday>;

export const share = parameter(z.number().min(0).max(1));
export const where = { provenance: provenance.optional() };
export const interval = z.strictObject({ from: clock, to: clock });
/** Days of the week on which something holds. */
export const onDays = z
  .array(weekday)
  .min(1)
  .max(7)
  .optional()
  .describe('Only on these days of the week; absent: on every day');

/** Dates of a festival or a closure, both included. */
export const dateSpan = z.strictObject({ from: date, to: date });

/** A stretch of whole working days: 0 is the same day. */
export const workingDays = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('fixed'),
      days: parameter(z.int().min(0).max(5000)),
      ...where,
    }),
    z.strictObject({
      kind: z.literal('uniform'),
      minDays: z.int().min(0).max(5000),
      maxDays: z.int().min(0).max(5000),
      ...where,
    }),
    z
      .strictObject({
        kind: z.literal('geometric'),
        meanDays: parameter(z.number().positive().max(5000)),
        ...where,
      })
      .describe('Memoryless: each further day is as likely as the one before'),
    z.strictObject({
      kind: z.literal('empirical'),
      days: z.array(z.int().min(0).max(5000)).min(1).max(100_000),
      ...where,
    }),
  ])
  .describe('A number of working days');
export type WorkingDays = z.infer<typeof workingDays>;
